// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>
#include <vector>

namespace hearsay {

/// What lies between separators: one part more than there are of them, some of which may be empty.
inline std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (std::size_t end; (end = text.find(separator)) != text.npos; text.remove_prefix(end + 1))
        parts.push_back(text.substr(0, end));
    parts.push_back(text);
    return parts;
}

/// The items of a list, those apart that are empty.
inline std::vector<std::string_view> items(std::string_view list, char separator) {
    std::vector<std::string_view> parts = split(list, separator);
    std::erase_if(parts, [](std::string_view part) { return part.empty(); });
    return parts;
}

}  // namespace hearsay
