// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace hearsay::encoder {

/// What numbers a matrix product works on.
enum class Precision : bool { whole, single };  ///< 8-bit integers, or 32-bit floats

/// The weights of one linear map, outputs × inputs, as whole numbers times a scale an output. Views of a model file.
struct LinearWeights {
    std::size_t inputs = 0, outputs = 0;
    std::span<const std::int8_t> values;
    std::span<const float> scales, bias;
};

/// Linear maps of one model, in the layout that oneDNN finds best on this processor. Immutable; shared by all threads.
class LinearMaps {
  public:
    LinearMaps();
    LinearMaps(const std::vector<LinearWeights>& weights, Precision precision);
    ~LinearMaps();
    LinearMaps(LinearMaps&&) noexcept;
    LinearMaps& operator=(LinearMaps&&) noexcept;

    struct Data;
    const Data& data() const { return *data_; }

  private:
    std::unique_ptr<Data> data_;
};

/// Matrix products of one worker: keeps oneDNN's compiled products and scratch space. Runs on the calling thread alone.
class Products {
  public:
    explicit Products(const LinearMaps& maps);
    ~Products();

    /// out = rows · Wᵀ + b for the linear map `map`: as many rows as `rows` holds, which needn't be all that follow in
    /// memory.
    void linear(std::size_t map, std::span<const float> rows, std::vector<float>& out);
    /// Attention's two products for each of `heads` heads: from queries, keys and values side by side in each row,
    /// softmax(QKᵀ / √d + bias)·V. `bias`, if any, holds for each head the 2·`reach` + 1 values by the distance of the
    /// key from the query.
    void attend(std::span<const float> qkv, std::size_t heads, std::size_t width, std::span<const float> bias,
                std::size_t reach, std::span<float> out);

  private:
    struct Data;
    std::unique_ptr<Data> data_;
};

}  // namespace hearsay::encoder
