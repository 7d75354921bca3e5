// SPDX-License-Identifier: Apache-2.0
#include "attribution/scoring_tokens.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace hearsay {

bool is_white_space(char32_t c) {
    return (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x20) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

ScoringTokens::ScoringTokens(const Text& text) {
    const std::string_view bytes = text.utf8();
    bool in_word = false;
    std::uint32_t position = 0;
    for (std::size_t at = 0; at < bytes.size(); at += utf8::length(bytes[at]), ++position) {
        const char32_t c = utf8::decode(bytes, at);
        const bool word = is_word_character(c);
        if (word && in_word)
            tokens_.back().end = position + 1;
        else if (word || !is_white_space(c))
            tokens_.push_back({position, position + 1});
        in_word = word;
    }
}

TokenRange ScoringTokens::in(Span span) const {
    if (span.empty()) return {};
    const auto first = std::ranges::upper_bound(tokens_, span.begin, {}, &Span::end);
    const auto last = std::ranges::lower_bound(first, tokens_.end(), span.end, {}, &Span::begin);
    const auto index = [&](auto token) { return static_cast<std::uint32_t>(token - tokens_.begin()); };
    return {index(first), index(last)};
}

Span ScoringTokens::trimmed(Span span) const {
    const TokenRange range = in(span);
    if (range.empty()) return {};
    return {std::max(span.begin, tokens_[range.begin].begin), std::min(span.end, tokens_[range.end - 1].end)};
}

}  // namespace hearsay
