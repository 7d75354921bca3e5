// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <string>
#include <string_view>

namespace hearsay::cli {

/// File names and causes hold whatever the input holds; a terminal must not obey it.
inline std::string printable(std::string_view text) {
    std::string result(text);
    std::ranges::replace_if(
        result, [](unsigned char c) { return c < 0x20 || c == 0x7f; }, '?');
    return result;
}

}  // namespace hearsay::cli
