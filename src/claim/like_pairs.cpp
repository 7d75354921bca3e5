// SPDX-License-Identifier: Apache-2.0
#include "claim/like_pairs.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <span>
#include <tuple>

#include "claim/candidates.hpp"
#include "in_parallel.hpp"

namespace hearsay {
namespace {

constexpr double kAlike = 0.3;

/// The pairs of one block of later propositions, as a thread finds them.
class PairSearch {
  public:
    static constexpr std::size_t kBlock = 512;  // propositions

    PairSearch(const std::vector<Proposition>& propositions, std::size_t first, const CandidateIndex& index,
               const LikenessMeasure& likeness)
        : propositions_(propositions), first_(first), likeness_(likeness), search_(index) {}

    std::vector<LikePair> of_block(std::size_t block) {
        std::vector<LikePair> pairs;
        const std::size_t end = std::min(propositions_.size(), first_ + (block + 1) * kBlock);
        for (auto later = static_cast<std::uint32_t>(first_ + block * kBlock); later < end; ++later)
            for (const std::uint32_t earlier : fetched(search_.before(later))) {
                const Likeness found = likeness_(propositions_[earlier], propositions_[later], kAlike);
                if (found.score >= kAlike) pairs.push_back({earlier, later, found});
            }
        return pairs;
    }

  private:
    /// They lie all over memory: asked for together, they come in the time of one.
    std::span<const std::uint32_t> fetched(std::span<const std::uint32_t> candidates) const {
        for (const std::uint32_t candidate : candidates) __builtin_prefetch(&propositions_[candidate]);
        for (const std::uint32_t candidate : candidates)
            __builtin_prefetch(propositions_[candidate].content.terms.data());
        return candidates;
    }

    const std::vector<Proposition>& propositions_;
    std::size_t first_;
    const LikenessMeasure& likeness_;
    CandidateIndex::Search search_;
};

/// Gives back the memory of each block as it goes, for there are millions of pairs.
void append(std::vector<std::vector<LikePair>> blocks, std::vector<LikePair>& pairs) {
    pairs.reserve(std::transform_reduce(blocks.begin(), blocks.end(), pairs.size(), std::plus<>(),
                                        [](const auto& block) { return block.size(); }));
    for (auto& block : blocks) {
        pairs.insert(pairs.end(), block.begin(), block.end());
        block = {};
    }
}

}  // namespace

bool liker(const LikePair& a, const LikePair& b) {
    return std::tuple(-a.likeness.score, a.earlier, a.later) < std::tuple(-b.likeness.score, b.earlier, b.later);
}

std::vector<LikePair> like_pairs(const std::vector<Proposition>& propositions, const TermWeights& weights,
                                 const LikenessMeasure& likeness, KnownPropositions known, std::vector<LikePair> before,
                                 unsigned threads) {
    const CandidateIndex index(propositions, weights, known.settled);
    const std::size_t added = propositions.size() - known.paired;
    std::vector<std::vector<LikePair>> blocks((added + PairSearch::kBlock - 1) / PairSearch::kBlock);
    in_parallel(threads, blocks.size(), [&] {
        return [&, search = PairSearch(propositions, known.paired, index, likeness)](std::size_t block) mutable {
            blocks[block] = search.of_block(block);
        };
    });
    const auto known_pairs = static_cast<std::ptrdiff_t>(before.size());
    append(std::move(blocks), before);
    std::sort(before.begin() + known_pairs, before.end(), liker);
    std::inplace_merge(before.begin(), before.begin() + known_pairs, before.end(), liker);
    return before;
}

}  // namespace hearsay
