// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "learn/feature_index.hpp"
#include "learn/linear_model.hpp"
#include "learn/sequence_decoder.hpp"

namespace hearsay::learn {

/// An averaged perceptron that chooses one label at a time (Collins 2002), for decisions that depend on earlier ones.
///
///   for (...) { trainer.score(features, scores); if (chosen != right) trainer.update(features, right, chosen); }
///   LinearModel model = trainer.average("parser/1");
class PerceptronTrainer {
  public:
    explicit PerceptronTrainer(std::vector<std::string> labels) : names_(std::move(labels)) {}
    void score(std::span<const Feature> features, std::span<float> scores) const;
    void update(std::span<const Feature> features, Label right, Label wrong);
    /// Counts one decision; averages are over decisions.
    void tick() { ++now_; }
    /// The features most often updated come first; those updated fewer than `min_updates` times are left out, and those
    /// none of whose weights reaches `least`.
    LinearModel average(std::string feature_set, std::uint32_t min_updates = 2, float least = 0) const;

  private:
    void change(std::size_t row, Label label, float by);

    std::vector<std::string> names_;
    FeatureIndex index_;
    std::vector<Feature> features_;  // by row
    std::vector<float> weights_;
    std::vector<double> weighted_;  // sum of changes × the time they were made
    std::vector<std::uint32_t> updates_;
    double now_ = 1;
};

}  // namespace hearsay::learn
