// SPDX-License-Identifier: Apache-2.0
#include "claim/likeness.hpp"

#include <algorithm>

namespace hearsay {
namespace {

// Fitted on pairs of statements from news of one event, judged by hand: which of them state one fact.
constexpr double kShorterMisses = 0.6;  // what only the statement that says less of its own says
constexpr double kLongerMisses = 0.08;  // what only the other one says: mostly detail
constexpr double kSaidElsewhere =
    1.35;                     // a difference counts more where the other article says it too, in another statement
constexpr double kDoubt = 9;  // weight of two rare words: short statements are alike by chance
constexpr double kAgreedAmount = 4;       // weight of the same amount
constexpr double kOtherFact = 0.3;        // killed and wounded; other names
constexpr double kOtherVoice = 0.85;      // what one article attributes, the other says on its own authority
constexpr double kBothLead = 1.5;         // articles on one event lead with the same fact
constexpr std::uint32_t kLead = 4;        // mentions
constexpr double kOtherStory = 0.25;      // articles that have nothing in common
constexpr double kOneStory = 0.17;        // overlap of two articles on one event; that of unrelated ones is below 0.1
constexpr double kWorthwhile = 0.1;       // below it nothing can become of a pair, and articles are not compared
constexpr double kContrary = 0.5;         // of the shared weight: the statements are contrary
constexpr double kContraryAlike = 0.35;   // score that contraries need: a wrong denial is worse than a missed one
constexpr std::size_t kFewestShared = 2;  // terms

enum class Amounts { none, agree, conflict };

/// Amounts are compared dimension by dimension; one that agrees settles its dimension.
Amounts compare_amounts(const std::vector<Quantity>& a, const std::vector<Quantity>& b) {
    bool agreed = false;
    for (const Quantity& x : a) {
        const auto comparable = [&](const Quantity& y) { return x.dimension == y.dimension; };
        if (std::none_of(b.begin(), b.end(), comparable)) continue;
        const bool settled = std::any_of(a.begin(), a.end(), [&](const Quantity& z) {
            return z.dimension == x.dimension &&
                   std::any_of(b.begin(), b.end(), [&](const Quantity& y) { return agree(z, y); });
        });
        if (!settled) return Amounts::conflict;
        agreed = true;
    }
    return agreed ? Amounts::agree : Amounts::none;
}

/// The even bits say which pairs' first side is held, the odd ones which second side.
bool exclude_each_other(std::uint64_t a, std::uint64_t b) {
    constexpr std::uint64_t kFirst = 0x5555555555555555u;
    const std::uint64_t a_first = a & kFirst, a_second = (a >> 1) & kFirst;
    const std::uint64_t b_first = b & kFirst, b_second = (b >> 1) & kFirst;
    return ((a_first & ~a_second & b_second & ~b_first) | (b_first & ~b_second & a_second & ~a_first)) != 0;
}

}  // namespace

struct LikenessMeasure::Difference {
    double shared = 0, only_a = 0, only_b = 0;
    std::size_t terms = 0;                                         // shared
    bool same_name = false, foreign_a = false, foreign_b = false;  // shared, or unknown to the other's article
    bool other_names() const { return foreign_a && foreign_b && !same_name; }
    double common = 0, contrary = 0;  // of the shared weight, names apart: all, and where the two contradict each other
};

/// Takes in a term that only one statement has; `other` is the document of the one that hasn't.
double LikenessMeasure::missing(const Term& term, std::uint32_t other, bool& foreign) const {
    const bool held = stories_.holds(other, term.id);
    if (!held && weights_.is_name(term.form)) foreign = true;
    return weights_[term.form] * (held ? kSaidElsewhere : 1);
}

LikenessMeasure::Difference LikenessMeasure::difference(const Proposition& a, const Proposition& b) const {
    Difference d;
    const auto &x = a.content.terms, &y = b.content.terms;
    for (auto i = x.begin(), j = y.begin(); i != x.end() || j != y.end();) {
        if (j == y.end() || (i != x.end() && i->id < j->id))
            d.only_a += missing(*i++, b.document, d.foreign_a);
        else if (i == x.end() || j->id < i->id)
            d.only_b += missing(*j++, a.document, d.foreign_b);
        else {
            const double weight = std::min(weights_[i->form], weights_[j->form]);
            d.shared += weight, ++d.terms;
            if (weights_.is_name(i->form))
                d.same_name = true;
            else
                d.common += weight, d.contrary += i->contrary != j->contrary ? weight : 0;
            ++i, ++j;
        }
    }
    return d;
}

Likeness LikenessMeasure::operator()(const Proposition& a, const Proposition& b) const {
    const Amounts amounts = compare_amounts(a.content.quantities, b.content.quantities);
    if (amounts == Amounts::conflict) return {};
    Difference d = difference(a, b);
    if (d.common == 0 || d.terms < kFewestShared) return {};
    if (amounts == Amounts::agree) d.shared += kAgreedAmount;
    const double least = std::min(d.only_a, d.only_b), most = std::max(d.only_a, d.only_b);
    double score = d.shared / (d.shared + kDoubt + kShorterMisses * least + kLongerMisses * most);
    if (d.other_names() || exclude_each_other(a.exclusive, b.exclusive)) score *= kOtherFact;
    if (a.attributed != b.attributed) score *= kOtherVoice;
    if (a.position < kLead && b.position < kLead && a.document != b.document) score *= kBothLead;
    if (score > kWorthwhile) score *= same_story(a.document, b.document);
    const bool opposed = d.contrary > kContrary * d.common;
    return opposed && score < kContraryAlike ? Likeness{} : Likeness{score, opposed};
}

/// From kOtherStory for articles that have nothing in common to 1 for articles about one event.
double LikenessMeasure::same_story(std::uint32_t a, std::uint32_t b) const {
    if (a == b) return 1;
    return kOtherStory + (1 - kOtherStory) * std::min(1.0, stories_.overlap(a, b, weights_) / kOneStory);
}

}  // namespace hearsay
