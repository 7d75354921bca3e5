// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>

namespace hearsay {

/// What a code point does in a text. `joiner`: part of the word around it, unseen (soft hyphen, zero-width joiner).
enum class CharClass : std::uint8_t { space, letter, digit, quote, joiner, punctuation };

CharClass char_class(char32_t c);
bool is_upper(char32_t c);
/// Simple lower case for ASCII, Latin-1, Latin Extended-A, Greek and Cyrillic; others stay.
char32_t to_lower(char32_t c);

inline bool is_space(char32_t c) { return char_class(c) == CharClass::space; }
inline bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
inline bool is_word(char32_t c) {
    const CharClass k = char_class(c);
    return k == CharClass::letter || k == CharClass::digit;
}
inline bool is_line_break(char32_t c) { return (c >= U'\n' && c <= U'\r') || c == 0x85 || c == 0x2028 || c == 0x2029; }
inline bool is_dash(char32_t c) { return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }
inline bool is_apostrophe(char32_t c) { return c == U'\'' || c == 0x2019 || c == 0x02BC || c == 0x2032 || c == 0xFF07; }
/// . ! ? … and their kin.
inline bool is_terminator(char32_t c) {
    return c == U'.' || c == U'!' || c == U'?' || c == 0x2026 || c == 0x203C || (c >= 0x2047 && c <= 0x2049);
}
inline bool is_open_bracket(char32_t c) { return c == U'(' || c == U'[' || c == U'{'; }
inline bool is_close_bracket(char32_t c) { return c == U')' || c == U']' || c == U'}'; }

}  // namespace hearsay
