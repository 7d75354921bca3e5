// SPDX-License-Identifier: Apache-2.0
#include "claim/likeness.hpp"

#include <algorithm>

namespace hearsay {
namespace {

constexpr double kShorterMisses = 0.8;
constexpr double kLongerMisses = 0.2;
constexpr double kElided = 0.4;      // weight of a difference that the other article has said elsewhere
constexpr double kAgreedAmount = 6;  // as much as a rare word
constexpr double kExclusive = 0.5;
constexpr double kLeastShared = 9;  // about two rare words
constexpr double kSameStory = 0.5;
constexpr double kOpposed = 0.5;

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
    double common = 0, contrary = 0;  // of the shared weight, names apart: all, and where the two contradict each other
};

double LikenessMeasure::missing(TermId term, std::uint32_t document) const {
    return weights_[term] * (stories_.holds(document, term) ? kElided : 1);
}

LikenessMeasure::Difference LikenessMeasure::difference(const Proposition& a, const Proposition& b) const {
    Difference d;
    const auto &x = a.content.terms, &y = b.content.terms;
    for (auto i = x.begin(), j = y.begin(); i != x.end() || j != y.end();) {
        if (j == y.end() || (i != x.end() && i->id < j->id))
            d.only_a += missing((i++)->id, b.document);
        else if (i == x.end() || j->id < i->id)
            d.only_b += missing((j++)->id, a.document);
        else {
            const double weight = weights_[i->id];
            d.shared += weight;
            if (!i->name) d.common += weight, d.contrary += i->contrary != j->contrary ? weight : 0;
            ++i, ++j;
        }
    }
    return d;
}

Likeness LikenessMeasure::operator()(const Proposition& a, const Proposition& b) const {
    const Amounts amounts = compare_amounts(a.content.quantities, b.content.quantities);
    if (amounts == Amounts::conflict) return {};
    Difference d = difference(a, b);
    if (amounts == Amounts::agree) d.shared += kAgreedAmount;
    if (d.shared < kLeastShared) return {};
    const double least = std::min(d.only_a, d.only_b), most = std::max(d.only_a, d.only_b);
    double score = d.shared / (d.shared + kShorterMisses * least + kLongerMisses * most);
    if (exclude_each_other(a.exclusive, b.exclusive)) score *= kExclusive;
    if (a.document != b.document)
        score *= kSameStory + (1 - kSameStory) * std::min(1.0, 2 * stories_.overlap(a.document, b.document, weights_));
    return {score, d.contrary > kOpposed * d.common};
}

}  // namespace hearsay
