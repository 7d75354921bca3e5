// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "hearsay/analysis.hpp"
#include "hearsay/metrics/corroboration.hpp"
#include "render/json_stream.hpp"

namespace hearsay {

// How the formats write a claim's figures beyond its articles.
/// "effective sources 1.00, 1 disjoint path, belief 0.60 (uncertainty 0.80), Admiralty F3, disputed"
std::string in_words(const Corroboration& figures);
/// Claims that say the like with another amount, those that exclude this one first: "c7 excludes this: nine were
/// killed".
std::vector<std::string> variants_in_words(const Analysis& analysis, const Claim& claim);
std::string in_words(const Analysis& analysis, const Claim::Variant& variant);
/// Whether those beyond effective sources and belief are known.
bool has_all_figures(const Corroboration& figures);
/// As fields of an open object.
void write_figures(JsonStream& json, const Corroboration& figures);
std::string two_decimals(double value);

}  // namespace hearsay
