// SPDX-License-Identifier: Apache-2.0
#include "attribution/word_classes.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "hearsay/error.hpp"
#include "hearsay/resources.hpp"

namespace hearsay {

namespace {

constexpr std::array<std::string_view, 24> kNames{
    "determiner", "possessive",  "pronoun",     "relative",     "be",     "auxiliary", "modal",     "negation",
    "adverb",     "preposition", "conjunction", "subordinator", "time",   "calendar",  "person",    "first",
    "medium",     "reporter",    "support",     "modifier",     "finite", "label",     "recording", "news"};

std::uint32_t bit(std::string_view name) {
    const auto found = std::find(kNames.begin(), kNames.end(), name);
    if (found == kNames.end()) throw ResourceError("word_classes.tsv: unknown class '" + std::string(name) + "'");
    return 1U << (found - kNames.begin());
}

}  // namespace

WordClasses WordClasses::load(const std::filesystem::path& lexicons) {
    WordClasses classes;
    read_table(lexicons / "word_classes.tsv", {"word", "classes"}, [&](const auto& fields) {
        std::uint32_t bits = 0;
        for (std::string_view rest = fields[1]; !rest.empty();) {
            const std::size_t end = std::min(rest.find(','), rest.size());
            bits |= bit(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        classes.classes_.emplace(fields[0], bits);
    });
    read_table(lexicons / "finite_verbs.tsv", {"form"},
               [&](const auto& fields) { classes.classes_[std::string(fields[0])] |= word_class::finite; });
    return classes;
}

std::uint32_t WordClasses::of(std::string_view norm) const {
    if (const auto found = classes_.find(norm); found != classes_.end()) return found->second;
    return adverb_by_ending(norm) ? std::uint32_t{word_class::adverb} : 0U;
}

bool WordClasses::adverb_by_ending(std::string_view norm) const {
    return norm.size() > 4 && norm.ends_with("ly") && !classes_.contains(norm);
}

bool stands_for_news(const TokenizedText& text, const WordClasses& classes, TokenRange words) {
    constexpr std::uint32_t kFewest = 2, kMost = 3;
    if (words.size() < kFewest || words.size() > kMost) return false;
    return (classes.of(text.norm(words.begin)) & (word_class::determiner | word_class::possessive)) &&
           (classes.of(text.norm(words.end - 1)) & word_class::news);
}

}  // namespace hearsay
