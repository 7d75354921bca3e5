// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "hearsay/claim/claim.hpp"

namespace hearsay {

/// Groups mentions of all documents into claims.
///
///   ClaimMatcher matcher{resource_directory() / "lexicons"};
///   for (Mention& m : mentions_of(document)) matcher.add(std::move(m), published);
///   const std::vector<Claim> claims = matcher.finish();
///
/// Two mentions state the same fact where their content words, weighted by rarity over the run, overlap enough, and their
/// numbers (with bounds and units), names and polarity agree. Candidates come from an inverted index over rare words, never from all pairs. Deterministic:
/// the claims, and the mentions in each, come out in the order of their first mention.
class ClaimMatcher {
  public:
    explicit ClaimMatcher(const std::filesystem::path& lexicons);
    ~ClaimMatcher();
    /// `published` is the document's date (ISO 8601 prefix, or empty), against which "on Tuesday" is read.
    void add(Mention mention, std::string_view published);
    std::vector<Claim> finish();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace hearsay
