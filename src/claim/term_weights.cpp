// SPDX-License-Identifier: Apache-2.0
#include "claim/term_weights.hpp"

#include <algorithm>
#include <cmath>

namespace hearsay {
namespace {

constexpr double kBackground = 10000;  // articles behind word_frequency.tsv's figures
constexpr double kCountry = 300;       // of them, for a state that the list doesn't know
constexpr double kMonth = 3000;        // for a month
constexpr double kHeaviest = 6.5;      // a misspelt word is rare, but not that telling
constexpr double kName = 0.3;

}  // namespace

TermWeights::TermWeights(const ContentReader& reader, const std::vector<std::uint32_t>& articles,
                         std::size_t documents) {
    for (std::uint32_t id = 0; id < articles.size(); ++id) {
        const std::string& term = reader.terms()[id];
        const double least = term.starts_with("country:") ? kCountry : term.starts_with("month:") ? kMonth : 0;
        const double known = std::max(reader.lexicon().articles(term), least);
        const double rarity = (kBackground + static_cast<double>(documents)) / (known + articles[id] + 0.5);
        rarities_.push_back(static_cast<float>(std::clamp(std::log(rarity), 0.1, kHeaviest)));
        names_.push_back(reader.is_name(TermId{id}));
        weights_.push_back(rarities_.back() * static_cast<float>(names_.back() ? kName : 1));
    }
}

}  // namespace hearsay
