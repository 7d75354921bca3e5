// SPDX-License-Identifier: Apache-2.0
#include "metrics/wording.hpp"

#include <algorithm>
#include <set>

namespace hearsay {

std::string list_names(std::vector<std::string> names, std::size_t limit) {
    std::set<std::string> seen;
    std::erase_if(names, [&seen](const std::string& name) { return !seen.insert(name).second; });
    if (names.size() > limit) {
        const auto more = std::to_string(names.size() - limit) + " more";
        names.resize(limit);
        names.push_back(more);
    }
    std::string list;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) list += i + 1 == names.size() ? " and " : ", ";
        list += names[i];
    }
    return list;
}

std::string count_of(std::size_t n, std::string_view noun) {
    return std::to_string(n) + ' ' + std::string(noun) + (n == 1 ? "" : "s");
}

}  // namespace hearsay
