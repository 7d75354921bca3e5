// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <iosfwd>
#include <string>

#include "hearsay/analysis.hpp"
#include "hearsay/render/selection.hpp"

namespace hearsay {

struct RankingOptions {
    std::size_t claims = 20;                        ///< shown at most
    std::size_t chains = 6;                         ///< shown at most under each claim
    unsigned columns = 100;                         ///< width of the terminal; less than 40 counts as 40
    bool color = false;                             ///< with ANSI colours
    bool figures = false;                           ///< with a line of the other figures under each claim
    std::string order = "best corroborated first";  ///< said in the head
    std::string rest = {};                          ///< where all claims are, as "out/claims.csv"; empty: not said
};

/// Prints the ranked claims for a reader at a terminal.
///
///   print_ranking(analysis, std::cout, {.color = isatty(STDOUT_FILENO) == 1, .rest = "out/claims.csv"});
///
/// For each claim: its rank, independent origins and articles, the wording, its chains with their stance, and why the
/// count is what it is. Escape sequences and other control characters from articles never reach the terminal. Throws
/// OutputError when the stream fails.
void print_ranking(const Analysis& analysis, std::ostream& out, const RankingOptions& options = {});
/// Of some claims only, in this order.
void print_ranking(const Analysis& analysis, const std::vector<ClaimId>& claims, std::ostream& out,
                   const RankingOptions& options = {});

/// Writes those claims with their figures as one JSON object, schema "hearsay.ranking/1" (docs/output.md). Throws
/// OutputError when the stream fails.
void write_ranking_json(const Analysis& analysis, const std::vector<ClaimId>& claims, std::ostream& out);

}  // namespace hearsay
