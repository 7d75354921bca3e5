// SPDX-License-Identifier: Apache-2.0
#include "claim/candidates.hpp"

#include <algorithm>
#include <tuple>

namespace hearsay {
namespace {

constexpr std::size_t kTerms = 8;          // a proposition is filed under, and looked up by
constexpr std::size_t kCandidates = 32;    // kept for one proposition
constexpr std::size_t kWork = 20'000'000;  // look-ups that small runs may spend before windows shrink
constexpr std::size_t kSmallestWindow = 64, kLargestWindow = 4096;

std::vector<Term> weightiest(const Proposition& proposition, const TermWeights& weights) {
    std::vector<Term> terms = proposition.content.terms;
    const auto before = [&](const Term& a, const Term& b) {
        return std::tuple(-weights[a.form], a.id) < std::tuple(-weights[b.form], b.id);
    };
    const std::size_t kept = std::min(kTerms, terms.size());
    std::partial_sort(terms.begin(), terms.begin() + static_cast<std::ptrdiff_t>(kept), terms.end(), before);
    terms.resize(kept);
    return terms;
}

/// Propositions by term, with the weight that each earlier one shares with the one at hand.
class Index {
  public:
    Index(std::size_t propositions, std::size_t terms)
        : shared_(propositions),
          postings_(terms),
          window_(
              std::clamp(kWork / (kTerms * std::max<std::size_t>(propositions, 1)), kSmallestWindow, kLargestWindow)) {}

    void look_up(TermId term, double weight) {
        const auto& posting = postings_[static_cast<std::size_t>(term)];
        for (std::size_t i = posting.size() - std::min(posting.size(), window_); i < posting.size(); ++i) {
            if (shared_[posting[i]] == 0) touched_.push_back(posting[i]);
            shared_[posting[i]] += static_cast<float>(weight);
        }
    }

    void file(TermId term, std::uint32_t proposition) {
        postings_[static_cast<std::size_t>(term)].push_back(proposition);
    }

    /// The best of those looked up; forgets them.
    std::vector<std::uint32_t> best() {
        const auto before = [&](std::uint32_t a, std::uint32_t b) {
            return std::tuple(-shared_[a], a) < std::tuple(-shared_[b], b);
        };
        const std::size_t kept = std::min(kCandidates, touched_.size());
        std::partial_sort(touched_.begin(), touched_.begin() + static_cast<std::ptrdiff_t>(kept), touched_.end(),
                          before);
        const std::vector<std::uint32_t> found(touched_.begin(), touched_.begin() + static_cast<std::ptrdiff_t>(kept));
        for (const std::uint32_t proposition : touched_) shared_[proposition] = 0;
        touched_.clear();
        return found;
    }

  private:
    std::vector<float> shared_;
    std::vector<std::uint32_t> touched_;
    std::vector<std::vector<std::uint32_t>> postings_;
    std::size_t window_;
};

}  // namespace

std::vector<CandidatePair> candidate_pairs(const std::vector<Proposition>& propositions, const TermWeights& weights) {
    Index index(propositions.size(), weights.size());
    std::vector<CandidatePair> pairs;
    for (std::uint32_t later = 0; later < propositions.size(); ++later) {
        const auto terms = weightiest(propositions[later], weights);
        for (const Term& term : terms) index.look_up(term.id, weights[term.form]);
        for (const std::uint32_t earlier : index.best()) pairs.push_back({earlier, later});
        for (const Term& term : terms) index.file(term.id, later);
    }
    return pairs;
}

}  // namespace hearsay
