// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "hearsay/graph/citation_graph.hpp"
#include "hearsay/metrics/loose_sources.hpp"

namespace hearsay {

/// A source at the start of a claim's chains, and what it does with the claim. An unnamed source stands here as the one
/// who vouches for it; a joint source as its members; somebody who confirms another's report is listed though he begins
/// no chain.
struct Origin {
    SourceId source{};
    Stance stance = Stance::asserts;
    bool counted = false;  ///< one of the independent origins
    /// Why it is not counted, in words ("a group that contains the Kyiv Post"); empty where it is.
    std::string reason;
    /// No origin after all: nobody ("reports"), or somebody who has it from others.
    bool set_aside() const { return !counted && stance == Stance::asserts; }
    /// By which they are listed.
    std::pair<bool, Stance> order() const { return {!counted, stance}; }
};

/// What stands behind one claim. docs/method.md gives the rules (a)-(h), the formulas and their limits.
struct Corroboration {
    std::uint32_t documents = 0;            ///< that mention it, whatever their stance
    std::uint32_t publishers = 0;           ///< of those, distinct
    std::vector<Origin> origins;            ///< each once per stance: counted, set aside, other stances
    std::uint32_t independent_origins = 0;  ///< who assert it; 0 where it only runs in a circle or nobody is named
    double effective_sources = 0;  ///< 0 or 1..independent_origins: discounted for shared dependence (Kish 1965)
    /// The most ways from origins to publishers that share no source (Menger 1927): so many must fail before nothing is
    /// left. 0 without an origin, else 1..independent_origins.
    std::uint32_t disjoint_paths = 0;
    /// Single points of failure: whom every such way runs through, origin first. Empty where `disjoint_paths` is not 1.
    std::vector<SourceId> bottlenecks;
    double belief = 0.5;     ///< 0..1: expectation of a subjective opinion (Jøsang 2016)
    double uncertainty = 1;  ///< 0..1: that opinion's mass for neither side; 1 without any evidence
    /// NATO's Admiralty grid: the source A (reliable) to E, F where nobody rated it; the information 1 (confirmed) to
    /// 5, 6 where it can't be judged.
    std::string admiralty =
        {};  ///< empty: read from a result that holds neither it nor uncertainty, paths, bottlenecks
    std::vector<SourceId> confirmed_by, denied_by, doubted_by;  ///< each once, in order of appearance
    bool disputed = false;                                      ///< asserted, be it by rumours, and denied or doubted
    bool circular = false;                                      ///< some of its chains form a cycle: A cites B cites A
    std::string explanation;                                    ///< why n and not more, in plain words
};

/// Per claim, in claim order. O(n log n) in the total length of the chains.
///
///   const auto figures = corroborate({sources, claims, publishers, copies});
///   for (const ClaimId id : rank_claims(claims, figures))
///       std::cout << claims[std::size_t(id)].text << ": " << figures[std::size_t(id)].explanation << '\n';
///
/// Without `loose`, reads it from resource_directory(); throws ResourceError where that has none. `threads`: that may
/// work at once; the result does not depend on it.
std::vector<Corroboration> corroborate(const GraphInput& input);
std::vector<Corroboration> corroborate(const GraphInput& input, const LooseSources& loose, unsigned threads = 1);

/// Claims' order of presentation, best corroborated first. Deterministic; docs/method.md gives the order's keys.
std::vector<ClaimId> rank_claims(const std::vector<Claim>& claims, const std::vector<Corroboration>& figures);

}  // namespace hearsay
