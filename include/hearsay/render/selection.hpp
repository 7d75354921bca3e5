// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/analysis.hpp"

namespace hearsay {

/// What claims can be sorted by: their rank, which has an order of its own (docs/method.md), or one of their figures.
enum class Figure : std::uint8_t {
    rank,
    independent_origins,
    effective_sources,
    disjoint_paths,
    belief,
    uncertainty,
    admiralty,  ///< by its digit, then its letter: "A1" is the lowest
    documents,
    publishers,
    mentions
};
std::string_view to_string(Figure figure);
/// Throws std::invalid_argument for an unknown name; "paths" is short for disjoint_paths.
Figure figure_named(std::string_view name);

enum class SortOrder : std::uint8_t { ascending, descending };

/// Which claims of an analysis are wanted, and in which order.
struct ClaimSelection {
    bool attributed_only = false;  ///< without what articles only say on their own authority
    bool disputed_only = false;
    std::uint32_t min_documents = 0;
    /// Words that must all occur in the claim, its mentions, or the names of its origins; case and endings don't matter
    /// (both sides are stemmed as claims are compared). Empty: any claim.
    std::string about = {};
    Figure by = Figure::rank;
    std::optional<SortOrder> order = {};  ///< absent: best first, that is ascending for rank and admiralty
};

/// The claims wanted; among equals the better ranked first.
///
///   const auto claims = select_claims(analysis, {.attributed_only = true, .about = "bridge", .by = Figure::belief});
///   print_ranking(analysis, claims, std::cout);
///
/// O(n log n) in the number of claims, and with `about` linear in the length of their mentions.
std::vector<ClaimId> select_claims(const Analysis& analysis, const ClaimSelection& selection);

/// "best corroborated first", "by belief, highest first".
std::string in_words(const ClaimSelection& selection);

}  // namespace hearsay
