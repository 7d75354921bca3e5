// SPDX-License-Identifier: Apache-2.0
#include "cli/run_options.hpp"

#include <string>

#include "cli/command.hpp"

namespace hearsay::cli {

namespace po = boost::program_options;

po::options_description RunOptions::description() {
    po::options_description options("The run");
    auto add = options.add_options();
    add("run", po::value<std::string>()->value_name("DIR"), "the run directory; made where it is missing");
    add("sources", po::value<std::string>()->value_name("FILE"),
        "a CSV or TSV table of sources that adds to the gazetteer or overrides it; the same in every batch of a run");
    add("log", po::value<std::string>()->value_name("FILE"),
        "append progress, the summary and all that is set aside to this file");
    return options;
}

RunOptions RunOptions::from(const po::variables_map& given) {
    const auto path = [&](const char* option) -> std::filesystem::path {
        if (!given.count(option)) return {};
        const auto& name = given[option].as<std::string>();
        if (name.empty()) throw UsageError("--" + std::string(option) + " takes a name, not an empty one.");
        return name;
    };
    RunOptions options{path("run"), path("log"), path("sources")};
    if (options.run.empty()) throw UsageError("No run directory was given: name one with --run DIR.");
    return options;
}

}  // namespace hearsay::cli
