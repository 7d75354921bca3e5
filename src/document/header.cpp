// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>

#include "document/self_description.hpp"

namespace hearsay {

namespace {

constexpr std::size_t kHeaderParagraphs = 8;    // a dateline stands in one of the first paragraphs
constexpr std::uint32_t kLongestDateline = 30;  // tokens before its outlet: a byline, places, a date
constexpr std::uint32_t kLongestPlace = 14;     // tokens of a dateline without an outlet
constexpr std::uint32_t kMostShouted = 4;       // words in capitals of a place; more are a headline
constexpr std::uint32_t kLongestDateLine = 16;  // tokens of a line that is only a date
constexpr std::uint32_t kLongestOwnName = 5;    // tokens
constexpr std::uint32_t kLongestByline = 16;    // tokens of a line "By A and B, Reuters"

class HeaderReader {
  public:
    HeaderReader(const TokenizedText& text, const KnownOutlet& known, SelfDescription& reading)
        : text_(text), known_(known), reading_(reading) {}

    void read() {
        const std::size_t count = std::min(kHeaderParagraphs, text_.paragraphs().size());
        for (std::size_t i = 0; i < count && !dateline_; ++i) {
            TokenRange rest = text_.paragraphs()[i].tokens;
            rest.begin = read_leading_date({skip_note(rest), rest.end});
            if (read_dateline(rest) || read_place(rest) || read_date_line(rest) || read_byline(rest)) continue;
        }
    }

  private:
    const Token& token(std::uint32_t i) const { return text_.tokens()[i]; }
    std::string_view norm(std::uint32_t i) const { return text_.norm(i); }
    bool is_dash(std::uint32_t i) const { return norm(i) == "-" && token(i).kind == TokenKind::punctuation; }
    bool is_word(std::uint32_t i) const { return token(i).kind == TokenKind::word; }
    bool knows(TokenRange range) const { return known_ && !range.empty() && known_(words(text_, range)); }

    /// "date 2024-10-09" at the start. Returns where the text goes on.
    std::uint32_t read_leading_date(TokenRange range) {
        if (range.size() < 2 || (norm(range.begin) != "date" && norm(range.begin) != "dateline")) return range.begin;
        const std::uint32_t number = range.begin + (norm(range.begin + 1) == ":" && range.size() > 2 ? 2 : 1);
        const CalendarDate date = find_date(text_.word(number));
        if (!date.day || !date) return range.begin;
        reading_.mark(text_, {range.begin, number + 1}, BoilerplateKind::header);
        reading_.dates.push_back({date, Evidence::header});
        return number + 1;
    }

    /// "(Adds details)" before a byline or dateline.
    std::uint32_t skip_note(TokenRange range) const {
        const auto note = BoilerplatePatterns::get().find(PatternPlace::paragraph, text_, range, known_);
        if (!note || note->pattern->kind != BoilerplateKind::update_note || norm(range.begin) != "(")
            return range.begin;
        for (std::uint32_t i = range.begin; i + 1 < std::min(range.end, range.begin + kLongestDateline); ++i)
            if (norm(i) == ")") return i + 1;
        return range.begin;
    }

    /// What may stand before the story in its first paragraph: names, places, dates, "By", "and".
    bool is_header_word(std::uint32_t i) const {
        if (token(i).kind == TokenKind::number || token(i).capitalized) return true;
        if (token(i).kind == TokenKind::punctuation)
            return norm(i) == "," || norm(i) == "/" || norm(i) == "." || norm(i) == "|" || norm(i) == ";";
        constexpr std::string_view kSmall[] = {"by", "and", "of",  "the", "in", "de", "la",
                                               "al", "el",  "von", "van", "on", "for"};
        return std::find(std::begin(kSmall), std::end(kSmall), norm(i)) != std::end(kSmall);
    }

    /// "LONDON, Oct 8 (Reuters) -", "(Bloomberg) --", "Washington (CNN)".
    bool read_dateline(TokenRange range) {
        for (std::uint32_t i = range.begin; i < std::min(range.end, range.begin + kLongestDateline); ++i) {
            if (norm(i) == "(") {
                if (const auto end = credited_bracket(range, i)) return take_dateline(range, i, *end);
                return false;
            }
            if (!is_header_word(i)) return false;
        }
        return false;
    }
    /// One past the dateline whose bracket opens at `open`.
    std::optional<std::uint32_t> credited_bracket(TokenRange range, std::uint32_t open) {
        std::uint32_t close = open + 1;
        while (close < range.end && close < open + kLongestDateline && norm(close) != ")") ++close;
        if (close >= range.end || norm(close) != ")") return std::nullopt;
        outlet_ = outlet_in({open + 1, close});
        if (outlet_.empty()) return std::nullopt;
        std::uint32_t end = close + 1;
        while (end < range.end && (is_dash(end) || norm(end) == ":" || norm(end) == ".")) ++end;
        if (end == range.end) return std::nullopt;  // a credit or a caption
        if (end > close + 1) return end;
        const bool story = token(end).capitalized || token(end).kind == TokenKind::open_quote;
        return story ? std::optional(end) : std::nullopt;
    }
    /// The outlet in "Reuters", "AP/CBS", "CNN Business", "Xinhua, Dec 3".
    TokenRange outlet_in(TokenRange range) const {
        if (knows(range)) return range;
        for (std::uint32_t end = range.end; end > range.begin; --end)
            if (knows({range.begin, end})) return {range.begin, end};
        return {};
    }
    bool take_dateline(TokenRange range, std::uint32_t bracket, std::uint32_t end) {
        dateline_ = true;
        reading_.mark(text_, {range.begin, end}, BoilerplateKind::dateline);
        reading_.add_publisher(words(text_, outlet_), Evidence::dateline);
        read_dateline_date({range.begin, bracket});
        read_dateline_date({outlet_.end, end});
        return true;
    }
    void read_dateline_date(TokenRange range) {
        const CalendarDate date = find_date(words(text_, range));
        if (date.month && date.day) reading_.dates.push_back({date, Evidence::dateline});
    }

