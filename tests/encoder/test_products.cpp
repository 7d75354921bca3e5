// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "encoder/products.hpp"
#include "encoder/spread.hpp"

namespace hearsay::encoder::test {
namespace {

struct Map {
    static constexpr std::size_t kInputs = 64, kOutputs = 96;
    std::vector<std::int8_t> values = std::vector<std::int8_t>(kInputs * kOutputs);
    std::vector<float> scales = spread(kOutputs, 0.01F), bias = spread(kOutputs, 1);
    Map() {
        for (std::size_t i = 0; i != values.size(); ++i) values[i] = static_cast<std::int8_t>(i * 37 % 255 - 127);
    }
    LinearWeights weights() const { return {kInputs, kOutputs, values, scales, bias}; }
    double at(const std::vector<float>& rows, std::size_t row, std::size_t output) const {
        double sum = bias[output];
        for (std::size_t i = 0; i != kInputs; ++i)
            sum += double{rows[row * kInputs + i]} * values[output * kInputs + i] * scales[output];
        return sum;
    }
};

TEST(Products, MultiplyByLinearMaps) {
    const Map map;
    for (const auto& [precision, error] : {std::pair(Precision::single, 1e-3), std::pair(Precision::whole, 0.15)}) {
        const LinearMaps maps({map.weights()}, precision);
        Products products(maps);
        for (const std::size_t rows : {1U, 31U, 32U, 33U, 100U}) {
            const std::vector<float> given = spread(rows * Map::kInputs, 2);
            std::vector<float> made;
            products.linear(0, given, made);
            ASSERT_EQ(made.size(), rows * Map::kOutputs);
            for (std::size_t r = 0; r != rows; ++r)
                for (std::size_t o = 0; o != Map::kOutputs; ++o)
                    ASSERT_NEAR(made[r * Map::kOutputs + o], map.at(given, r, o), error)
                        << rows << ' ' << r << ' ' << o;
        }
    }
}

TEST(Products, GiveARowTheSameWhateverIsBesideIt) {
    const Map map;
    const LinearMaps maps({map.weights()}, Precision::whole);
    Products products(maps);
    std::vector<float> given = spread(100 * Map::kInputs, 2), all, first;
    products.linear(0, given, all);
    products.linear(0, std::span(given).first(Map::kInputs), first);
    EXPECT_TRUE(std::equal(first.begin(), first.end(), all.begin()));
}

TEST(Products, AttendWithABiasByDistance) {
    constexpr std::size_t kRows = 37, kHeads = 2, kWidth = 32, kDepth = 16, kReach = 40;
    const std::vector<float> qkv = spread(kRows * 3 * kWidth, 1), bias = spread(kHeads * (2 * kReach + 1), 2);
    const LinearMaps none({}, Precision::single);
    Products products(none);
    std::vector<float> made(kRows * kWidth);
    products.attend(qkv, kHeads, kWidth, bias, kReach, made);
    for (std::size_t h = 0; h != kHeads; ++h)
        for (std::size_t q = 0; q != kRows; ++q) {
            std::vector<double> weights(kRows);
            double sum = 0;
            for (std::size_t k = 0; k != kRows; ++k) {
                double score = 0;
                for (std::size_t i = 0; i != kDepth; ++i)
                    score +=
                        double{qkv[q * 3 * kWidth + h * kDepth + i]} * qkv[k * 3 * kWidth + kWidth + h * kDepth + i];
                sum += weights[k] = std::exp(score / 4 + bias[h * (2 * kReach + 1) + kReach + k - q]);
            }
            for (std::size_t i = 0; i != kDepth; ++i) {
                double mixed = 0;
                for (std::size_t k = 0; k != kRows; ++k)
                    mixed += weights[k] / sum * qkv[k * 3 * kWidth + 2 * kWidth + h * kDepth + i];
                ASSERT_NEAR(made[q * kWidth + h * kDepth + i], mixed, 1e-4);
            }
        }
}

}  // namespace
}  // namespace hearsay::encoder::test
