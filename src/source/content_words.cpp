// SPDX-License-Identifier: Apache-2.0
#include "content_words.hpp"

#include <algorithm>

namespace hearsay {

namespace {

constexpr std::size_t kStem = 5;         // letters; no more than 8 fit into the number
constexpr std::size_t kMostWords = 200;  // of one passage; a longer one is cut

std::uint64_t number_of(std::string_view letters) {
    std::uint64_t number = 0;
    for (const char letter : letters.substr(0, kStem)) number = number << 8 | static_cast<unsigned char>(letter);
    return number;
}

}  // namespace

ContentWords content_words(const SourceReading& reading, TokenRange tokens) {
    ContentWords words;
    for (std::uint32_t t = tokens.begin; t < tokens.end && words.size() < kMostWords; ++t) {
        const auto word = reading.text().norm(t);
        const bool telling = reading.text().tokens()[t].kind != TokenKind::punctuation && word.size() >= 3;
        if (telling && !reading.lexicon.common(word)) words.push_back(number_of(word));
    }
    std::ranges::sort(words);
    const auto rest = std::ranges::unique(words);
    words.erase(rest.begin(), rest.end());
    return words;
}

std::size_t shared_words(const ContentWords& a, const ContentWords& b) {
    std::size_t shared = 0;
    for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
        shared += *x == *y;
        const bool first = *x <= *y, second = *y <= *x;
        x += first;
        y += second;
    }
    return shared;
}

}  // namespace hearsay
