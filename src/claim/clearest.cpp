// SPDX-License-Identifier: Apache-2.0
#include "claim/clearest.hpp"

#include <algorithm>
#include <cmath>

#include "hearsay/resources.hpp"

namespace hearsay {
namespace {

constexpr double kIdealWords = 14;

// How much each defect weighs against the others: half or double the ideal length counts 0.7.
constexpr double kPointsBack = 1, kNoVerb = 1, kSmallLetter = 0.3, kQuoted = 0.3;

}  // namespace

ClaimWording::ClaimWording(const std::filesystem::path& lexicons) {
    read_table(lexicons / "pointing_words.tsv", {"word"}, [&](const auto& row) { pointing_.emplace(row[0]); });
    read_table(lexicons / "finite_verbs.tsv", {"form"}, [&](const auto& row) { verbs_.emplace(row[0]); });
    verbs_.erase("'s");  // mostly a genitive
}

double ClaimWording::obscurity(const TokenizedText& tokens) const {
    const auto is_word = [](const Token& t) { return t.kind == TokenKind::word || t.kind == TokenKind::number; };
    const auto all = tokens.tokens();
    const auto begin = all.begin() + (!all.empty() && tokens.norm(0) == "that");
    const auto first = std::find_if(begin, all.end(), is_word);
    if (first == all.end()) return HUGE_VAL;
    const auto norm = [&](auto token) { return tokens.norm(static_cast<std::size_t>(token - all.begin())); };
    const auto words = static_cast<double>(std::count_if(first, all.end(), is_word));
    bool verb = false;
    for (auto token = first; token != all.end() && !verb; ++token) verb = verbs_.contains(norm(token));
    return std::abs(std::log(words / kIdealWords)) + (verb ? 0 : kNoVerb) +
           (pointing_.contains(norm(first)) ? kPointsBack : 0) +
           (first->capitalized || first->kind == TokenKind::number ? 0 : kSmallLetter) + (first != begin ? kQuoted : 0);
}

std::string as_claim(std::string text) {
    if (text.starts_with("that ")) text.erase(0, 5);
    return text;
}

}  // namespace hearsay
