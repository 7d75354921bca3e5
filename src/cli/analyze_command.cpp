// SPDX-License-Identifier: Apache-2.0
#include "cli/analyze_command.hpp"

#include <charconv>
#include <limits>

#include "cli/reporter.hpp"
#include "cli/selection_options.hpp"
#include "hearsay/error.hpp"
#include "hearsay/render/analysis_json.hpp"
#include "hearsay/render/claims_csv.hpp"
#include "hearsay/render/drawing.hpp"
#include "hearsay/render/ranking.hpp"
#include "hearsay/store/run_directory.hpp"
#include "hearsay/store/run_reader.hpp"

namespace hearsay::cli {

namespace po = boost::program_options;

namespace {

std::string id_of(std::size_t rank) { return std::string(1, 'c').append(std::to_string(rank)); }

/// "c3" is the claim of rank 3.
std::size_t rank_of(const std::string& id) {
    std::size_t rank = 0;
    const char* const end = id.data() + id.size();
    const auto parsed = std::from_chars(id.data() + !id.empty(), end, rank);
    if (id.starts_with('c') && parsed.ec == std::errc{} && parsed.ptr == end && rank > 0) return rank;
    throw UsageError("--claim takes a claim's id as the ranking prints it, such as c1, not '" + id + "'.");
}

/// "claim-c3.svg"
bool is_claim_picture(const std::string& name) {
    constexpr std::string_view kBefore = "claim-c", kDigits = "0123456789";
    if (!name.starts_with(kBefore)) return false;
    const std::size_t end = name.find_first_not_of(kDigits, kBefore.size());
    return end != kBefore.size() && end != name.npos && (name.substr(end) == ".dot" || name.substr(end) == ".svg");
}

void draw(const Analysis& analysis, const OutputFolder& folder, const std::string& name,
          const DrawingOptions& options) {
    folder.write(name + ".dot", [&](std::ostream& out) { write_dot(analysis, out, options); });
    folder.write(name + ".svg", [&](std::ostream& out) { write_svg(analysis, out, options); });
}

}  // namespace

std::string AnalyzeCommand::details() const {
    return "Writes analysis.json, claims.csv, graph.dot and graph.svg to DIR and prints the best corroborated claims, "
           "each\n"
           "with the chains by which it came and the reason for its number of independent origins.\n";
}

po::options_description AnalyzeCommand::options() const {
    po::options_description results("Results");
    auto add = results.add_options();
    add("out,o", po::value<std::string>()->value_name("DIR"), "the folder for the results; made where it is missing");
    add("top", po::value<std::string>()->value_name("N"), "claims to print, 20 unless told; 0 prints all of them");
    add("sources", po::value<std::string>()->value_name("FILE"),
        "a CSV or TSV table of sources that adds to the gazetteer or overrides it: name, kind, aliases, reliability, "
        "wikidata");
    add("claim", po::value<std::vector<std::string>>()->value_name("ID"),
        "draw this claim's provenance too, as claim-ID.dot and .svg; may be given several times");
    return results.add(selection_options()).add(ReadingOptions::description());
}

po::positional_options_description AnalyzeCommand::positionals() const { return ReadingOptions::positionals(); }

void AnalyzeCommand::take(const po::variables_map& given) {
    reading_ = ReadingOptions::from(given);
    if (reading_.inputs.empty()) throw UsageError("No INPUT was given: name files or folders of articles.");
    if (given.count("out")) out_ = given["out"].as<std::string>();
    if (out_.empty()) throw UsageError("No folder for the results was given: name one with --out DIR.");
    sources_ = given.count("sources") ? given["sources"].as<std::string>() : std::string();
    if (given.count("sources") && sources_.empty()) throw UsageError("--sources takes a file, not an empty name.");
    top_ = whole_number(given, "top", 0, std::numeric_limits<unsigned>::max()).value_or(20);
    selection_ = selection_from(given);
    claim_ranks_.clear();
    if (!given.count("claim")) return;
    for (const auto& id : given["claim"].as<std::vector<std::string>>()) claim_ranks_.push_back(rank_of(id));
}

ExitCode AnalyzeCommand::run(Console& console) {
    const OutputFolder folder(out_);  // before the work, which would be in vain without it
    Reporter reporter(console, reading_);
    const Analysis analysis = analysis_of_inputs(reporter, console);
    for (const DocumentRecord& document : analysis.documents)
        reporter.note_replacements(document.id, document.replacements);
    write_results(analysis, folder);
    const ExitCode code = reporter.close();
    if (!reading_.quiet) print_claims(analysis, console);
    return code;
}

/// A single run directory is read instead of analyzed anew.
Analysis AnalyzeCommand::analysis_of_inputs(Reporter& reporter, Console& console) const {
    if (reading_.inputs.size() == 1 && is_run_directory(reading_.inputs.front()))
        return read_run(reading_.inputs.front());
    PipelineOptions options = reporter.pipeline_options();
    options.sources = sources_;
    return analyze(reading_.inputs, options, &console.in);
}

void AnalyzeCommand::write_results(const Analysis& analysis, const OutputFolder& folder) const {
    folder.write("analysis.json", [&](std::ostream& out) { write_analysis_json(analysis, out); });
    folder.write("claims.csv", [&](std::ostream& out) { write_claims_csv(analysis, out); });
    folder.remove(is_claim_picture);  // of a former run, whose claims had other numbers
    draw(analysis, folder, "graph", {});
    for (const std::size_t rank : claim_ranks_) {
        if (rank > analysis.claims.size())
            throw UsageError("there is no claim " + id_of(rank) + ": " + std::to_string(analysis.claims.size()) +
                             " claims were found");
        draw(analysis, folder, "claim-" + id_of(rank), {.claim = ClaimId{static_cast<std::uint32_t>(rank - 1)}});
    }
}

void AnalyzeCommand::print_claims(const Analysis& analysis, Console& console) const {
    const auto claims = select_claims(analysis, selection_);
    const RankingOptions options{.claims = top_ ? top_ : claims.size(),
                                 .columns = console.columns,
                                 .color = console.color,
                                 .rest = (out_ / "claims.csv").string()};
    print(console, [&](std::ostream& out) { print_ranking(analysis, claims, out, options); });
}

}  // namespace hearsay::cli
