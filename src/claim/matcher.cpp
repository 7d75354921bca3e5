// SPDX-License-Identifier: Apache-2.0
#include "hearsay/claim/matcher.hpp"

#include <algorithm>
#include <utility>

#include "claim/basis.hpp"
#include "claim/bonds.hpp"
#include "claim/clearest.hpp"
#include "claim/content.hpp"
#include "claim/grouping.hpp"
#include "claim/likeness.hpp"
#include "claim/mention_facts.hpp"
#include "claim/proposition.hpp"
#include "claim/related_terms.hpp"
#include "claim/story.hpp"

namespace hearsay {
namespace {

Stance reversed(Stance stance) {
    if (stance == Stance::denies) return Stance::asserts;
    return stance == Stance::doubts ? Stance::doubts : Stance::denies;
}

constexpr std::size_t kLongestStatement = 4000;  // bytes; nothing longer is one statement, whatever the punctuation

/// Where a group holds a statement and its contrary, the claim is the one in plainer words. In the order of the
/// mentions.
std::vector<MatchedClaim::Member> stated_in(const Group& group, const std::vector<Proposition>& propositions) {
    std::size_t negations[2] = {0, 0}, sizes[2] = {0, 0};
    for (const auto [p, contrary] : group.members) {
        const auto& terms = propositions[p].content.terms;
        negations[contrary] += std::count_if(terms.begin(), terms.end(), [](const Term& t) { return t.contrary; });
        ++sizes[contrary];
    }
    const bool claim_side = sizes[1] > 0 && negations[1] * sizes[0] < negations[0] * sizes[1];
    std::vector<MatchedClaim::Member> stated;
    for (const auto [p, contrary] : group.members)
        for (const std::uint32_t m : propositions[p].mentions) stated.push_back({m, contrary != claim_side, {}});
    std::sort(stated.begin(), stated.end(), [](auto& a, auto& b) { return a.mention < b.mention; });
    return stated;
}

}  // namespace

struct ClaimMatcher::State {
    explicit State(const std::filesystem::path& folder) : lexicons(folder), reader(folder), wording(folder) {}

    MatchedClaim claim_of(const Group& group, const std::vector<Proposition>& propositions) const {
        MatchedClaim claim{stated_in(group, propositions), {}, 0};
        for (const auto& [other, exclusive] : group.variants) claim.variants.push_back({ClaimId{other}, exclusive});
        for (auto& member : claim.members) member.basis = bases[member.mention];
        const auto before = [this](const auto& a, const auto& b) { return obscurity(a) < obscurity(b); };
        claim.clearest = std::min_element(claim.members.begin(), claim.members.end(), before)->mention;
        return claim;
    }
    /// A claim is best shown by who asserts it.
    float obscurity(const MatchedClaim::Member& member) const {
        constexpr float kNotAsserted = 2;  // as against the words' own: half or double the ideal length counts 0.7
        const MentionFacts& mention = mentions[member.mention];
        const Stance stance = member.contrary ? reversed(mention.stance) : mention.stance;
        return mention.obscurity + (stance == Stance::asserts ? 0 : kNotAsserted);
    }

    std::filesystem::path lexicons;
    ContentReader reader;
    ClaimWording wording;
    std::vector<MentionFacts> mentions;
    std::vector<Content> contents;                    // by mention, until finish
    std::vector<std::optional<std::uint32_t>> bases;  // by mention, from finish
    DocumentTerms words;
};

ClaimMatcher::ClaimMatcher(const std::filesystem::path& lexicons) : state_(std::make_unique<State>(lexicons)) {}
ClaimMatcher::~ClaimMatcher() = default;

void ClaimMatcher::add(const Mention& mention, std::string_view published) {
    State& s = *state_;
    const auto text = tokenize(Text::decode(std::string_view(mention.text).substr(0, kLongestStatement)));
    s.contents.push_back(s.reader.read(text));
    s.words.add(static_cast<std::uint32_t>(mention.document), published, s.contents.back());
    s.mentions.push_back({mention.document, mention.attribution, mention.about,
                          mention.chain.empty() ? std::nullopt : std::optional(mention.chain.front()), mention.stance,
                          static_cast<float>(s.wording.obscurity(text))});
}

std::vector<MatchedClaim> ClaimMatcher::finish() {
    State& s = *state_;
    const TermWeights weights(s.reader, s.words.articles(s.reader.terms().size()), s.words.documents());
    const Stories stories(std::move(s.words), weights);
    s.bases = bases_of(s.mentions, s.contents, weights);
    const auto propositions = propositions_of(s.mentions, std::move(s.contents), s.reader, weights);
    const auto bonds = bonds_of(propositions, s.mentions, weights);
    const RelatedTerms related(s.lexicons, s.reader);
    const LikenessMeasure likeness(weights, stories, related);
    std::vector<MatchedClaim> claims;
    for (const Group& group : group_propositions(propositions, weights, likeness, bonds))
        claims.push_back(s.claim_of(group, propositions));
    return claims;
}

std::vector<Claim> claims_of(const std::vector<MatchedClaim>& matched, std::vector<Mention> mentions) {
    for (const MatchedClaim& found : matched)
        for (const auto& [m, contrary, basis] : found.members) {
            Mention& mention = mentions.at(m);
            if (contrary) mention.stance = reversed(mention.stance);
            if (!basis) continue;
            mention.basis = mentions.at(*basis).attribution;
            mention.chain = mentions[*basis].chain;
        }
    std::vector<Claim> claims;
    claims.reserve(matched.size());
    for (const MatchedClaim& found : matched) {
        Claim& claim = claims.emplace_back();
        claim.variants = found.variants;
        claim.text = as_claim(mentions[found.clearest].text);
        for (const auto& member : found.members) claim.mentions.push_back(std::move(mentions[member.mention]));
    }
    return claims;
}

}  // namespace hearsay
