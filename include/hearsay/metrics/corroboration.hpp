// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "hearsay/graph/citation_graph.hpp"

namespace hearsay {

/// A source at the start of a claim's chains, and what it does with the claim.
struct Origin {
    SourceId source{};
    Stance stance = Stance::asserts;
    bool counted = false;  ///< one of the independent origins
    /// Why it is not counted, in words ("a group that contains the Kyiv Post"); empty where it is.
    std::string reason;
};

/// What stands behind one claim. See docs/method.md for the rules (a)-(g) of design section 2.
struct Corroboration {
    std::uint32_t documents = 0;   ///< that mention it
    std::uint32_t publishers = 0;  ///< of those, distinct
    std::vector<Origin> origins;   ///< each once per stance, counted ones first
    std::uint32_t independent_origins = 0;
    double effective_sources = 0;  ///< 0..independent_origins: discounted for shared dependence
    double belief = 0.5;           ///< 0..1: expectation of a subjective opinion (Jøsang 2016)
    std::vector<SourceId> confirmed_by, denied_by, doubted_by;
    bool disputed = false;         ///< somebody denies or doubts what somebody else asserts
    bool circular = false;         ///< some of its chains form a cycle: A cites B cites A
    std::string explanation;       ///< why n and not more, in plain words
};

/// Per claim, in claim order. O(total length of the chains).
std::vector<Corroboration> corroborate(const GraphInput& input);

/// Claims' order of presentation, best corroborated first. Deterministic; docs/method.md gives the order's keys.
std::vector<ClaimId> rank_claims(const std::vector<Claim>& claims, const std::vector<Corroboration>& figures);

}  // namespace hearsay
