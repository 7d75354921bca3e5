// SPDX-License-Identifier: Apache-2.0
#include "attribution/transcript.hpp"

#include <algorithm>
#include <map>
#include <string_view>

namespace hearsay {

namespace {

constexpr std::uint32_t kLongestName = 4;  // tokens

bool is_shouted(const ClassedText& text, std::uint32_t i) {
    const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
    return text.is_word(i) && text.capitalized(i) && std::ranges::none_of(text.document().tokens.word(i), small);
}

/// The capitals before a colon at i, or nothing.
TokenRange name_at(const ClassedText& text, std::uint32_t i) {
    std::uint32_t colon = i;
    while (colon - i < kLongestName && is_shouted(text, colon)) ++colon;
    const bool begins = i == 0 || !is_shouted(text, i - 1);
    constexpr auto kNoName = word_class::label | word_class::determiner | word_class::possessive | word_class::relative;
    return text.is(colon, ":") && begins && !text.is(i, kNoName) ? TokenRange{i, colon} : TokenRange{};
}

struct Part {
    std::size_t turns = 0, questions = 0, words = 0;

    bool asks() const { return turns > 1 && questions * 2 >= turns; }
    bool speaks() const { return turns > 1 && words > 1 && !asks(); }
};

}  // namespace

std::vector<Turn> turns_in(const ClassedText& text) {
    std::vector<Turn> turns;
    for (std::uint32_t i = 0; i < text.size(); ++i)
        if (const TokenRange name = name_at(text, i); !name.empty()) {
            if (!turns.empty()) turns.back().words.end = name.begin;
            turns.push_back({name, {name.end + 1, text.size()}});
            i = name.end;
        }
    const TokenizedText& tokens = text.document().tokens;
    if (!turns.empty()) {  // what stands below the last paragraph is nobody's
        const std::uint32_t sentence = tokens.tokens()[turns.back().speaker.begin].sentence;
        turns.back().words.end = tokens.paragraphs()[tokens.sentences()[sentence].paragraph].tokens.end;
    }
    const auto name_of = [&](const Turn& turn) { return tokens.text().slice(tokens.span(turn.speaker)); };
    std::map<std::string_view, Part> parts;
    for (const Turn& turn : turns) {
        Part& part = parts[name_of(turn)];
        ++part.turns, part.words = turn.speaker.size();
        part.questions += !turn.words.empty() && text.is(turn.words.end - 1, "?");
    }
    const auto takes_part = [](const auto& part) { return part.second.asks() || part.second.speaks(); };
    if (std::ranges::count_if(parts, takes_part) < 2) return {};
    std::erase_if(turns, [&](const Turn& turn) { return !parts.at(name_of(turn)).speaks(); });
    return turns;
}

}  // namespace hearsay
