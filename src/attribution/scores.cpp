// SPDX-License-Identifier: Apache-2.0
#include "hearsay/attribution/scores.hpp"

#include <algorithm>
#include <limits>

#include "attribution/range_index.hpp"
#include "attribution/scoring_tokens.hpp"
#include "attribution/token_set.hpp"

namespace hearsay {

namespace {

/// Sorted, each once, without empty ones.
Spans distinct(Spans spans) {
    std::erase_if(spans, [](Span span) { return span.empty(); });
    std::ranges::sort(spans);
    spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
    return spans;
}

/// An attribution with its spans trimmed, sorted and distinct, and the tokens that they cover.
struct Item {
    std::array<Spans, kRoles> spans;
    std::array<TokenSet, kRoles> tokens;

    const Spans& spans_of(Role role) const { return spans[static_cast<std::size_t>(role)]; }
    const TokenSet& of(Role role) const { return tokens[static_cast<std::size_t>(role)]; }
};

Spans trimmed(const Spans& given, const ScoringTokens& tokens) {
    Spans spans;
    for (const Span span : given) spans.push_back(tokens.trimmed(span));
    return distinct(std::move(spans));
}

TokenSet covered(const Spans& spans, const ScoringTokens& tokens) {
    std::vector<TokenRange> ranges;
    for (const Span span : spans) ranges.push_back(tokens.in(span));
    return token_set(std::move(ranges));
}

Item item_of(const Attribution& attribution, const ScoringTokens& tokens) {
    Item item;
    const std::array<const Spans*, kRoles> given{&attribution.source, &attribution.cue, &attribution.content};
    for (std::size_t role = 0; role != kRoles; ++role) {
        item.spans[role] = trimmed(*given[role], tokens);
        item.tokens[role] = covered(item.spans[role], tokens);
    }
    return item;
}

std::vector<Item> items_of(const std::vector<Attribution>& attributions, const ScoringTokens& tokens) {
    std::vector<Item> items;
    for (const Attribution& attribution : attributions) items.push_back(item_of(attribution, tokens));
    return items;
}

/// The distinct spans of one role.
Spans spans_of(const std::vector<Item>& items, std::size_t role) {
    Spans spans;
    for (const Item& item : items) spans.insert(spans.end(), item.spans[role].begin(), item.spans[role].end());
    return distinct(std::move(spans));
}

/// Both sorted and distinct.
template <class Value>
void count(const std::vector<Value>& gold, const std::vector<Value>& predicted, Tally& tally) {
    std::vector<Value> right;
    std::ranges::set_intersection(gold, predicted, std::back_inserter(right));
    tally.right += right.size();
    tally.predicted += predicted.size();
    tally.gold += gold.size();
}

std::vector<std::uint32_t> begins_of(const Spans& spans) {
    std::vector<std::uint32_t> begins;
    for (const Span span : spans) begins.push_back(span.begin);
    begins.erase(std::unique(begins.begin(), begins.end()), begins.end());
    return begins;
}

double overlap(TokenRange a, TokenRange b) {
    const double common = std::min(a.end, b.end) - std::max(a.begin, b.begin);
    return common / (std::max(a.end, b.end) - std::min(a.begin, b.begin));
}

void add_jaccard(const Spans& gold, const Spans& predicted, const ScoringTokens& tokens, RoleScores& scores) {
    std::vector<RangeIndex::Entry> entries;
    for (std::uint32_t i = 0; i != predicted.size(); ++i) entries.push_back({tokens.in(predicted[i]), i});
    const RangeIndex index(std::move(entries));
    std::vector<bool> touched(predicted.size());
    for (const Span span : gold) {
        const TokenRange range = tokens.in(span);
        double best = 0;
        index.overlapping(range, [&](const RangeIndex::Entry& entry) {
            best = std::max(best, overlap(range, entry.range));
            touched[entry.owner] = true;
        });
        scores.jaccard_sum += best;
    }
    scores.jaccard_count += gold.size() + std::ranges::count(touched, false);
}

void add_role(const Spans& gold, const Spans& predicted, const ScoringTokens& tokens, RoleScores& scores) {
    count(gold, predicted, scores.exact);
    count(begins_of(gold), begins_of(predicted), scores.begin);
    add_jaccard(gold, predicted, tokens, scores);
}

bool same(const Item& gold, const Item& predicted) {
    return gold.spans_of(Role::source) == predicted.spans_of(Role::source) &&
           gold.spans_of(Role::content) == predicted.spans_of(Role::content);
}

bool alike(const Item& gold, const Item& predicted) {
    const TokenSet &named = gold.of(Role::source), &found = predicted.of(Role::source);
    if (common_size(named, found) == 0 && !(named.empty() && found.empty())) return false;
    const TokenSet &said = gold.of(Role::content), &read = predicted.of(Role::content);
    const std::uint64_t common = common_size(said, read);
    return common > 0 && 2 * common >= size(said) + size(read) - common;
}

RangeIndex cues_of(const std::vector<Item>& items) {
    std::vector<RangeIndex::Entry> entries;
    for (std::uint32_t i = 0; i != items.size(); ++i)
        for (const TokenRange range : items[i].of(Role::cue)) entries.push_back({range, i});
    return RangeIndex(std::move(entries));
}

/// Which predictions are right, each gold attribution being there for one of them only.
template <class Fits>
std::vector<bool> matched(const std::vector<Item>& gold, const std::vector<Item>& predicted, const RangeIndex& cues,
                          const Fits& fits) {
    constexpr auto kNone = std::numeric_limits<std::uint32_t>::max();
    std::vector<bool> right(predicted.size()), taken(gold.size());
    for (std::size_t i = 0; i != predicted.size(); ++i) {
        std::uint32_t first = kNone;
        for (const TokenRange range : predicted[i].of(Role::cue))
            cues.overlapping(range, [&](const RangeIndex::Entry& cue) {
                if (cue.owner < first && !taken[cue.owner] && fits(gold[cue.owner], predicted[i])) first = cue.owner;
            });
        right[i] = first != kNone;
        if (right[i]) taken[first] = true;
    }
    return right;
}

void count(const std::vector<bool>& right, std::size_t gold, Tally& tally) {
    tally.right += static_cast<std::uint64_t>(std::ranges::count(right, true));
    tally.predicted += right.size();
    tally.gold += gold;
}

}  // namespace

void AttributionScores::add(const Text& text, const std::vector<Attribution>& gold,
                            const std::vector<Attribution>& predicted) {
    const ScoringTokens tokens(text);
    std::vector<Item> wanted = items_of(gold, tokens);
    std::erase_if(wanted, [](const Item& i) { return i.of(Role::cue).empty() && i.of(Role::content).empty(); });
    const std::vector<Item> found = items_of(predicted, tokens);
    ++documents;
    for (std::size_t role = 0; role != kRoles; ++role)
        add_role(spans_of(wanted, role), spans_of(found, role), tokens, roles[role]);
    const RangeIndex cues = cues_of(wanted);
    count(matched(wanted, found, cues, same), wanted.size(), linked);
    const std::vector<bool> right = matched(wanted, found, cues, alike);
    count(right, wanted.size(), linked_lenient);
    for (std::size_t i = 0; i != right.size(); ++i) calibration.add(predicted[i].confidence, right[i]);
}

void AttributionScores::add_missing(const Text& text, const std::vector<Attribution>& gold) {
    add(text, gold, {});
    ++missing;
}

}  // namespace hearsay
