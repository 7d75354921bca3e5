// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "encoder/model.hpp"
#include "learn/model_bytes.hpp"

namespace hearsay::encoder {

/// Reads the parts of a model in the order of its file.
class Parts {
  public:
    /// Throws ResourceError for a file that is missing, damaged or of another kind.
    Parts(const std::filesystem::path& file, std::string_view kind) : in_(file, "HEARSAYE", 1) {
        const std::string found = in_.text();
        in_.require(found == kind, "is a model of the kind \"" + found + "\", expected \"" + std::string(kind) + '"');
    }

    learn::ModelReader& in() { return in_; }

    std::size_t size() {
        const auto n = in_.value<std::uint32_t>();
        in_.require(n < kMost, "the model is damaged: it gives a size of " + std::to_string(n));
        return n;
    }
    template <class T>
    std::span<const T> tensor(std::size_t n) {
        in_.align();
        return in_.values<T>(n);
    }
    std::span<const float> floats(std::size_t n) { return tensor<float>(n); }
    Head head(std::size_t inputs, std::size_t outputs) {
        const auto weights = floats(inputs * outputs);
        return {weights, floats(outputs)};
    }
    Norm norm(std::size_t width, float epsilon) {
        const auto scale = floats(width);
        return {scale, floats(width), epsilon};
    }
    std::size_t linear(std::size_t inputs, std::size_t outputs) {
        const auto values = tensor<std::int8_t>(inputs * outputs);
        const auto scales = floats(outputs);
        linear_.push_back({inputs, outputs, values, scales, floats(outputs)});
        return linear_.size() - 1;
    }
    void layers(Stack& stack, float epsilon) {
        const std::size_t width = stack.width;
        for (Layer& layer : stack.layers) {
            layer.attention = linear(width, 3 * width);
            layer.mixing = linear(width, width);
            layer.after_attention = norm(width, epsilon);
            layer.up = linear(width, stack.inner);
            layer.down = linear(stack.inner, width);
            layer.after_feed_forward = norm(width, epsilon);
        }
    }
    Stack stack() {
        const std::size_t width = size(), heads = size(), inner = size();
        in_.require(heads > 0 && width > 0 && inner > 0 && width % heads == 0 && width % 32 == 0 && inner % 32 == 0,
                    "the model is damaged: its layers are " + std::to_string(width) + " wide, with " +
                        std::to_string(heads) + " heads");
        return {width, heads, inner, std::vector<Layer>(size()), {}};
    }
    const std::vector<LinearWeights>& linear_maps() const { return linear_; }

  private:
    static constexpr std::uint32_t kMost = 1 << 20;  // of any size that a model gives

    learn::ModelReader in_;
    std::vector<LinearWeights> linear_;
};

}  // namespace hearsay::encoder
