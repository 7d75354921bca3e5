// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <vector>

#include "claim/likeness.hpp"
#include "claim/proposition.hpp"

namespace hearsay {

/// Two propositions that the article itself ties together, whatever their words.
struct Bond {
    std::uint32_t a, b;
    std::uint32_t mention;    ///< that does it
    bool contraries = false;  ///< the two state the contrary of each other
};

/// An endorsement or denial that says nothing of its own ("The minister denied the report"), tied to what it is about;
/// a lead, tied to what its source says next of the same matter; what somebody denies, tied to what he says instead;
/// and that somebody is alive, tied to the report of a death. In the order of the mentions.
std::vector<Bond> bonds_of(const std::vector<Proposition>& propositions, const std::vector<MentionFacts>& mentions,
                           const TermWeights& weights, const LikenessMeasure& likeness, const DeathTerms& deaths);

}  // namespace hearsay
