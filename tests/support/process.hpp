// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "support/temporary_folder.hpp"

namespace hearsay::test {

/// What a shell line left behind.
struct Finished {
    int code = -1;  ///< 128 + n where signal n ended it
    std::string out, err;
};

/// Runs `line` with bash in `folder`, where `hearsay` is the program under test; stdout and stderr go to files in
/// `folder` of these names.
inline Finished shell(const std::filesystem::path& folder, const std::string& line) {
    std::ofstream(folder / "script")
        << "set -o pipefail\nexport LSAN_OPTIONS=print_suppressions=0\nhearsay() { " HEARSAY_PROGRAM " \"$@\"; }\n"
        << line << '\n';
    const std::string command = "cd '" + folder.string() + "' && bash script >stdout 2>stderr </dev/null";
    const int status = std::system(command.c_str());
    const int code = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    return {code, read_file(folder / "stdout"), read_file(folder / "stderr")};
}

}  // namespace hearsay::test
