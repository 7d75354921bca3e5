// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.hpp"

#include <algorithm>

#include "cli/analyze_command.hpp"
#include "cli/batch_command.hpp"
#include "cli/evaluate_command.hpp"
#include "cli/explain_command.hpp"
#include "cli/extract_command.hpp"
#include "cli/help_command.hpp"
#include "cli/merge_command.hpp"
#include "cli/suggestion.hpp"
#include "cli/train_command.hpp"

namespace hearsay::cli {

namespace {

template <class Kind>
CommandEntry entry(std::string name, std::string purpose) {
    return {std::move(name), std::move(purpose), [] { return std::make_unique<Kind>(); }};
}

std::vector<std::string> names() {
    std::vector<std::string> result;
    for (const CommandEntry& command : commands()) result.push_back(command.name);
    return result;
}

}  // namespace

const std::vector<CommandEntry>& commands() {
    static const std::vector<CommandEntry> list{
        entry<AnalyzeCommand>("analyze", "Rank the claims in some articles by independent corroboration"),
        entry<BatchCommand>("batch", "Read many articles into a database that can be added to"),
        entry<MergeCommand>("merge", "Make one run of several"),
        entry<ExplainCommand>("explain", "Show the chains and sentences behind one claim or attribution"),
        entry<ExtractCommand>("extract", "Find attributed statements in documents"),
        entry<EvaluateCommand>("evaluate", "Measure how well attributions are found"),
        entry<TrainCommand>("train", "Rebuild the models from annotated articles"),
        entry<HelpCommand>("help", "Show what a command does and its options"),
    };
    return list;
}

const CommandEntry& find_command(std::string_view name) {
    const auto found = std::ranges::find(commands(), name, &CommandEntry::name);
    if (found != commands().end()) return *found;
    throw UsageError("There is no command '" + std::string(name) + "'." + did_you_mean(name, names()));
}

}  // namespace hearsay::cli
