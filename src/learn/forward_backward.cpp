// SPDX-License-Identifier: Apache-2.0
#include "learn/forward_backward.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hearsay::learn {

namespace {

/// Divides by the sum, and gives it.
float normalise(std::span<float> values) {
    const float sum = std::accumulate(values.begin(), values.end(), 0.0F);
    if (sum > 0)
        for (float& v : values) v /= sum;
    return sum;
}

}  // namespace

/// What the sequence from `i` on weighs, by its first label.
void ForwardBackward::look_ahead(std::size_t i) {
    ahead_.resize(labels_);
    for (std::size_t b = 0; b != labels_; ++b) ahead_[b] = beta_[i * labels_ + b] * weight_[i * labels_ + b];
}

/// ... that follows label `a`.
float ForwardBackward::reach(std::size_t a) const {
    return std::inner_product(ahead_.begin(), ahead_.end(), step_.begin() + static_cast<std::ptrdiff_t>(a * labels_),
                              0.0F);
}

void ForwardBackward::run(std::span<const float> scores, std::span<const float> transitions) {
    const std::size_t l = labels_, n = scores.size() / l;
    weight_.resize(n * l), alpha_.assign(n * l, 0), beta_.assign(n * l, 1), marginals_.resize(n * l);
    step_.resize(l * l);
    log_partition_ = 0;
    if (n == 0) return;
    for (std::size_t i = 0; i != n; ++i) {
        const float highest = *std::max_element(scores.begin() + static_cast<std::ptrdiff_t>(i * l),
                                                scores.begin() + static_cast<std::ptrdiff_t>((i + 1) * l));
        log_partition_ += static_cast<double>(highest);
        for (std::size_t a = 0; a != l; ++a) weight_[i * l + a] = std::exp(scores[i * l + a] - highest) + 1e-20F;
    }
    std::transform(transitions.begin(), transitions.end(), step_.begin(), [](float t) { return std::exp(t); });
    std::copy_n(weight_.begin(), l, alpha_.begin());
    log_partition_ += std::log(normalise(std::span(alpha_).first(l)));
    for (std::size_t i = 1; i != n; ++i) {
        float* const to = alpha_.data() + i * l;
        const float* const from = to - l;
        for (std::size_t a = 0; a != l; ++a)
            for (std::size_t b = 0; b != l; ++b) to[b] += from[a] * step_[a * l + b];
        for (std::size_t b = 0; b != l; ++b) to[b] *= weight_[i * l + b];
        log_partition_ += std::log(normalise({to, l}));
    }
    for (std::size_t i = n - 1; i != 0; --i) {
        float* const here = beta_.data() + (i - 1) * l;
        look_ahead(i);
        for (std::size_t a = 0; a != l; ++a) here[a] = reach(a);
        normalise({here, l});
    }
    for (std::size_t i = 0; i != n; ++i) {
        for (std::size_t a = 0; a != l; ++a) marginals_[i * l + a] = alpha_[i * l + a] * beta_[i * l + a];
        normalise(std::span(marginals_).subspan(i * l, l));
    }
}

std::span<const float> ForwardBackward::expected_transitions() {
    const std::size_t l = labels_;
    expected_.assign(l * l, 0);
    for (std::size_t i = alpha_.size() / l; i-- > 1;) {
        const float* const alpha = alpha_.data() + (i - 1) * l;
        look_ahead(i);
        float all = 0;
        for (std::size_t a = 0; a != l; ++a) all += alpha[a] * reach(a);
        if (all > 0)
            for (std::size_t a = 0; a != l; ++a)
                for (std::size_t b = 0; b != l; ++b)
                    expected_[a * l + b] += alpha[a] * step_[a * l + b] * ahead_[b] / all;
    }
    return expected_;
}

}  // namespace hearsay::learn
