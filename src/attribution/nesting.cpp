// SPDX-License-Identifier: Apache-2.0
#include "attribution/nesting.hpp"

#include <algorithm>
#include <utility>

namespace hearsay {

namespace {

Span hull_of(const Attribution& a) {
    Span whole{UINT32_MAX, 0};
    for (const Spans* spans : {&a.source, &a.cue, &a.content})
        for (const Span span : *spans) whole = {std::min(whole.begin, span.begin), std::max(whole.end, span.end)};
    return whole;
}

struct Placed {
    Span hull;  // kept, since a content may have very many spans
    Attribution attribution;
};

std::vector<Placed> in_text_order(std::vector<Attribution> attributions) {
    std::vector<Placed> placed;
    placed.reserve(attributions.size());
    for (Attribution& a : attributions) {
        const Span hull = hull_of(a);
        placed.push_back({hull, std::move(a)});
    }
    std::ranges::stable_sort(placed, [](const Placed& a, const Placed& b) {
        return a.hull.begin != b.hull.begin ? a.hull.begin < b.hull.begin : a.hull.end > b.hull.end;
    });
    return placed;
}

/// A content span, and the index of the attribution that it is of.
struct Content {
    Span span;
    std::uint32_t owner;
};

std::vector<Content> contents_of(const std::vector<Placed>& placed) {
    std::vector<Content> contents;
    for (std::uint32_t i = 0; i != placed.size(); ++i)
        for (const Span span : placed[i].attribution.content) contents.push_back({span, i});
    std::ranges::stable_sort(contents, {}, [](const Content& content) { return content.span.begin; });
    return contents;
}

/// Sweeps over the text with the contents that cover the place where it is. Those are few, whereas hulls are long
/// where a source stands far from what it says.
void find_parents(std::vector<Placed>& placed) {
    const std::vector<Content> contents = contents_of(placed);
    std::vector<Content> open;
    auto next = contents.begin();
    for (std::uint32_t i = 0; i != placed.size(); ++i) {
        const Span whole = placed[i].hull;
        for (; next != contents.end() && next->span.begin <= whole.begin; ++next) open.push_back(*next);
        std::erase_if(open, [&](const Content& content) { return content.span.end <= whole.begin; });
        for (const Content& content : open)
            if (content.owner < i && content.span.contains(whole))
                placed[i].attribution.parent = std::max(content.owner, placed[i].attribution.parent.value_or(0));
    }
}

}  // namespace

void nest(std::vector<Attribution>& attributions) {
    std::vector<Placed> placed = in_text_order(std::move(attributions));
    find_parents(placed);
    attributions.clear();
    for (Placed& one : placed) attributions.push_back(std::move(one.attribution));
}

}  // namespace hearsay
