// SPDX-License-Identifier: Apache-2.0
#include "hearsay/text/language.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "hearsay/resources.hpp"
#include "hearsay/text/string_map.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace hearsay {

namespace {

constexpr std::size_t kEnough = 4000;   // tokens from the beginning; more don't change the answer
constexpr std::size_t kVeryShort = 12;  // words
constexpr std::size_t kShort = 40;      // words; so few say little of the language

/// Function words by whether they are English; words common to English and another language are English.
const StringMap<bool>& function_words() {
    static const auto words = [] {
        StringMap<bool> found;
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
    std::size_t words = 0, numbers = 0, english = 0, foreign = 0, latin = 0, accented = 0;
    /// Whether `count` is at least `percent` of the words.
    bool reaches(std::size_t count, std::size_t percent) const { return count * 100 >= words * percent; }
};

bool is_latin(std::string_view word) { return utf8::decode(word, 0) < 0x250; }

/// Holds a letter beyond ASCII.
bool is_accented(std::string_view word) {
    for (std::size_t i = 0; i < word.size(); i += utf8::length(word[i]))
        if (const char32_t c = utf8::decode(word, i); c >= 0x80 && char_class(c) == CharClass::letter) return true;
    return false;
}

Profile profile(const TokenizedText& text) {
    Profile found;
    const std::size_t end = std::min(kEnough, text.tokens().size());
    for (std::size_t i = 0; i < end; ++i) {
        const Token& token = text.tokens()[i];
        found.numbers += token.kind == TokenKind::number;
        if (token.kind != TokenKind::word) continue;
        ++found.words;
        found.latin += is_latin(text.word(i));
        found.accented += is_accented(text.word(i));
        const auto word = function_words().find(text.norm(i));
        if (word != function_words().end()) ++(word->second ? found.english : found.foreign);
    }
    return found;
}

/// Results, rates and dividends: hardly a function word, but nothing of another language either.
bool is_telegram(const Profile& found) {
    const bool foreign = found.reaches(found.foreign, 4) || found.reaches(found.accented, 8);
    return !foreign && (found.words < kShort || found.reaches(found.numbers, 10));
}

}  // namespace

std::string_view detect_language(const TokenizedText& text) {
    const Profile found = profile(text);
    if (found.latin * 2 < found.words) return "und";
    if (found.words < kVeryShort) return "en";
    if (found.foreign > found.english) return "und";
    if (found.reaches(found.accented, 15) && !found.reaches(found.english, 20)) return "und";
    return found.reaches(found.english, 8) || is_telegram(found) ? "en" : "und";
}

}  // namespace hearsay
