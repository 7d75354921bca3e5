// SPDX-License-Identifier: Apache-2.0
#include "phrase_bounds.hpp"

#include <algorithm>
#include <array>

#include "document/dates.hpp"

namespace hearsay {

namespace {

constexpr std::array<std::string_view, 21> kDeterminers = {"a",    "an",  "the", "this",  "that",    "these", "those",
                                                           "his",  "her", "its", "their", "our",     "my",    "both",
                                                           "some", "one", "two", "three", "several", "many",  "most"};
constexpr std::array<std::string_view, 4> kDemonstratives = {"this", "that", "these", "those"};
constexpr std::array<std::string_view, 5> kRelatives = {"who", "whom", "whose", "which", "all"};
constexpr std::array<std::string_view, 4> kDashes = {"\u2014", "\u2013", "--", "-"};
constexpr std::array<std::string_view, 4> kPointing = {"this", "last", "next", "that"};
constexpr std::array<std::string_view, 10> kPeriods = {"week",    "month",   "year",   "morning", "afternoon",
                                                       "evening", "weekend", "summer", "winter",  "night"};
constexpr std::array<std::string_view, 3> kNearTimes = {"earlier", "later", "late"};

template <std::size_t Size>
bool in(const std::array<std::string_view, Size>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

/// Written out, since "Sun" is a newspaper's name.
bool weekday(std::string_view word) { return word.size() > 4 && is_weekday(word); }

class Bounds {
  public:
    Bounds(const TokenizedText& text, TokenRange range) : text_(text), range_(range) {}

    TokenRange without_marks() {
        while (!range_.empty() && mark(range_.end - 1)) --range_.end;
        while (!range_.empty() && mark(range_.begin)) ++range_.begin;
        return range_;
    }
    TokenRange noun_phrase() {
        without_marks();
        if (range_.size() > 1 && norm(range_.end - 1) == "'s") --range_.end;
        if (range_.size() > 2 && norm(range_.begin) == "according" && norm(range_.begin + 1) == "to") range_.begin += 2;
        drop_age();
        while (drop_time()) without_marks();
        const bool how_often = range_.size() > 1 && range_.size() <= 4 && norm(range_.end - 1) == "times" &&
                               !text_.tokens()[range_.end - 1].capitalized;
        const bool nobody = how_often || (range_.size() == 1 && describes_nobody(range_.begin));
        return nobody ? TokenRange{range_.end, range_.end} : range_;
    }

  private:
    std::string_view norm(std::uint32_t t) const { return text_.norm(t); }
    TokenKind kind(std::uint32_t t) const { return text_.tokens()[t].kind; }

    bool mark(std::uint32_t t) const { return kind(t) != TokenKind::word && kind(t) != TokenKind::number; }

    /// What a cut-off source leaves: "The [photograph, which was shared online,] appears to show", "2 [officials]",
    /// "[witnesses at] 9.56am".
    bool describes_nobody(std::uint32_t t) const {
        const auto hour = norm(t).find_first_not_of("0123456789.:");
        const bool clock = hour > 0 && hour != std::string_view::npos &&
                           (norm(t).substr(hour) == "am" || norm(t).substr(hour) == "pm");
        return clock || kind(t) == TokenKind::number || norm(t) == "the" || norm(t) == "a" || norm(t) == "an";
    }

    void drop_age() {
        const std::uint32_t end = range_.end;
        if (range_.size() > 2 && kind(end - 1) == TokenKind::number && norm(end - 2) == ",") range_.end = end - 2;
    }

    /// "today", "this week", "earlier this year", "on Friday", "Friday".
    bool drop_time() {
        std::uint32_t end = range_.end;
        if (range_.size() < 2) return false;
        const bool day = is_relative_day(norm(end - 1)) || weekday(norm(end - 1));
        const bool period = range_.size() > 2 && in(kPeriods, norm(end - 1)) && in(kPointing, norm(end - 2));
        if (!day && !period) return false;
        end -= period ? 2 : 1;
        if (end > range_.begin + 1 && (norm(end - 1) == "on" || in(kNearTimes, norm(end - 1)))) --end;
        if (norm(end - 1) == "of" || norm(end - 1) == "'s") return false;  // "of yesterday" belongs to a noun
        range_.end = end;
        return true;
    }

    const TokenizedText& text_;
    TokenRange range_;
};

/// Whether what follows the mark at `token` only tells more of what the phrase describes: "the women - all members of a
/// militia", "the army (LAF", but not "the mayor, the police and the church".
bool adds_detail(const TokenizedText& text, std::uint32_t token, TokenRange phrase) {
    const auto mark = text.norm(token), next = text.norm(token + 1);
    if (mark == "(") {
        std::uint32_t close = token + 1;
        while (close != phrase.end && text.norm(close) != ")") ++close;
        return close + 1 >= phrase.end;
    }
    if (in(kDashes, mark)) return text.tokens()[token].space_before || mark != "-";
    if (mark != ",") return false;
    if (in(kRelatives, next) || next.ends_with("ing")) return true;
    if (next.ends_with("ed") && !text.tokens()[token + 1].capitalized) return true;
    if (!in(kDeterminers, next)) return false;
    for (std::uint32_t t = token + 2; t + 1 < phrase.end; ++t)
        if ((text.norm(t) == "and" || text.norm(t) == "or") && in(kDeterminers, text.norm(t + 1))) return false;
    return true;
}

/// Whether the phrase opens a quotation or bracket that the token behind it closes: `makers of "The Force`.
bool closed_behind(const TokenizedText& text, TokenRange phrase) {
    if (phrase.end == text.tokens().size()) return false;
    const auto opens = [&](std::uint32_t t) {
        return text.tokens()[t].kind == TokenKind::open_quote || text.norm(t) == "(";
    };
    const auto closes = [&](std::uint32_t t) {
        return text.tokens()[t].kind == TokenKind::close_quote || text.norm(t) == ")";
    };
    for (std::uint32_t t = phrase.end; closes(phrase.end) && t-- > phrase.begin && !closes(t);)
        if (opens(t)) return true;
    return false;
}

}  // namespace

bool is_placing(std::string_view word) {
    static constexpr std::array<std::string_view, 4> kPlacing{"in", "near", "off", "outside"};
    return in(kPlacing, word);
}

bool is_placed(const TokenizedText& text, std::uint32_t name, std::uint32_t first) {
    if (name > first && text.norm(name - 1) == "the") --name;
    return name > first && is_placing(text.norm(name - 1));
}

TokenRange trimmed(const TokenizedText& text, TokenRange source) { return Bounds(text, source).noun_phrase(); }

TokenRange essential(const TokenizedText& text, TokenRange phrase) {
    if (phrase.size() > 1 && in(kDemonstratives, text.norm(phrase.begin))) ++phrase.begin;
    for (std::uint32_t t = phrase.begin + 1; t + 1 < phrase.end; ++t)
        if (adds_detail(text, t, phrase)) return {phrase.begin, t};
    return {phrase.begin, phrase.end + closed_behind(text, phrase)};
}

}  // namespace hearsay
