// SPDX-License-Identifier: Apache-2.0
#include "hearsay/text/language.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>

#include "hearsay/resources.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace hearsay {

namespace {

constexpr std::size_t kEnough = 4000;   // tokens from the beginning; more don't change the answer
constexpr std::size_t kVeryShort = 12;  // words

/// Function words by whether they are English; words common to English and another language are English.
const std::unordered_map<std::string, bool>& function_words() {
    static const auto words = [] {
        std::unordered_map<std::string, bool> found;
        read_table(resource_directory() / "lexicons" / "function_words.tsv", {"word", "language"},
                   [&](const auto& row) {
                       const bool english = row[1] == "en";
                       const auto [entry, added] = found.emplace(row[0], english);
                       if (!added) entry->second = entry->second || english;
                   });
        return found;
    }();
    return words;
}

struct Profile {
    std::size_t words = 0, numbers = 0, english = 0, foreign = 0, latin = 0;
};

bool is_latin(std::string_view word) { return utf8::decode(word, 0) < 0x250; }

Profile profile(const TokenizedText& text) {
    Profile found;
    const std::size_t end = std::min(kEnough, text.tokens().size());
    for (std::size_t i = 0; i < end; ++i) {
        const Token& token = text.tokens()[i];
        found.numbers += token.kind == TokenKind::number;
        if (token.kind != TokenKind::word) continue;
        ++found.words;
        found.latin += is_latin(text.word(i));
        const auto word = function_words().find(std::string(text.norm(i)));
        if (word != function_words().end()) ++(word->second ? found.english : found.foreign);
    }
    return found;
}

}  // namespace

std::string_view detect_language(const TokenizedText& text) {
    const Profile found = profile(text);
    if (found.latin * 2 < found.words) return "und";
    if (found.words < kVeryShort) return "en";
    if (found.foreign > found.english) return "und";
    // Tables of results have hardly a function word, but they are full of numbers.
    const bool table = found.numbers * 4 >= found.words;
    return table || found.english * 100 >= found.words * 8 ? "en" : "und";
}

}  // namespace hearsay
