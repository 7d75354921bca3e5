// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace hearsay::encoder {

/// The likeliest labels of a linear chain (Viterbi 1967), and how likely they are.
struct ChainReading {
    std::vector<std::uint8_t> labels;
    float chance;
};

inline constexpr std::size_t kChainLabels = 3;

/// `scores`: kChainLabels for each position; `transitions`: row-major by the label before. Both are logarithms.
ChainReading read_chain(std::span<const float> scores, std::span<const float> transitions);

}  // namespace hearsay::encoder
