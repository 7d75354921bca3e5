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

    PairSearch(const std::vector<Proposition>& propositions, const CandidateIndex& index,
               const LikenessMeasure& likeness)
        : propositions_(propositions), likeness_(likeness), search_(index) {}

    std::vector<LikePair> of_block(std::size_t block) {
        std::vector<LikePair> pairs;
        const std::size_t end = std::min(propositions_.size(), (block + 1) * kBlock);
        for (auto later = static_cast<std::uint32_t>(block * kBlock); later < end; ++later)
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
    const LikenessMeasure& likeness_;
    CandidateIndex::Search search_;
};

/// Gives back the memory of each block as it goes, for there are millions of pairs.
std::vector<LikePair> joined(std::vector<std::vector<LikePair>> blocks) {
    std::vector<LikePair> pairs;
    pairs.reserve(std::transform_reduce(blocks.begin(), blocks.end(), std::size_t{0}, std::plus<>(),
                                        [](const auto& block) { return block.size(); }));
    for (auto& block : blocks) {
        pairs.insert(pairs.end(), block.begin(), block.end());
        block = {};
    }
    return pairs;
}

}  // namespace

std::vector<LikePair> like_pairs(const std::vector<Proposition>& propositions, const TermWeights& weights,
                                 const LikenessMeasure& likeness, unsigned threads) {
    const CandidateIndex index(propositions, weights);
    std::vector<std::vector<LikePair>> blocks((propositions.size() + PairSearch::kBlock - 1) / PairSearch::kBlock);
    in_parallel(threads, blocks.size(), [&] {
        return [&, search = PairSearch(propositions, index, likeness)](std::size_t block) mutable {
            blocks[block] = search.of_block(block);
        };
    });
    std::vector<LikePair> pairs = joined(std::move(blocks));
    std::sort(pairs.begin(), pairs.end(), [](const LikePair& a, const LikePair& b) {
        return std::tuple(-a.likeness.score, a.earlier, a.later) < std::tuple(-b.likeness.score, b.earlier, b.later);
    });
    return pairs;
}

}  // namespace hearsay
