// SPDX-License-Identifier: Apache-2.0
#include "render/legible.hpp"

#include <algorithm>
#include <array>

#include "hearsay/text/text.hpp"
#include "text/utf8.hpp"

namespace hearsay {
namespace {

struct Range {
    char32_t first, last;
};

template <std::size_t N>
bool in(const std::array<Range, N>& ranges, char32_t c) {
    const auto above =
        std::upper_bound(ranges.begin(), ranges.end(), c, [](char32_t v, Range r) { return v < r.first; });
    return above != ranges.begin() && c <= std::prev(above)->last;
}

constexpr std::array<Range, 7> kBlank{
    {{0x09, 0x0D}, {0x20, 0x20}, {0x85, 0x85}, {0xA0, 0xA0}, {0x2000, 0x200A}, {0x2028, 0x2029}, {0x3000, 0x3000}}};

/// Controls, soft hyphen, Mongolian vowel separator, zero-width and direction marks, fillers, noncharacters,
/// interlinear marks, tags.
constexpr std::array<Range, 13> kHidden{{{0x00, 0x1F},
                                         {0x7F, 0x9F},
                                         {0xAD, 0xAD},
                                         {0x061C, 0x061C},
                                         {0x115F, 0x1160},
                                         {0x180E, 0x180E},
                                         {0x200B, 0x200B},
                                         {0x200E, 0x200F},
                                         {0x202A, 0x202E},
                                         {0x2060, 0x206F},
                                         {0xFDD0, 0xFDEF},
                                         {0xFEFF, 0xFEFF},
                                         {0xFFF0, 0xFFFB}}};

constexpr std::array<Range, 15> kCombining{{{0x0300, 0x036F},
                                            {0x0483, 0x0489},
                                            {0x0591, 0x05BD},
                                            {0x0610, 0x061A},
                                            {0x064B, 0x065F},
                                            {0x06D6, 0x06DC},
                                            {0x093C, 0x093C},
                                            {0x094D, 0x094D},
                                            {0x0E34, 0x0E3A},
                                            {0x0E47, 0x0E4E},
                                            {0x1AB0, 0x1AFF},
                                            {0x1DC0, 0x1DFF},
                                            {0x200C, 0x200D},
                                            {0x20D0, 0x20FF},
                                            {0xFE00, 0xFE2F}}};

constexpr std::array<Range, 10> kWide{{{0x1100, 0x115E},
                                       {0x2E80, 0x303E},
                                       {0x3041, 0xA4CF},
                                       {0xA960, 0xA97C},
                                       {0xAC00, 0xD7A3},
                                       {0xF900, 0xFAFF},
                                       {0xFE30, 0xFE6F},
                                       {0xFF00, 0xFF60},
                                       {0x1F300, 0x1FAFF},
                                       {0x20000, 0x3FFFD}}};

bool hidden(char32_t c) { return in(kHidden, c) || (c & 0xFFFE) == 0xFFFE || (c >= 0xE0000 && c <= 0xE0FFF); }

/// How many code points of `text` fit into `columns`; at least one, so that a wrapping loop ends.
std::size_t fitting(std::u32string_view text, unsigned columns) {
    unsigned used = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        used += display_width(text[i]);
        if (used > columns) return std::max<std::size_t>(i, 1);
    }
    return text.size();
}

}  // namespace

std::string valid_utf8(std::string_view text) { return std::string(Text::decode(text).utf8()); }

std::u32string legible(std::string_view text) {
    const std::string valid = valid_utf8(text);
    std::u32string result;
    bool blank = false;
    for (std::size_t at = 0; at < valid.size(); at += utf8::length(valid[at])) {
        const char32_t c = utf8::decode(valid, at);
        if (in(kBlank, c)) {
            blank = true;
        } else if (!hidden(c)) {
            if (blank && !result.empty()) result += U' ';
            blank = false;
            result += c;
        }
    }
    return result;
}

std::string to_utf8(std::u32string_view text) {
    std::string result;
    result.reserve(text.size());
    for (const char32_t c : text) utf8::append(result, c);
    return result;
}

std::u32string shorten(std::u32string text, std::size_t limit) {
    if (text.size() <= limit) return text;
    text.resize(limit - 1);
    const auto blank = text.rfind(U' ');
    if (blank != std::u32string::npos && blank > limit * 2 / 3) text.resize(blank);
    return text + U'…';
}

unsigned display_width(char32_t character) { return in(kCombining, character) ? 0 : in(kWide, character) ? 2 : 1; }

unsigned display_width(std::u32string_view text) {
    unsigned width = 0;
    for (const char32_t c : text) width += display_width(c);
    return width;
}

std::vector<std::string> wrap(std::u32string_view text, unsigned columns) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        std::size_t end = fitting(text, columns);
        if (end < text.size() && text[end] != U' ') {
            const auto blank = text.substr(0, end).rfind(U' ');
            if (blank != std::u32string_view::npos && blank > 0) end = blank;
        }
        lines.push_back(to_utf8(text.substr(0, end)));
        text.remove_prefix(std::min(text.find_first_not_of(U' ', end), text.size()));
    }
    return lines;
}

}  // namespace hearsay
