// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "metrics/testimony.hpp"

namespace hearsay {

/// How much each outlet takes from others over the whole run: the share of its articles that reprint the other's, or
/// have something from it. Two who mostly copy each other are no two voices elsewhere either (after Dong, Berti-Équille
/// and Srivastava, "Integrating conflicting data: the role of source dependence", 2009).
class PastCopying {
  public:
    struct Habit {
        SourceId from{};
        double share = 0;  ///< 0..1; of n + 2 articles rather than n, since few articles prove little
    };
    static constexpr std::size_t kMostHabits = 8;  ///< kept of an outlet, the strongest

    /// O(n log n) in the number of mentions.
    explicit PastCopying(const TestimonyReader& reader);
    const std::vector<Habit>& habits(SourceId outlet) const { return habits_[static_cast<std::size_t>(outlet)]; }

  private:
    std::vector<std::vector<Habit>> habits_;  // by SourceId
};

}  // namespace hearsay
