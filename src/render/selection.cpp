// SPDX-License-Identifier: Apache-2.0
#include "hearsay/render/selection.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "render/topic.hpp"

namespace hearsay {
namespace {

constexpr std::array<std::string_view, 10> kFigures{
    "rank",        "independent_origins", "effective_sources", "disjoint_paths", "belief",
    "uncertainty", "admiralty",           "documents",         "publishers",     "mentions"};

double admiralty_value(const std::string& rating) { return rating.size() == 2 ? rating[1] * 100.0 + rating[0] : 0; }

double value_of(const Analysis& analysis, std::size_t claim, Figure figure) {
    const Corroboration& figures = analysis.corroboration[claim];
    switch (figure) {
        case Figure::rank:
            return static_cast<double>(claim);
        case Figure::independent_origins:
            return figures.independent_origins;
        case Figure::effective_sources:
            return figures.effective_sources;
        case Figure::disjoint_paths:
            return figures.disjoint_paths;
        case Figure::belief:
            return figures.belief;
        case Figure::uncertainty:
            return figures.uncertainty;
        case Figure::admiralty:
            return admiralty_value(figures.admiralty);
        case Figure::documents:
            return figures.documents;
        case Figure::publishers:
            return figures.publishers;
        case Figure::mentions:
            return static_cast<double>(analysis.claims[claim].mentions.size());
    }
    return 0;
}

SortOrder order_of(const ClaimSelection& selection) {
    const bool low_is_best = selection.by == Figure::rank || selection.by == Figure::admiralty;
    return selection.order.value_or(low_is_best ? SortOrder::ascending : SortOrder::descending);
}

bool is_attributed(const Claim& claim) {
    return std::ranges::any_of(claim.mentions, [](const Mention& m) { return m.chain.size() > 1; });
}

bool fits(const Analysis& analysis, std::size_t claim, const ClaimSelection& wanted, Topic& topic) {
    const Corroboration& figures = analysis.corroboration[claim];
    if (figures.documents < wanted.min_documents || (wanted.disputed_only && !figures.disputed)) return false;
    if (wanted.attributed_only && !is_attributed(analysis.claims[claim])) return false;
    return topic.is_of(analysis, claim);
}

}  // namespace

std::string_view to_string(Figure figure) { return kFigures.at(static_cast<std::size_t>(figure)); }

Figure figure_named(std::string_view name) {
    if (name == "paths") return Figure::disjoint_paths;
    const auto found = std::ranges::find(kFigures, name);
    if (found == kFigures.end()) throw std::invalid_argument("there is no figure '" + std::string(name) + "'");
    return static_cast<Figure>(found - kFigures.begin());
}

std::vector<ClaimId> select_claims(const Analysis& analysis, const ClaimSelection& selection) {
    Topic topic(selection.about);
    const double sign = order_of(selection) == SortOrder::ascending ? 1 : -1;
    std::vector<std::pair<double, ClaimId>> found;
    for (std::size_t i = 0; i < analysis.claims.size(); ++i)
        if (fits(analysis, i, selection, topic))
            found.emplace_back(sign * value_of(analysis, i, selection.by), ClaimId(i));
    std::ranges::sort(found);
    std::vector<ClaimId> claims;
    for (const auto& [value, claim] : found) claims.push_back(claim);
    return claims;
}

std::string in_words(const ClaimSelection& selection) {
    const bool ascending = order_of(selection) == SortOrder::ascending;
    if (selection.by == Figure::rank) return ascending ? "best corroborated first" : "worst corroborated first";
    std::string figure(to_string(selection.by));
    std::ranges::replace(figure, '_', ' ');
    return "by " + figure + (ascending ? ", lowest first" : ", highest first");
}

}  // namespace hearsay
