// SPDX-License-Identifier: Apache-2.0
#include "claim/likeness.hpp"

#include <algorithm>
#include <bitset>
#include <boost/container/small_vector.hpp>
#include <numeric>

namespace hearsay {
namespace {

// Fitted on pairs of statements from news of one event, judged by hand: which of them state one fact.
constexpr double kShorterMisses = 0.55;   // what only the statement that says less of its own says
constexpr double kLongerMisses = 0.05;    // what only the other one says: mostly detail
constexpr double kSaidElsewhere = 1.35;   // a difference that the other article states too, in another place
constexpr double kDoubt = 9;              // weight of two rare words: short statements are alike by chance
constexpr double kAgreedAmount = 4;       // weight of the same amount
constexpr double kSameSource = 4;         // weight of being said by the same source, in at least two of the same words
constexpr double kOtherFact = 0.3;        // killed and wounded; other names
constexpr double kOtherVoice = 0.85;      // what one article attributes, the other says on its own authority
constexpr double kBothLead = 1.5;         // articles on one event lead with the same fact
constexpr double kOtherStory = 0.37;      // articles that have nothing in common
constexpr double kOneStory = 0.28;        // overlap from which two articles are on one event
constexpr std::int32_t kOneEvent = 21;    // days within which an event is reported
constexpr double kOtherTime = 0.7;        // articles that are further apart
constexpr double kWorthwhile = 0.1;       // below it nothing can become of a pair, and articles are not compared
constexpr float kRepeated = 0.9F;         // the same words in two articles on one event
constexpr double kContrary = 0.7;         // of the shared weight: the statements are contrary
constexpr float kContraryAlike = 0.6F;    // score that contraries need: a wrong denial is worse than a missed one
constexpr std::size_t kFewestShared = 2;  // terms
constexpr std::size_t kFewestTold = 2;    // ... that are no names; of articles of different days, amounts among them
constexpr double kTellingCount = 13;
constexpr std::size_t kFullName = 2;  // terms
constexpr double kRounding = 1e-9;

bool both_lead(const Proposition& a, const Proposition& b) { return a.position < kLead && b.position < kLead; }

bool same_source(const Proposition& a, const Proposition& b) {
    return a.voice && a.voice == b.voice && a.document != b.document;
}

/// "150,000 took part", "349 dollars": an amount that tells as much as a word. Three there are of anything.
bool tells_amount(const std::vector<Quantity>& a, const std::vector<Quantity>& b) {
    return std::ranges::any_of(a, [&](const Quantity& x) {
        const bool telling = x.dimension != 0 || x.low >= kTellingCount;
        return telling && std::ranges::any_of(b, [&](const Quantity& y) { return agree(x, y); });
    });
}

double tversky(double shared, double only_a, double only_b) {
    const double least = std::min(only_a, only_b), most = std::max(only_a, only_b);
    return shared / (shared + kDoubt + kShorterMisses * least + kLongerMisses * most);
}

}  // namespace

bool exclude_each_other(const Proposition& a, const Proposition& b) {
    // The even bits say which pairs' first side is held, the odd ones which second side.
    constexpr std::uint64_t kFirst = 0x5555555555555555u;
    const std::uint64_t a_first = a.exclusive & kFirst, a_second = (a.exclusive >> 1) & kFirst;
    const std::uint64_t b_first = b.exclusive & kFirst, b_second = (b.exclusive >> 1) & kFirst;
    return ((a_first & ~a_second & b_second & ~b_first) | (b_first & ~b_second & a_second & ~a_first)) != 0;
}

/// A score, or a factor of one, and what was seen of the articles on the way.
struct LikenessMeasure::Score {
    double score = 0;
    bool one_event = false;  // false as well where nobody looked
};

struct LikenessMeasure::Common {
    double shared = 0;
    std::size_t terms = 0, told = 0;  // all, and the same that are no names
    bool name = false;
    // Of the shared weight, names apart: all, what neither of the two negates something behind, and where they
    // contradict each other.
    double said = 0, judged = 0, contrary = 0;
    bool counted = false;  // of what there are so many
    using Terms = boost::container::small_vector<Term, 32>;
    Terms only_a, only_b;

