// SPDX-License-Identifier: Apache-2.0
#include "cli/batch_command.hpp"

#include <limits>
#include <ostream>

#include "cli/batch_reporter.hpp"
#include "cli/model_choice.hpp"
#include "cli/stop_signal.hpp"
#include "hearsay/error.hpp"

namespace hearsay::cli {

namespace po = boost::program_options;

std::string BatchCommand::details() const {
    return "Reads articles into DIR/hearsay.sqlite and finds the claims of all that is in it. May be ended at any "
           "moment:\n"
           "the same command goes on where it stopped. Run again with more articles, only the new ones are read.\n";
}

po::options_description BatchCommand::options() const {
    po::options_description all = RunOptions::description();
    auto add = all.add_options();
    add("afresh", "weigh the words of all articles anew, however few were added");
    add("max-errors", po::value<std::string>()->value_name("N"),
        "stop when more than N documents had to be set aside; without it, nothing stops a batch");
    return all.add(ReadingOptions::description());
}

po::positional_options_description BatchCommand::positionals() const { return ReadingOptions::positionals(); }

void BatchCommand::take(const po::variables_map& given) {
    reading_ = ReadingOptions::from(given);
    if (reading_.inputs.empty()) throw UsageError("No INPUT was given: name files or folders of articles.");
    if (reading_.model == "auto")  // a run is read with one model, however it grows
        throw UsageError("--model takes fast, accurate or a file here, not auto.");
    run_ = RunOptions::from(given);
    afresh_ = given.count("afresh") > 0;
    max_errors_ = whole_number(given, "max-errors", 0, std::numeric_limits<unsigned>::max());
}

ExitCode BatchCommand::run(Console& console) {
    BatchReporter reporter(console, reading_.quiet, run_.log);
    BatchOptions options;
    options.pipeline.threads = reading_.threads;
    options.pipeline.input = reading_.input;
    options.pipeline.encoder = encoder_for(reading_, console);
    options.pipeline.sources = run_.sources;
    options.pipeline.skipped = [&](const Skipped& skipped) { reporter.set_aside(skipped); };
    options.progress = [&](const BatchProgress& progress) { reporter.advance(progress); };
    if (max_errors_) options.max_errors = *max_errors_;
    options.afresh = afresh_;
    const StopSignal signal;
    options.stop = &StopSignal::asked();
    const BatchSummary summary = run_batch(reading_.inputs, run_.run, options, &console.in);
    if (summary.documents > 0) reporter.summarize(summary, run_.run);
    reporter.close();
    return conclude(summary, console);
}

ExitCode BatchCommand::conclude(const BatchSummary& summary, Console& console) const {
    if (summary.end == BatchEnd::stopped) {
        console.err << "Stopped; what was read is in " << run_.run.string()
                    << ". The same command goes on from here.\n";
        return ExitCode::failure;
    }
    if (summary.end == BatchEnd::too_many_errors) {
        console.err << "Stopped: " << summary.progress.set_aside << " documents were set aside, more than --max-errors "
                    << *max_errors_ << ". The table errors in " << run_.run.string()
                    << " tells why; the same command with a higher number goes on from here.\n";
        return ExitCode::failure;
    }
    if (summary.progress.stored + summary.progress.known == 0) throw InputError("no document could be read");
    return reading_.strict && summary.progress.set_aside > 0 ? ExitCode::failure : ExitCode::success;
}

}  // namespace hearsay::cli
