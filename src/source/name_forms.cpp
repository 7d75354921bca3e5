// SPDX-License-Identifier: Apache-2.0
#include "name_forms.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "source/name_index.hpp"
#include "text/ascii.hpp"

namespace hearsay {

namespace {

constexpr std::string_view kCurlyApostrophe = "\xE2\x80\x99";

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v'; }

bool word_byte(char c) { return static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)); }

std::string collapse_spaces(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (!is_space(c))
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

bool drop_prefix_word(std::string& text, std::string_view word) {
    if (text.size() <= word.size() || text[word.size()] != ' ') return false;
    if (!std::equal(word.begin(), word.end(), text.begin(), [](char a, char b) { return a == ascii_lower(b); }))
        return false;
    text.erase(0, word.size() + 1);
    return true;
}

void drop_suffix(std::string& text, std::string_view suffix) {
    if (text.size() > suffix.size() && text.ends_with(suffix)) text.resize(text.size() - suffix.size());
}

/// Points at either end, and quotation marks around the whole or without a partner.
void drop_stray_marks(std::string& text) {
    const auto point = [](char c) { return c == ',' || c == ';' || c == ':' || c == '-' || c == ' '; };
    for (bool going = true; going && !text.empty();) {
        const bool around = text.front() == '"' && text.back() == '"';
        const bool odd = std::ranges::count(text, '"') % 2 == 1;
        const bool first = point(text.front()) || (text.front() == '"' && (around || odd));
        const bool last = !first && (point(text.back()) || (text.back() == '"' && odd));
        if (first) text.erase(0, 1);
        if (last) text.pop_back();
        going = first || last;
    }
}

/// Apostrophes straight, no accents, lower case; everything else as it is.
std::string simplified(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i).starts_with(kCurlyApostrophe)) {
            out += '\'';
            i += kCurlyApostrophe.size() - 1;
        } else if (const char letter = plain_latin(text.substr(i))) {
            out += ascii_lower(letter), ++i;
        } else {
            out += ascii_lower(text[i]);
        }
    }
    return out;
}

}  // namespace

std::string display_form(std::string_view text) {
    std::string out = collapse_spaces(text);
    drop_stray_marks(out);
    for (const auto* article : {"the", "a", "an"})
        if (drop_prefix_word(out, article)) break;
    drop_stray_marks(out);
    drop_suffix(out, "'s");
    drop_suffix(out, "\xE2\x80\x99s");
    return out;
}

std::vector<std::string> name_words(std::string_view text) {
    const std::string plain = simplified(text);
    std::vector<std::string> words;
    std::string word;
    const auto finish = [&] {
        if (word.ends_with("'s")) word.resize(word.size() - 2);
        std::erase(word, '\'');
        if (!word.empty()) words.push_back(fold_spelling(word));
        word.clear();
    };
    for (const char c : plain) {
        if (word_byte(c) || c == '\'')
            word += c;
        else if (c != '.')
            finish();
    }
    finish();
    return words;
}

std::string name_key(std::string_view text) {
    std::string key;
    for (const auto& word : name_words(text)) key += (key.empty() ? "" : " ") + word;
    return key;
}

std::string fold_spelling(std::string_view word) {
    using Pair = std::pair<std::string_view, std::string_view>;
    constexpr std::array<Pair, 7> kPairs = {
        Pair{"defence", "defense"}, Pair{"organisation", "organization"},   Pair{"centre", "center"},
        Pair{"labour", "labor"},    Pair{"organisations", "organizations"}, Pair{"programme", "program"},
        Pair{"advisor", "adviser"}};
    const auto* found = std::ranges::find(kPairs, word, &Pair::first);
    return std::string(found == kPairs.end() ? word : found->second);
}

std::string text_of(const TokenizedText& text, TokenRange tokens) {
    return tokens.empty() ? std::string() : display_form(text.text().slice(text.span(tokens)));
}

}  // namespace hearsay
