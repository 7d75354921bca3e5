// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace hearsay::cli {

/// " Did you mean '--strict'?" for the known word that is nearest to `given` (Levenshtein distance, at most two edits
/// or a third of its length), or an empty string.
std::string did_you_mean(std::string_view given, const std::vector<std::string>& known);

}  // namespace hearsay::cli
