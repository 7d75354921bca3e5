// SPDX-License-Identifier: Apache-2.0
#include "claim/clearest.hpp"

#include <algorithm>
#include <cmath>

#include "hearsay/resources.hpp"
#include "hearsay/text/tokenizer.hpp"

namespace hearsay {
namespace {

constexpr double kIdealWords = 14;
constexpr std::size_t kLookedAt = 64;  // mentions of a claim that everybody repeats

// How much each defect weighs against the others: half or double the ideal length counts 0.7.
constexpr double kPointsBack = 1, kNotAsserted = 2, kNoVerb = 1, kSmallLetter = 0.3, kQuoted = 0.3;

std::string without_that(const std::string& text) { return text.starts_with("that ") ? text.substr(5) : text; }

}  // namespace

ClaimWording::ClaimWording(const std::filesystem::path& lexicons) {
    read_table(lexicons / "pointing_words.tsv", {"word"}, [&](const auto& row) { pointing_.emplace(row[0]); });
    read_table(lexicons / "finite_verbs.tsv", {"form"}, [&](const auto& row) { verbs_.emplace(row[0]); });
    verbs_.erase("'s");  // mostly a genitive
}

double ClaimWording::obscurity(const Mention& mention, const std::string& text) const {
    const TokenizedText tokens = tokenize(Text::decode(text));
    const auto is_word = [](const Token& t) { return t.kind == TokenKind::word || t.kind == TokenKind::number; };
    const auto all = tokens.tokens();
    const auto first = std::find_if(all.begin(), all.end(), is_word);
    if (first == all.end()) return HUGE_VAL;
    const auto words = static_cast<double>(std::count_if(first, all.end(), is_word));
    const bool points_back =
        pointing_.contains(std::string(tokens.norm(static_cast<std::size_t>(first - all.begin()))));
    bool verb = false;
    for (std::size_t i = 0; i < all.size() && !verb; ++i) verb = verbs_.contains(std::string(tokens.norm(i)));
    return std::abs(std::log(words / kIdealWords)) + (verb ? 0 : kNoVerb) + (points_back ? kPointsBack : 0) +
           (mention.stance != Stance::asserts ? kNotAsserted : 0) +
           (first->capitalized || first->kind == TokenKind::number ? 0 : kSmallLetter) +
           (first != all.begin() ? kQuoted : 0);
}

std::string ClaimWording::clearest(const std::vector<Mention>& mentions) const {
    std::string best = without_that(mentions[0].text);
    double least = obscurity(mentions[0], best);
    for (std::size_t i = 1; i < std::min(kLookedAt, mentions.size()); ++i) {
        std::string text = without_that(mentions[i].text);
        const double found = obscurity(mentions[i], text);
        if (found < least) best = std::move(text), least = found;
    }
    return best;
}

}  // namespace hearsay
