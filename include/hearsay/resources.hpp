// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <functional>
#include <string_view>
#include <vector>

namespace hearsay {

/// The folder that holds `lexicons/` and `models/`: $HEARSAY_RESOURCES if set, else the installed `share/hearsay`, else
/// `data/` of the source tree that the program was built from. Throws ResourceError when none of them exists.
///
///   const auto cues = CueLexicon::load(resource_directory() / "lexicons" / "cues.tsv");
std::filesystem::path resource_directory();

/// Reads a tab-separated table of ours, the format of everything in data/lexicons: UTF-8, one record a line, '#' starts
/// a comment line, empty lines are skipped, the first record line names the columns. Calls `row` with the fields of each
/// record, as many as there are columns (missing ones at the end are empty). The views live only during the call.
/// Throws ResourceError, naming file and line, for a missing file, a wrong header or too many fields.
void read_table(const std::filesystem::path& file, const std::vector<std::string_view>& columns,
                const std::function<void(const std::vector<std::string_view>& fields)>& row);

/// Program version, as "0.1.0".
std::string_view version();

}  // namespace hearsay
