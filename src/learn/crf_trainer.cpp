// SPDX-License-Identifier: Apache-2.0
#include "learn/crf_trainer.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include "learn/forward_backward.hpp"
#include "learn/random.hpp"

namespace hearsay::learn {

CrfTrainer::CrfTrainer(std::vector<std::string> labels, CrfOptions options)
    : names_(std::move(labels)), options_(std::move(options)), random_(options_.seed) {
    transitions_.assign(names_.size() * names_.size(), kImpossible);
    transition_squares_.assign(transitions_.size(), 0);
}

void CrfTrainer::count(const FeatureSequence& features) {
    for (std::size_t i = 0; i != features.size(); ++i)
        for (const Feature f : features[i]) {
            const std::uint32_t number = seen_.insert(f);
            if (number == counts_.size()) counts_.push_back(0), features_.push_back(f);
            ++counts_[number];
        }
}

/// Gives rows to the features that are frequent enough, the most frequent first.
void CrfTrainer::index() {
    std::vector<std::uint32_t> order(counts_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::erase_if(order, [&](std::uint32_t number) { return counts_[number] < options_.min_count; });
    std::ranges::stable_sort(order, std::greater<>(), [&](std::uint32_t number) { return counts_[number]; });
    std::ranges::fill(counts_, FeatureIndex::kNone);
    for (const std::uint32_t number : order) {
        counts_[number] = static_cast<std::uint32_t>(rows_.size());
        rows_.push_back(features_[number]);
    }
    indexed_ = true;
}

void CrfTrainer::add(const FeatureSequence& features, std::span<const Label> labels) {
    if (!indexed_) index();
    if (features.size() == 0) return;
    sequences_.push_back({ends_.size(), static_cast<std::uint32_t>(features.size())});
    for (std::size_t i = 0; i != features.size(); ++i) {
        for (const Feature f : features[i])
            if (const std::uint32_t n = seen_.find(f); n != FeatureIndex::kNone && counts_[n] != FeatureIndex::kNone)
                occurrences_.push_back(counts_[n]);
        ends_.push_back(occurrences_.size());
        labels_.push_back(labels[i]);
        if (i) transitions_[labels[i - 1] * names_.size() + labels[i]] = 0;
    }
}

double CrfTrainer::step(const Sequence& sequence) {
    const std::size_t l = names_.size(), n = sequence.size, first = sequence.first;
    const std::size_t begin = first ? ends_[first - 1] : 0;
    thread_local std::vector<std::uint32_t> seen;
    thread_local std::vector<std::size_t> ends;
    thread_local std::vector<float> scores;
    seen.clear(), ends.clear();
    scores.assign(n * l, 0);
    const auto hidden = static_cast<std::uint64_t>(static_cast<double>(options_.dropout) * 4294967296.0);
    for (std::size_t i = 0, o = begin; i != n; ++i) {
        for (; o != ends_[first + i]; ++o) {
            if (hidden && (next_random(random_) >> 32) < hidden) continue;
            seen.push_back(occurrences_[o]);
            const float* w = weights_.data() + occurrences_[o] * l;
            for (std::size_t a = 0; a != l; ++a) scores[i * l + a] += w[a];
        }
        ends.push_back(seen.size());
    }
    thread_local ForwardBackward pass(0);
    pass = ForwardBackward(l);
    pass.run(scores, transitions_);
    const auto update = [&](float& w, float& square, float gradient) {
        square += gradient * gradient;
        w -= options_.rate * gradient / std::sqrt(square + 1e-6F);
    };
    double loss = 0;
    thread_local std::vector<float> gradient;
    for (std::size_t i = 0, o = 0; i != n; ++i) {
        gradient.assign(pass.marginals().begin() + static_cast<std::ptrdiff_t>(i * l),
                        pass.marginals().begin() + static_cast<std::ptrdiff_t>((i + 1) * l));
        loss -= std::log(std::max(gradient[labels_[first + i]], 1e-12F));
        gradient[labels_[first + i]] -= 1;
        if (gradient[labels_[first + i]] > -1e-4F) {
            o = ends[i];
            continue;
        }
        for (; o != ends[i]; ++o)
            for (std::size_t a = 0; a != l; ++a)
                update(weights_[seen[o] * l + a], squares_[seen[o] * l + a], gradient[a]);
    }
    thread_local std::vector<float> expected;
    const auto transitions = pass.expected_transitions();
    expected.assign(transitions.begin(), transitions.end());
    for (std::size_t i = 1; i < n; ++i) expected[labels_[first + i - 1] * l + labels_[first + i]] -= 1;
    for (std::size_t t = 0; t != expected.size(); ++t)
        if (transitions_[t] > kImpossible && expected[t] != 0) update(transitions_[t], transition_squares_[t], expected[t]);
    return loss;
}

/// The averages are over the second half of the epochs.
void CrfTrainer::run(unsigned epochs) {
    averages_ = weights_, transition_averages_ = transitions_;
    if (epochs == 0) return;
    std::vector<std::uint32_t> order(sequences_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::fill(averages_, 0.0F);
    std::ranges::fill(transition_averages_, 0.0F);
    const unsigned settled = epochs / 2;
    for (unsigned epoch = 0; epoch != epochs; ++epoch) {
        shuffle(order, random_);
        double loss = 0;
        for (const std::uint32_t s : order) loss += step(sequences_[s]);
        for (float& w : weights_) w *= 1 - options_.decay;
        if (epoch >= settled) {
            std::ranges::transform(averages_, weights_, averages_.begin(), std::plus<>());
            std::ranges::transform(transition_averages_, transitions_, transition_averages_.begin(), std::plus<>());
        }
        if (options_.progress) options_.progress(++epoch_, loss / static_cast<double>(labels_.size()));
    }
    for (float& w : averages_) w /= static_cast<float>(epochs - settled);
    for (float& t : transition_averages_) t /= static_cast<float>(epochs - settled);
}

void CrfTrainer::drop_light_features() {
    const std::size_t l = names_.size();
    std::vector<float> heaviest;
    for (std::size_t r = 0; r != rows_.size(); ++r) {
        float most = 0;
        for (std::size_t a = 0; a != l; ++a) most = std::max(most, std::abs(averages_[r * l + a]));
        heaviest.push_back(most);
    }
    std::vector<float> sorted = heaviest;
    std::nth_element(sorted.begin(), sorted.begin() + options_.keep, sorted.end(), std::greater<>());
    std::vector<std::uint32_t> kept(rows_.size(), FeatureIndex::kNone);
    std::uint32_t rows = 0;
    for (std::uint32_t r = 0; r != rows_.size(); ++r) {
        if (heaviest[r] <= sorted[options_.keep]) continue;
        rows_[rows] = rows_[r];
        std::copy_n(averages_.begin() + static_cast<std::ptrdiff_t>(r * l), l,
                    weights_.begin() + static_cast<std::ptrdiff_t>(rows * l));
        std::copy_n(squares_.begin() + static_cast<std::ptrdiff_t>(r * l), l,
                    squares_.begin() + static_cast<std::ptrdiff_t>(rows * l));
        kept[r] = rows++;
    }
    rows_.resize(rows), weights_.resize(rows * l), squares_.resize(rows * l);
    std::size_t left = 0, next = 0;
    for (std::size_t& end : ends_) {
        for (; next != end; ++next)
            if (const std::uint32_t row = kept[occurrences_[next]]; row != FeatureIndex::kNone) occurrences_[left++] = row;
        end = left;
    }
    occurrences_.resize(left);
    transitions_ = transition_averages_;
}

LinearModel CrfTrainer::train(std::string feature_set) {
    const std::size_t l = names_.size();
    weights_.assign(rows_.size() * l, 0);
    squares_.assign(weights_.size(), 0);
    run(options_.epochs);
    if (options_.keep && options_.keep < rows_.size()) {
        drop_light_features();
        run(options_.refit_epochs);
    }
    std::vector<LinearModel::Row> rows;
    for (std::size_t r = 0; r != rows_.size(); ++r) {
        const auto w = averages_.begin() + static_cast<std::ptrdiff_t>(r * l);
        rows.push_back({rows_[r], {w, w + static_cast<std::ptrdiff_t>(l)}});
    }
    return {std::move(feature_set), names_, std::move(rows), transition_averages_};
}

}  // namespace hearsay::learn
