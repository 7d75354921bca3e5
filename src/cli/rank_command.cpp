// SPDX-License-Identifier: Apache-2.0
#include "cli/rank_command.hpp"

#include <algorithm>
#include <limits>

#include "cli/reading_options.hpp"
#include "cli/result_folder.hpp"
#include "cli/selection_options.hpp"
#include "hearsay/error.hpp"
#include "hearsay/render/claims_csv.hpp"
#include "hearsay/render/ranking.hpp"

namespace hearsay::cli {

namespace po = boost::program_options;

namespace {

constexpr unsigned kShown = 20;  // at a terminal, unless told

/// Not every result holds every figure.
void check_figure(const Analysis& analysis, Figure by) {
    const bool newer = by == Figure::disjoint_paths || by == Figure::uncertainty || by == Figure::admiralty;
    if (newer && !analysis.corroboration.empty() && analysis.corroboration.front().admiralty.empty())
        throw ResultError("this result does not hold the figure " + std::string(to_string(by)));
}

std::string figures_there_are() {
    std::string names;
    for (int i = 0; i <= static_cast<int>(Figure::mentions); ++i)
        names += (i > 0 ? ", " : "") + std::string(to_string(static_cast<Figure>(i)));
    return names;
}

}  // namespace

std::string RankCommand::details() const {
    return "Reads what 'hearsay analyze --out DIR' or 'hearsay batch --run DIR' wrote, and prints its claims in another"
           " order, or some of them.\n";
}

po::options_description RankCommand::options() const {
    po::options_description options("Options");
    auto add = options.add_options();
    add("folder", po::value<std::string>()->value_name("DIR"),
        "the folder that hearsay analyze or hearsay batch wrote");
    add("by", po::value<std::string>()->value_name("FIGURE"), ("sort by " + figures_there_are()).c_str());
    add("ascending", "lowest first");
    add("descending", "highest first, as all but rank and admiralty are sorted unless told");
    add("limit", po::value<std::string>()->value_name("N"),
        "claims to print; 0 for all. Text: 20 unless told, else all");
    options.add(selection_options());
    add("json", "print one JSON object");
    add("csv", "print a table as claims.csv");
    add("help,h", "show this");
    return options;
}

po::positional_options_description RankCommand::positionals() const {
    return po::positional_options_description().add("folder", 1);
}

void RankCommand::take(const po::variables_map& given) {
    folder_ = given.count("folder") ? given["folder"].as<std::string>() : std::string();
    if (folder_.empty()) throw UsageError("No DIR was given: name the folder that hearsay analyze wrote.");
    if (given.count("json") && given.count("csv")) throw UsageError("--json and --csv exclude each other.");
    format_ = given.count("json") ? Format::json : given.count("csv") ? Format::csv : Format::text;
    selection_ = selection_from(given);
    take_order(given);
    limit_ = whole_number(given, "limit", 0, std::numeric_limits<unsigned>::max())
                 .value_or(format_ == Format::text ? kShown : 0);
}

void RankCommand::take_order(const po::variables_map& given) {
    if (given.count("ascending") && given.count("descending"))
        throw UsageError("--ascending and --descending exclude each other.");
    if (given.count("ascending")) selection_.order = SortOrder::ascending;
    if (given.count("descending")) selection_.order = SortOrder::descending;
    if (!given.count("by")) return;
    try {
        selection_.by = figure_named(given["by"].as<std::string>());
    } catch (const std::invalid_argument&) {
        throw UsageError("--by takes one of " + figures_there_are() + ", not '" + given["by"].as<std::string>() + "'.");
    }
}

ExitCode RankCommand::run(Console& console) {
    with_result(folder_, [&](const Analysis& analysis) {
        print(console, [&](std::ostream& out) { print_claims(analysis, out, console); });
    });
    return ExitCode::success;
}

void RankCommand::print_claims(const Analysis& analysis, std::ostream& out, const Console& console) const {
    check_figure(analysis, selection_.by);
    auto claims = select_claims(analysis, selection_);
    const std::size_t shown = limit_ ? std::min(limit_, claims.size()) : claims.size();
    if (format_ == Format::text)
        return print_ranking(analysis, claims, out,
                             {.claims = shown,
                              .columns = console.columns,
                              .color = console.color,
                              .figures = true,
                              .order = in_words(selection_)});
    claims.resize(shown);
    if (format_ == Format::json) return write_ranking_json(analysis, claims, out);
    write_claims_csv(analysis, claims, out);
}

}  // namespace hearsay::cli
