// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <vector>

#include "claim/likeness.hpp"
#include "claim/proposition.hpp"

namespace hearsay {

/// Whether a pair made two groups one.
enum class Joined : std::uint8_t { no, plainly, as_contraries };

/// Two propositions that may state one fact, or the like with another amount.
struct LikePair {
    std::uint32_t earlier, later;
    Likeness likeness;
    Joined cores = Joined::no, groups = Joined::no;  ///< when they were last grouped, in each of the two steps
};

/// An order of pairs: the likest first.
bool liker(const LikePair& a, const LikePair& b);

/// Of how many propositions more is known than what they say.
struct KnownPropositions {
    std::size_t settled;     ///< the number that the search goes by
    std::size_t paired = 0;  ///< have been compared with those before them
};

/// The pairs that are alike, the likest first, in the same order whatever the number of threads. `before`: those among
/// the propositions that have been compared.
std::vector<LikePair> like_pairs(const std::vector<Proposition>& propositions, const TermWeights& weights,
                                 const LikenessMeasure& likeness, KnownPropositions known, std::vector<LikePair> before,
                                 unsigned threads);

}  // namespace hearsay
