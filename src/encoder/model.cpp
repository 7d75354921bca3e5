// SPDX-License-Identifier: Apache-2.0
#include "encoder/model.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "encoder/kernels.hpp"
#include "encoder/model_parts.hpp"

namespace hearsay::encoder {

namespace {

constexpr std::string_view kKind = "attribution-encoder/1";

}  // namespace

void WordEmbeddings::add(std::size_t id, std::span<float> row) const {
    const std::size_t groups = row.size() / kGroup;
    for (std::size_t g = 0; g != groups; ++g) {
        const auto scale = from_upper_half(scales[id * groups + g]);
        const std::uint8_t* const bytes = values.data() + (id * row.size() + g * kGroup) / 2;
        for (std::size_t i = 0; i != kGroup / 2; ++i) {
            row[g * kGroup + 2 * i] += static_cast<float>((bytes[i] & 15) - 8) * scale;
            row[g * kGroup + 2 * i + 1] += static_cast<float>((bytes[i] >> 4) - 8) * scale;
        }
    }
}

AttributionModel AttributionModel::load(const std::filesystem::path& file, Precision precision, std::size_t lower) {
    Parts parts(file, kKind);
    learn::ModelReader& in = parts.in();
    AttributionModel m;
    m.memory = in.memory();
    m.checksum = in.checksum();
    m.window = parts.size();
    m.context = parts.size();
    m.before = parts.size();
    m.after = parts.size();
    in.require(m.window > m.context + 2 && m.after > 0, "the model is damaged: its windows leave no room");
    m.first = in.value<std::uint32_t>();
    m.last = in.value<std::uint32_t>();
    const auto unknown = in.value<std::uint32_t>();
    const std::size_t vocabulary = parts.size();
    m.encoder = parts.stack();
    m.reader = parts.stack();
    const auto epsilon = in.value<float>(), reader_epsilon = in.value<float>();
    m.cue_threshold = in.value<float>();
    const auto letters = in.value<std::uint32_t>();
    m.pieces = WordPieces(in.take(letters), unknown);
    in.require(m.pieces.size() == vocabulary && std::max({m.first, m.last, unknown}) < vocabulary,
               "the model is damaged: its vocabulary has " + std::to_string(m.pieces.size()) + " pieces, expected " +
                   std::to_string(vocabulary));
    const std::size_t width = m.encoder.width, narrow = m.reader.width;
    m.calibration = parts.floats(3);
    m.words.values = parts.tensor<std::uint8_t>(vocabulary * width / 2);
    m.words.scales = parts.tensor<std::uint16_t>(vocabulary * width / WordEmbeddings::kGroup);
    m.positions = parts.floats(m.window * width);
    m.shapes = parts.floats(Piece::kShapes * width);
    m.embedded = parts.norm(width, epsilon);
    m.encoder.bias = parts.floats(m.encoder.heads * (2 * m.window + 1));
    parts.layers(m.encoder, epsilon);
    m.cue = parts.head(width, 3);
    m.narrow = parts.linear(width, narrow);
    m.offsets = parts.floats((m.before + m.after) * narrow);
    m.within = parts.floats(2 * narrow);
    m.narrowed = parts.norm(narrow, reader_epsilon);
    parts.layers(m.reader, reader_epsilon);
    m.role = parts.head(narrow, 3);
    m.transitions = parts.floats(9);
    in.require(in.at_end(), "the model is damaged: more follows than its sizes tell");
    auto maps = parts.linear_maps();
    if (lower < m.encoder.layers.size()) {
        maps.resize(m.encoder.layers[lower].attention);
        m.encoder.layers.resize(lower);
    }
    m.maps = LinearMaps(maps, precision);
    return m;
}

}  // namespace hearsay::encoder
