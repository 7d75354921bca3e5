// SPDX-License-Identifier: Apache-2.0
#include "metrics/past_copying.hpp"

#include <algorithm>
#include <tuple>

#include "metrics/provenance.hpp"

namespace hearsay {

namespace {

constexpr double kPriorArticles = 2;

/// An outlet took something from another in one article.
struct Taking {
    SourceId by, from;
    DocumentId document;
    auto operator<=>(const Taking&) const = default;
};

std::vector<Taking> takings(const TestimonyReader& reader) {
    const GraphInput& input = reader.input();
    std::vector<Taking> found;
    const auto add = [&](SourceId by, SourceId from, DocumentId document) {
        if (by != from && reader.source(from).kind == SourceKind::outlet) found.push_back({by, from, document});
    };
    for (const Claim& claim : input.claims)
        for (const Mention& mention : claim.mentions)
            if (const Chain& chain = mention.chain; chain.size() > 1)
                add(chain.back(), chain[chain.size() - 2], mention.document);
    for (std::uint32_t d = 0; d < input.publishers.size(); ++d) {
        const DocumentId original = reader.story(DocumentId{d});
        add(input.publishers[d], input.publishers[static_cast<std::size_t>(original)], DocumentId{d});
    }
    sort_unique(found);
    return found;
}

}  // namespace

PastCopying::PastCopying(const TestimonyReader& reader) : habits_(reader.input().sources.size()) {
    std::vector<std::uint32_t> articles(habits_.size());
    for (const SourceId publisher : reader.input().publishers) ++articles[static_cast<std::size_t>(publisher)];
    const auto found = takings(reader);
    for (auto first = found.begin(); first != found.end();) {
        const auto last = std::find_if(first, found.end(), [&](const Taking& t) {
            return std::tie(t.by, t.from) != std::tie(first->by, first->from);
        });
        const auto by = static_cast<std::size_t>(first->by);
        habits_[by].push_back({first->from, static_cast<double>(last - first) / (articles[by] + kPriorArticles)});
        first = last;
    }
    for (auto& habits : habits_) {
        std::stable_sort(habits.begin(), habits.end(),
                         [](const Habit& a, const Habit& b) { return a.share > b.share; });
        if (habits.size() > kMostHabits) habits.resize(kMostHabits);
    }
}

}  // namespace hearsay
