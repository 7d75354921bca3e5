// SPDX-License-Identifier: Apache-2.0
#include "learn/perceptron_trainer.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace hearsay::learn {

void PerceptronTrainer::score(std::span<const Feature> features, std::span<float> scores) const {
    for (float& s : scores) s = 0;
    for (const Feature f : features) index_.prefetch(f);
    for (const Feature f : features) {
        const std::uint32_t row = index_.find(f);
        if (row == FeatureIndex::kNone) continue;
        const float* w = weights_.data() + row * scores.size();
        for (std::size_t l = 0; l != scores.size(); ++l) scores[l] += w[l];
    }
}

void PerceptronTrainer::change(std::size_t row, Label label, float by) {
    weights_[row * names_.size() + label] += by;
    weighted_[row * names_.size() + label] += now_ * static_cast<double>(by);
}

void PerceptronTrainer::update(std::span<const Feature> features, Label right, Label wrong) {
    for (const Feature f : features) {
        const std::uint32_t row = index_.insert(f);
        if (row == features_.size()) {
            features_.push_back(f);
            weights_.resize(weights_.size() + names_.size());
            weighted_.resize(weights_.size());
            updates_.push_back(0);
        }
        ++updates_[row];
        change(row, right, 1);
        change(row, wrong, -1);
    }
}

LinearModel PerceptronTrainer::average(std::string feature_set, std::uint32_t min_updates, float least) const {
    const std::size_t l = names_.size();
    std::vector<std::uint32_t> order(features_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::erase_if(order, [&](std::uint32_t row) { return updates_[row] < min_updates; });
    std::ranges::stable_sort(order, std::greater<>(), [&](std::uint32_t row) { return updates_[row]; });
    std::vector<LinearModel::Row> rows;
    for (const std::uint32_t row : order) {
        LinearModel::Row averaged{features_[row], std::vector<float>(l)};
        for (std::size_t a = 0; a != l; ++a)
            averaged.weights[a] = weights_[row * l + a] - static_cast<float>(weighted_[row * l + a] / now_);
        const auto weighs = [&](float w) { return std::abs(w) >= least; };
        if (std::ranges::any_of(averaged.weights, weighs)) rows.push_back(std::move(averaged));
    }
    return {std::move(feature_set), names_, std::move(rows)};
}

}  // namespace hearsay::learn
