// SPDX-License-Identifier: Apache-2.0
#include "metrics/independence.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <tuple>

#include "metrics/provenance.hpp"

namespace hearsay {

namespace {

// How far two origins that share this are one. They add up, to 1 at most.
constexpr double kSameOwner = 0.5;
constexpr double kCopying = 0.5;  // of two of whom one takes all it has from the other
constexpr double kSameGatekeeper = 0.25;
constexpr double kBothUnnamed = 0.25;
constexpr double kDescribedAlike = 0.25;  // on top of that

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

/// What unnamed people have in common with others who may be the same: their state or body, else their description.
std::string description(const Source& source) {
    if (!source.owner.empty()) return source.owner;
    return source.country.empty() ? source.name : source.country;
}

/// The larger of the shares that two take from each other, summed over the pairs. Each origin looks at the few from
/// whom it takes most, not at all others.
double copying_pairs(const std::vector<Witness>& origins, const PastCopying& copying) {
    std::vector<SourceId> ids;
    for (const Witness& origin : origins) ids.push_back(origin.speaker.source);
    sort_unique(ids);
    std::vector<std::tuple<SourceId, SourceId, double>> pairs;
    for (const SourceId id : ids)
        for (const auto& [from, share] : copying.habits(id))
            if (std::binary_search(ids.begin(), ids.end(), from))
                pairs.emplace_back(std::min(id, from), std::max(id, from), -share);
    std::sort(pairs.begin(), pairs.end());
    const auto same = [](const auto& a, const auto& b) {
        return std::get<0>(a) == std::get<0>(b) && std::get<1>(a) == std::get<1>(b);
    };
    pairs.erase(std::unique(pairs.begin(), pairs.end(), same), pairs.end());
    return std::accumulate(pairs.begin(), pairs.end(), 0.0,
                           [](double sum, const auto& pair) { return sum - std::get<2>(pair); });
}

double dependence(const std::vector<Witness>& origins, const std::vector<Source>& sources, const PastCopying& copying) {
    std::vector<std::string> owners, descriptions;
    std::vector<Speaker> gatekeepers;
    for (const Witness& origin : origins) {
        std::string own = owner(sources[static_cast<std::size_t>(origin.speaker.source)]);
        if (!own.empty()) owners.push_back(std::move(own));
        gatekeepers.push_back(origin.gatekeeper);
        if (origin.speaker.unnamed)
            descriptions.push_back(description(sources[static_cast<std::size_t>(origin.described)]));
    }
    const auto unnamed = static_cast<double>(descriptions.size());
    return kSameOwner * equal_pairs(std::move(owners)) + kSameGatekeeper * equal_pairs(std::move(gatekeepers)) +
           kCopying * copying_pairs(origins, copying) + kBothUnnamed * unnamed * (unnamed - 1) / 2 +
           kDescribedAlike * equal_pairs(std::move(descriptions));
}

}  // namespace

double effective_sources(const std::vector<Witness>& origins, const std::vector<Source>& sources,
                         const PastCopying& copying) {
    const auto n = static_cast<double>(origins.size());
    if (n < 2) return n;
    const double pairs = n * (n - 1) / 2;
    return n / (1 + (n - 1) * std::min(1.0, dependence(origins, sources, copying) / pairs));
}

}  // namespace hearsay
