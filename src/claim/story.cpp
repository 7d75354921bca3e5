// SPDX-License-Identifier: Apache-2.0
#include "claim/story.hpp"

#include <algorithm>
#include <cmath>

namespace hearsay {
namespace {

constexpr double kBackground = 10000;  // articles behind word_frequency.tsv's figures
constexpr double kCountry = 300;       // a state that the background list doesn't know
constexpr double kName = 0.3;          // articles on one event all name the same people, whatever they say of them
constexpr double kHeaviest = 6.5;      // a misspelt word is rare, but not that telling

}  // namespace

TermWeights::TermWeights(const ContentReader& reader, const std::vector<std::uint32_t>& articles,
                         std::size_t documents) {
    weights_.reserve(articles.size());
    for (std::size_t id = 0; id < articles.size(); ++id) {
        const std::string& term = reader.terms()[id];
        double known = reader.lexicon().articles(term);
        if (term.starts_with("country:")) known = std::max(known, kCountry);
        const double rarity = (kBackground + static_cast<double>(documents)) / (known + articles[id] + 0.5);
        names_.push_back(reader.is_name(TermId{static_cast<std::uint32_t>(id)}));
        weights_.push_back(
            static_cast<float>(std::clamp(std::log(rarity), 0.1, kHeaviest) * (names_.back() ? kName : 1)));
    }
}

double TermWeights::name_discount() { return kName; }

void Stories::add(std::uint32_t document, const Content& content) {
    if (document >= terms_.size()) terms_.resize(document + 1);
    if (document >= forms_.size()) forms_.resize(document + 1);
    for (const Term& term : content.terms) terms_[document].push_back(term.id), forms_[document].push_back(term.form);
}

void Stories::finish() {
    for (auto* lists : {&terms_, &forms_})
        for (auto& terms : *lists) {
            std::sort(terms.begin(), terms.end());
            terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
        }
}

bool Stories::holds(std::uint32_t document, TermId term) const {
    return std::binary_search(terms_[document].begin(), terms_[document].end(), term);
}

double Stories::overlap(std::uint32_t a, std::uint32_t b, const TermWeights& weights) const {
    const auto square = [&](TermId term) { return weights.rarity(term) * weights.rarity(term); };
    double shared = 0, all_a = 0, all_b = 0;
    for (const TermId term : forms_[a]) all_a += square(term);
    for (const TermId term : forms_[b]) all_b += square(term);
    for (auto i = forms_[a].begin(), j = forms_[b].begin(); i != forms_[a].end() && j != forms_[b].end();) {
        if (*i == *j)
            shared += square(*i++), ++j;
        else if (*i < *j)
            ++i;
        else
            ++j;
    }
    return shared > 0 ? shared / std::sqrt(all_a * all_b) : 0;
}

std::vector<std::uint32_t> Stories::articles_by_form(std::size_t terms) const {
    std::vector<std::uint32_t> articles(terms);
    for (const auto& document : forms_)
        for (const TermId term : document) ++articles[static_cast<std::size_t>(term)];
    return articles;
}

}  // namespace hearsay
