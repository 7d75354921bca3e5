// SPDX-License-Identifier: Apache-2.0
#include "text/scanner.hpp"

#include <algorithm>
#include <string>

#include "text/characters.hpp"
#include "text/lexicon.hpp"
#include "text/utf8.hpp"

namespace hearsay {

namespace {

constexpr std::size_t kLongestForm = 16;     // bytes; no abbreviation or elision is longer
constexpr std::size_t kLongestBrackets = 3;  // more of the same bracket are one token

std::string ascii_lower(std::string_view word) {
    std::string lower(word);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return lower;
}

bool is_letter(char32_t c) { return char_class(c) == CharClass::letter; }
bool is_handle(char32_t c) { return is_word(c) || c == U'_'; }
/// Between two letters or digits these don't end a word: a lost character, an underscore, "AT&T", "user@host".
bool is_inner(char32_t c) { return c == 0xFFFD || c == U'_' || c == U'&' || c == U'@'; }

}  // namespace

char32_t Scanner::peek(std::size_t at) const { return utf8::decode(text_, at); }
std::size_t Scanner::step(std::size_t at) const { return at + utf8::length(text_[at]); }
char32_t Scanner::before(std::size_t at) const { return at == 0 ? 0 : peek(utf8::previous(text_, at)); }

std::size_t Scanner::skip_spaces(std::size_t at) const {
    while (at < text_.size()) {
        const CharClass kind = char_class(peek(at));
        if (kind != CharClass::space && kind != CharClass::joiner) break;
        at = step(at);
    }
    return at;
}

bool Scanner::next(Lexeme& lexeme) {
    const std::size_t begin = skip_spaces(at_);
    if (begin >= text_.size()) return false;
    lexeme = {static_cast<std::uint32_t>(begin), 0, TokenKind::punctuation, false, 0};
    std::size_t end = 0;
    if ((end = scan_address(begin)) || (end = scan_elision(begin)) || (end = scan_handle(begin))) {
        lexeme.kind = TokenKind::word;
    } else if (is_word(peek(begin))) {
        end = scan_word(begin);
        lexeme.kind = is_number(begin, end) ? TokenKind::number : TokenKind::word;
        lexeme.clitic = static_cast<std::uint32_t>(clitic_of(begin, end));
    } else if (char_class(peek(begin)) == CharClass::quote) {
        end = scan_mark(begin);
        lexeme.mark = true;
    } else {
        end = scan_punctuation(begin);
    }
    at_ = end;
    lexeme.end = static_cast<std::uint32_t>(end);
    return true;
}

std::size_t Scanner::run_of_same(std::size_t at) const {
    const char32_t first = peek(at);
    do at = step(at);
    while (at < text_.size() && peek(at) == first);
    return at;
}

/// Two or more of the same mark ('' `` "") are one token; three apostrophes are a single mark inside a double one.
std::size_t Scanner::scan_mark(std::size_t at) const {
    const std::size_t end = run_of_same(at);
    if (text_.substr(at, end - at) != "'''") return end;
    const bool closes = at > 0 && !is_space(before(at)) && !is_open_bracket(before(at));
    return closes ? at + 1 : at + 2;
}

std::size_t Scanner::scan_punctuation(std::size_t at) const {
    const char32_t c = peek(at);
    const std::size_t end = run_of_same(at);
    const bool bracket = is_open_bracket(c) || is_close_bracket(c);
    return bracket && end - at <= kLongestBrackets ? step(at) : end;
}

/// 'em, '90s, 'n' between two words, and 's after what is no word.
std::size_t Scanner::scan_elision(std::size_t at) const {
    const char32_t mark = peek(at);
    if (!is_apostrophe(mark) && mark != 0x2018) return 0;
    const std::size_t word = step(at);
    if (before(at) == U'.' || is_close_bracket(before(at)))  // "the U.S.'s"
        return peek(word) == U's' && !is_word(peek(word + 1)) ? word + 1 : 0;
    std::size_t end = word;
    while (end < text_.size() && end - word <= kLongestForm && is_word(peek(end))) end = step(end);
    const std::string_view form = text_.substr(word, end - word);
    if (form.size() >= 2 && is_digit(peek(word)) && is_digit(peek(word + 1)))
        return form.size() == 2 || form.substr(2) == "s" ? end : 0;
    const bool closed = is_apostrophe(peek(end));
    if ((form == "n" || form == "N") && closed) return step(end);
    return !closed && TextLexicon::get().is_elision(ascii_lower(form)) ? end : 0;
}

std::size_t Scanner::scan_address(std::size_t at) const {
    const std::string start = ascii_lower(text_.substr(at, 8));
    const auto is = [&](std::string_view prefix) { return start.starts_with(prefix); };
    if (!is("http://") && !is("https://") && !is("ftp://") && !(is("www.") && is_word(peek(at + 4)))) return 0;
    return domain_end(at);
}

/// Where a web address ends: before white space, quotation marks and angle brackets, and without closing punctuation.
std::size_t Scanner::domain_end(std::size_t at) const {
    const std::size_t begin = at;
    const auto stops = [](char32_t c) {
        return is_space(c) || c == U'<' || c == U'>' || c == U'"' || c == 0x201C || c == 0x201D || c == 0x2014;
    };
    while (at < text_.size() && !stops(peek(at))) at = step(at);
    while (at > begin + 1) {
        const std::size_t last = utf8::previous(text_, at);
        const char32_t c = peek(last);
        if (is_word(c) || c == U'/' || c == U'-' || c == U'_' || c == U'=' || c == U'&') break;
        at = last;
    }
    return at;
}

/// "@reuters", "#news".
std::size_t Scanner::scan_handle(std::size_t at) const {
    const char32_t c = peek(at);
    if ((c != U'@' && c != U'#') || !is_handle(peek(at + 1))) return 0;
    for (++at; at < text_.size() && is_handle(peek(at));) at = step(at);
    return at;
}

std::size_t Scanner::scan_word(std::size_t begin) const {
    std::size_t at = begin;
    while (at < text_.size()) {
        const CharClass kind = char_class(peek(at));
        if (kind == CharClass::letter || kind == CharClass::digit || kind == CharClass::joiner) {
            at = step(at);
            continue;
        }
        const std::size_t joined = join(begin, at);
        if (joined == 0) break;
        if (peek(at) == U'/' && !is_digit(before(at))) return domain_end(at);
        at = joined;
    }
    return abbreviation_stop(begin, at);
}

/// Where the word goes on after the mark at `at`, which is not a letter or digit; 0 where it doesn't.
std::size_t Scanner::join(std::size_t word, std::size_t at) const {
    const char32_t mark = peek(at), last = before(at);
    const std::size_t after = step(at);
    const char32_t next = peek(after);
    if (mark == U'/' && is_letter(last) && is_word(next)) {  // a path after a host name: "example.com/news"
        const std::string_view so_far = text_.substr(word, std::min<std::size_t>(at - word, 64));
        const std::size_t dot = so_far.rfind('.');
        return dot != so_far.npos && TextLexicon::get().is_domain(ascii_lower(so_far.substr(dot + 1))) ? after : 0;
    }
    if (!is_word(next)) return 0;
    if (mark == U'.') return joins_full_stop(word, at) ? after : 0;
    if (mark == U',' || mark == U':' || mark == U'/') return is_digit(last) && is_digit(next) ? after : 0;
    if (mark == U'-' || mark == 0x2010 || mark == 0x2011) return joins_hyphen(at) ? after : 0;
    return is_inner(mark) || is_apostrophe(mark) || (mark == 0x2018 && is_letter(last) && is_letter(next)) ? after : 0;
}

/// "2.5", "U.S", "a.m", "example.com"; but not the missing blank in "war.The".
bool Scanner::joins_full_stop(std::size_t word, std::size_t at) const {
    const char32_t last = before(at);
    const std::size_t after = at + 1;
    if (is_digit(last) && is_digit(peek(after))) return true;
    const std::size_t last_begin = utf8::previous(text_, at);
    const char32_t boundary = before(last_begin);
    const bool single_before = last_begin == word || boundary == U'.' || boundary == U'-';
    const bool single_after = peek(step(after)) == U'.' || !is_word(peek(step(after)));
    if (is_letter(last) && single_before && (single_after || !is_upper(last))) return true;
    std::size_t end = after;
    while (end < text_.size() && end - after <= kLongestForm && is_word(peek(end))) end = step(end);
    const std::string_view part = text_.substr(after, end - after);
    const std::string lower = ascii_lower(part);
    if (TextLexicon::get().is_domain(lower) && (part == lower || at - word > 1)) return part == lower;
    if (TextLexicon::get().abbreviation(std::string(text_.substr(word, std::min(at - word, kLongestForm))) + "." +
                                        std::string(part)))
        return true;  // "Ph.D"
    // an inner part of a host name or file: "news.bbc.co.uk"
    return peek(end) == U'.' && part == lower && is_letter(last) && is_word(peek(end + 1)) && !is_upper(peek(end + 1));
}

/// A hyphen between two words, but not one of a dash "--".
bool Scanner::joins_hyphen(std::size_t at) const { return is_word(before(at)) && is_word(peek(step(at))); }

/// Takes in the full stop of an abbreviation or initial.
std::size_t Scanner::abbreviation_stop(std::size_t word, std::size_t end) const {
    if (peek(end) != U'.' || peek(end + 1) == U'.' || end - word > kLongestForm) return end;
    const std::string_view form = text_.substr(word, end - word);
    if (is_upper(peek(word)) && step(word) == end) return end + 1;
    const bool dotted =
        form.size() >= 3 && is_letter(before(end)) && form[form.size() - 2] == '.' && is_letter(peek(word));
    if (dotted) return end + 1;
    // The last part counts in compounds: "J.-P.", "ex-Gen.".
    const std::size_t hyphen = form.rfind('-');
    const std::string_view last = hyphen == form.npos ? form : form.substr(hyphen + 1);
    if (last.size() == 1 && is_upper(last[0])) return end + 1;
    const auto kind = TextLexicon::get().abbreviation(last);
    if (!kind) return end;
    if (*kind != AbbreviationClass::reference) return end + 1;
    return is_digit(peek(skip_spaces(end + 1))) ? end + 1 : end;
}

/// Where 's, 're, 've, 'll, 'd, 'm or n't begins, or 0.
std::size_t Scanner::clitic_of(std::size_t word, std::size_t end) const {
    for (const std::size_t letters : {1U, 2U}) {
        if (end - word <= letters + 1) return 0;
        const std::size_t after = end - letters;
        if (!is_apostrophe(before(after)) && before(after) != 0x2018) continue;
        const std::size_t mark = utf8::previous(text_, after);
        if (mark <= word) return 0;
        const std::string tail = ascii_lower(text_.substr(after, letters));
        const char before_mark = ascii_lower(text_.substr(mark - 1, 1))[0];
        if (tail == "t" && before_mark == 'n' && mark - 1 > word) return mark - 1;
        constexpr std::string_view kTails[] = {"s", "d", "m", "re", "ve", "ll"};
        return std::find(std::begin(kTails), std::end(kTails), tail) != std::end(kTails) ? mark : 0;
    }
    return 0;
}

bool Scanner::is_number(std::size_t word, std::size_t end) const {
    if (!is_digit(peek(word))) return false;
    return text_.substr(word, end - word).find_first_not_of("0123456789.,:/-") == std::string_view::npos;
}

}  // namespace hearsay
