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

}  // namespace

CandidateIndex::CandidateIndex(const std::vector<Proposition>& propositions, const TermWeights& weights,
                               std::size_t settled)
    : propositions_(propositions),
      weights_(weights),
      postings_(weights.size()),
      window_(std::clamp(kWork / (kTerms * std::max<std::size_t>(settled, 1)), kSmallestWindow, kLargestWindow)) {
    for (std::uint32_t p = 0; p < propositions.size(); ++p)
        for (const Term& term : weightiest(propositions[p], weights))
            postings_[static_cast<std::size_t>(term.id)].push_back(p);
}

std::span<const std::uint32_t> CandidateIndex::Search::before(std::uint32_t later) {
    for (const std::uint32_t proposition : touched_) shared_[proposition] = 0;
    touched_.clear();
    for (const Term& term : weightiest(index_->propositions_[later], index_->weights_))
        look_up(term.id, later, index_->weights_[term.form]);
    const auto first = [this](std::uint32_t a, std::uint32_t b) {
        return std::tuple(-shared_[a], a) < std::tuple(-shared_[b], b);
    };
    const std::size_t kept = std::min(kCandidates, touched_.size());
    std::partial_sort(touched_.begin(), touched_.begin() + static_cast<std::ptrdiff_t>(kept), touched_.end(), first);
    return std::span(touched_).first(kept);
}

void CandidateIndex::Search::look_up(TermId term, std::uint32_t later, double weight) {
    const auto& posting = index_->postings_[static_cast<std::size_t>(term)];
    const auto end = std::lower_bound(posting.begin(), posting.end(), later);
    const auto window = std::min(end - posting.begin(), static_cast<std::ptrdiff_t>(index_->window_));
    for (auto earlier = end - window; earlier != end; ++earlier) {
        if (shared_[*earlier] == 0) touched_.push_back(*earlier);
        shared_[*earlier] += static_cast<float>(weight);
    }
}

}  // namespace hearsay
