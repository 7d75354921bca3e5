// SPDX-License-Identifier: Apache-2.0
#include "text/quotes.hpp"

#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace hearsay {

namespace {

enum class Shape : std::uint8_t { opening, closing, straight };

struct Mark {
    std::uint32_t token;
    Shape shape;
    bool single;      ///< one ' rather than "
    bool can_open;    ///< nothing, white space, a bracket or a dash before it
    bool can_close;   ///< nothing, white space, a bracket, a dash or punctuation after it
    bool after_stop;  ///< . , ! ? … before it
    bool after_s;     ///< the s of a plural before it
    bool after_digit;
    bool lower_next;                  ///< a blank and a lower-case letter after it
    bool letter_next;                 ///< a letter or digit right after it
    bool first;                       ///< begins the paragraph
    bool strong_close_ahead = false;  ///< a mark that surely closes comes before the next that surely opens
    bool close_ahead = false;         ///< some mark that can close comes later
};

Shape shape_of(char32_t c) {
    switch (c) {
        case U'`':
        case 0xAB:
        case 0x2018:
        case 0x201A:
        case 0x201B:
        case 0x201C:
        case 0x201E:
        case 0x201F:
        case 0x2039:
        case 0x301D:
            return Shape::opening;
        case 0xBB:
        case 0x201D:
        case 0x203A:
        case 0x301E:
        case 0x301F:
            return Shape::closing;
        default:
            return Shape::straight;
    }
}

bool is_single(char32_t c) {
    return is_apostrophe(c) || c == U'`' || c == 0xB4 || c == 0x2018 || c == 0x201A || c == 0x201B || c == 0x2039 ||
           c == 0x203A;
}

bool opens_after(char32_t before) {
    return before == 0 || is_space(before) || is_open_bracket(before) || is_dash(before) || before == U'/' ||
           before == U'=';
}

bool closes_before(char32_t after) {
    if (after == 0 || is_space(after) || is_close_bracket(after) || is_dash(after) || is_terminator(after)) return true;
    return after == U',' || after == U';' || after == U':' || after == U'/';
}

/// The character before a mark, past other quotation marks ("'No,' he said" opens twice).
char32_t context_before(std::string_view utf8, std::size_t at, std::size_t begin) {
    for (int marks = 0; at > begin && marks < 4; ++marks) {
        at = utf8::previous(utf8, at);
        const char32_t c = utf8::decode(utf8, at);
        if (char_class(c) != CharClass::quote || shape_of(c) == Shape::closing) return c;
    }
    return 0;
}

char32_t context_after(std::string_view utf8, std::size_t at, std::size_t end) {
    for (int marks = 0; at < end && marks < 4; ++marks, at += utf8::length(utf8[at])) {
        const char32_t c = utf8::decode(utf8, at);
        if (char_class(c) != CharClass::quote || shape_of(c) == Shape::opening) return c;
    }
    return 0;
}

Mark describe(std::string_view utf8, const Token& token, std::uint32_t index, Span paragraph) {
    const char32_t c = utf8::decode(utf8, token.byte_begin);
    const bool once = utf8::length(utf8[token.byte_begin]) == token.byte_end - token.byte_begin;
    const char32_t before = context_before(utf8, token.byte_begin, paragraph.begin);
    const char32_t after = context_after(utf8, token.byte_end, paragraph.end);
    const char32_t next = token.byte_end < paragraph.end ? utf8::decode(utf8, token.byte_end) : 0;
    const std::size_t second = token.byte_end + (next == 0 ? 0 : utf8::length(utf8[token.byte_end]));
    const char32_t beyond = second < paragraph.end ? utf8::decode(utf8, second) : 0;
    Mark mark{};
    mark.token = index;
    mark.shape = shape_of(c);
    mark.single = once && is_single(c);
    mark.can_open = opens_after(before);
    mark.can_close = closes_before(after);
    mark.after_stop = is_terminator(before) || before == U',';
    mark.after_s = before == U's' || before == U'S';
    mark.after_digit = is_digit(before);
    mark.lower_next = is_space(next) && char_class(beyond) == CharClass::letter && !is_upper(beyond);
    mark.letter_next = is_word(next);
    mark.first = token.byte_begin == paragraph.begin;
    return mark;
}

/// Looks ahead for every single mark, in one pass from the right.
void look_ahead(std::vector<Mark>& marks) {
    bool strong = false, any = false;
    for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) {
        if (!mark->single) continue;
        mark->strong_close_ahead = strong;
        mark->close_ahead = any;
        if (!mark->can_open && mark->can_close) {
            any = true;
            strong = strong || mark->after_stop || mark->shape == Shape::closing;
        } else if (mark->can_open && mark->letter_next) {
            strong = false;
        }
    }
}

class Resolver {
  public:
    TokenKind operator()(const Mark& mark) {
        const TokenKind kind = mark.single ? single(mark) : doubled(mark);
        bool& open = mark.single ? single_open_ : double_open_;
        if (kind == TokenKind::open_quote) open = true;
        if (kind == TokenKind::close_quote) open = false;
        return kind;
    }

  private:
    TokenKind doubled(const Mark& mark) const {
        if (mark.shape == Shape::opening) return opening(mark);
        if (mark.shape == Shape::closing) return closing(mark);
        if (mark.can_open != mark.can_close) {
            if (mark.can_open) return TokenKind::open_quote;
            // 5'10": no quotation is open, so these are inches
            return mark.after_digit && !double_open_ ? TokenKind::punctuation : TokenKind::close_quote;
        }
        return double_open_ ? TokenKind::close_quote : TokenKind::open_quote;
    }
    /// “ set at the end of a quotation by mistake.
    TokenKind opening(const Mark& mark) const {
        const bool closes = double_open_ && !mark.can_open && mark.can_close;
        return closes ? TokenKind::close_quote : TokenKind::open_quote;
    }
    TokenKind closing(const Mark& mark) const {
        const bool opens = !double_open_ && mark.can_open && mark.letter_next;
        return opens ? TokenKind::open_quote : TokenKind::close_quote;
    }

    /// An apostrophe is a word: the possessive of a plural.
    TokenKind single(const Mark& mark) const {
        if (mark.shape == Shape::closing) return TokenKind::close_quote;
        if (mark.can_open && !mark.can_close) return opens(mark) ? TokenKind::open_quote : TokenKind::word;
        if (mark.can_open) return single_open_ ? TokenKind::close_quote : TokenKind::punctuation;
        if (!mark.can_close) return mark.shape == Shape::opening ? TokenKind::open_quote : TokenKind::word;
        if (!single_open_) return TokenKind::word;
        const bool possessive = mark.after_s && mark.lower_next && mark.strong_close_ahead;
        return possessive ? TokenKind::word : TokenKind::close_quote;
    }
    bool opens(const Mark& mark) const {
        return mark.shape == Shape::opening || mark.close_ahead || (mark.first && mark.letter_next);
    }

    bool double_open_ = false, single_open_ = false;
};

}  // namespace

void resolve_quotes(std::string_view utf8, std::span<Token> tokens, const std::vector<std::uint32_t>& marks,
                    std::uint32_t paragraph_begin, std::uint32_t paragraph_end) {
    std::vector<Mark> described;
    described.reserve(marks.size());
    for (const std::uint32_t index : marks)
        described.push_back(describe(utf8, tokens[index], index, {paragraph_begin, paragraph_end}));
    look_ahead(described);
    Resolver resolve;
    for (const Mark& mark : described) tokens[mark.token].kind = resolve(mark);
}

}  // namespace hearsay
