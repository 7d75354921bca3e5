// SPDX-License-Identifier: Apache-2.0
#include "encoder/pair_reader.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include "encoder/kernels.hpp"
#include "encoder/layers.hpp"
#include "encoder/model_parts.hpp"

namespace hearsay::encoder {

namespace {

enum Label : std::size_t { kSame, kPart, kContrary, kOther, kLabels };
constexpr std::size_t kPairsAtOnce = 8;  // bounds the memory of a worker

}  // namespace

struct PairReader::Model {
    Model(const std::filesystem::path& encoder, const std::filesystem::path& pairs, Precision precision) {
        Parts parts(pairs, "statement-pairs/1");
        learn::ModelReader& in = parts.in();
        memory = in.memory();
        const auto made_for = in.value<std::uint32_t>();
        const std::size_t layers_below = parts.size();
        below = AttributionModel::load(encoder, precision, layers_below);
        in.require(made_for == below.checksum, "was made for another encoder than " + encoder.string() +
                                                   "; remove it, or make it anew as scripts/encoder/README.md tells");
        longest = parts.size();
        stack = parts.stack();
        const auto epsilon = in.value<float>();
        const std::size_t width = stack.width;
        in.require(width == below.encoder.width && stack.heads == below.encoder.heads &&
                       layers_below == below.encoder.layers.size() && longest >= 3 && 2 * longest <= below.window,
                   "the model is damaged: its sizes don't fit the encoder's");
        sides = parts.floats(2 * width);
        parts.layers(stack, epsilon);
        dense = parts.linear(width, width);
        relation = parts.head(width, kLabels);
        in.require(in.at_end(), "the model is damaged: more follows than its sizes tell");
        stack.bias = below.encoder.bias;
        maps = LinearMaps(parts.linear_maps(), precision);
    }

    AttributionModel below;  // of its layers only those that read a statement by itself
    std::size_t longest;     // pieces of a statement, its two marks among them
    Stack stack;
    std::span<const float> sides;  // added to the first statement's rows, and to the second's
    std::size_t dense;
    Head relation;
    LinearMaps maps;
    std::shared_ptr<const void> memory;
};

struct PairReader::Worker::Data {
    explicit Data(const Model& model)
        : m(model), lower(model.below.maps, model.below.window), upper(model.maps, model.below.window) {}

    void append(const Statement& statement, std::size_t side) {
        const std::size_t width = m.stack.width, begin = rows.size();
        std::ranges::transform(statement, std::back_inserter(rows), from_upper_half);
        for (std::size_t i = begin; i != rows.size(); i += width) add(std::span(rows).subspan(i, width), m.sides, side);
    }
    /// Appends the mean of a part's rows.
    void pool(const Part& part) {
        const std::size_t width = m.stack.width, begin = pooled.size();
        pooled.resize(begin + width);
        const auto count = static_cast<float>(part.end - part.begin);
        for (std::size_t r = part.begin; r != part.end; ++r)
            for (std::size_t i = 0; i != width; ++i) pooled[begin + i] += rows[r * width + i] / count;
    }

    const Model& m;
    Layers lower, upper;
    std::vector<float> rows, pooled, hidden;
};

PairReader::PairReader(const std::filesystem::path& encoder, const std::filesystem::path& pairs, Precision precision)
    : model_(std::make_unique<const Model>(encoder, pairs, precision)) {}
PairReader::~PairReader() = default;

PairReader::Worker::Worker(const PairReader& reader) : data_(std::make_unique<Data>(*reader.model_)) {}
PairReader::Worker::~Worker() = default;
PairReader::Worker::Worker(Worker&&) noexcept = default;

PairReader::Statement PairReader::Worker::read(std::string_view text) {
    Data& d = *data_;
    const AttributionModel& below = d.m.below;
    std::vector<Piece> pieces = below.pieces.read(Text::decode(text));
    pieces.resize(std::min(pieces.size(), d.m.longest - 2));
    embed(below, pieces, d.rows);
    d.lower.run(below.encoder, below.encoder.layers, {{0, pieces.size() + 2}}, d.rows);
    Statement statement(d.rows.size());
    std::ranges::transform(d.rows, statement.begin(), upper_half);
    return statement;
}

std::vector<Relation> PairReader::Worker::relate(std::span<const Pair> pairs) {
    Data& d = *data_;
    const std::size_t width = d.m.stack.width;
    std::vector<Relation> relations;
    for (std::size_t first = 0; first < pairs.size(); first += kPairsAtOnce) {
        const auto some = pairs.subspan(first, std::min(kPairsAtOnce, pairs.size() - first));
        d.rows.clear();
        std::vector<Part> parts;
        for (const auto& [a, b] : some) {
            const std::size_t begin = d.rows.size() / width;
            d.append(*a, 0);
            d.append(*b, 1);
            parts.push_back({begin, d.rows.size() / width});
        }
        d.upper.run(d.m.stack, d.m.stack.layers, parts, d.rows);
        d.pooled.clear();
        for (const Part& part : parts) d.pool(part);
        d.upper.linear(d.m.dense, d.pooled, d.hidden);
        std::ranges::transform(d.hidden, d.hidden.begin(), [](float x) { return std::tanh(x); });
        for (std::size_t i = 0; i != some.size(); ++i) {
            std::array<float, kLabels> chances{};
            apply(d.m.relation, std::span(d.hidden).subspan(i * width, width), chances);
            softmax(chances, 1, {});
            relations.push_back({chances[kSame], chances[kPart], chances[kContrary]});
        }
    }
    return relations;
}

}  // namespace hearsay::encoder
