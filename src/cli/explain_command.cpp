// SPDX-License-Identifier: Apache-2.0
#include "cli/explain_command.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>
#include <vector>

#include "hearsay/error.hpp"
#include "hearsay/render/analysis_json.hpp"
#include "hearsay/render/explain.hpp"
#include "hearsay/store/run_directory.hpp"
#include "hearsay/store/run_reader.hpp"

namespace hearsay::cli {

namespace fs = std::filesystem;
namespace po = boost::program_options;

namespace {

/// The file itself may be named as well as its folder.
fs::path file_in(const fs::path& folder) {
    std::error_code unknown;
    return fs::is_regular_file(folder, unknown) ? folder : folder / "analysis.json";
}

Analysis read(const fs::path& file) {
    errno = 0;
    std::ifstream in(file, std::ios::binary);
    if (!in) throw ResultError(errno ? std::strerror(errno) : "can't be opened");
    return read_analysis_json(in);
}

}  // namespace

std::string ExplainCommand::details() const {
    return "Reads what 'hearsay analyze --out DIR' or 'hearsay batch --run DIR' wrote. A claim is named by its id\n"
           "(c3), by its rank (3), or by a few of its words; an attribution by its id (a7).\n";
}

po::options_description ExplainCommand::options() const {
    po::options_description options("Options");
    auto add = options.add_options();
    add("folder", po::value<std::string>()->value_name("DIR"), "the folder that hearsay analyze or hearsay batch wrote");
    add("what", po::value<std::vector<std::string>>()->value_name("CLAIM|ATTRIBUTION"),
        "what to explain: c3, 3, a7, or words that only one claim has");
    add("json", "print one JSON object");
    add("help,h", "show this");
    return options;
}

po::positional_options_description ExplainCommand::positionals() const {
    return po::positional_options_description().add("folder", 1).add("what", -1);
}

void ExplainCommand::take(const po::variables_map& given) {
    if (given.count("folder")) folder_ = given["folder"].as<std::string>();
    if (folder_.empty()) throw UsageError("No DIR was given: name the folder that hearsay analyze wrote.");
    what_.clear();
    if (given.count("what"))
        for (const auto& word : given["what"].as<std::vector<std::string>>())
            what_ += (what_.empty() ? "" : " ") + word;
    if (what_.empty()) throw UsageError("Nothing to explain was given: name a claim, such as c1, or an attribution.");
    json_ = given.count("json") > 0;
}

ExitCode ExplainCommand::run(Console& console) {
    if (is_run_directory(folder_)) {
        explain(read_run(folder_), console);
        return ExitCode::success;
    }
    const fs::path file = file_in(folder_);
    try {
        explain(read(file), console);
    } catch (const ResultError& error) {
        throw ResultError(file.string() + ": " + error.what());
    }
    return ExitCode::success;
}

void ExplainCommand::explain(const Analysis& analysis, Console& console) const {
    const Explained found = find_explained(analysis, what_);
    print(console, [&](std::ostream& out) {
        if (json_) return write_explanation_json(analysis, found, out);
        print_explanation(analysis, found, out, {.columns = console.columns, .color = console.color});
    });
}

}  // namespace hearsay::cli
