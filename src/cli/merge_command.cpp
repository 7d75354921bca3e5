// SPDX-License-Identifier: Apache-2.0
#include "cli/merge_command.hpp"

#include <ostream>

#include "cli/batch_reporter.hpp"
#include "cli/stop_signal.hpp"

namespace hearsay::cli {

namespace po = boost::program_options;

std::string MergeCommand::details() const {
    return "Copies what the documents of each RUN gave into DIR/hearsay.sqlite and finds the claims of all of them, as "
           "one\n"
           "'hearsay batch' over all their articles would have. Documents that several of them have are taken once.\n";
}

po::options_description MergeCommand::options() const {
    po::options_description all = RunOptions::description();
    auto add = all.add_options();
    add("input", po::value<std::vector<std::string>>()->value_name("RUN"),
        "each input is a run directory that hearsay batch wrote");
    add("quiet,q", "print no summary and no progress");
    add("help,h", "show this");
    return all;
}

po::positional_options_description MergeCommand::positionals() const {
    return po::positional_options_description().add("input", -1);
}

void MergeCommand::take(const po::variables_map& given) {
    parts_.clear();
    if (given.count("input"))
        for (const auto& part : given["input"].as<std::vector<std::string>>()) parts_.emplace_back(part);
    if (parts_.empty()) throw UsageError("No RUN was given: name the run directories to make one of.");
    run_ = RunOptions::from(given);
    for (const auto& part : parts_) {
        std::error_code missing;
        if (std::filesystem::equivalent(part, run_.run, missing))
            throw UsageError("--run " + run_.run.string() + " is one of the runs to merge: name a folder of its own.");
    }
    quiet_ = given.count("quiet") > 0;
}

ExitCode MergeCommand::run(Console& console) {
    BatchReporter reporter(console, quiet_, run_.log);
    BatchOptions options;
    options.pipeline.sources = run_.sources;
    options.progress = [&](const BatchProgress& progress) { reporter.advance(progress); };
    const StopSignal signal;
    options.stop = &StopSignal::asked();
    const BatchSummary summary = merge_runs(parts_, run_.run, options);
    if (summary.end == BatchEnd::complete) reporter.summarize(summary, run_.run);
    reporter.close();
    if (summary.end == BatchEnd::complete) return ExitCode::success;
    console.err << "Stopped; the same command goes on from here.\n";
    return ExitCode::failure;
}

}  // namespace hearsay::cli
