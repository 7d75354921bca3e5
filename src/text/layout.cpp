// SPDX-License-Identifier: Apache-2.0
#include "text/layout.hpp"

#include <algorithm>

#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace hearsay {

namespace {

constexpr std::uint32_t kNarrowest = 40, kWidest = 100;  // columns of a full line in hard-wrapped text
constexpr std::uint32_t kTooWide = 120;                  // no hard-wrapped text has such lines
constexpr std::uint32_t kShortLine = 20;                 // shorter lines are labels, not wrapped prose

/// One line without the white space around it.
struct Line {
    std::uint32_t begin = 0, end = 0;
    std::uint32_t columns = 0;     ///< code points
    std::uint32_t first_word = 0;  ///< columns of its first word
    std::uint32_t indent = 0;
    bool blank() const { return begin == end; }
};

/// Walks over the lines of a text; a carriage return before a line feed belongs to the same break.
class Lines {
  public:
    explicit Lines(std::string_view utf8) : utf8_(utf8) {}

    bool next(Line& line) {
        if (at_ > utf8_.size()) return false;
        line = {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(at_), 0, 0, 0};
        std::uint32_t column = 0;
        for (; at_ < utf8_.size(); at_ += utf8::length(utf8_[at_]), ++column) {
            const char32_t c = utf8::decode(utf8_, at_);
            if (is_line_break(c)) break;
            extend(line, c, column);
        }
        step_over_break();
        return true;
    }

  private:
    void extend(Line& line, char32_t c, std::uint32_t column) {
        if (is_space(c)) {
            if (line.first_word == 0 && !line.blank()) line.first_word = column - line.indent;
            return;
        }
        if (line.blank()) {
            line.begin = static_cast<std::uint32_t>(at_);
            line.indent = column;
        }
        line.end = static_cast<std::uint32_t>(at_ + utf8::length(utf8_[at_]));
        line.columns = column + 1 - line.indent;
    }
    void step_over_break() {
        if (at_ >= utf8_.size()) {
            at_ = utf8_.size() + 1;
            return;
        }
        const bool crlf = utf8_.substr(at_, 2) == "\r\n";
        at_ += crlf ? 2 : utf8::length(utf8_[at_]);
    }

    std::string_view utf8_;
    std::size_t at_ = 0;
};

bool starts_lower(std::string_view utf8, const Line& line) {
    const char32_t c = utf8::decode(utf8, line.begin);
    return char_class(c) == CharClass::letter && !is_upper(c);
}

/// Whether the line ends as a sentence does: . ! ? … : with or without closing marks.
bool ends_sentence(std::string_view utf8, const Line& line) {
    std::size_t at = line.end;
    for (int closers = 0; at > line.begin && closers < 4; ++closers) {
        at = utf8::previous(utf8, at);
        const char32_t c = utf8::decode(utf8, at);
        if (is_terminator(c) || c == U':') return true;
        if (char_class(c) != CharClass::quote && !is_close_bracket(c)) return false;
    }
    return false;
}

/// What tells hard-wrapped prose from one paragraph a line, over the breaks between two lines that aren't blank.
struct WrapStatistics {
    std::uint64_t breaks = 0, full = 0, run_on = 0, too_wide = 0;
    std::uint32_t width = 0;  ///< of the widest line that can be a wrapped one
    bool hard_wrapped() const {
        return breaks >= 2 && full * 10 >= breaks * 5 && run_on * 10 >= breaks * 3 && too_wide * 20 <= breaks;
    }
};

WrapStatistics measure(std::string_view utf8) {
    WrapStatistics found;
    Line before, line;
    for (Lines lines(utf8); lines.next(line); before = line) {
        found.too_wide += line.columns > kTooWide;
        if (line.columns <= kTooWide) found.width = std::max(found.width, line.columns);
        if (before.blank() || line.blank()) continue;
        ++found.breaks;
        found.full += before.columns >= kNarrowest && before.columns <= kWidest;
        found.run_on += starts_lower(utf8, line) && !ends_sentence(utf8, before);
    }
    return found;
}

class Breaker {
  public:
    Breaker(std::string_view utf8, const WrapStatistics& statistics)
        : utf8_(utf8), wrapped_(statistics.hard_wrapped()), width_(statistics.width) {}

    /// Whether a paragraph ends between two lines of text.
    bool operator()(const Line& before, const Line& line) const {
        if (runs_on(before, line)) return false;
        if (!wrapped_) return true;
        if (line.indent >= before.indent + 2) return true;
        // In wrapped text a break was wanted where the next word would have fitted.
        return (before.columns + 1 + line.first_word) * 20 < width_ * 17;
    }

  private:
    bool runs_on(const Line& before, const Line& line) const {
        return before.columns >= kShortLine && starts_lower(utf8_, line) && !ends_sentence(utf8_, before);
    }
    std::string_view utf8_;
    bool wrapped_;
    std::uint32_t width_;
};

}  // namespace

std::vector<Block> lay_out(std::string_view utf8) {
    const Breaker ends_paragraph(utf8, measure(utf8));
    std::vector<Block> blocks;
    Line before, line;
    for (Lines lines(utf8); lines.next(line); before = line) {
        if (line.blank()) continue;
        if (before.blank() || ends_paragraph(before, line))
            blocks.push_back({line.begin, line.end});
        else
            blocks.back().end = line.end;
    }
    return blocks;
}

}  // namespace hearsay
