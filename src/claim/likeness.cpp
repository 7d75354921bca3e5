// SPDX-License-Identifier: Apache-2.0
#include "claim/likeness.hpp"

#include <algorithm>

namespace hearsay {
namespace {

// Fitted on pairs of statements from news of one event, judged by hand: which of them state one fact.
constexpr double kShorterMisses = 0.6;    // what only the statement that says less of its own says
constexpr double kLongerMisses = 0.08;    // what only the other one says: mostly detail
constexpr double kSaidElsewhere = 1.35;   // a difference that the other article states too, in another place
constexpr double kDoubt = 9;              // weight of two rare words: short statements are alike by chance
constexpr double kAgreedAmount = 4;       // weight of the same amount
constexpr double kOtherFact = 0.3;        // killed and wounded; other names
constexpr double kOtherVoice = 0.85;      // what one article attributes, the other says on its own authority
constexpr double kBothLead = 1.5;         // articles on one event lead with the same fact
constexpr std::uint32_t kLead = 4;        // mentions
constexpr double kOtherStory = 0.25;      // articles that have nothing in common
constexpr double kOneStory = 0.28;        // overlap from which two articles are on one event
constexpr std::int32_t kOneEvent = 21;    // days within which an event is reported
constexpr double kOtherTime = 0.7;        // articles that are further apart
constexpr double kWorthwhile = 0.1;       // below it nothing can become of a pair, and articles are not compared
constexpr double kContrary = 0.5;         // of the shared weight: the statements are contrary
constexpr double kContraryAlike = 0.35;   // score that contraries need: a wrong denial is worse than a missed one
constexpr std::size_t kFewestShared = 2;  // terms

/// The even bits say which pairs' first side is held, the odd ones which second side.
bool exclude_each_other(std::uint64_t a, std::uint64_t b) {
    constexpr std::uint64_t kFirst = 0x5555555555555555u;
    const std::uint64_t a_first = a & kFirst, a_second = (a >> 1) & kFirst;
    const std::uint64_t b_first = b & kFirst, b_second = (b >> 1) & kFirst;
    return ((a_first & ~a_second & b_second & ~b_first) | (b_first & ~b_second & a_second & ~a_first)) != 0;
}

/// Both statements' terms side by side: `only(term, in_a)` for each that one has alone, `both(a, b)` for each that they
/// share.
template <class Only, class Both>
void walk(const std::vector<Term>& x, const std::vector<Term>& y, Only only, Both both) {
    for (auto i = x.begin(), j = y.begin(); i != x.end() || j != y.end();) {
        if (j == y.end() || (i != x.end() && i->id < j->id))
            only(*i++, true);
        else if (i == x.end() || j->id < i->id)
            only(*j++, false);
        else
            both(*i++, *j++);
    }
}

double tversky(double shared, double only_a, double only_b) {
    const double least = std::min(only_a, only_b), most = std::max(only_a, only_b);
    return shared / (shared + kDoubt + kShorterMisses * least + kLongerMisses * most);
}

}  // namespace

struct LikenessMeasure::Common {
    double shared = 0, only_a = 0, only_b = 0;
    std::size_t terms = 0;
    bool name = false;
    double said = 0, contrary = 0;  // of the shared weight, names apart: all, and where the two contradict each other
};

LikenessMeasure::Common LikenessMeasure::in_common(const Proposition& a, const Proposition& b) const {
    Common c;
    walk(
        a.content.terms, b.content.terms,
        [&](const Term& term, bool in_a) { (in_a ? c.only_a : c.only_b) += weights_[term.form]; },
        [&](const Term& x, const Term& y) {
            const double weight = std::min(weights_[x.form], weights_[y.form]);
            c.shared += weight, ++c.terms;
            if (weights_.is_name(x.form)) {
                c.name = true;
                return;
            }
            c.said += weight;
            if (x.contrary != y.contrary) c.contrary += weight;
        });
    return c;
}

/// The score with differences weighed by whether the other article knows of them.
double LikenessMeasure::score(const Proposition& a, const Proposition& b, const Common& c) const {
    double only_a = 0, only_b = 0;
    bool foreign_a = false, foreign_b = false;  // names that the other's article doesn't know
    walk(
        a.content.terms, b.content.terms,
        [&](const Term& term, bool in_a) {
            const bool known = stories_.holds(in_a ? b.document : a.document, term.id);
            (in_a ? only_a : only_b) += weights_[term.form] * (known ? kSaidElsewhere : 1);
            if (!known && weights_.is_name(term.form)) (in_a ? foreign_a : foreign_b) = true;
        },
        [](const Term&, const Term&) {});
    double score = tversky(c.shared, only_a, only_b);
    if ((foreign_a && foreign_b && !c.name) || exclude_each_other(a.exclusive, b.exclusive)) score *= kOtherFact;
    if (a.attributed != b.attributed) score *= kOtherVoice;
    return a.document == b.document || score * kBothLead < kWorthwhile ? score : score * same_story(a, b);
}

Likeness LikenessMeasure::operator()(const Proposition& a, const Proposition& b) const {
    const Amounts amounts = compare_amounts(a.content.quantities, b.content.quantities);
    if (amounts == Amounts::conflict) return {0, false, true};
    Common c = in_common(a, b);
    if (c.said == 0 || c.terms < kFewestShared) return {};
    if (amounts == Amounts::agree) c.shared += kAgreedAmount;
    if (kBothLead * tversky(c.shared, c.only_a, c.only_b) < kWorthwhile) return {};
    const double found = score(a, b, c);
    const bool opposed = c.contrary > kContrary * c.said;
    return opposed && found < kContraryAlike ? Likeness{} : Likeness{found, opposed, false};
}

/// From kOtherStory for articles that have nothing in common to 1 for articles about one event, or more if both lead
/// with it.
double LikenessMeasure::same_story(const Proposition& a, const Proposition& b) const {
    const double story = std::min(1.0, stories_.overlap(a.document, b.document) / kOneStory);
    const double factor = kOtherStory + (1 - kOtherStory) * story;
    if (stories_.days_apart(a.document, b.document) > kOneEvent) return factor * kOtherTime;
    const bool both_lead = a.position < kLead && b.position < kLead;
    return both_lead ? factor * (1 + (kBothLead - 1) * story) : factor;
}

}  // namespace hearsay
