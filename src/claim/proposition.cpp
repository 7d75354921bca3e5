// SPDX-License-Identifier: Apache-2.0
#include "claim/proposition.hpp"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <optional>
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

/// One mention's content, ready to be compared.
class Measuring {
  public:
    Measuring(const ContentReader& reader, const TermWeights& weights)
        : weights_(weights), sides_(exclusive_sides(reader)) {}

    Proposition measure(Content content) const {
        Proposition p;
        for (const Term& term : content.terms) {
            p.weight += weights_[term.form];
            p.exclusive |= sides_[static_cast<std::size_t>(term.id)];
            p.names += weights_.is_name(term.form);
        }
        p.content = std::move(content);
        return p;
    }

  private:
    const TermWeights& weights_;
    std::vector<std::uint64_t> sides_;
};

/// "The stock split is payable on June 12" is another fact in every article; what names somebody can stand alone.
bool stands_alone(const Proposition& p) { return p.names > 0 && p.weight >= kSelfContained; }

/// The propositions so far, by content, and by document where the content does not stand alone. Contents without weight
/// are never the same and are not kept: a look-up takes constant time whatever is repeated.
class Known {
  public:
    std::optional<std::uint32_t> find(const Proposition& p, const std::vector<Proposition>& propositions) const {
        const auto found = by_hash_.find(key(p));
        if (found == by_hash_.end()) return std::nullopt;
        const Proposition& other = propositions[found->second];
        const bool same = (stands_alone(p) || p.document == other.document) && p.content == other.content;
        return same ? std::optional(found->second) : std::nullopt;
    }
    void add(const Proposition& p, std::size_t index) {
        if (p.weight > 0) by_hash_.emplace(key(p), static_cast<std::uint32_t>(index));
    }

  private:
    static std::uint64_t key(const Proposition& p) {
        constexpr std::uint64_t kSpread = 0x9E3779B97F4A7C15U;
        return hash_of(p.content) ^ (stands_alone(p) ? 0 : kSpread * (std::uint64_t{p.document} + 1));
    }

    boost::unordered_flat_map<std::uint64_t, std::uint32_t> by_hash_;  // of two that share a key the first one
};

}  // namespace

std::vector<Proposition> propositions_of(const std::vector<MentionFacts>& mentions, std::vector<Content> contents,
                                         const ContentReader& reader, const TermWeights& weights,
                                         const std::vector<std::uint32_t>& known) {
    const Measuring measuring(reader, weights);
    std::vector<Proposition> found;
    found.reserve(mentions.size());  // growing would hold all of them twice where most memory is held
    Known met;
    Positions positions;
    for (std::uint32_t m = 0; m < mentions.size(); ++m) {
        const std::uint32_t position = positions.next(mentions[m].document);
        if (m < known.size() && known[m] < found.size()) {
            found[known[m]].mentions.push_back(m);
            continue;
        }
        Proposition p = measuring.measure(std::move(contents[m]));
        p.mentions = {m};
        p.document = static_cast<std::uint32_t>(mentions[m].document);
        p.position = position;
        p.attributed = mentions[m].attribution.has_value();
        if (mentions[m].speaker) p.voice = mentions[m].origin;
        p.judges = mentions[m].judges && !mentions[m].about;
        if (const auto same = m < known.size() ? std::nullopt : met.find(p, found)) {
            found[*same].mentions.push_back(m);
            continue;
        }
        met.add(p, found.size());
        found.push_back(std::move(p));
    }
    return found;
}

std::vector<std::uint32_t> proposition_of_each(const std::vector<Proposition>& propositions, std::size_t mentions) {
    std::vector<std::uint32_t> found(mentions);
    for (std::uint32_t p = 0; p < propositions.size(); ++p)
        for (const std::uint32_t m : propositions[p].mentions) found[m] = p;
    return found;
}

}  // namespace hearsay
