// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <string_view>

#include "hearsay/analysis.hpp"

namespace hearsay {

/// Reads the results of a run as an Analysis, for whatever prints, draws or writes one.
///
///   const Analysis analysis = read_run("run");
///   write_analysis_json(analysis, file);
///
/// Documents come by date of publication, id and content, and behind these what was added later
/// (docs/hearsay-batch.md). Throws ResultError for a folder that holds no run, a damaged one, or one whose first batch
/// has not been completed; RunError for one that a newer hearsay wrote.
Analysis read_run(const std::filesystem::path& folder);

}  // namespace hearsay