    /// Nothing but what both say, and beside names something.
    bool is_all() const { return only_a.empty() && only_b.empty() && said > 0 && contrary == 0; }
    void share(double weight, const Term& a, const Term& b) {
        shared += weight, said += weight, ++terms;
        counted = counted || (a.counted && b.counted);
        if (a.contrary != b.contrary)
            judged += weight, contrary += weight;
        else if (!a.untouched && !b.untouched)
            judged += weight;
    }
};

LikenessMeasure::Common LikenessMeasure::in_common(const Proposition& a, const Proposition& b) const {
    Common c;
    const auto &x = a.content.terms, &y = b.content.terms;
    c.only_a.resize(x.size(), boost::container::default_init);
    c.only_b.resize(y.size(), boost::container::default_init);
    auto only_a = c.only_a.begin(), only_b = c.only_b.begin();
    auto i = x.begin(), j = y.begin();
    while (i != x.end() && j != y.end()) {
        if (i->id == j->id && i->supposed == j->supposed) {
            const double weight = std::min(weights_[i->form], weights_[j->form]);
            if (weights_.is_name(i->form))
                c.shared += weight, ++c.terms, c.name = true;
            else
                c.share(weight, *i, *j), ++c.told;
            ++i, ++j;
            continue;
        }
        const bool first = i->id < j->id;  // no branch on it: no processor could guess
        *only_a = *i, *only_b = *j;
        only_a += first, i += first, only_b += !first, j += !first;
    }
    c.only_a.erase(std::copy(i, x.end(), only_a), c.only_a.end());
    c.only_b.erase(std::copy(j, y.end(), only_b), c.only_b.end());
    return c;
}

std::vector<TermId> LikenessMeasure::words_in_common(const Proposition& a, const Proposition& b) const {
    std::vector<TermId> words;
    for (const Term& term : a.content.terms)
        if (!weights_.is_name(term.form) && std::ranges::binary_search(b.content.terms, term.id, {}, &Term::id))
            words.push_back(term.id);
    return words;
}

/// "Separate" and "keep apart": each leftover word with the first leftover of the other side that may stand for it.
void LikenessMeasure::pair_related(Common& c) const {
    RelatedTerms::Signature any_left;
    TermSignature<256> left;
    for (const Term& y : c.only_b) any_left.add(y.id), left.add(y.id);
    const auto paired = [&](const Term& x) {
        if (!related_.may_relate(x.id, any_left) || weights_.is_name(x.form)) return false;
        for (const auto& [other, strength] : related_.of(x.id)) {
            if (!left.may_hold(other)) continue;
            const auto y = std::lower_bound(c.only_b.begin(), c.only_b.end(), other,
                                            [](const Term& t, TermId id) { return t.id < id; });
            if (y == c.only_b.end() || y->id != other || weights_.is_name(y->form)) continue;
            c.share(strength * std::min(weights_[x.form], weights_[y->form]), x, *y);
            c.only_b.erase(y);
            return true;
        }
        return false;
    };
    c.only_a.erase(std::remove_if(c.only_a.begin(), c.only_a.end(), paired), c.only_a.end());
}

double LikenessMeasure::weight(std::span<const Term> terms) const {
    return std::accumulate(terms.begin(), terms.end(), 0.0,
                           [this](double sum, const Term& term) { return sum + weights_[term.form]; });
}

/// "Caused by a heater" and "caused by arson": whether what stands behind the same words has nothing in common.
bool LikenessMeasure::fill_otherwise(const Proposition& a, const Proposition& b, const Common& c) const {
    std::bitset<256> left_a, left_b, both;
    for (const Term& term : c.only_a) left_a.set(term.slot);
    for (const Term& term : c.only_b) left_b.set(term.slot);
    left_a &= left_b;
    left_a.reset(0);
    if (left_a.none()) return false;
    const auto left = [](std::span<const Term> only, TermId id) {
        return std::ranges::binary_search(only, id, {}, &Term::id);
    };
    for (const Term& term : a.content.terms)
        if (!left(c.only_a, term.id)) both.set(term.slot);
    for (const Term& term : b.content.terms)
        if (!left(c.only_b, term.id)) both.set(term.slot);
    return (left_a & ~both).any();
}

/// The score with differences weighed by whether the other article knows of them.
LikenessMeasure::Score LikenessMeasure::score(const Proposition& a, const Proposition& b, const Common& c,
                                              double least) const {
    bool foreign_a = false, foreign_b = false;  // names that the other's article doesn't know
    const auto difference = [&](std::span<const Term> only, std::uint32_t other, bool& foreign) {
        double sum = 0;
        for (const Term& term : only) {
            const bool known = stories_.holds(other, term.id);
            sum += weights_[term.form] * (known ? kSaidElsewhere : 1);
            if (!known && weights_.is_name(term.form)) foreign = true;
        }
        return sum;
    };
    const double only_a = difference(c.only_a, b.document, foreign_a);
    double score = tversky(c.shared, only_a, difference(c.only_b, a.document, foreign_b));
    if (foreign_a && foreign_b && !c.name) score *= kOtherFact;
    if (a.attributed != b.attributed) score *= kOtherVoice;
    if (a.document == b.document || score * kBothLead < kWorthwhile) return {score, a.document == b.document};
    const double most = score * same_story_at_most(a, b);
    if (most < least - kRounding) return {most};
    const auto [factor, one_event] = same_story(a, b);
    return {score * factor, one_event};
}

/// "Ann Lee is not dead", "Ann Lee is alive": nothing but that one thing which the other tells of Ann Lee is not so.
bool LikenessMeasure::negates(const Proposition& denial, const Common& c, std::span<const Term> rest) const {
    if (!rest.empty() || c.told != 1 || c.terms < kFullName + c.told || c.contrary == 0) return false;
    return std::ranges::any_of(denial.content.terms,
                               [this](const Term& term) { return term.contrary && !weights_.is_name(term.form); });
}

Likeness LikenessMeasure::operator()(const Proposition& a, const Proposition& b, double least) const {
    const auto &x = a.content.quantities, &y = b.content.quantities;
    const Amounts amounts = compare_amounts(x, y);
    Common c = in_common(a, b);
    if (c.is_all() && x == y && same_story(a, b).one_event)
        return {.score = kRepeated, .agreement = kRepeated, .one_event = true, .told = UINT8_MAX};
    if (x == y && (negates(a, c, c.only_a) || negates(b, c, c.only_b)) && same_story(a, b).one_event)
        return {.score = kContraryAlike, .agreement = -kContraryAlike, .opposed = true, .one_event = true, .told = 1};
    pair_related(c);
    Likeness found{.other_amounts = amounts == Amounts::conflict};
    if (same_source(a, b) && c.told >= kFewestTold) c.shared += kSameSource;
    if (amounts == Amounts::agree) c.shared += kAgreedAmount, ++c.told, c.terms += tells_amount(x, y);
    found.told = static_cast<std::uint8_t>(std::min<std::size_t>(c.told, UINT8_MAX));
    if (c.said == 0 || c.terms < kFewestShared) return found;
    if (c.told < kFewestTold && a.document != b.document && stories_.days_apart(a.document, b.document) > 0)
        return found;
    const double most = tversky(c.shared, weight(c.only_a), weight(c.only_b));
    if (kBothLead * most < kWorthwhile || same_story_at_most(a, b) * most < least - kRounding) return found;
    const auto [alike, one_event] = score(a, b, c, least);
    found.one_event = one_event;
    found.opposed = c.contrary > kContrary * c.judged;
    const bool doubtful = !found.opposed && c.contrary > (1 - kContrary) * c.judged;
    const bool elsewhere = !c.name && stories_.strangers(a.document, b.document);  // another company's dividend
    const bool other_thing = elsewhere || exclude_each_other(a, b) || doubtful || fill_otherwise(a, b, c);
    const bool comparable = c.counted || std::ranges::all_of(x, &Quantity::dimension);
    found.exclusive = found.other_amounts && comparable && !other_thing && !found.opposed && !can_both_hold(x, y);
    found.score = static_cast<float>(other_thing && !found.other_amounts ? alike * kOtherFact : alike);
    if (found.opposed && found.score < kContraryAlike) found.score = 0;
    if (found.opposed) found.agreement = -found.score;
    if (c.contrary <= (1 - kContrary) * c.judged) found.agreement = found.score;
    return found;
}

/// The most that same_story could be, without a look at the articles' words.
double LikenessMeasure::same_story_at_most(const Proposition& a, const Proposition& b) const {
    if (a.document == b.document) return 1;
    if (stories_.days_apart(a.document, b.document) > kOneEvent) return kOtherTime;
    return both_lead(a, b) ? kBothLead : 1;
}

/// From kOtherStory for articles that have nothing in common to 1 for articles about one event, or more if both lead
/// with it.
LikenessMeasure::Score LikenessMeasure::same_story(const Proposition& a, const Proposition& b) const {
    const double story = stories_.overlap(a.document, b.document, kOneStory) / kOneStory;
    const double factor = kOtherStory + (1 - kOtherStory) * story;
    if (stories_.days_apart(a.document, b.document) > kOneEvent) return {factor * kOtherTime, false};
    return {both_lead(a, b) ? factor * (1 + (kBothLead - 1) * story) : factor, story == 1};
}

}  // namespace hearsay
