// SPDX-License-Identifier: Apache-2.0
#include "cli/help_command.hpp"

#include <algorithm>
#include <ostream>

#include "cli/commands.hpp"

namespace hearsay::cli {

namespace po = boost::program_options;

namespace {

void describe_program(std::ostream& out) {
    out << "hearsay reads news articles and tells how many independent sources really stand behind each claim.\n\n"
           "Usage: hearsay COMMAND [ARGUMENTS]\n\n"
           "Commands:\n";
    for (const CommandEntry& command : commands())
        out << "  " << command.name << std::string(10 - command.name.size(), ' ') << command.purpose << '\n';
    out << "\nOptions:\n"
           "  -h, --help     Show this, or after a command's name its options\n"
           "  -V, --version  Show the version\n\n"
           "A first try: hearsay analyze articles/ --out result\n";
}

void describe_command(std::ostream& out, const CommandEntry& entry) {
    const auto command = entry.make();
    out << "hearsay " << entry.name << ": " << entry.purpose << "\n\n"
        << "Usage: hearsay " << entry.name << ' ' << command->synopsis() << "\n";
    if (!command->details().empty()) out << '\n' << command->details();
    out << '\n' << command->options();
}

}  // namespace

po::options_description HelpCommand::options() const {
    po::options_description options("Options");
    options.add_options()("command", po::value<std::string>()->value_name("COMMAND"), "the command to show");
    return options;
}

po::positional_options_description HelpCommand::positionals() const {
    return po::positional_options_description().add("command", 1);
}

void HelpCommand::take(const po::variables_map& given) {
    if (given.count("command")) command_ = find_command(given["command"].as<std::string>()).name;
}

ExitCode HelpCommand::run(Console& console) {
    print(console, [this](std::ostream& out) {
        if (command_.empty()) return describe_program(out);
        describe_command(out, find_command(command_));
    });
    return ExitCode::success;
}

}  // namespace hearsay::cli
