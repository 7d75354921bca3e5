// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>

#include "encoder/chain.hpp"

namespace hearsay::encoder::test {
namespace {

TEST(Chain, IsTheBestOfAllAndAsLikelyAsItsShare) {
    const std::vector<float> scores{0.5F, 1.0F, -0.3F, 0.2F, 0.1F, 0.9F, -1.0F, 0.4F, 0.3F};
    const std::vector<float> transitions{0.3F, -0.2F, 0.1F, 0.0F, 0.6F, -0.5F, -0.4F, 0.2F, 0.8F};
    double all = 0, best = -1;
    std::vector<std::uint8_t> labels;
    for (std::uint8_t a = 0; a != 3; ++a)
        for (std::uint8_t b = 0; b != 3; ++b)
            for (std::uint8_t c = 0; c != 3; ++c) {
                const double weight = std::exp(double{scores[a]} + scores[3 + b] + scores[6 + c] +
                                               transitions[a * 3 + b] + transitions[b * 3 + c]);
                all += weight;
                if (weight > best) best = weight, labels = {a, b, c};
            }
    const ChainReading reading = read_chain(scores, transitions);
    EXPECT_EQ(reading.labels, labels);
    EXPECT_NEAR(reading.chance, best / all, 1e-6);
}

TEST(Chain, TakesExtremeScores) {
    const ChainReading reading = read_chain(std::vector<float>{1e6F, 0, -1e6F, -1e6F, 1e6F, 0}, std::vector<float>(9));
    EXPECT_EQ(reading.labels, (std::vector<std::uint8_t>{0, 1}));
    EXPECT_FLOAT_EQ(reading.chance, 1);
}

}  // namespace
}  // namespace hearsay::encoder::test
