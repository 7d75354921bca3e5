// SPDX-License-Identifier: Apache-2.0
#include "claim/story.hpp"

#include <algorithm>
#include <cmath>

namespace hearsay {
namespace {

constexpr double kBackground = 10000;  // articles behind word_frequency.tsv's figures
constexpr double kCountry = 300;       // a state that the background list doesn't know
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
        weights_.push_back(static_cast<float>(std::clamp(std::log(rarity), 0.1, kHeaviest)));
    }
}

void Stories::add(std::uint32_t document, const Content& content) {
    if (document >= terms_.size()) terms_.resize(document + 1);
    for (const Term& term : content.terms) terms_[document].push_back(term.id);
}

void Stories::finish() {
    for (auto& terms : terms_) {
        std::sort(terms.begin(), terms.end());
        terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    }
}

bool Stories::holds(std::uint32_t document, TermId term) const {
    return std::binary_search(terms_[document].begin(), terms_[document].end(), term);
}

double Stories::overlap(std::uint32_t a, std::uint32_t b, const TermWeights& weights) const {
    double shared = 0, all_a = 0, all_b = 0;
    auto j = terms_[b].begin();
    for (const TermId term : terms_[a]) {
        for (; j != terms_[b].end() && *j < term; ++j) all_b += weights[*j];
        if (j != terms_[b].end() && *j == term) shared += weights[term];
        all_a += weights[term];
    }
    for (; j != terms_[b].end(); ++j) all_b += weights[*j];
    const double smaller = std::min(all_a, all_b);
    return smaller > 0 ? shared / smaller : 0;
}

std::vector<std::uint32_t> Stories::articles_by_term(std::size_t terms) const {
    std::vector<std::uint32_t> articles(terms);
    for (const auto& document : terms_)
        for (const TermId term : document) ++articles[static_cast<std::size_t>(term)];
    return articles;
}

}  // namespace hearsay
