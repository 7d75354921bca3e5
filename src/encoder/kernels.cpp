// SPDX-License-Identifier: Apache-2.0
#include "encoder/kernels.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

#include "learn/vectorised.hpp"

namespace hearsay::encoder {

namespace {

// Sums are taken in so many parts, always in the same order, so that they don't depend on the processor.
constexpr std::size_t kLanes = 16;
using Lanes = std::array<float, kLanes>;

inline float total(const Lanes& lanes) {
    float sum = 0;
    for (const float lane : lanes) sum += lane;
    return sum;
}

/// e^x to 10⁻⁷ of its value: 2 to the nearest whole power, times a polynomial.
inline float exponential(float x) {
    const float power = std::clamp(x * 1.44269504F, -126.0F, 126.0F);
    const float whole = static_cast<float>(static_cast<std::int32_t>(power + (power < 0 ? -0.5F : 0.5F)));
    const float f = (power - whole) * 0.693147181F;
    const float part =
        1 + f * (1 + f * (0.5F + f * (0.166666667F + f * (0.0416666667F + f * (0.00833333333F + f * 0.00138888889F)))));
    return part * std::bit_cast<float>((static_cast<std::int32_t>(whole) + 127) << 23);
}

}  // namespace

HEARSAY_VECTORISED
void quantise(std::span<const float> rows, std::size_t width, std::span<std::int8_t> whole, std::span<float> scales) {
    for (std::size_t r = 0; r != scales.size(); ++r) {
        const float* const row = rows.data() + r * width;
        std::int8_t* const out = whole.data() + r * width;
        Lanes lanes{};
        std::size_t i = 0;
        for (; i + kLanes <= width; i += kLanes)
            for (std::size_t k = 0; k != kLanes; ++k) lanes[k] = std::max(lanes[k], std::abs(row[i + k]));
        float most = *std::ranges::max_element(lanes);
        for (; i != width; ++i) most = std::max(most, std::abs(row[i]));
        scales[r] = most / 127;
        const float factor = most > 0 ? 127 / most : 0;
        for (i = 0; i != width; ++i) {
            const float value = row[i] * factor;
            out[i] = static_cast<std::int8_t>(static_cast<std::int32_t>(value + (value < 0 ? -0.5F : 0.5F)));
        }
    }
}

HEARSAY_VECTORISED
void scale_up(std::span<const std::int32_t> sums, std::span<const float> row_scales,
              std::span<const float> column_scales, std::span<const float> bias, std::span<float> out) {
    const std::size_t width = bias.size();
    for (std::size_t r = 0; r != row_scales.size(); ++r)
        for (std::size_t i = 0; i != width; ++i)
            out[r * width + i] = static_cast<float>(sums[r * width + i]) * (row_scales[r] * column_scales[i]) + bias[i];
}

HEARSAY_VECTORISED
void add_bias(std::span<float> rows, std::span<const float> bias) {
    for (std::size_t r = 0; r != rows.size(); r += bias.size())
        for (std::size_t i = 0; i != bias.size(); ++i) rows[r + i] += bias[i];
}

HEARSAY_VECTORISED
void gelu(std::span<float> values) {
    // The error function after Abramowitz and Stegun 1964, 7.1.26.
    for (float& x : values) {
        const float z = std::abs(x) * 0.707106781F;
        const float t = 1 / (1 + 0.3275911F * z);
        const float tail =
            t * (0.254829592F + t * (-0.284496736F + t * (1.421413741F + t * (-1.453152027F + t * 1.061405429F))));
        const float erf = 1 - tail * exponential(-z * z);
        x = 0.5F * x * (1 + (x < 0 ? -erf : erf));
    }
}

HEARSAY_VECTORISED
void add_and_normalise(std::span<float> rows, std::span<const float> added, std::span<const float> scale,
                       std::span<const float> shift, float epsilon) {
    const std::size_t width = scale.size();
    for (std::size_t begin = 0; begin != rows.size(); begin += width) {
        float* const row = rows.data() + begin;
        if (!added.empty())
            for (std::size_t i = 0; i != width; ++i) row[i] += added[begin + i];
        Lanes sums{};
        for (std::size_t i = 0; i != width; i += kLanes)
            for (std::size_t k = 0; k != kLanes; ++k) sums[k] += row[i + k];
        const float mean = total(sums) / static_cast<float>(width);
        Lanes squares{};
        for (std::size_t i = 0; i != width; i += kLanes)
            for (std::size_t k = 0; k != kLanes; ++k) squares[k] += (row[i + k] - mean) * (row[i + k] - mean);
        const float factor = 1 / std::sqrt(total(squares) / static_cast<float>(width) + epsilon);
        for (std::size_t i = 0; i != width; ++i) row[i] = (row[i] - mean) * factor * scale[i] + shift[i];
    }
}

HEARSAY_VECTORISED
void softmax(std::span<float> row, float factor, std::span<const float> bias) {
    for (std::size_t i = 0; i != row.size(); ++i) row[i] = row[i] * factor + (bias.empty() ? 0 : bias[i]);
    const std::size_t whole = row.size() / kLanes * kLanes;
    Lanes most;
    most.fill(row[0]);
    for (std::size_t i = 0; i != whole; i += kLanes)
        for (std::size_t k = 0; k != kLanes; ++k) most[k] = std::max(most[k], row[i + k]);
    float top = *std::ranges::max_element(most);
    for (std::size_t i = whole; i != row.size(); ++i) top = std::max(top, row[i]);
    for (float& value : row) value = exponential(value - top);
    Lanes sums{};
    for (std::size_t i = 0; i != whole; i += kLanes)
        for (std::size_t k = 0; k != kLanes; ++k) sums[k] += row[i + k];
    float sum = total(sums);
    for (std::size_t i = whole; i != row.size(); ++i) sum += row[i];
    for (float& value : row) value /= sum;
}

}  // namespace hearsay::encoder
