// SPDX-License-Identifier: Apache-2.0
#include "cli/result_folder.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>

#include "hearsay/error.hpp"
#include "hearsay/render/analysis_json.hpp"
#include "hearsay/store/run_directory.hpp"
#include "hearsay/store/run_reader.hpp"

namespace hearsay::cli {

namespace fs = std::filesystem;

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

void with_result(const fs::path& folder, const std::function<void(const Analysis&)>& use) {
    if (is_run_directory(folder)) return use(read_run(folder));
    const fs::path file = file_in(folder);
    try {
        use(read(file));
    } catch (const ResultError& error) {
        throw ResultError(file.string() + ": " + error.what());
    }
}

}  // namespace hearsay::cli
