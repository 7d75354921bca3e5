// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace hearsay {

/// Union-find over 0..n-1 with path halving. The representative is always the smallest member, so results don't depend
/// on the order of the unions.
class DisjointSets {
  public:
    explicit DisjointSets(std::size_t n) : parent_(n) { std::iota(parent_.begin(), parent_.end(), 0u); }

    std::uint32_t find(std::uint32_t x) {
        while (parent_[x] != x) x = parent_[x] = parent_[parent_[x]];
        return x;
    }
    bool same(std::uint32_t a, std::uint32_t b) { return find(a) == find(b); }
    void unite(std::uint32_t a, std::uint32_t b) {
        a = find(a), b = find(b);
        if (a != b) parent_[std::max(a, b)] = std::min(a, b);
    }
    /// The sets in the order of their smallest members, each sorted.
    std::vector<std::vector<std::uint32_t>> groups() {
        std::vector<std::vector<std::uint32_t>> found;
        std::vector<std::uint32_t> place(parent_.size());
        for (std::uint32_t x = 0; x < parent_.size(); ++x) {
            if (find(x) == x) place[x] = static_cast<std::uint32_t>(found.size()), found.emplace_back();
            found[place[find(x)]].push_back(x);
        }
        return found;
    }

  private:
    std::vector<std::uint32_t> parent_;
};

}  // namespace hearsay
