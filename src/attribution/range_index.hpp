// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <cstdint>
#include <vector>

#include "hearsay/text/tokenizer.hpp"

namespace hearsay {

/// Token ranges, each with its owner's number, that can be asked which of them overlap another: an interval tree laid
/// out in an array. Building costs O(n log n), a question O(log n) and what it finds.
class RangeIndex {
  public:
    struct Entry {
        TokenRange range;
        std::uint32_t owner;
    };
    explicit RangeIndex(std::vector<Entry> entries) : entries_(std::move(entries)), last_end_(entries_.size()) {
        std::ranges::sort(entries_, {}, [](const Entry& e) { return e.range; });
        note_ends(0, entries_.size());
    }

    /// Calls `visit` with every overlapping entry, in the order of where they begin.
    template <class Visit>
    void overlapping(TokenRange range, const Visit& visit) const {
        descend(0, entries_.size(), range, visit);
    }

  private:
    /// The entry in the middle of [low, high) is the root of the tree over them.
    std::uint32_t note_ends(std::size_t low, std::size_t high) {
        if (low == high) return 0;
        const std::size_t root = low + (high - low) / 2;
        const std::uint32_t below = std::max(note_ends(low, root), note_ends(root + 1, high));
        return last_end_[root] = std::max(entries_[root].range.end, below);
    }
    template <class Visit>
    void descend(std::size_t low, std::size_t high, TokenRange range, const Visit& visit) const {
        if (low == high) return;
        const std::size_t root = low + (high - low) / 2;
        if (last_end_[root] <= range.begin) return;
        descend(low, root, range, visit);
        const Entry& entry = entries_[root];
        if (entry.range.begin >= range.end) return;
        if (entry.range.end > range.begin) visit(entry);
        descend(root + 1, high, range, visit);
    }

    std::vector<Entry> entries_;           // by range
    std::vector<std::uint32_t> last_end_;  // of the tree below the entry, itself included
};

}  // namespace hearsay
