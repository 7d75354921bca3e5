// SPDX-License-Identifier: Apache-2.0
#include "metrics/independence.hpp"

#include <algorithm>
#include <string>

namespace hearsay {

namespace {

// How far two origins that share this are one. They add up, to 1 at most.
constexpr double kSameOwner = 0.5;
constexpr double kSameGatekeeper = 0.25;
constexpr double kBothUnnamed = 0.25;
constexpr double kUnratedReliability = 0.5;

/// Number of pairs of equal values.
template <typename T>
double equal_pairs(std::vector<T> values) {
    std::sort(values.begin(), values.end());
    double pairs = 0;
    for (auto first = values.begin(); first != values.end();) {
        const auto last = std::upper_bound(first, values.end(), *first);
        const auto n = static_cast<double>(last - first);
        pairs += n * (n - 1) / 2;
        first = last;
    }
    return pairs;
}

/// An outlet's owner, or itself as the possible owner of others; empty for people, who have none.
std::string owner(const Source& source) {
    if (!source.owner.empty()) return source.owner;
    const bool can_own = source.kind == SourceKind::outlet || source.kind == SourceKind::organization ||
                         source.kind == SourceKind::government;
    return can_own && !source.unnamed ? source.name : std::string();
}

double dependence(const std::vector<Witness>& origins, const std::vector<Source>& sources) {
    std::vector<std::string> owners;
    std::vector<Speaker> gatekeepers;
    double unnamed = 0;
    for (const Witness& origin : origins) {
        std::string own = owner(sources[static_cast<std::size_t>(origin.speaker.source)]);
        if (!own.empty()) owners.push_back(std::move(own));
        gatekeepers.push_back(origin.gatekeeper);
        if (origin.speaker.unnamed) ++unnamed;
    }
    return kSameOwner * equal_pairs(std::move(owners)) + kSameGatekeeper * equal_pairs(std::move(gatekeepers)) +
           kBothUnnamed * unnamed * (unnamed - 1) / 2;
}

}  // namespace

double effective_sources(const std::vector<Witness>& origins, const std::vector<Source>& sources) {
    const auto n = static_cast<double>(origins.size());
    if (n < 2) return n;
    const double pairs = n * (n - 1) / 2;
    return n / (1 + (n - 1) * dependence(origins, sources) / pairs);
}

double evidence_weight(const std::vector<Witness>& origins, const std::vector<Source>& sources) {
    if (origins.empty()) return 0;
    double reliability = 0;
    for (const Witness& origin : origins)
        reliability +=
            sources[static_cast<std::size_t>(origin.speaker.source)].reliability.value_or(kUnratedReliability);
    return effective_sources(origins, sources) * reliability / static_cast<double>(origins.size());
}

double expectation(double supporting, double opposing) {
    constexpr double kPriorWeight = 2, kBaseRate = 0.5;
    return (supporting + kPriorWeight * kBaseRate) / (supporting + opposing + kPriorWeight);
}

}  // namespace hearsay
