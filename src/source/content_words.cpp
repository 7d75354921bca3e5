// SPDX-License-Identifier: Apache-2.0
#include "content_words.hpp"

#include <algorithm>

namespace hearsay {

namespace {

constexpr std::size_t kStem = 5;         // letters
constexpr std::size_t kMostWords = 200;  // of one passage; a longer one is cut

}  // namespace

std::vector<std::string> content_words(const Reading& reading, TokenRange tokens) {
    std::vector<std::string> words;
    for (std::uint32_t t = tokens.begin; t < tokens.end && words.size() < kMostWords; ++t) {
        const auto word = reading.text().norm(t);
        if (reading.text().tokens()[t].kind == TokenKind::punctuation || word.size() < 3 ||
            reading.lexicon.common(word))
            continue;
        words.emplace_back(word.substr(0, kStem));
    }
    std::ranges::sort(words);
    const auto rest = std::ranges::unique(words);
    words.erase(rest.begin(), rest.end());
    return words;
}

std::size_t shared_words(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    std::vector<std::string> both;
    std::ranges::set_intersection(a, b, std::back_inserter(both));
    return both.size();
}

}  // namespace hearsay
