// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <vector>

#include "claim/proposition.hpp"
#include "claim/story.hpp"

namespace hearsay {

struct CandidatePair {
    std::uint32_t earlier, later;
};

/// Pairs of propositions that share telling terms, from an inverted index over each one's weightiest terms. Of the
/// propositions under one term only the last ones before it are looked at, so that the work grows with their number and
/// not with its square.
std::vector<CandidatePair> candidate_pairs(const std::vector<Proposition>& propositions, const TermWeights& weights);

}  // namespace hearsay
