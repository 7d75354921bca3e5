// SPDX-License-Identifier: Apache-2.0
#include "render/figures.hpp"

#include <cstdio>

#include "render/json_parts.hpp"
#include "render/names.hpp"

namespace hearsay {

std::string two_decimals(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.2f", value);
    return text;
}

bool has_all_figures(const Corroboration& figures) { return !figures.admiralty.empty(); }

std::string in_words(const Corroboration& figures) {
    std::string text = "effective sources " + two_decimals(figures.effective_sources);
    const bool all = has_all_figures(figures);
    if (all) text += ", " + counted(figures.disjoint_paths, "disjoint path");
    text += ", belief " + two_decimals(figures.belief);
    if (all) text += " (uncertainty " + two_decimals(figures.uncertainty) + "), Admiralty " + figures.admiralty;
    if (figures.disputed) text += ", disputed";
    if (figures.circular) text += ", circular";
    return text;
}

std::vector<std::string> variants_in_words(const Analysis& analysis, const Claim& claim) {
    std::vector<std::string> lines;
    for (const bool excluding : {true, false})
        for (const Claim::Variant& variant : claim.variants)
            if (variant.exclusive == excluding) lines.push_back(in_words(analysis, variant));
    return lines;
}

std::string in_words(const Analysis& analysis, const Claim::Variant& variant) {
    return name_of(variant.claim) + (variant.exclusive ? " excludes this: " : " has another figure: ") +
           analysis.claims.at(static_cast<std::size_t>(variant.claim)).text;
}

void write_figures(JsonStream& json, const Corroboration& figures) {
    json.key("independent_origins").value(figures.independent_origins);
    json.key("effective_sources").value(figures.effective_sources).key("belief").value(figures.belief);
    if (has_all_figures(figures)) {
        json.key("disjoint_paths").value(figures.disjoint_paths);
        write(json.key("bottlenecks"), figures.bottlenecks);
        json.key("uncertainty").value(figures.uncertainty).key("admiralty").value(figures.admiralty);
    }
    json.key("disputed").value(figures.disputed).key("circular").value(figures.circular);
}

}  // namespace hearsay
