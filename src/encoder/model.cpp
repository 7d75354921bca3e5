// SPDX-License-Identifier: Apache-2.0
#include "encoder/model.hpp"

#include <algorithm>
#include <bit>
#include <string>
#include <string_view>

#include "learn/model_bytes.hpp"

namespace hearsay::encoder {

namespace {

constexpr std::string_view kMagic = "HEARSAYE", kKind = "attribution-encoder/1";
constexpr std::uint32_t kVersion = 1;
constexpr std::uint32_t kMost = 1 << 20;  // of any size that a model gives

/// Reads the parts of a model in the order of its file.
class Parts {
  public:
    explicit Parts(learn::ModelReader& in) : in_(in) {}

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
        in_.require(heads > 0 && width % heads == 0 && width % 32 == 0 && inner % 32 == 0,
                    "the model is damaged: its layers are " + std::to_string(width) + " wide, with " +
                        std::to_string(heads) + " heads");
        return {width, heads, inner, std::vector<Layer>(size()), {}};
    }
    const std::vector<LinearWeights>& linear_maps() const { return linear_; }

  private:
    learn::ModelReader& in_;
    std::vector<LinearWeights> linear_;
};

}  // namespace

void WordEmbeddings::add(std::size_t id, std::span<float> row) const {
    const std::size_t groups = row.size() / kGroup;
    for (std::size_t g = 0; g != groups; ++g) {
        const auto scale = std::bit_cast<float>(static_cast<std::uint32_t>(scales[id * groups + g]) << 16);
        const std::uint8_t* const bytes = values.data() + (id * row.size() + g * kGroup) / 2;
        for (std::size_t i = 0; i != kGroup / 2; ++i) {
            row[g * kGroup + 2 * i] += static_cast<float>((bytes[i] & 15) - 8) * scale;
            row[g * kGroup + 2 * i + 1] += static_cast<float>((bytes[i] >> 4) - 8) * scale;
        }
    }
}

AttributionModel AttributionModel::load(const std::filesystem::path& file, Precision precision) {
    learn::ModelReader in(file, kMagic, kVersion);
    const std::string kind = in.text();
    in.require(kind == kKind, "is a model of the kind \"" + kind + "\", expected \"" + std::string(kKind) + '"');
    Parts parts(in);
    AttributionModel m;
    m.memory = in.memory();
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
    m.maps = LinearMaps(parts.linear_maps(), precision);
    return m;
}

}  // namespace hearsay::encoder
