// SPDX-License-Identifier: Apache-2.0
#include "cli/selection_options.hpp"

#include <limits>

#include "cli/command.hpp"
#include "cli/reading_options.hpp"

namespace hearsay::cli {

namespace po = boost::program_options;

po::options_description selection_options() {
    po::options_description options("Which claims");
    auto add = options.add_options();
    add("attributed-only", "only claims that somebody is quoted for, not what articles only say in their own voice");
    add("min-documents", po::value<std::string>()->value_name("N"), "only claims that so many articles mention");
    add("about", po::value<std::string>()->value_name("WORDS"),
        "only claims with all of these words, in any form, in the claim, its mentions or the names of its origins");
    add("disputed", "only claims that somebody denies or doubts");
    return options;
}

ClaimSelection selection_from(const po::variables_map& given) {
    ClaimSelection selection;
    selection.attributed_only = given.count("attributed-only") > 0;
    selection.disputed_only = given.count("disputed") > 0;
    selection.min_documents = whole_number(given, "min-documents", 0, std::numeric_limits<unsigned>::max()).value_or(0);
    if (given.count("about")) selection.about = given["about"].as<std::string>();
    if (given.count("about") && selection.about.empty()) throw UsageError("--about takes words, not an empty text.");
    return selection;
}

}  // namespace hearsay::cli
