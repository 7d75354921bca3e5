// SPDX-License-Identifier: Apache-2.0
#include "cli/reading_options.hpp"

#include <charconv>

#include "cli/command.hpp"

namespace hearsay::cli {

namespace po = boost::program_options;

po::options_description ReadingOptions::description() {
    po::options_description options("Reading");
    options.add_options()("input", po::value<std::vector<std::string>>()->value_name("INPUT"),
                          "a .txt, .jsonl or .jsonl.gz file, a folder of them, or - for JSON lines on standard input");
    return options.add(run_description());
}

po::options_description ReadingOptions::run_description() {
    po::options_description options("Running");
    auto add = options.add_options();
    add("threads,j", po::value<std::string>()->value_name("N"),
        "worker threads; 0, the default, takes as many as the machine has. The result does not depend on it");
    add("strict", "exit with 1 when any document could not be read");
    add("quiet,q", "print no notes and no progress; documents that are skipped are still named");
    add("help,h", "show this");
    return options;
}

po::positional_options_description ReadingOptions::positionals() {
    return po::positional_options_description().add("input", -1);
}

ReadingOptions ReadingOptions::from(const po::variables_map& given) {
    ReadingOptions options;
    if (given.count("input"))
        for (const auto& input : given["input"].as<std::vector<std::string>>()) options.inputs.emplace_back(input);
    options.threads = whole_number(given, "threads", 0, 256).value_or(0);
    options.strict = given.count("strict") > 0;
    options.quiet = given.count("quiet") > 0;
    return options;
}

std::optional<unsigned> whole_number(const po::variables_map& given, const char* option, unsigned least,
                                     unsigned most) {
    if (!given.count(option)) return std::nullopt;
    const auto& text = given[option].as<std::string>();
    unsigned number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc{} && end == text.data() + text.size() && number >= least && number <= most) return number;
    throw UsageError("--" + std::string(option) + " takes a whole number from " + std::to_string(least) + " to " +
                     std::to_string(most) + ", not '" + text + "'.");
}

}  // namespace hearsay::cli
