// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <vector>

#include "hearsay/analysis.hpp"
#include "hearsay/claim/matcher.hpp"
#include "store/run_memory.hpp"

namespace hearsay {

/// What a builder keeps of each document until the end. A database that holds the texts needs none of them here.
enum class Keep : std::uint8_t { everything, no_texts };

/// An analysis, and how it came from what was added.
struct BuiltAnalysis {
    /// Under Keep::no_texts without documents, attributions and graph, and claims and mentions are without their words.
    Analysis analysis;
    std::vector<MatchedClaim> matched;  ///< by ClaimId: the same claims by the order in which statements were added
    std::vector<SourceId> identities;   ///< of every source of every document, in the order of adding
    MemoryBlocks memory;                ///< under Keep::no_texts: with which another builder can go on
};

}  // namespace hearsay
