// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <string>
#include <unordered_set>
#include <vector>

#include "hearsay/claim/claim.hpp"

namespace hearsay {

/// Chooses the words by which a claim is shown.
class ClaimWording {
  public:
    explicit ClaimWording(const std::filesystem::path& lexicons);

    /// The text of the mention that a reader without the article understands best: asserted, with a verb and a subject
    /// of its own ("he" points back), of moderate length, early; without a "that" before it. `mentions` must not be
    /// empty.
    std::string clearest(const std::vector<Mention>& mentions) const;

  private:
    double obscurity(const Mention& mention, const std::string& text) const;
    std::unordered_set<std::string> pointing_, verbs_;
};

}  // namespace hearsay
