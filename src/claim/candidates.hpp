// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "claim/proposition.hpp"
#include "claim/term_weights.hpp"

namespace hearsay {

/// Finds for each proposition those before it that share telling terms with it, from an inverted index over each one's
/// weightiest terms. Of the propositions under one term only the last ones before it are looked at, so that the work
/// grows with their number and not with its square. Shared by all threads.
class CandidateIndex {
  public:
    /// `settled`: how many propositions there are for choosing how many are looked at.
    CandidateIndex(const std::vector<Proposition>& propositions, const TermWeights& weights, std::size_t settled);

    /// A thread's way to ask, with scratch space of its own.
    class Search {
      public:
        explicit Search(const CandidateIndex& index) : index_(&index), shared_(index.propositions_.size()) {}
        /// The best ones, first. The view lives until the next call.
        std::span<const std::uint32_t> before(std::uint32_t later);

      private:
        void look_up(TermId term, std::uint32_t later, double weight);

        const CandidateIndex* index_;
        std::vector<float> shared_;  // weight that each proposition shares with the one at hand
        std::vector<std::uint32_t> touched_;
    };

  private:
    const std::vector<Proposition>& propositions_;
    const TermWeights& weights_;
    std::vector<std::vector<std::uint32_t>> postings_;  // propositions by TermId
    std::size_t window_;
};

}  // namespace hearsay
