// SPDX-License-Identifier: Apache-2.0
#include "attribution/nesting.hpp"

#include <algorithm>

namespace hearsay {

namespace {

Span hull_of(const Attribution& a) {
    Span whole{UINT32_MAX, 0};
    for (const Spans* spans : {&a.source, &a.cue, &a.content})
        for (const Span span : *spans) whole = {std::min(whole.begin, span.begin), std::max(whole.end, span.end)};
    return whole;
}

}  // namespace

void nest(std::vector<Attribution>& attributions) {
    std::stable_sort(attributions.begin(), attributions.end(), [](const Attribution& a, const Attribution& b) {
        const Span x = hull_of(a), y = hull_of(b);
        return x.begin != y.begin ? x.begin < y.begin : x.end > y.end;
    });
    std::vector<std::uint32_t> open;
    for (std::uint32_t i = 0; i != attributions.size(); ++i) {
        const Span whole = hull_of(attributions[i]);
        while (!open.empty() && hull_of(attributions[open.back()]).end <= whole.begin) open.pop_back();
        for (auto outer = open.rbegin(); outer != open.rend(); ++outer) {
            const Spans& content = attributions[*outer].content;
            const bool inside = std::any_of(content.begin(), content.end(), [&](Span s) { return s.contains(whole); });
            if (!inside) continue;
            attributions[i].parent = *outer;
            break;
        }
        open.push_back(i);
    }
}

}  // namespace hearsay
