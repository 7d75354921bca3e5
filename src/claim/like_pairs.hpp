// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <vector>

#include "claim/likeness.hpp"
#include "claim/proposition.hpp"

namespace hearsay {

/// Two propositions that may state one fact, or the like with another amount.
struct LikePair {
    std::uint32_t earlier, later;
    Likeness likeness;
};

/// The pairs that are alike, the likest first, in the same order whatever the number of threads.
std::vector<LikePair> like_pairs(const std::vector<Proposition>& propositions, const TermWeights& weights,
                                 const LikenessMeasure& likeness, unsigned threads);

}  // namespace hearsay
