// SPDX-License-Identifier: Apache-2.0
#include "claim/bonds.hpp"

#include <algorithm>
#include <unordered_map>

namespace hearsay {
namespace {

constexpr double kOwnContent = 9;      // weight from which an endorsement says something of its own
constexpr double kTelling = 3;         // weight of a word that few articles share
constexpr std::uint32_t kOpening = 4;  // mentions: where a lead and what backs it up are looked for

void bond_endorsements(const std::vector<Proposition>& propositions, const std::vector<Mention>& mentions,
                       std::vector<Bond>& bonds) {
    std::unordered_map<std::uint32_t, std::uint32_t> by_attribution;
    for (std::uint32_t p = 0; p < propositions.size(); ++p)
        for (const std::uint32_t m : propositions[p].mentions)
            if (mentions[m].attribution)
                by_attribution.emplace(static_cast<std::uint32_t>(*mentions[m].attribution), p);
    for (std::uint32_t p = 0; p < propositions.size(); ++p) {
        const Mention& mention = mentions[propositions[p].mentions.front()];
        if (!mention.about || propositions[p].weight >= kOwnContent) continue;
        const auto target = by_attribution.find(static_cast<std::uint32_t>(*mention.about));
        if (target != by_attribution.end() && target->second != p) bonds.push_back({p, target->second});
    }
}

bool shares_telling_word(const Content& a, const Content& b, const TermWeights& weights) {
    return std::any_of(a.terms.begin(), a.terms.end(), [&](const Term& x) {
        return !weights.is_name(x.form) && weights[x.form] >= kTelling &&
               std::any_of(b.terms.begin(), b.terms.end(),
                           [&](const Term& y) { return x.id == y.id && x.contrary == y.contrary; });
    });
}

bool same_origin(const Mention& a, const Mention& b) {
    return !a.chain.empty() && !b.chain.empty() && a.chain.front() == b.chain.front();
}

/// "Troops are likely to go, the minister said. 'Deployment is highly likely given the treaty,' he told lawmakers."
void bond_leads(const std::vector<Proposition>& propositions, const std::vector<Mention>& mentions,
                const TermWeights& weights, std::vector<Bond>& bonds) {
    std::unordered_map<std::uint32_t, std::uint32_t> leads;  // by document
    for (std::uint32_t p = 0; p < propositions.size(); ++p) {
        const Proposition& next = propositions[p];
        if (!next.attributed || next.position >= kOpening) continue;
        const auto [lead, first] = leads.emplace(next.document, p);
        if (first) continue;
        const Proposition& before = propositions[lead->second];
        if (same_origin(mentions[before.mentions.front()], mentions[next.mentions.front()]) &&
            shares_telling_word(before.content, next.content, weights))
            bonds.push_back({lead->second, p});
    }
}

}  // namespace

std::vector<Bond> bonds_of(const std::vector<Proposition>& propositions, const std::vector<Mention>& mentions,
                           const TermWeights& weights) {
    std::vector<Bond> bonds;
    bond_endorsements(propositions, mentions, bonds);
    bond_leads(propositions, mentions, weights, bonds);
    return bonds;
}

}  // namespace hearsay
