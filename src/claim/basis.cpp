// SPDX-License-Identifier: Apache-2.0
#include "claim/basis.hpp"

#include <algorithm>
#include <utility>

namespace hearsay {
namespace {

constexpr double kTelling = 3;        // weight of a word that few articles share
constexpr double kSummed = 0.2;       // of a lead's weight, in two words or more: one is what the article is about
constexpr double kRepeated = 0.5;     // of the weight of any other sentence
constexpr std::size_t kBacking = 64;  // attributed mentions of an article that are looked at

/// What two statements share, names apart; an amount counts as a word.
struct Shared {
    double weight = 0;
    std::size_t words = 0;
};
Shared shared(const Content& a, const Content& b, const TermWeights& weights) {
    Shared found;
    for (auto i = a.terms.begin(), j = b.terms.begin(); i != a.terms.end() && j != b.terms.end();) {
        if (i->id == j->id) {
            if (!weights.is_name(i->form)) found.weight += std::min(weights[i->form], weights[j->form]), ++found.words;
            ++i, ++j;
        } else {
            ++(i->id < j->id ? i : j);
        }
    }
    if (compare_amounts(a.quantities, b.quantities) == Amounts::agree) found.weight += kTelling, ++found.words;
    return found;
}

double weight(const Content& content, const TermWeights& weights) {
    double sum = 0;
    for (const Term& term : content.terms)
        if (!weights.is_name(term.form)) sum += weights[term.form];
    return sum;
}

/// Finds bases article by article.
class BasisFinder {
  public:
    BasisFinder(const std::vector<MentionFacts>& mentions, const std::vector<Content>& contents,
                const TermWeights& weights, std::vector<std::optional<std::uint32_t>> known)
        : mentions_(mentions), contents_(contents), weights_(weights), bases_(std::move(known)) {}

    std::vector<std::optional<std::uint32_t>> find() {
        const std::size_t first = bases_.size();
        bases_.resize(mentions_.size());
        for (std::size_t begin = first, end = first; begin < mentions_.size(); begin = end) {
            while (end < mentions_.size() && mentions_[end].document == mentions_[begin].document) ++end;
            read_article(begin, end);
        }
        return std::move(bases_);
    }

  private:
    void read_article(std::size_t begin, std::size_t end) {
        std::vector<std::uint32_t> backing;
        for (std::size_t m = begin; m < end && backing.size() < kBacking; ++m)
            if (mentions_[m].speaker && backs(mentions_[m].stance)) backing.push_back(static_cast<std::uint32_t>(m));
        for (std::size_t m = begin; m < end; ++m)
            if (!mentions_[m].speaker && backs(mentions_[m].stance)) bases_[m] = basis(m, m - begin < kLead, backing);
    }

    /// What shares most with the statement, and enough. A rumour is not what somebody else says of the matter.
    std::optional<std::uint32_t> basis(std::size_t m, bool lead, const std::vector<std::uint32_t>& backing) const {
        const bool summary = lead && !mentions_[m].hedged && !mentions_[m].attribution;
        const double whole = weight(contents_[m], weights_);
        double most = kTelling;
        std::optional<std::uint32_t> found;
        for (const std::uint32_t by : backing) {
            const auto [common, words] = shared(contents_[m], contents_[by], weights_);
            if (common > most && common > (summary && words > 1 ? kSummed : kRepeated) * whole)
                most = common, found = by;
        }
        return found;
    }

    const std::vector<MentionFacts>& mentions_;
    const std::vector<Content>& contents_;
    const TermWeights& weights_;
    std::vector<std::optional<std::uint32_t>> bases_;
};

}  // namespace

std::vector<std::optional<std::uint32_t>> bases_of(const std::vector<MentionFacts>& mentions,
                                                   const std::vector<Content>& contents, const TermWeights& weights,
                                                   std::vector<std::optional<std::uint32_t>> known) {
    return BasisFinder(mentions, contents, weights, std::move(known)).find();
}

}  // namespace hearsay
