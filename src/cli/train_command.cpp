// SPDX-License-Identifier: Apache-2.0
#include "cli/train_command.hpp"

#include <mutex>
#include <ostream>

#include "cli/reading_options.hpp"
#include "hearsay/training/training.hpp"

namespace hearsay::cli {

namespace po = boost::program_options;

std::string TrainCommand::details() const {
    return "Rebuilds every model from annotated articles: CORPUS/train.jsonl holds texts with their attributions, and\n"
           "CORPUS/train.conll.gz their tags, entities and dependencies. Equal input gives byte-equal models.\n";
}

po::options_description TrainCommand::options() const {
    po::options_description options("Training");
    auto add = options.add_options();
    add("corpus", po::value<std::string>()->value_name("CORPUS"), "folder of annotated articles");
    add("out", po::value<std::string>()->value_name("DIR"), "folder for the models; made if missing");
    add("folds", po::value<std::string>()->value_name("N"),
        "parts of the corpus that are held out in turn, 4 unless told");
    add("quiet,q", "print no progress");
    add("help,h", "show this");
    return options;
}

po::positional_options_description TrainCommand::positionals() const {
    return po::positional_options_description().add("corpus", 1);
}

void TrainCommand::take(const po::variables_map& given) {
    if (!given.count("corpus") || given["corpus"].as<std::string>().empty())
        throw UsageError("No CORPUS was given: name a folder of annotated articles.");
    if (!given.count("out") || given["out"].as<std::string>().empty())
        throw UsageError("No --out was given: name a folder for the models.");
    corpus_ = given["corpus"].as<std::string>();
    out_ = given["out"].as<std::string>();
    folds_ = whole_number(given, "folds", 2, 100).value_or(folds_);
    quiet_ = given.count("quiet") > 0;
}

ExitCode TrainCommand::run(Console& console) {
    std::mutex one_line;
    const auto progress = [&](const std::string& line) {
        const std::lock_guard lock(one_line);
        console.err << line << '\n' << std::flush;
    };
    TrainingOptions options{.resources = {}, .folds = folds_};
    if (!quiet_) options.progress = progress;
    train(corpus_, out_, options);
    return ExitCode::success;
}

}  // namespace hearsay::cli
