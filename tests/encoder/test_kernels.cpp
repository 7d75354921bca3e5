// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <vector>

#include "encoder/kernels.hpp"
#include "encoder/spread.hpp"

namespace hearsay::encoder::test {
namespace {

TEST(Kernels, ComputeGelu) {
    std::vector<float> values = spread(1000, 12);
    const std::vector<float> given = values;
    gelu(values);
    for (std::size_t i = 0; i != values.size(); ++i)
        EXPECT_NEAR(values[i], 0.5 * given[i] * std::erfc(-given[i] / std::sqrt(2.0)), 2e-6) << given[i];
}

TEST(Kernels, ComputeSoftmaxWithABias) {
    for (const std::size_t size : {1U, 15U, 16U, 33U, 320U}) {
        std::vector<float> row = spread(size, 50), bias = spread(size + 3, 5);
        bias.resize(size);
        std::vector<double> wanted(size);
        double most = -1e9;
        for (std::size_t i = 0; i != size; ++i) most = std::max(most, wanted[i] = row[i] * 0.125 + bias[i]);
        double sum = 0;
        for (double& value : wanted) sum += value = std::exp(value - most);
        softmax(row, 0.125F, bias);
        for (std::size_t i = 0; i != size; ++i) EXPECT_NEAR(row[i], wanted[i] / sum, 1e-6);
        EXPECT_NEAR(std::accumulate(row.begin(), row.end(), 0.0), 1, 1e-5);
    }
}

TEST(Kernels, NormaliseEachRowByItself) {
    std::vector<float> rows = spread(128, 3);
    std::fill_n(rows.begin() + 64, 64, 2.0F);  // without variance
    const std::vector<float> added(128, 1.0F), scale(64, 2.0F), shift(64, 0.5F);
    add_and_normalise(rows, added, scale, shift, 1e-5F);
    const double mean = std::accumulate(rows.begin(), rows.begin() + 64, 0.0) / 64;
    EXPECT_NEAR(mean, 0.5, 1e-5);
    double variance = 0;
    for (std::size_t i = 0; i != 64; ++i) variance += (rows[i] - mean) * (rows[i] - mean) / 64;
    EXPECT_NEAR(variance, 4, 1e-3);
    for (std::size_t i = 64; i != 128; ++i) EXPECT_NEAR(rows[i], 0.5, 1e-3);
}

TEST(Kernels, QuantiseToWithinHalfAStep) {
    std::vector<float> rows = spread(3 * 40, 7);
    std::fill_n(rows.begin() + 80, 40, 0.0F);
    std::vector<std::int8_t> whole(rows.size());
    std::vector<float> scales(3);
    quantise(rows, 40, whole, scales);
    for (std::size_t i = 0; i != rows.size(); ++i)
        EXPECT_NEAR(static_cast<float>(whole[i]) * scales[i / 40], rows[i], scales[i / 40] * 0.501F);
    EXPECT_EQ(scales[2], 0);
}

}  // namespace
}  // namespace hearsay::encoder::test
