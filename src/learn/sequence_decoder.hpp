// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "learn/features.hpp"
#include "learn/forward_backward.hpp"
#include "learn/linear_model.hpp"

namespace hearsay::learn {

using Label = std::uint8_t;

/// Labels sequences with a linear-chain model. Scratch space of one worker; the model is shared.
///
///   SequenceDecoder decoder(model);
///   decoder.read(features);
///   for (Label label : decoder.decode()) std::cout << model.labels()[label] << ' ';
///
/// Labels far behind in a position are not followed, so that time is nearly linear in the labels.
class SequenceDecoder {
  public:
    explicit SequenceDecoder(const LinearModel& model);

    /// Scores the sequence that the other functions are asked about.
    void read(const FeatureSequence& features);
    /// Scores some more positions behind those read so far; all of them are the sequence then.
    void read_on(const FeatureSequence& features);
    /// Makes a stretch of what was read the sequence.
    void select(std::size_t begin, std::size_t size);
    /// The best labels (Viterbi). The view lives until the next call.
    std::span<const Label> decode();
    /// ... among those that have `label` at position `at`.
    std::span<const Label> decode_with(std::size_t at, Label label);
    /// Probability of every label at every position, length × labels (forward-backward, Lafferty et al. 2001).
    std::span<const float> marginals();
    /// Log probability of a labelling; after marginals().
    double log_probability(std::span<const Label> labels) const;

  private:
    std::span<std::int32_t> scores_at(std::size_t i) {
        return std::span(scores_).subspan((first_ + i) * model_->stride(), model_->labels().size());
    }
    struct Candidate {
        std::int32_t score;
        Label label;
        /// In one number: the greater of two is found without a branch, which no processor could guess. Of equal scores
        /// the lesser label's is the greater.
        std::int64_t packed() const { return std::int64_t{score} * 256 + (255 - label); }
        static Candidate unpacked(std::int64_t number) {
            return {static_cast<std::int32_t>(number >> 8), static_cast<Label>(255 - (number & 255))};
        }
    };

    const LinearModel* model_;
    std::vector<std::int32_t> steps_;  // the model's transitions
    std::vector<std::int32_t> scores_;  // of all that was read, model_->stride() a position
    std::vector<std::uint32_t> rows_;
    std::size_t first_ = 0, size_ = 0;  // the sequence
    std::vector<Candidate> before_, here_;
    std::vector<Label> back_, labels_;
    std::vector<float> float_scores_, transitions_;  // in log odds
    ForwardBackward pass_;
};

}  // namespace hearsay::learn
