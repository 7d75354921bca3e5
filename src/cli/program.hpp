// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "cli/command.hpp"

namespace hearsay::cli {

/// The whole program: chooses the command, sets it up, runs it, and tells the user of whatever went wrong and of what
/// to do next. `arguments` are those after the program's name.
ExitCode run_program(const std::vector<std::string>& arguments, Console& console);

}  // namespace hearsay::cli
