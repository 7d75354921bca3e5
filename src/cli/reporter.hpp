// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <string_view>

#include "cli/command.hpp"
#include "cli/reading_options.hpp"
#include "hearsay/pipeline.hpp"

namespace hearsay::cli {

/// Tells the user what happens while documents are read: which ones are skipped and why, what else is worth a note,
/// and, on a terminal, how far the run is.
class Reporter {
  public:
    Reporter(Console& console, const ReadingOptions& options) : console_(console), options_(options) {}

    /// Options that report to this object, which must outlive the run.
    PipelineOptions pipeline_options();
    void note(std::string_view where, std::string_view what);
    void note_replacements(std::string_view document, std::uint32_t replacements);
    /// Ends the progress line, says how many documents were skipped, and gives the run's exit code.
    ExitCode close();

  private:
    void skip(const Skipped& skipped);
    void advance(double share);
    void clear_progress();
    void line(std::string_view where, std::string_view what);

    Console& console_;
    const ReadingOptions& options_;
    std::size_t skipped_ = 0;
    int percent_ = -1;
};

}  // namespace hearsay::cli
