// SPDX-License-Identifier: Apache-2.0
#include "attribution/token_set.hpp"

#include <algorithm>

namespace hearsay {

TokenSet token_set(std::vector<TokenRange> ranges) {
    std::ranges::sort(ranges);
    TokenSet set;
    for (const TokenRange range : ranges) {
        if (range.empty()) continue;
        if (!set.empty() && range.begin <= set.back().end)
            set.back().end = std::max(set.back().end, range.end);
        else
            set.push_back(range);
    }
    return set;
}

std::uint32_t size(const TokenSet& tokens) {
    std::uint32_t sum = 0;
    for (const TokenRange range : tokens) sum += range.size();
    return sum;
}

std::uint32_t common_size(const TokenSet& left, const TokenSet& right) {
    std::uint32_t sum = 0;
    for (auto l = left.begin(), r = right.begin(); l != left.end() && r != right.end();) {
        const std::uint32_t begin = std::max(l->begin, r->begin), end = std::min(l->end, r->end);
        if (begin < end) sum += end - begin;
        l->end < r->end ? ++l : ++r;
    }
    return sum;
}

}  // namespace hearsay
