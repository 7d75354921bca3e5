// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <functional>
#include <numeric>
#include <vector>

namespace hearsay {

/// Likeness of two groups: the mean over the liker half of their pairs, for what one article adds to a fact has nothing
/// like it in the others.
class UpperMean {
  public:
    void add(double value) { values_.push_back(value); }
    bool empty() const { return values_.empty(); }
    /// Nothing speaks against groups without pairs. Quicker than value() where all pairs are that alike on average.
    bool at_least(double least) {
        const double all = std::accumulate(values_.begin(), values_.end(), 0.0);
        return all >= least * static_cast<double>(values_.size()) || value() >= least;
    }
    /// Of at least one pair.
    double value() {
        const auto half = static_cast<std::ptrdiff_t>((values_.size() + 1) / 2);
        std::ranges::nth_element(values_, values_.begin() + half, std::greater<>());
        std::sort(values_.begin(), values_.begin() + half);  // in one order, so that the sum is the same everywhere
        return std::accumulate(values_.begin(), values_.begin() + half, 0.0) / static_cast<double>(half);
    }

  private:
    std::vector<double> values_;
};

}  // namespace hearsay
