// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "store/database.hpp"

namespace hearsay {

/// How many documents came, and how many were there already.
struct MergedRows {
    std::int64_t added = 0, known = 0;
};

/// What the runs in these folders were made with, which runs of one whole must share. Throws ResultError where a folder
/// holds no run, and RunError where they were made with different models or lexicons.
std::string models_of_runs(const std::vector<std::filesystem::path>& folders);

/// Copies what single documents gave from the run in `folder`, in one transaction. Documents that are there already, by
/// their UUID, are passed over.
MergedRows merge_rows(Database& database, const std::filesystem::path& folder);

}  // namespace hearsay
