// SPDX-License-Identifier: Apache-2.0
#include "attribution/recordings.hpp"

#include <algorithm>
#include <array>
#include <ranges>

namespace hearsay {

namespace {

constexpr std::uint32_t kFarthestNoun = 5;       // tokens from the begin of its phrase
constexpr std::uint32_t kLongestRecording = 25;  // tokens from "video" to "shows"
constexpr std::uint32_t kShortestShown = 3;      // tokens

constexpr std::array<std::string_view, 5> kShows{"show", "shows", "showed", "captures", "depicts"};
constexpr std::array<std::string_view, 6> kSeems{"appears", "appear", "appeared", "purports", "purport", "seems"};
constexpr std::array<std::string_view, 2> kPerceived{"seen", "heard"};
constexpr std::array<std::string_view, 4> kMade{"taken", "shot", "made", "seen"};

/// Where a recording's noun stands in the phrase that the words begin with, or their end: in no "video game", and of
/// no video of which more is told first ("a video that shows it was sold").
std::uint32_t noun_in(const ClassedText& text, TokenRange words) {
    std::uint32_t noun = words.begin;
    const std::uint32_t last = std::min(words.end, words.begin + kFarthestNoun);
    const auto goes_on = word_class::recording | word_class::finite | word_class::preposition;
    while (noun < last && text.is_word(noun) && !text.is(noun, goes_on)) ++noun;
    const std::uint32_t next = noun + 1;
    if (noun >= last || !text.is(noun, word_class::recording) || next >= words.end) return words.end;
    if (noun > words.begin && text.capitalized(noun)) return words.end;  // "Sony Pictures"
    const bool told = text.is(next, word_class::relative);
    const auto in = [&](const auto& list) { return std::ranges::find(list, text.norm(next)) != list.end(); };
    const bool verb = text.norm(next).ends_with("ed") || in(kShows) || in(kSeems) || in(kMade) ||
                      text.is(next, word_class::finite | word_class::auxiliary | word_class::be);
    const bool whole = text.is(next, ",") || verb || text.is(next, word_class::preposition | word_class::adverb);
    return whole && !told ? noun : words.end;
}

}  // namespace

std::optional<Shown> shown_in(const ClassedText& text, TokenRange sentence) {
    TokenRange words = sentence;
    while (!words.empty() && text.is(words.begin, word_class::adverb | word_class::conjunction)) ++words.begin;
    const bool inside = text.is(words.begin, "in") || text.is(words.begin, "on");
    words.begin += inside;
    const std::uint32_t noun = noun_in(text, words);
    if (noun == words.end || text.speech(noun) != ClassedText::kNone) return std::nullopt;

    const auto first = [&](TokenRange tokens, const auto& wanted) {
        const auto is_wanted = [&](std::uint32_t t) { return std::ranges::find(wanted, text.norm(t)) != wanted.end(); };
        const auto all = std::views::iota(tokens.begin, tokens.end);
        return static_cast<std::uint32_t>(std::ranges::find_if(all, is_wanted) - all.begin()) + tokens.begin;
    };
    const TokenRange near{noun + 1, std::min(words.end, noun + kLongestRecording)};
    const std::uint32_t mark = inside ? first(near, std::array<std::string_view, 1>{","}) : first(near, kShows);
    if (mark == near.end) return std::nullopt;

    Shown shown{{words.begin, mark}, {mark, mark + 1}, {mark + 1, words.end}};
    if (inside) shown.cue = {words.begin - 1, words.begin};
    if (inside && first(shown.content, kPerceived) == words.end) return std::nullopt;
    const auto hedges = [&](std::uint32_t t) {  // "[appears to] show"
        return text.is(t, "to") || text.is(t, word_class::adverb) ||
               std::ranges::find(kSeems, text.norm(t)) != kSeems.end();
    };
    while (!inside && shown.recording.end > noun + 1 && hedges(shown.recording.end - 1)) --shown.recording.end;
    if (text.is(shown.recording.end - 1, word_class::relative | word_class::negation)) return std::nullopt;
    for (TokenRange* part : {&shown.recording, &shown.content})
        while (!part->empty() && !text.is_word(part->end - 1)) --part->end;
    return shown.content.size() < kShortestShown ? std::nullopt : std::optional(shown);
}

bool tells_of_recording(const TokenizedText& text, const WordClasses& classes, TokenRange words) {
    for (std::uint32_t t = words.begin; t < words.end; ++t) {
        const bool name = t > words.begin && text.tokens()[t].capitalized;
        if (!name && (classes.of(text.norm(t)) & word_class::recording)) return true;
    }
    return false;
}

}  // namespace hearsay
