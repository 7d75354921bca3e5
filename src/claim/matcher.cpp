// SPDX-License-Identifier: Apache-2.0
#include "hearsay/claim/matcher.hpp"

#include <algorithm>
#include <utility>

#include "claim/bonds.hpp"
#include "claim/clearest.hpp"
#include "claim/content.hpp"
#include "claim/grouping.hpp"
#include "claim/likeness.hpp"
#include "claim/proposition.hpp"
#include "claim/story.hpp"

namespace hearsay {
namespace {

Stance reversed(Stance stance) {
    if (stance == Stance::denies) return Stance::asserts;
    return stance == Stance::doubts ? Stance::doubts : Stance::denies;
}

/// A mention's number, and whether it states the contrary of its claim.
using Stated = std::pair<std::uint32_t, bool>;

/// Where a group holds a statement and its contrary, the claim is the one in plainer words. In the order of the
/// mentions.
std::vector<Stated> stated_in(const Group& group, const std::vector<Proposition>& propositions) {
    std::size_t negations[2] = {0, 0}, sizes[2] = {0, 0};
    for (const auto [p, contrary] : group.members) {
        const auto& terms = propositions[p].content.terms;
        negations[contrary] += std::count_if(terms.begin(), terms.end(), [](const Term& t) { return t.contrary; });
        ++sizes[contrary];
    }
    const bool claim_side = sizes[1] > 0 && negations[1] * sizes[0] < negations[0] * sizes[1];
    std::vector<Stated> stated;
    for (const auto [p, contrary] : group.members)
        for (const std::uint32_t m : propositions[p].mentions) stated.emplace_back(m, contrary != claim_side);
    std::sort(stated.begin(), stated.end());
    return stated;
}

}  // namespace

struct ClaimMatcher::State {
    explicit State(const std::filesystem::path& lexicons) : reader(lexicons), wording(lexicons) {}

    Claim claim_of(const std::vector<Stated>& stated) {
        Claim claim;
        for (const auto& [m, contrary] : stated) {
            if (contrary) mentions[m].stance = reversed(mentions[m].stance);  // who states the contrary denies it
            claim.mentions.push_back(std::move(mentions[m]));
        }
        claim.text = wording.clearest(claim.mentions);
        return claim;
    }

    ContentReader reader;
    ClaimWording wording;
    std::vector<Mention> mentions;
    std::vector<Content> contents;  // by mention, until finish
    DocumentTerms words;
};

ClaimMatcher::ClaimMatcher(const std::filesystem::path& lexicons) : state_(std::make_unique<State>(lexicons)) {}
ClaimMatcher::~ClaimMatcher() = default;

void ClaimMatcher::add(Mention mention, std::string_view published) {
    State& s = *state_;
    s.contents.push_back(s.reader.read(mention.text));
    s.words.add(static_cast<std::uint32_t>(mention.document), published, s.contents.back());
    s.mentions.push_back(std::move(mention));
}

std::vector<Claim> ClaimMatcher::finish() {
    State& s = *state_;
    const TermWeights weights(s.reader, s.words.articles(s.reader.terms().size()), s.words.documents());
    const Stories stories(std::move(s.words), weights);
    const auto propositions = propositions_of(s.mentions, std::move(s.contents), s.reader, weights);
    const auto bonds = bonds_of(propositions, s.mentions, weights);
    const LikenessMeasure likeness(weights, stories);
    std::vector<Claim> claims;
    for (const Group& group : group_propositions(propositions, weights, likeness, bonds))
        claims.push_back(s.claim_of(stated_in(group, propositions)));
    return claims;
}

}  // namespace hearsay
