// SPDX-License-Identifier: Apache-2.0
#include "hearsay/resources.hpp"

#include <cstdlib>
#include <fstream>
#include <string>
#include <system_error>

#include "hearsay/error.hpp"
#include "text/split.hpp"

namespace hearsay {

namespace fs = std::filesystem;

namespace {

/// Where the data lie when the whole installation was put, or moved, somewhere else than it was configured for.
fs::path data_beside_program() {
    std::error_code unknown;
    const fs::path program = fs::read_symlink("/proc/self/exe", unknown);
    return unknown ? fs::path() : program.parent_path().parent_path() / "share" / "hearsay";
}

}  // namespace

fs::path resource_directory() {
    if (const char* chosen = std::getenv("HEARSAY_RESOURCES"); chosen && *chosen) return chosen;
    for (const fs::path& candidate :
         {data_beside_program(), fs::path(HEARSAY_INSTALLED_DATA), fs::path(HEARSAY_SOURCE_DATA)})
        if (fs::is_directory(candidate / "lexicons")) return candidate;
    throw ResourceError(std::string("no lexicons in ") + HEARSAY_INSTALLED_DATA + " or " + HEARSAY_SOURCE_DATA +
                        "; set HEARSAY_RESOURCES to the folder that holds them");
}

void read_table(const fs::path& file, const std::vector<std::string_view>& columns,
                const std::function<void(const std::vector<std::string_view>&)>& row) {
    std::ifstream input(file);
    if (!input) throw ResourceError(file.string() + ": can't be opened");
    std::string line;
    bool header = true;
    for (std::size_t number = 1; std::getline(input, line); ++number) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        if (line.empty() || line.front() == '#') continue;
        auto fields = split(line, '\t');
        const auto fail = [&](const std::string& cause) {
            throw ResourceError(file.string() + ":" + std::to_string(number) + ": " + cause);
        };
        if (header) {
            if (fields != columns) fail("the header does not name the expected columns");
            header = false;
            continue;
        }
        if (fields.size() > columns.size())
            fail("has " + std::to_string(fields.size()) + " fields, expected " + std::to_string(columns.size()));
        fields.resize(columns.size());
        row(fields);
    }
    if (header) throw ResourceError(file.string() + ": is empty");
}

std::string_view version() { return HEARSAY_VERSION; }

}  // namespace hearsay
