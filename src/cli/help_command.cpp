// SPDX-License-Identifier: Apache-2.0
#include "cli/help_command.hpp"

#include <algorithm>
#include <boost/program_options/option.hpp>
#include <boost/program_options/parsers.hpp>
#include <ostream>
#include <sstream>

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

constexpr std::size_t kIndent = 22, kWidth = 100;

/// "-j, --threads N"; what needs no name on the command line goes by its placeholder alone.
std::string usage_of(const po::option_description& option, bool positional) {
    if (positional) return option.format_parameter();
    const std::string short_name = option.canonical_display_name(po::command_line_style::allow_dash_for_short);
    std::string usage = short_name.starts_with("--") || short_name[0] != '-' ? "    " : short_name + ", ";
    usage.append("--").append(option.long_name());
    if (!option.format_parameter().empty()) usage.append(" ").append(option.format_parameter());
    return usage;
}

void describe_option(std::ostream& out, const std::string& usage, const std::string& text) {
    out << "  " << usage;
    std::size_t column = 2 + usage.size();
    std::istringstream words(text);
    for (std::string word; words >> word; column += 1 + word.size()) {
        const bool first = column <= kIndent;
        if (first || column + 1 + word.size() > kWidth) {
            if (!first) out << '\n';
            out << std::string(kIndent - (first ? column : 0), ' ');
            column = kIndent;
        }
        out << ' ' << word;
    }
    out << '\n';
}

bool is_positional(const std::string& option, const po::positional_options_description& positionals) {
    constexpr unsigned kMost = 2;  // of different names; the last one may take any number
    for (unsigned i = 0; i < std::min(positionals.max_total_count(), kMost); ++i)
        if (positionals.name_for_position(i) == option) return true;
    return false;
}

void describe_options(std::ostream& out, const Command& command) {
    const auto options = command.options();
    const auto positionals = command.positionals();
    out << "\nArguments and options:\n";
    for (const bool positional : {true, false})
        for (const auto& option : options.options())
            if (is_positional(option->long_name(), positionals) == positional)
                describe_option(out, usage_of(*option, positional), option->description());
}

void describe_command(std::ostream& out, const CommandEntry& entry) {
    const auto command = entry.make();
    out << "hearsay " << entry.name << ": " << entry.purpose << "\n\n"
        << "Usage: hearsay " << entry.name << ' ' << command->synopsis() << "\n";
    if (!command->details().empty()) out << '\n' << command->details();
    describe_options(out, *command);
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
