// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <sstream>
#include <string>
#include <vector>

#include "cli/program.hpp"

namespace hearsay::test {

/// What one run of the program said.
struct RecordedRun {
    cli::ExitCode code;
    std::string out, err;
};

/// Runs the program inside this process.
inline RecordedRun run(const std::vector<std::string>& arguments, const std::string& standard_input = {}) {
    std::istringstream in(standard_input);
    std::ostringstream out, err;
    cli::Console console{.in = in, .out = out, .err = err};
    const cli::ExitCode code = cli::run_program(arguments, console);
    return {code, out.str(), err.str()};
}

}  // namespace hearsay::test
