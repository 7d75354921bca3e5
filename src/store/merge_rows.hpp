// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <filesystem>

#include "store/database.hpp"

namespace hearsay {

/// How many documents came, and how many were there already.
struct MergedRows {
    std::int64_t added = 0, known = 0;
};

/// Copies what single documents gave from the run in `folder`, in one transaction. Documents that are there already, by
/// their UUID, are passed over. Throws RunError where the two were made with different models or lexicons.
MergedRows merge_rows(Database& database, const std::filesystem::path& folder);

}  // namespace hearsay