    /// "SEOUL, South Korea —", "LONDON, Oct 8 -": a place in capitals, then a dash that stands free.
    bool read_place(TokenRange range) {
        if (range.size() < 6 || !is_shouted(range.begin)) return false;
        std::uint32_t shouted = 0;
        for (std::uint32_t i = range.begin; i < std::min(range.end - 4, range.begin + kLongestPlace); ++i) {
            shouted += is_shouted(i);
            if (shouted > kMostShouted) return false;
            if (is_dash(i) && (text_.word(i).size() > 1 || token(i).space_before)) return take_place(range, i + 1);
            if (!is_header_word(i)) return false;
        }
        return false;
    }
    bool take_place(TokenRange range, std::uint32_t end) {
        // "BEAVERTON, Ore. - December 15, 2004 - The": the date may stand between two dashes
        for (std::uint32_t i = end; i < std::min(range.end - 1, end + 6) && is_header_word(i); ++i)
            if (is_dash(i + 1) && find_date(words(text_, {end, i + 1})).month) end = i + 2;
        if (!token(end).capitalized && token(end).kind != TokenKind::open_quote) return false;
        dateline_ = true;
        reading_.mark(text_, {range.begin, end}, BoilerplateKind::dateline);
        read_dateline_date({range.begin, end});
        return true;
    }
    /// In capitals, and longer than an initial.
    bool is_shouted(std::uint32_t i) const {
        const std::string_view word = text_.word(i);
        const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
        return is_word(i) && token(i).capitalized && word.size() >= 3 && std::none_of(word.begin(), word.end(), small);
    }

    /// "Updated Dec. 31, 2014 11:30 a.m. EST", "Thursday, January 6, 2005".
    bool read_date_line(TokenRange range) {
        if (range.size() > kLongestDateLine) return false;
        const CalendarDate date = find_date(words(text_, range));
        if (!date || !date.month) return false;
        for (std::uint32_t i = range.begin; i < range.end; ++i)
            if (!is_date_word(i)) return false;
        reading_.mark(text_, range, BoilerplateKind::header);
        reading_.dates.push_back({date, Evidence::header});
        return true;
    }
    bool is_date_word(std::uint32_t i) const {
        if (!is_word(i) || month_number(text_.word(i)) || is_weekday(text_.word(i)) || text_.word(i).size() <= 4)
            return true;
        constexpr std::string_view kLabels[] = {"updated", "published", "posted",  "last", "modified",
                                                "dated",   "first",     "release", "date"};
        return std::find(std::begin(kLabels), std::end(kLabels), norm(i)) != std::end(kLabels);
    }

    /// "By A. Writer and B. Writer, Reuters".
    bool read_byline(TokenRange range) {
        if (range.size() < 2 || range.size() > kLongestByline || norm(range.begin) != "by") return false;
        for (std::uint32_t i = range.begin; i < range.end; ++i)
            if (!is_header_word(i)) return false;
        reading_.mark(text_, range, BoilerplateKind::credit);
        for (std::uint32_t i = range.end - 1; i > range.begin; --i)
            if (norm(i) == "," || norm(i) == "|" || norm(i) == "/") return take_byline_outlet({i + 1, range.end});
        return true;
    }
    bool take_byline_outlet(TokenRange range) {
        if (knows(range)) reading_.add_publisher(words(text_, range), Evidence::credit);
        return true;
    }

    const TokenizedText& text_;
    const KnownOutlet& known_;
    SelfDescription& reading_;
    TokenRange outlet_;
    bool dateline_ = false;
};

}  // namespace

void read_header(const TokenizedText& text, const KnownOutlet& known_outlet, SelfDescription& reading) {
    HeaderReader(text, known_outlet, reading).read();
}

/// "TMZ has learned that", "The BBC understands": no outlet says so of another one.
void read_own_name(const TokenizedText& text, const KnownOutlet& known_outlet, SelfDescription& reading) {
    const auto norm = [&](std::uint32_t i) { return i < text.tokens().size() ? text.norm(i) : std::string_view(); };
    const auto begins_what = [&](std::uint32_t i) {
        return norm(i) == "that" || norm(i) == "," || norm(i) == "." ||
               (i < text.tokens().size() && text.tokens()[i].capitalized);
    };
    const auto learns = [&](std::uint32_t i) {
        const bool learned = norm(i) == "has" && (norm(i + 1) == "learned" || norm(i + 1) == "learnt");
        return (learned && begins_what(i + 2)) || norm(i) == "understands";
    };
    for (std::uint32_t i = 1; known_outlet && i < text.tokens().size(); ++i) {
        if (!learns(i)) continue;
        std::uint32_t begin = i;
        while (begin > 0 && i - begin <= kLongestOwnName && text.tokens()[begin - 1].capitalized) --begin;
        for (; begin < i; ++begin) {
            if (const auto name = words(text, {begin, i}); known_outlet(name)) {
                reading.own_name = name;
                return;
            }
            if (norm(begin) != "the") break;  // "Vicente Fox" is nobody's outlet
        }
    }
}

}  // namespace hearsay
