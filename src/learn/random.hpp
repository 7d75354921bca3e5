// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <utility>
#include <vector>

namespace hearsay::learn {

/// SplitMix64 (Steele et al. 2014): the same on every platform, unlike the distributions of <random>.
inline std::uint64_t next_random(std::uint64_t& state) {
    std::uint64_t z = (state += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

template <class T>
void shuffle(std::vector<T>& values, std::uint64_t& state) {
    for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[next_random(state) % i]);
}

}  // namespace hearsay::learn
