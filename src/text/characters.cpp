// SPDX-License-Identifier: Apache-2.0
#include "text/characters.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace hearsay {

namespace {

struct Range {
    char32_t first, last;
    CharClass kind;
};

using enum CharClass;

/// Beyond ASCII, sorted; what is in no range counts as a letter (letters, marks, ideographs).
constexpr Range kRanges[] = {
    {0x80, 0xA0, space},           {0xA1, 0xA9, punctuation},
    {0xAB, 0xAB, quote},           {0xAC, 0xAC, punctuation},
    {0xAD, 0xAD, joiner},          {0xAE, 0xB1, punctuation},
    {0xB4, 0xB4, quote},           {0xB6, 0xB8, punctuation},
    {0xBB, 0xBB, quote},           {0xBF, 0xBF, punctuation},
    {0xD7, 0xD7, punctuation},     {0xF7, 0xF7, punctuation},
    {0x2BC, 0x2BC, quote},         {0x34F, 0x34F, joiner},
    {0x37E, 0x37E, punctuation},   {0x387, 0x387, punctuation},
    {0x589, 0x58A, punctuation},   {0x5BE, 0x5BE, punctuation},
    {0x60C, 0x60C, punctuation},   {0x61B, 0x61F, punctuation},
    {0x6D4, 0x6D4, punctuation},   {0x964, 0x965, punctuation},
    {0x1680, 0x1680, space},       {0x180E, 0x180E, space},
    {0x2000, 0x200B, space},       {0x200C, 0x200D, joiner},
    {0x200E, 0x200F, space},       {0x2010, 0x2017, punctuation},
    {0x2018, 0x201F, quote},       {0x2020, 0x2027, punctuation},
    {0x2028, 0x202F, space},       {0x2030, 0x2031, punctuation},
    {0x2032, 0x2033, quote},       {0x2034, 0x2038, punctuation},
    {0x2039, 0x203A, quote},       {0x203B, 0x205E, punctuation},
    {0x205F, 0x206F, space},       {0x20A0, 0x20CF, punctuation},
    {0x2116, 0x2117, punctuation}, {0x2120, 0x2122, punctuation},
    {0x2190, 0x2BFF, punctuation}, {0x2E00, 0x2E7F, punctuation},
    {0x3000, 0x3000, space},       {0x3001, 0x3004, punctuation},
    {0x3008, 0x301C, punctuation}, {0x301D, 0x301F, quote},
    {0x3030, 0x3030, punctuation}, {0xE000, 0xF8FF, punctuation},
    {0xFE00, 0xFE0F, joiner},      {0xFE10, 0xFE6F, punctuation},
    {0xFEFF, 0xFEFF, space},       {0xFF01, 0xFF01, punctuation},
    {0xFF02, 0xFF02, quote},       {0xFF03, 0xFF06, punctuation},
    {0xFF07, 0xFF07, quote},       {0xFF08, 0xFF0F, punctuation},
    {0xFF1A, 0xFF20, punctuation}, {0xFF3B, 0xFF40, punctuation},
    {0xFF5B, 0xFF65, punctuation}, {0xFFF9, 0xFFFC, space},
    {0xFFFE, 0xFFFF, space},       {0x1F000, 0x1FAFF, punctuation},
    {0xE0000, 0xE0FFF, joiner},
};
static_assert(std::is_sorted(std::begin(kRanges), std::end(kRanges),
                             [](const Range& a, const Range& b) { return a.last < b.first; }));

constexpr CharClass ascii_class(char32_t c) {
    if (c <= U' ' || c == 0x7F) return space;
    if (c >= U'0' && c <= U'9') return digit;
    if ((c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z')) return letter;
    return c == U'"' || c == U'\'' || c == U'`' ? quote : punctuation;
}

constexpr auto kAscii = [] {
    std::array<CharClass, 128> table{};
    for (char32_t c = 0; c < 128; ++c) table[c] = ascii_class(c);
    return table;
}();

}  // namespace

CharClass char_class(char32_t c) {
    if (c < 128) return kAscii[c];
    const auto* range = std::lower_bound(std::begin(kRanges), std::end(kRanges), c,
                                         [](const Range& r, char32_t value) { return r.last < value; });
    return range != std::end(kRanges) && range->first <= c ? range->kind : letter;
}

char32_t to_lower(char32_t c) {
    if (c < 0x80) return c >= U'A' && c <= U'Z' ? c + 32 : c;
    if (c < 0x100) return c >= 0xC0 && c <= 0xDE && c != 0xD7 ? c + 32 : c;
    if (c == 0x130) return U'i';
    if (c == 0x178) return 0xFF;
    // Latin Extended-A pairs an upper-case letter with the next code point; the parity changes twice.
    if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) return c % 2 == 1 ? c + 1 : c;
    if (c < 0x178) return c % 2 == 0 && c != 0x138 ? c + 1 : c;
    if (c >= 0x391 && c <= 0x3AB) return c + 32;
    if (c == 0x386) return 0x3AC;
    if (c >= 0x388 && c <= 0x38A) return c + 37;
    if (c >= 0x410 && c <= 0x42F) return c + 32;
    if (c >= 0x400 && c <= 0x40F) return c + 80;
    return c;
}

bool is_upper(char32_t c) { return to_lower(c) != c; }

}  // namespace hearsay
