// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <vector>

namespace hearsay::learn {

/// The score of what must not happen.
inline constexpr float kImpossible = -1e30F;

/// Marginals of a linear chain, by the scaled forward-backward algorithm (Rabiner 1989).
class ForwardBackward {
  public:
    explicit ForwardBackward(std::size_t labels) : labels_(labels) {}
    /// `scores` is length × labels, `transitions` labels × labels by the label before; both in log odds.
    void run(std::span<const float> scores, std::span<const float> transitions);
    /// length × labels
    std::span<const float> marginals() const { return marginals_; }
    /// Log of the sum of exp(score) over all labellings.
    double log_partition() const { return log_partition_; }
    /// labels × labels: how often the one is expected to follow the other in the sequence. Only training asks for it.
    std::span<const float> expected_transitions();

  private:
    void look_ahead(std::size_t i);
    float reach(std::size_t a) const;

    std::size_t labels_;
    double log_partition_ = 0;
    std::vector<float> weight_, step_, alpha_, beta_, ahead_, marginals_, expected_;
};

}  // namespace hearsay::learn
