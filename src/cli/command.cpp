// SPDX-License-Identifier: Apache-2.0
#include "cli/command.hpp"

#include <boost/program_options/errors.hpp>
#include <boost/program_options/parsers.hpp>

#include "cli/suggestion.hpp"

namespace hearsay::cli {

namespace po = boost::program_options;

namespace {

// An abbreviated option would change its meaning when a new option begins with the same letters.
constexpr auto kStyle = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;

std::vector<std::string> long_names(const po::options_description& options) {
    std::vector<std::string> names;
    for (const auto& option : options.options()) names.push_back("--" + option->long_name());
    return names;
}

}  // namespace

void Command::setup(const std::vector<std::string>& arguments) {
    const auto known = options();
    po::variables_map given;
    try {
        po::store(po::command_line_parser(arguments).options(known).positional(positionals()).style(kStyle).run(),
                  given);
        po::notify(given);
    } catch (const po::unknown_option& error) {
        throw UsageError("There is no option '" + error.get_option_name() + "'." +
                         did_you_mean(error.get_option_name(), long_names(known)));
    } catch (const po::too_many_positional_options_error&) {
        throw UsageError("There are too many arguments.");
    } catch (const po::error& error) {
        throw UsageError(std::string(error.what()) + ".");
    }
    take(given);
}

}  // namespace hearsay::cli
