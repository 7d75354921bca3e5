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

std::string in_words(const Corroboration& figures) {
    std::string text = "effective sources " + two_decimals(figures.effective_sources) + ", " +
                       counted(figures.disjoint_paths, "disjoint path") + ", belief " + two_decimals(figures.belief) +
                       " (uncertainty " + two_decimals(figures.uncertainty) + ")";
    if (!figures.admiralty.empty()) text += ", Admiralty " + figures.admiralty;
    if (figures.disputed) text += ", disputed";
    if (figures.circular) text += ", circular";
    return text;
}

void write_figures(JsonStream& json, const Corroboration& figures) {
    json.key("independent_origins").value(figures.independent_origins);
    json.key("effective_sources").value(figures.effective_sources).key("disjoint_paths").value(figures.disjoint_paths);
    write(json.key("bottlenecks"), figures.bottlenecks);
    json.key("belief").value(figures.belief).key("uncertainty").value(figures.uncertainty);
    json.key("admiralty").value(figures.admiralty);
    json.key("disputed").value(figures.disputed).key("circular").value(figures.circular);
}

}  // namespace hearsay
