// SPDX-License-Identifier: Apache-2.0
// The scores against the plainest way to count them, over all pairs, on random annotations.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "hearsay/attribution/scores.hpp"

namespace hearsay::test {
namespace {

/// A text of one-letter tokens without white space: token i is code point i, and every span is trimmed.
constexpr std::uint32_t kLength = 40;
const std::string kText(kLength, '.');

using Tokens = std::set<std::uint32_t>;

Tokens tokens_of(const Spans& spans) {
    Tokens tokens;
    for (const Span span : spans)
        for (std::uint32_t i = span.begin; i < span.end; ++i) tokens.insert(i);
    return tokens;
}

std::size_t common(const Tokens& a, const Tokens& b) {
    return static_cast<std::size_t>(std::ranges::count_if(a, [&](std::uint32_t token) { return b.contains(token); }));
}

const Spans& spans_of(const Attribution& a, std::size_t role) {
    return role == 0 ? a.source : role == 1 ? a.cue : a.content;
}

std::set<Span> distinct(const std::vector<Attribution>& attributions, std::size_t role) {
    std::set<Span> spans;
    for (const Attribution& a : attributions) spans.insert(spans_of(a, role).begin(), spans_of(a, role).end());
    return spans;
}

double overlap(Span a, Span b) {
    if (!a.overlaps(b)) return 0;
    return double(std::min(a.end, b.end) - std::max(a.begin, b.begin)) /
           double(std::max(a.end, b.end) - std::min(a.begin, b.begin));
}

double jaccard(const std::set<Span>& gold, const std::set<Span>& predicted) {
    double sum = 0;
    std::size_t count = gold.size();
    for (const Span g : gold) {
        double best = 0;
        for (const Span p : predicted) best = std::max(best, overlap(g, p));
        sum += best;
    }
    for (const Span p : predicted) count += std::ranges::none_of(gold, [&](Span g) { return g.overlaps(p); });
    return count ? sum / double(count) : 0;
}

bool alike(const Attribution& gold, const Attribution& predicted) {
    const Tokens source = tokens_of(gold.source), found = tokens_of(predicted.source);
    const Tokens said = tokens_of(gold.content), read = tokens_of(predicted.content);
    const std::size_t shared = common(said, read), all = said.size() + read.size() - shared;
    return (common(source, found) > 0 || (source.empty() && found.empty())) && all > 0 &&
           double(shared) / double(all) >= 0.5;
}

bool same(const Attribution& gold, const Attribution& predicted) {
    const auto set = [](const Spans& spans) { return std::set<Span>(spans.begin(), spans.end()); };
    return set(gold.source) == set(predicted.source) && set(gold.content) == set(predicted.content);
}

template <class Fits>
std::size_t linked(const std::vector<Attribution>& gold, const std::vector<Attribution>& predicted, const Fits& fits) {
    std::set<const Attribution*> taken;
    for (const Attribution& p : predicted)
        for (const Attribution& g : gold)
            if (!taken.contains(&g) && common(tokens_of(g.cue), tokens_of(p.cue)) && fits(g, p)) {
                taken.insert(&g);
                break;
            }
    return taken.size();
}

class RandomAnnotations {
  public:
    std::vector<Attribution> next() {
        std::vector<Attribution> list(below(8));
        for (Attribution& a : list) {
            a.source = spans();
            a.cue = spans();
            a.content = spans();
        }
        return list;
    }

  private:
    std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(random_() % limit); }
    Spans spans() {
        Spans spans(below(4));
        for (Span& span : spans) {
            span.begin = below(kLength - 6);
            span.end = span.begin + 1 + below(6);
        }
        return spans;
    }
    std::mt19937 random_{20241009};
};

TEST(Scores, EqualThePlainCountOverAllPairs) {
    RandomAnnotations random;
    for (int round = 0; round < 3000; ++round) {
        auto gold = random.next();
        const auto predicted = random.next();
        std::erase_if(gold, [](const Attribution& a) { return a.cue.empty() && a.content.empty(); });
        AttributionScores scores;
        scores.add(Text::decode(kText), gold, predicted);
        for (std::size_t role = 0; role < kRoles; ++role)
            EXPECT_NEAR(scores.roles[role].jaccard(), jaccard(distinct(gold, role), distinct(predicted, role)), 1e-12);
        EXPECT_EQ(scores.linked.right, linked(gold, predicted, same));
        ASSERT_EQ(scores.linked_lenient.right, linked(gold, predicted, alike)) << round;
    }
}

}  // namespace
}  // namespace hearsay::test
