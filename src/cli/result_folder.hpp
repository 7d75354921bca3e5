// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <functional>

#include "hearsay/analysis.hpp"

namespace hearsay::cli {

/// Calls `use` with the analysis that lies in a folder that `hearsay analyze` wrote, or in the analysis.json that is
/// named itself. Throws ResultError, with the file's name, for whatever is wrong with it or whatever `use` misses in
/// it.
void with_result(const std::filesystem::path& folder, const std::function<void(const Analysis&)>& use);

}  // namespace hearsay::cli
