// SPDX-License-Identifier: Apache-2.0
#include "hearsay/claim/matcher.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>

#include "claim/clearest.hpp"
#include "claim/content.hpp"
#include "claim/grouping.hpp"
#include "claim/hashing.hpp"
#include "claim/likeness.hpp"
#include "claim/story.hpp"

namespace hearsay {
namespace {

constexpr double kSelfContained =
    12;                            // weight from which equal words mean the same in any article: about two rare words
constexpr double kOwnContent = 9;  // weight from which an endorsement says something of its own

std::uint64_t hash_of(const Content& content) {
    std::uint64_t hash = 0;
    for (const Term& term : content.terms)
        hash = mix(hash ^ (static_cast<std::uint64_t>(term.id) << 1 | static_cast<std::uint64_t>(term.contrary)));
    for (const Quantity& q : content.quantities) hash = mix(hash ^ static_cast<std::uint64_t>(q.low) ^ q.dimension);
    return hash;
}

Stance reversed(Stance stance) {
    if (stance == Stance::denies) return Stance::asserts;
    return stance == Stance::doubts ? Stance::doubts : Stance::denies;
}

}  // namespace

struct ClaimMatcher::State {
    explicit State(const std::filesystem::path& lexicons) : reader(lexicons) {}

    std::vector<Proposition> propositions(const TermWeights& weights);
    std::vector<std::uint64_t> exclusive_sides() const;
    std::vector<Bond> bonds(const std::vector<Proposition>& propositions) const;
    Claim claim_of(const Group& group, const std::vector<Proposition>& propositions);

    ContentReader reader;
    std::vector<Mention> mentions;
    std::vector<Content> contents;  // by mention; moved into the propositions by finish
    Stories stories;
};

/// By TermId: the bits that a proposition with this term sets.
std::vector<std::uint64_t> ClaimMatcher::State::exclusive_sides() const {
    std::vector<std::uint64_t> sides(reader.terms().size());
    std::unordered_map<std::string_view, std::size_t> ids;
    for (std::size_t id = 0; id < sides.size(); ++id) ids.emplace(reader.terms()[id], id);
    const auto& pairs = reader.lexicon().exclusive();
    for (std::size_t p = 0; p < std::min<std::size_t>(pairs.size(), 32); ++p) {
        if (const auto first = ids.find(pairs[p].first); first != ids.end())
            sides[first->second] |= std::uint64_t{1} << (2 * p);
        if (const auto second = ids.find(pairs[p].second); second != ids.end())
            sides[second->second] |= std::uint64_t{2} << (2 * p);
    }
    return sides;
}

/// Equal contents are one proposition: over all documents where they can stand alone, else within one.
std::vector<Proposition> ClaimMatcher::State::propositions(const TermWeights& weights) {
    const auto sides = exclusive_sides();
    std::vector<Proposition> found;
    std::unordered_multimap<std::uint64_t, std::uint32_t> known;
    for (std::uint32_t m = 0; m < mentions.size(); ++m) {
        Proposition p{std::move(contents[m]), static_cast<std::uint32_t>(mentions[m].document), {m}, 0, 0};
        for (const Term& term : p.content.terms) {
            p.weight += weights[term.id];
            p.exclusive |= sides[static_cast<std::size_t>(term.id)];
        }
        const auto [first, last] = known.equal_range(hash_of(p.content));
        const auto same = std::find_if(first, last, [&](const auto& entry) {
            const Proposition& other = found[entry.second];
            return other.content == p.content &&
                   (p.weight >= kSelfContained || (p.weight > 0 && other.document == p.document));
        });
        if (same != last) {
            found[same->second].mentions.push_back(m);
            continue;
        }
        known.emplace(hash_of(p.content), static_cast<std::uint32_t>(found.size()));
        found.push_back(std::move(p));
    }
    return found;
}

/// "The minister denied the report": what has nothing of its own to tell belongs to the claim that it is about.
std::vector<Bond> ClaimMatcher::State::bonds(const std::vector<Proposition>& propositions) const {
    std::unordered_map<std::uint32_t, std::uint32_t> by_attribution;
    for (std::uint32_t p = 0; p < propositions.size(); ++p)
        for (const std::uint32_t m : propositions[p].mentions)
            if (mentions[m].attribution)
                by_attribution.emplace(static_cast<std::uint32_t>(*mentions[m].attribution), p);
    std::vector<Bond> found;
    for (std::uint32_t p = 0; p < propositions.size(); ++p) {
        const Mention& mention = mentions[propositions[p].mentions.front()];
        if (!mention.about || propositions[p].weight >= kOwnContent) continue;
        const auto target = by_attribution.find(static_cast<std::uint32_t>(*mention.about));
        if (target != by_attribution.end() && target->second != p) found.push_back({p, target->second});
    }
    return found;
}

/// Where a group holds a statement and its contrary, the claim is the one in plainer words, and who states the other
/// denies it.
Claim ClaimMatcher::State::claim_of(const Group& group, const std::vector<Proposition>& propositions) {
    std::size_t negations[2] = {0, 0}, sizes[2] = {0, 0};
    for (const auto [p, contrary] : group.members) {
        const auto& terms = propositions[p].content.terms;
        negations[contrary] += std::count_if(terms.begin(), terms.end(), [](const Term& t) { return t.contrary; });
        ++sizes[contrary];
    }
    const bool claim_side = sizes[1] > 0 && negations[1] * sizes[0] < negations[0] * sizes[1];
    std::vector<std::pair<std::uint32_t, bool>> ordered;
    for (const auto [p, contrary] : group.members)
        for (const std::uint32_t m : propositions[p].mentions) ordered.emplace_back(m, contrary != claim_side);
    std::sort(ordered.begin(), ordered.end());
    Claim claim;
    for (const auto& [m, contrary] : ordered) {
        if (contrary) mentions[m].stance = reversed(mentions[m].stance);
        claim.mentions.push_back(std::move(mentions[m]));
    }
    claim.text = claim.mentions[clearest_mention(claim.mentions)].text;
    return claim;
}

ClaimMatcher::ClaimMatcher(const std::filesystem::path& lexicons) : state_(std::make_unique<State>(lexicons)) {}
ClaimMatcher::~ClaimMatcher() = default;

void ClaimMatcher::add(Mention mention, std::string_view) {
    state_->contents.push_back(state_->reader.read(mention.text));
    state_->stories.add(static_cast<std::uint32_t>(mention.document), state_->contents.back());
    state_->mentions.push_back(std::move(mention));
}

std::vector<Claim> ClaimMatcher::finish() {
    State& s = *state_;
    s.stories.finish();
    const TermWeights weights(s.reader, s.stories.articles_by_term(s.reader.terms().size()), s.stories.size());
    const std::vector<Proposition> propositions = s.propositions(weights);
    const LikenessMeasure likeness(weights, s.stories);
    std::vector<Claim> claims;
    for (const Group& group : group_propositions(propositions, weights, likeness, s.bonds(propositions)))
        claims.push_back(s.claim_of(group, propositions));
    return claims;
}

}  // namespace hearsay
