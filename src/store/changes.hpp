// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "hearsay/store/run_changes.hpp"
#include "store/database.hpp"
#include "store/run_results.hpp"

namespace hearsay {

/// What is remembered of the former results while new ones are made: which claim each statement belonged to, and how
/// each claim stood.
class FormerResults {
  public:
    explicit FormerResults(Database& database);
    /// Compares by shared statements; linear in their number. Nothing where there were no results.
    std::vector<ClaimChange> compare(const RunResults& results) const;

  private:
    struct Standing {
        std::uint32_t origins = 0, denials = 0, mentions = 0;
    };
    struct Comparison;
    Comparison beside(const MatchedClaim& claim, const std::vector<std::int64_t>& statements) const;
    std::uint32_t claim_of(std::int64_t statement) const;

    std::vector<std::uint32_t> claims_;  // by statement; 0: none
    std::vector<Standing> standings_;    // by claim, from 1
};

/// Puts them in the place of the former ones.
void write_changes(Database& database, const std::vector<ClaimChange>& changes);

}  // namespace hearsay
