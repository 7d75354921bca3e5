// SPDX-License-Identifier: Apache-2.0
#include "claim/proposition.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "claim/hashing.hpp"

namespace hearsay {
namespace {

constexpr double kSelfContained = 12;        // weight: about two rare words
constexpr std::size_t kExclusivePairs = 32;  // as many as have two bits each

std::uint64_t hash_of(const Content& content) {
    std::uint64_t hash = 0;
    for (const Term& term : content.terms)
        hash = mix(hash ^ (static_cast<std::uint64_t>(term.form) << 1 | static_cast<std::uint64_t>(term.contrary)));
    for (const Quantity& q : content.quantities) hash = mix(hash ^ static_cast<std::uint64_t>(q.low) ^ q.dimension);
    return hash;
}

/// By TermId: the bits that a proposition with this term sets.
std::vector<std::uint64_t> exclusive_sides(const ContentReader& reader) {
    std::unordered_map<std::string, std::uint64_t> bits;
    const auto& pairs = reader.lexicon().exclusive();
    for (std::size_t p = 0; p < std::min(kExclusivePairs, pairs.size()); ++p) {
        bits[pairs[p].first] |= std::uint64_t{1} << (2 * p);
        bits[pairs[p].second] |= std::uint64_t{2} << (2 * p);
    }
    std::vector<std::uint64_t> sides;
    for (const std::string& term : reader.terms()) {
        const auto found = bits.find(term);
        sides.push_back(found == bits.end() ? 0 : found->second);
    }
    return sides;
}

/// Numbers the mentions of each document as they come.
class Positions {
  public:
    std::uint32_t next(DocumentId document) { return counts_[static_cast<std::uint32_t>(document)]++; }

  private:
    std::unordered_map<std::uint32_t, std::uint32_t> counts_;
};

}  // namespace

std::vector<Proposition> propositions_of(const std::vector<Mention>& mentions, std::vector<Content> contents,
                                         const ContentReader& reader, const TermWeights& weights) {
    const auto sides = exclusive_sides(reader);
    std::vector<Proposition> found;
    std::unordered_multimap<std::uint64_t, std::uint32_t> known;
    Positions positions;
    for (std::uint32_t m = 0; m < mentions.size(); ++m) {
        Proposition p;
        p.content = std::move(contents[m]);
        p.mentions = {m};
        p.document = static_cast<std::uint32_t>(mentions[m].document);
        p.position = positions.next(mentions[m].document);
        p.attributed = mentions[m].attribution.has_value();
        for (const Term& term : p.content.terms) {
            p.weight += weights[term.form];
            p.exclusive |= sides[static_cast<std::size_t>(term.id)];
        }
        const std::uint64_t hash = hash_of(p.content);
        const auto [first, last] = known.equal_range(hash);
        const auto same = std::find_if(first, last, [&](const auto& entry) {
            const Proposition& other = found[entry.second];
            const bool comparable = p.weight >= kSelfContained || (p.weight > 0 && other.document == p.document);
            return comparable && other.content == p.content;
        });
        if (same != last) {
            found[same->second].mentions.push_back(m);
            continue;
        }
        known.emplace(hash, static_cast<std::uint32_t>(found.size()));
        found.push_back(std::move(p));
    }
    return found;
}

}  // namespace hearsay
