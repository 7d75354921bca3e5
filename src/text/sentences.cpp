// SPDX-License-Identifier: Apache-2.0
#include "text/sentences.hpp"

#include "text/characters.hpp"
#include "text/lexicon.hpp"
#include "text/utf8.hpp"

namespace hearsay {

namespace {

class Splitter {
  public:
    Splitter(const TokenizedText& text, std::uint32_t first, std::uint32_t last)
        : text_(text), first_(first), last_(last) {}

    std::uint32_t end() const {
        for (std::uint32_t i = first_; i < last_; ++i) {
            if (!is_stop(i) && !has_stop(i)) continue;
            const std::uint32_t next = after_closers(i);
            if (next == last_ || (is_stop(i) ? stop_ends(i, next) : abbreviation_ends(i, next))) return next;
            i = next - 1;
        }
        return last_;
    }

  private:
    const Token& token(std::uint32_t i) const { return text_.tokens()[i]; }
    char32_t first_char(std::uint32_t i) const { return utf8::decode(text_.text().utf8(), token(i).byte_begin); }

    bool is_stop(std::uint32_t i) const {
        return token(i).kind == TokenKind::punctuation && is_terminator(first_char(i));
    }
    /// A word that took its full stop in: an abbreviation or an initial.
    bool has_stop(std::uint32_t i) const { return token(i).kind == TokenKind::word && text_.word(i).ends_with('.'); }
    bool is_closer(std::uint32_t i) const {
        const Token& t = token(i);
        if (t.kind == TokenKind::close_quote) return true;
        if (t.kind != TokenKind::punctuation) return false;
        return is_stop(i) || (!t.space_before && is_close_bracket(first_char(i)));
    }
    std::uint32_t after_closers(std::uint32_t i) const {
        for (++i; i < last_ && is_closer(i);) ++i;
        return i;
    }
    bool starts_lower(std::uint32_t i) const {
        const Token& t = token(i);
        return t.kind == TokenKind::word && !t.capitalized && char_class(first_char(i)) == CharClass::letter;
    }
    /// Punctuation that goes on with the sentence: a comma, a dash, a closing mark.
    bool continues(std::uint32_t i) const {
        const char32_t c = first_char(i);
        if (token(i).kind != TokenKind::punctuation) return false;
        return c == U',' || c == U';' || c == U':' || c == U'%' || is_close_bracket(c) || c == 0x2014 || c == 0x2013 ||
               c == U'-';
    }

    bool stop_ends(std::uint32_t stop, std::uint32_t next) const {
        if (stop == first_ && text_.word(stop) != "." && token(next).kind == TokenKind::word) return false;  // "...and"
        if (stop == first_ + 1 && token(first_).kind == TokenKind::number && text_.word(first_).size() <= 3)
            return false;  // "1. The plan"
        if (continues(next) || starts_lower(next)) return false;
        const bool quoted = token(next - 1).kind == TokenKind::close_quote;
        if (quoted && text_.word(stop) != "." && speaker_follows(next)) return false;
        if (token(next).space_before || next != stop + 1) return true;
        return token(next).capitalized || token(next).kind == TokenKind::open_quote;
    }

    /// '"Why?" Defence Minister Kim asked' is one sentence.
    bool speaker_follows(std::uint32_t i) const {
        constexpr std::uint32_t kLongestName = 6;
        for (const std::uint32_t end = std::min(last_, i + kLongestName); i < end; ++i) {
            if (TextLexicon::get().is_speech_verb(text_.norm(i))) return true;
            if (token(i).kind != TokenKind::word) return false;
        }
        return false;
    }

    bool abbreviation_ends(std::uint32_t stop, std::uint32_t next) const {
        if (continues(next) || starts_lower(next) || token(next).kind == TokenKind::number) return false;
        if (token(stop + 1).kind == TokenKind::close_quote && next > stop + 1) return true;
        if (token(next).kind == TokenKind::punctuation) return false;
        const bool starter =
            token(next).kind == TokenKind::open_quote || TextLexicon::get().starts_sentence(text_.norm(next));
        switch (class_of(stop)) {
            case AbbreviationClass::title:
                return false;
            case AbbreviationClass::reference:
                return false;
            case AbbreviationClass::month:
                return true;
            case AbbreviationClass::clock:
                return !TextLexicon::get().follows_clock(text_.norm(next));
            case AbbreviationClass::general:
                return starter;
        }
        return starter;
    }
    AbbreviationClass class_of(std::uint32_t i) const {
        std::string_view form = text_.word(i);
        form.remove_suffix(1);
        return TextLexicon::get().abbreviation(form.substr(form.rfind('-') + 1)).value_or(AbbreviationClass::general);
    }

    const TokenizedText& text_;
    std::uint32_t first_, last_;
};

}  // namespace

std::uint32_t sentence_end(const TokenizedText& text, std::uint32_t first, std::uint32_t last) {
    return Splitter(text, first, last).end();
}

}  // namespace hearsay
