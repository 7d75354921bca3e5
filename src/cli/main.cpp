// SPDX-License-Identifier: Apache-2.0
#include <csignal>
#include <ios>

#include "cli/program.hpp"

int main(int argc, char** argv) {
    // A reader that goes away early shows as a failed write, so that the files of the run are still completed.
    std::signal(SIGPIPE, SIG_IGN);
    std::ios::sync_with_stdio(false);
    auto console = hearsay::cli::Console::standard();
    return static_cast<int>(hearsay::cli::run_program({argv + (argc > 0), argv + argc}, console));
}
