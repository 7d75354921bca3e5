// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

/// What an encoder does between its matrix products. Rows lie one after the other.
namespace hearsay::encoder {

/// Of a float, rounded to the nearest, of two the even one.
inline std::uint16_t upper_half(float value) {
    const auto bits = std::bit_cast<std::uint32_t>(value);
    return static_cast<std::uint16_t>((bits + 0x7FFF + (bits >> 16 & 1)) >> 16);
}
inline float from_upper_half(std::uint16_t half) { return std::bit_cast<float>(std::uint32_t{half} << 16); }

/// Rows as whole numbers from -127 to 127 times a scale a row.
void quantise(std::span<const float> rows, std::size_t width, std::span<std::int8_t> whole, std::span<float> scales);

/// out = sums · row scale · column scale + bias.
void scale_up(std::span<const std::int32_t> sums, std::span<const float> row_scales,
              std::span<const float> column_scales, std::span<const float> bias, std::span<float> out);
void add_bias(std::span<float> rows, std::span<const float> bias);

/// x·Φ(x) (Hendrycks and Gimpel 2016), to 10⁻⁶.
void gelu(std::span<float> values);

/// rows = norm(rows + added), each row by itself (Ba et al. 2016). `added` may be empty.
void add_and_normalise(std::span<float> rows, std::span<const float> added, std::span<const float> scale,
                       std::span<const float> shift, float epsilon);

/// row = softmax(row · factor + bias). `bias` may be empty.
void softmax(std::span<float> row, float factor, std::span<const float> bias);

}  // namespace hearsay::encoder
