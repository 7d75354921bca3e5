// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

#include "encoder/products.hpp"
#include "encoder/word_pieces.hpp"

namespace hearsay::encoder {

struct Norm {
    std::span<const float> scale, shift;
    float epsilon;
};

/// One layer after Devlin et al. 2019. Its linear maps are numbers in the model's LinearMaps.
struct Layer {
    std::size_t attention, mixing, up, down;
    Norm after_attention, after_feed_forward;
};

/// A stack of layers of one width.
struct Stack {
    std::size_t width, heads, inner;
    std::vector<Layer> layers;
    std::span<const float> bias;  ///< of attention, for each head by the distance of the key; empty: none
};

/// A small linear map in floats, outputs × inputs.
struct Head {
    std::span<const float> weights, bias;
};

/// Embeddings of 4 bits, two to a byte, lower half first: value − 8, times the scale of each kGroup.
struct WordEmbeddings {
    static constexpr std::size_t kGroup = 32;
    std::span<const std::uint8_t> values;
    std::span<const std::uint16_t> scales;  ///< upper halves of floats
    /// Adds the embedding of a piece to `row`.
    void add(std::size_t id, std::span<float> row) const;
};

/// A model file, MODEL_FORMAT.md, in memory; all spans are views of it.
struct AttributionModel {
    /// Throws ResourceError for a file that is missing, damaged or of another kind.
    /// `lower`: of a model that only this many layers of are run, and no head, no more is laid out for it.
    static AttributionModel load(const std::filesystem::path& file, Precision precision, std::size_t lower = SIZE_MAX);

    std::size_t window, context;  ///< pieces of a window, its two marks among them, and of what it repeats
    std::size_t before, after;    ///< pieces that may belong to a cue, before its first and from it on
    std::uint32_t first, last;    ///< marks at the ends of a window
    float cue_threshold;
    std::span<const float> calibration;  ///< of 1, the cue's and the link's log odds
    WordPieces pieces;
    WordEmbeddings words;
    std::span<const float> positions, shapes;
    Norm embedded;
    Stack encoder;
    Head cue;
    std::size_t narrow;                      ///< from the encoder's width to the reader's
    std::span<const float> offsets, within;  ///< by the place beside the cue's first piece, and by whether in the cue
    Norm narrowed;
    Stack reader;
    Head role;
    std::span<const float> transitions;  ///< row-major by the label before
    LinearMaps maps;
    std::uint32_t checksum;  ///< of the file
    std::shared_ptr<const void> memory;
};

}  // namespace hearsay::encoder
