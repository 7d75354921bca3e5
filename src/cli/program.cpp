// SPDX-License-Identifier: Apache-2.0
#include "cli/program.hpp"

#include <algorithm>
#include <new>
#include <ostream>

#include "cli/commands.hpp"
#include "hearsay/error.hpp"
#include "hearsay/resources.hpp"

namespace hearsay::cli {

namespace {

using Arguments = std::vector<std::string>;

bool asks_for_help(const std::string& argument) { return argument == "--help" || argument == "-h"; }

ExitCode print_version(Console& console) {
    print(console, [](std::ostream& out) { out << "hearsay " << version() << '\n'; });
    return ExitCode::success;
}

ExitCode run_command(const std::string& name, const Arguments& arguments, Console& console) {
    const auto command = find_command(name).make();
    command->setup(arguments);
    return command->run(console);
}

ExitCode dispatch(const Arguments& arguments, Console& console) {
    const std::string& first = arguments.front();
    if (asks_for_help(first)) return run_command("help", {}, console);
    if (first == "--version" || first == "-V") return print_version(console);
    const Arguments rest(arguments.begin() + 1, arguments.end());
    const auto options_end = std::ranges::find(rest, "--");
    if (std::any_of(rest.begin(), options_end, asks_for_help)) return run_command("help", {first}, console);
    return run_command(first, rest, console);
}

ExitCode complain(Console& console, const std::string& what, const std::string& next_step,
                  ExitCode code = ExitCode::failure) {
    console.err << "hearsay: " << what << '\n' << next_step << '\n';
    return code;
}

std::string help_for(const Arguments& arguments) {
    const auto named = [&](const CommandEntry& command) { return !arguments.empty() && command.name == arguments[0]; };
    const bool known = std::ranges::any_of(commands(), named) && arguments[0] != "help";
    return "'hearsay help" + (known ? " " + arguments[0] : "") + "'";
}

}  // namespace

ExitCode run_program(const Arguments& arguments, Console& console) {
    try {
        if (arguments.empty()) throw UsageError("No command was given.");
        return dispatch(arguments, console);
    } catch (const BrokenPipe&) {
        return ExitCode::success;
    } catch (const UsageError& error) {
        return complain(console, error.what(), "See " + help_for(arguments) + ".", ExitCode::wrong_usage);
    } catch (const AnnotationError& error) {
        return complain(
            console, error.what(),
            "Give files with one JSON object a line, as hearsay extract writes them; see " + help_for(arguments) + ".");
    } catch (const InputError& error) {
        return complain(console, error.what(),
                        "Give files of articles in English, or folders or archives that hold some; see " +
                            help_for(arguments) + ".");
    } catch (const CorpusError& error) {
        return complain(console, error.what(),
                        "Name a folder that holds train.jsonl and train.conll.gz; see " + help_for(arguments) + ".");
    } catch (const SourcesError& error) {
        return complain(console, error.what(),
                        "The columns are name, kind, aliases (separated by |), reliability (0 to 1), wikidata, country "
                        "and domain; see " +
                            help_for(arguments) + ".");
    } catch (const ResultError& error) {
        return complain(console, error.what(),
                        "Name the folder that 'hearsay analyze --out DIR' or 'hearsay batch --run DIR' wrote, and what is "
                        "in it; see " +
                            help_for(arguments) + ".");
    } catch (const RunError& error) {
        return complain(console, error.what(),
                        "Choose another run directory, or wait where another process writes this one; see " + help_for(arguments) + ".");
    } catch (const ResourceError& error) {
        return complain(console, error.what(),
                        "Install hearsay anew, or set HEARSAY_RESOURCES to the folder that holds its lexicons/.");
    } catch (const OutputError& error) {
        return complain(console, error.what(), "Make room or write permission there, or choose another place.");
    } catch (const std::bad_alloc&) {
        return complain(console, "there is not enough memory.", "Give fewer documents at a time, or fewer --threads.");
    } catch (const std::exception& error) {
        return complain(console, error.what(), "This should not happen: please report it with the command line.");
    }
}

}  // namespace hearsay::cli
