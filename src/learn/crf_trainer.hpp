// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "learn/feature_index.hpp"
#include "learn/linear_model.hpp"
#include "learn/sequence_decoder.hpp"

namespace hearsay::learn {

struct CrfOptions {
    unsigned epochs = 12;
    std::uint32_t min_count = 2;  ///< rarer features are left out
    float rate = 0.1F;            ///< AdaGrad's step
    float decay = 0;              ///< L2: share of each weight taken off at the end of an epoch
    float dropout = 0;            ///< share of features hidden at random at each step, 0..1
    std::uint32_t keep = 0;       ///< features to keep, the heaviest ones; 0: all
    unsigned refit_epochs = 2;    ///< in which those kept make up for the others
    std::uint64_t seed = 1;
    std::function<void(unsigned epoch, double loss)> progress{};
};

/// Trains a linear-chain conditional random field (Lafferty et al. 2001) by stochastic gradient with AdaGrad's steps
/// (Duchi et al. 2011).
///
///   CrfTrainer trainer({"O", "B", "I"}, options);
///   for (...) trainer.count(features);          // first pass: which features are frequent enough
///   for (...) trainer.add(features, labels);    // second pass
///   LinearModel model = trainer.train("cues/1");
///
/// Label pairs that never stand side by side in the training sequences are forbidden. One thread; equal input and options give
/// equal weights. Memory: 4 bytes a feature occurrence, 8 a weight.
class CrfTrainer {
  public:
    CrfTrainer(std::vector<std::string> labels, CrfOptions options);
    void count(const FeatureSequence& features);
    void add(const FeatureSequence& features, std::span<const Label> labels);
    LinearModel train(std::string feature_set);

  private:
    struct Sequence {
        std::size_t first;  // position
        std::uint32_t size;
    };
    void index();
    void run(unsigned epochs);
    void drop_light_features();
    double step(const Sequence& sequence);

    std::vector<std::string> names_;
    CrfOptions options_;
    FeatureIndex seen_;                  // every feature counted
    std::vector<Feature> features_;      // ... by number
    std::vector<std::uint32_t> counts_;  // ... how often; once indexed, its row
    std::vector<Feature> rows_;
    std::vector<std::uint32_t> occurrences_;  // rows, flat
    std::vector<std::size_t> ends_;           // by position
    std::vector<Label> labels_;
    std::vector<Sequence> sequences_;
    std::vector<float> weights_, squares_, averages_;
    std::vector<float> transitions_, transition_squares_, transition_averages_;
    std::uint64_t random_;
    unsigned epoch_ = 0;
    bool indexed_ = false;
};

}  // namespace hearsay::learn
