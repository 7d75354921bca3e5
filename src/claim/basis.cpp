// SPDX-License-Identifier: Apache-2.0
#include "claim/basis.hpp"

#include <algorithm>

namespace hearsay {
namespace {

constexpr double kTelling = 3;        // weight of a word that few articles share
constexpr double kRepeated = 0.5;     // of a later sentence's weight
constexpr std::size_t kLead = 4;      // mentions
constexpr std::size_t kBacking = 64;  // attributed mentions of an article that are looked at

/// The weight of the words, names apart, that two statements share.
double shared(const Content& a, const Content& b, const TermWeights& weights) {
    double sum = 0;
    for (auto i = a.terms.begin(), j = b.terms.begin(); i != a.terms.end() && j != b.terms.end();) {
        if (i->id == j->id) {
            if (!weights.is_name(i->form)) sum += std::min(weights[i->form], weights[j->form]);
            ++i, ++j;
        } else {
            ++(i->id < j->id ? i : j);
        }
    }
    return sum;
}

double weight(const Content& content, const TermWeights& weights) {
    double sum = 0;
    for (const Term& term : content.terms)
        if (!weights.is_name(term.form)) sum += weights[term.form];
    return sum;
}

bool backs_up(const MentionFacts& mention) {
    return mention.attribution && (mention.stance == Stance::asserts || mention.stance == Stance::confirms);
}

}  // namespace

std::vector<std::optional<std::uint32_t>> bases_of(const std::vector<MentionFacts>& mentions,
                                                   const std::vector<Content>& contents, const TermWeights& weights) {
    std::vector<std::optional<std::uint32_t>> bases(mentions.size());
    for (std::size_t begin = 0, end = 0; begin < mentions.size(); begin = end) {
        std::vector<std::uint32_t> backing;
        for (; end < mentions.size() && mentions[end].document == mentions[begin].document; ++end)
            if (backs_up(mentions[end]) && backing.size() < kBacking)
                backing.push_back(static_cast<std::uint32_t>(end));
        for (std::size_t m = begin; m < end; ++m) {
            if (mentions[m].attribution) continue;
            double best = m - begin < kLead ? kTelling : std::max(kTelling, kRepeated * weight(contents[m], weights));
            for (const std::uint32_t by : backing)
                if (const double found = shared(contents[m], contents[by], weights); found > best)
                    best = found, bases[m] = by;
        }
    }
    return bases;
}

}  // namespace hearsay
