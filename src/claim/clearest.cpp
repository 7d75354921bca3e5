// SPDX-License-Identifier: Apache-2.0
#include "claim/clearest.hpp"

#include <algorithm>
#include <cmath>

#include "hearsay/text/tokenizer.hpp"

namespace hearsay {
namespace {

constexpr double kIdealWords = 16;

bool points_elsewhere(std::string_view word) {
    constexpr std::string_view kPointers[] = {"he",    "she",   "it",    "they", "we",      "i",   "you",   "this",
                                              "that",  "these", "those", "his",  "her",     "its", "their", "our",
                                              "my",    "there", "such",  "and",  "but",     "or",  "as",    "also",
                                              "which", "who",   "so",    "then", "however", "if"};
    return std::find(std::begin(kPointers), std::end(kPointers), word) != std::end(kPointers);
}

/// Lower is clearer.
double obscurity(const Mention& mention) {
    const TokenizedText text = tokenize(Text::decode(mention.text));
    const auto words = std::count_if(text.tokens().begin(), text.tokens().end(),
                                     [](const Token& t) { return t.kind == TokenKind::word; });
    double points = std::abs(std::log((static_cast<double>(words) + 1) / kIdealWords));
    for (std::size_t i = 0; i < text.tokens().size(); ++i)
        if (text.tokens()[i].kind == TokenKind::word) {
            if (points_elsewhere(text.norm(i))) points += 1;
            break;
        }
    if (mention.stance != Stance::asserts) points += 2;
    if (!mention.text.empty() && !text.tokens().empty() && !text.tokens()[0].capitalized) points += 0.2;
    return points;
}

}  // namespace

std::size_t clearest_mention(const std::vector<Mention>& mentions) {
    constexpr std::size_t kLookedAt = 64;  // of a claim that everybody repeats
    std::size_t best = 0;
    double least = obscurity(mentions[0]);
    for (std::size_t i = 1; i < std::min(kLookedAt, mentions.size()); ++i) {
        const double points = obscurity(mentions[i]);
        if (points < least - 1e-9) best = i, least = points;
    }
    return best;
}

}  // namespace hearsay
