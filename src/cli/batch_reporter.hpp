// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>

#include "cli/command.hpp"
#include "hearsay/batch.hpp"

namespace hearsay::cli {

/// Lets the user watch a batch: a bar on a terminal, a line every ten seconds elsewhere, what is set aside and why, and
/// a summary at the end. A log file gets the lines and the whole list of what was set aside.
class BatchReporter {
  public:
    /// `log` may be empty. Throws OutputError where it can't be written.
    BatchReporter(Console& console, bool quiet, const std::filesystem::path& log);

    void set_aside(const Skipped& skipped);
    void advance(const BatchProgress& progress);
    /// Counts and changes go to standard output, time and memory to standard error.
    void summarize(const BatchSummary& summary, const std::filesystem::path& folder);
    /// Throws OutputError where the log is incomplete.
    void close();

  private:
    using Clock = std::chrono::steady_clock;
    void line(const std::string& text);
    void show_bar(const BatchProgress& progress);
    void clear_bar();
    std::string state(const BatchProgress& progress) const;
    void print_times(const BatchSummary& summary);

    Console& console_;
    bool quiet_;
    std::filesystem::path log_name_;
    std::ofstream log_;
    Clock::time_point began_ = Clock::now(), shown_ = began_;
    std::uint64_t named_ = 0;  // documents set aside that were printed
    bool bar_ = false;
};

}  // namespace hearsay::cli
