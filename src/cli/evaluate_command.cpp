// SPDX-License-Identifier: Apache-2.0
#include "cli/evaluate_command.hpp"

#include <unordered_map>
#include <vector>

#include "cli/reporter.hpp"
#include "cli/score_report.hpp"
#include "hearsay/attribution/annotations.hpp"
#include "hearsay/error.hpp"

namespace hearsay::cli {

namespace fs = std::filesystem;
namespace po = boost::program_options;

namespace {

/// The gold documents, and the scores of what was predicted for them so far.
class GoldStandard {
  public:
    explicit GoldStandard(const fs::path& file) {
        AnnotationReader reader(file, AnnotationKind::gold);
        while (auto document = reader.next()) {
            waiting_.emplace(document->id, documents_.size());
            documents_.push_back(std::move(*document));
        }
        if (documents_.empty()) throw AnnotationError(file.generic_string() + ": is empty");
    }

    /// Whether there is a gold document of this id, which nothing was predicted for yet.
    bool add(const std::string& id, const std::vector<Attribution>& predicted) {
        const auto found = waiting_.find(id);
        if (found == waiting_.end()) return false;
        const AnnotatedDocument& gold = documents_[found->second];
        scores_.add(gold.text, gold.attributions, predicted);
        waiting_.erase(found);
        return true;
    }

    AttributionScores finish() {
        for (const AnnotatedDocument& gold : documents_)
            if (waiting_.contains(gold.id)) scores_.add_missing(gold.text, gold.attributions);
        return scores_;
    }

  private:
    std::vector<AnnotatedDocument> documents_;
    std::unordered_map<std::string, std::size_t> waiting_;  // by id; looked up only
    AttributionScores scores_;
};

void read_predictions(const fs::path& file, GoldStandard& gold, Reporter& reporter, std::istream& standard_input) {
    AnnotationReader reader(file, AnnotationKind::predicted, &standard_input);
    std::size_t unknown = 0;
    while (const auto document = reader.next()) unknown += !gold.add(document->id, document->attributions);
    if (unknown)
        reporter.note(file.generic_string(),
                      std::to_string(unknown) + (unknown == 1 ? " document is" : " documents are") + " not in GOLD");
}

void predict(const fs::path& file, GoldStandard& gold, Reporter& reporter) {
    const auto add = [&](const Document& document, const std::vector<Attribution>& attributions) {
        if (!gold.add(document.id, attributions))
            throw AnnotationError(file.generic_string() + ": is not named as JSON lines, .jsonl or .jsonl.gz");
    };
    extract({file}, reporter.pipeline_options(), add);
}

}  // namespace

std::string EvaluateCommand::details() const {
    return "Compares predicted attributions with gold ones, and their confidence with how often they are right. Both\n"
           "files hold a JSON object a line, matched by \"id\". Without PREDICTED, the attributions are extracted "
           "from\n"
           "the texts of GOLD.\n";
}

po::options_description EvaluateCommand::options() const {
    po::options_description options("Scoring");
    auto add = options.add_options();
    add("gold", po::value<std::string>()->value_name("GOLD"),
        "a .jsonl or .jsonl.gz file of texts with their attributions");
    add("predicted", po::value<std::string>()->value_name("PREDICTED"),
        "what hearsay extract, or another program, found in them; - for standard input");
    add("json", "print the scores as one JSON object");
    return options.add(ReadingOptions::run_description());
}

po::positional_options_description EvaluateCommand::positionals() const {
    return po::positional_options_description().add("gold", 1).add("predicted", 1);
}

void EvaluateCommand::take(const po::variables_map& given) {
    reading_ = ReadingOptions::from(given);
    if (!given.count("gold")) throw UsageError("No GOLD was given: name a file of texts with their attributions.");
    gold_ = given["gold"].as<std::string>();
    if (given.count("predicted")) predicted_ = given["predicted"].as<std::string>();
    json_ = given.count("json") > 0;
}

ExitCode EvaluateCommand::run(Console& console) {
    Reporter reporter(console, reading_);
    GoldStandard gold(gold_);
    if (predicted_.empty())
        predict(gold_, gold, reporter);
    else
        read_predictions(predicted_, gold, reporter, console.in);
    const AttributionScores scores = gold.finish();
    const ExitCode code = reporter.close();
    print(console, [&](std::ostream& out) { json_ ? write_json(scores, out) : write_table(scores, out); });
    return code;
}

}  // namespace hearsay::cli
