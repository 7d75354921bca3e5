// SPDX-License-Identifier: Apache-2.0
// Small random chains, and all their labellings, to check dynamic programs against.
#pragma once
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "learn/forward_backward.hpp"
#include "learn/random.hpp"
#include "learn/sequence_decoder.hpp"

namespace hearsay::test {

/// Numbers that are the same on every platform.
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(learn::next_random(state_) % n); }
    float between(float low, float high) {
        return low + (high - low) * static_cast<float>(below(1 << 20)) / static_cast<float>(1 << 20);
    }

  private:
    std::uint64_t state_;
};

/// Scores of a chain in log odds: length × labels, and labels × labels.
struct Chain {
    std::size_t labels, length;
    std::vector<float> scores, transitions;

    double score(std::span<const learn::Label> labelling) const {
        double sum = 0;
        for (std::size_t i = 0; i != labelling.size(); ++i) {
            sum += static_cast<double>(scores[i * labels + labelling[i]]);
            if (i) sum += static_cast<double>(transitions[labelling[i - 1] * labels + labelling[i]]);
        }
        return sum;
    }
};

/// About one transition in five is forbidden, but never one from the first label or to it.
inline Chain random_chain(Dice& dice) {
    Chain chain{2 + dice.below(3), 1 + dice.below(5), {}, {}};
    for (std::size_t i = 0; i != chain.labels * chain.length; ++i) chain.scores.push_back(dice.between(-3, 3));
    for (std::size_t a = 0; a != chain.labels; ++a)
        for (std::size_t b = 0; b != chain.labels; ++b) {
            const bool forbidden = a && b && dice.below(5) == 0;
            chain.transitions.push_back(forbidden ? learn::kImpossible : dice.between(-2, 2));
        }
    return chain;
}

inline void for_each_labelling(std::size_t labels, std::size_t length,
                               const std::function<void(std::span<const learn::Label>)>& visit) {
    std::vector<learn::Label> labelling(length, 0);
    for (;;) {
        visit(labelling);
        std::size_t i = 0;
        while (i != length && ++labelling[i] == labels) labelling[i++] = 0;
        if (i == length) return;
    }
}

}  // namespace hearsay::test
