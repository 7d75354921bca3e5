// SPDX-License-Identifier: Apache-2.0
#include "encoder/layers.hpp"

#include "encoder/kernels.hpp"

namespace hearsay::encoder {

void normalise(const Norm& norm, std::span<float> rows, std::span<const float> added) {
    add_and_normalise(rows, added, norm.scale, norm.shift, norm.epsilon);
}

void apply(const Head& head, std::span<const float> row, std::span<float> out) {
    for (std::size_t k = 0; k != out.size(); ++k) {
        float sum = head.bias[k];
        for (std::size_t i = 0; i != row.size(); ++i) sum += head.weights[k * row.size() + i] * row[i];
        out[k] = sum;
    }
}

void add(std::span<float> row, std::span<const float> table, std::size_t number) {
    const auto values = table.subspan(number * row.size(), row.size());
    for (std::size_t i = 0; i != row.size(); ++i) row[i] += values[i];
}

void embed(const AttributionModel& model, std::span<const Piece> pieces, std::vector<float>& rows) {
    const std::size_t width = model.encoder.width, count = pieces.size() + 2;
    rows.assign(count * width, 0);
    for (std::size_t i = 0; i != count; ++i) {
        const std::span row(rows.data() + i * width, width);
        const bool mark = i == 0 || i + 1 == count;
        const Piece* const piece = mark ? nullptr : &pieces[i - 1];
        model.words.add(piece ? piece->id : i == 0 ? model.first : model.last, row);
        add(row, model.positions, i);
        add(row, model.shapes, piece ? piece->shape : std::uint8_t{Piece::none});
    }
    normalise(model.embedded, rows);
}

void Layers::run(const Stack& stack, std::span<const Layer> some, const std::vector<Part>& parts,
                 std::vector<float>& rows) {
    const std::size_t width = stack.width;
    for (const Layer& layer : some) {
        products_.linear(layer.attention, rows, wide_);
        mixed_.resize(rows.size());
        for (const Part part : parts)
            products_.attend(std::span(wide_).subspan(part.begin * 3 * width, (part.end - part.begin) * 3 * width),
                             stack.heads, width, stack.bias, reach_,
                             std::span(mixed_).subspan(part.begin * width, (part.end - part.begin) * width));
        products_.linear(layer.mixing, mixed_, wide_);
        normalise(layer.after_attention, rows, wide_);
        products_.linear(layer.up, rows, wide_);
        gelu(wide_);
        products_.linear(layer.down, wide_, mixed_);
        normalise(layer.after_feed_forward, rows, mixed_);
    }
}

}  // namespace hearsay::encoder
