// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <vector>

#include "encoder/model.hpp"
#include "encoder/products.hpp"

namespace hearsay::encoder {

/// Rows that see one another, and no others.
struct Part {
    std::size_t begin, end;
};

/// Runs rows through layers; holds one worker's scratch space.
class Layers {
  public:
    /// `reach`: the farthest that the stacks' bias knows of.
    Layers(const LinearMaps& maps, std::size_t reach) : products_(maps), reach_(reach) {}

    /// `some`: of the stack's layers.
    void run(const Stack& stack, std::span<const Layer> some, const std::vector<Part>& parts, std::vector<float>& rows);
    void linear(std::size_t map, std::span<const float> rows, std::vector<float>& out) {
        products_.linear(map, rows, out);
    }

  private:
    Products products_;
    std::size_t reach_;
    std::vector<float> wide_, mixed_;
};

void normalise(const Norm& norm, std::span<float> rows, std::span<const float> added = {});
void apply(const Head& head, std::span<const float> row, std::span<float> out);
/// Adds the how-manieth row of a table.
void add(std::span<float> row, std::span<const float> table, std::size_t number);
/// Pieces between a model's two marks as the rows that its layers begin with.
void embed(const AttributionModel& model, std::span<const Piece> pieces, std::vector<float>& rows);

}  // namespace hearsay::encoder
