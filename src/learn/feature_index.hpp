// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <bit>
#include <cstdint>
#include <vector>

#include "learn/features.hpp"

namespace hearsay::learn {

/// Numbers features from 0 in the order in which they are first met. Open addressing; many times faster than a node-based
/// map, which is what training would otherwise wait for.
class FeatureIndex {
  public:
    static constexpr std::uint32_t kNone = UINT32_MAX;

    std::uint32_t find(Feature f) const { return numbers_.empty() ? kNone : numbers_[slot(f)]; }
    std::uint32_t insert(Feature f) {
        if (2 * (size_ + 1) > numbers_.size()) grow();
        const std::size_t s = slot(f);
        if (numbers_[s] == kNone) keys_[s] = f, numbers_[s] = size_++;
        return numbers_[s];
    }
    std::uint32_t size() const { return size_; }
    void prefetch(Feature f) const {
        if (!numbers_.empty()) __builtin_prefetch(&keys_[f & (keys_.size() - 1)]);
    }

  private:
    std::size_t slot(Feature f) const {
        std::size_t s = f & (keys_.size() - 1);
        while (numbers_[s] != kNone && keys_[s] != f) s = (s + 1) & (keys_.size() - 1);
        return s;
    }
    void grow() {
        std::vector<Feature> keys(std::bit_ceil(std::size_t{4} * (size_ + 256)));
        std::vector<std::uint32_t> numbers(keys.size(), kNone);
        keys.swap(keys_), numbers.swap(numbers_);
        for (std::size_t s = 0; s != keys.size(); ++s)
            if (numbers[s] != kNone) {
                const std::size_t to = slot(keys[s]);
                keys_[to] = keys[s], numbers_[to] = numbers[s];
            }
    }

    std::vector<Feature> keys_;
    std::vector<std::uint32_t> numbers_;
    std::uint32_t size_ = 0;
};

}  // namespace hearsay::learn
