// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

/// "one", "one and two", "one, two and three"; past `limit` names "one, two and 5 more". Names that repeat are said
/// once.
std::string list_names(std::vector<std::string> names, std::size_t limit = 5);
/// "1 article", "4 articles".
std::string count_of(std::size_t n, std::string_view noun);

}  // namespace hearsay
