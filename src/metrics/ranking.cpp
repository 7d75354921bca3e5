// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <tuple>

#include "hearsay/metrics/corroboration.hpp"

namespace hearsay {

namespace {

bool is_attributed(const Claim& claim) {
    return std::any_of(claim.mentions.begin(), claim.mentions.end(),
                       [](const Mention& m) { return m.chain.size() > 1; });
}

/// Smaller sorts first.
auto rank_key(const Claim& claim, const Corroboration& figures) {
    const auto descending = [](std::size_t n) { return -static_cast<std::int64_t>(n); };
    return std::tuple(figures.documents < 2, !is_attributed(claim), descending(figures.independent_origins),
                      descending(figures.publishers), descending(figures.documents), !figures.disputed,
                      descending(claim.mentions.size()));
}

}  // namespace

std::vector<ClaimId> rank_claims(const std::vector<Claim>& claims, const std::vector<Corroboration>& figures) {
    using Ranked = std::pair<decltype(rank_key(claims.front(), figures.front())), ClaimId>;
    std::vector<Ranked> ranked;
    ranked.reserve(claims.size());
    for (std::uint32_t i = 0; i < claims.size(); ++i) ranked.emplace_back(rank_key(claims[i], figures[i]), ClaimId{i});
    std::sort(ranked.begin(), ranked.end());
    std::vector<ClaimId> order;
    for (const Ranked& claim : ranked) order.push_back(claim.second);
    return order;
}

}  // namespace hearsay
