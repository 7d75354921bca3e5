// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <vector>

#include "claim/content.hpp"

namespace hearsay {

/// How much a form of a word tells, by TermId: the logarithm of its rarity over background news and the run together
/// (inverse document frequency, Spärck Jones 1972).
class TermWeights {
  public:
    /// `articles`: by TermId, how many of the run's documents hold it.
    TermWeights(const ContentReader& reader, const std::vector<std::uint32_t>& articles, std::size_t documents);

    double rarity(TermId id) const { return rarities_[static_cast<std::size_t>(id)]; }
    /// The rarity, discounted for names: articles on one event all name the same people, whatever they say of them.
    double operator[](TermId id) const { return weights_[static_cast<std::size_t>(id)]; }
    bool is_name(TermId id) const { return names_[static_cast<std::size_t>(id)]; }
    std::size_t size() const { return weights_.size(); }

  private:
    std::vector<float> rarities_, weights_;
    std::vector<bool> names_;
};

}  // namespace hearsay
