// SPDX-License-Identifier: Apache-2.0
#include "encoder/word_pieces.hpp"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <array>

#include "text/utf8.hpp"

namespace hearsay::encoder {

namespace {

constexpr std::size_t kLongestWord = 100;  // code points; a longer one is unknown

enum class Kind : std::uint8_t { letter, alone, space, nothing };

bool is_chinese(char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x2A6DF) ||
           (c >= 0x2A700 && c <= 0x2B73F) || (c >= 0x2B740 && c <= 0x2B81F) || (c >= 0x2B920 && c <= 0x2CEAF) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F);
}

constexpr std::uint32_t kOther = U_GC_CC_MASK | U_GC_CF_MASK | U_GC_CO_MASK;

Kind kind_of(char32_t c) {
    if (c == U'\t' || c == U'\n' || c == U'\r') return Kind::space;
    const auto point = static_cast<UChar32>(c);
    const std::uint32_t category = U_GET_GC_MASK(point);
    if (c == 0 || c == 0xFFFD || (category & kOther)) return Kind::nothing;
    if (u_hasBinaryProperty(point, UCHAR_WHITE_SPACE)) return Kind::space;
    const bool ascii_mark = c < 0x80 && !(category & (U_GC_L_MASK | U_GC_N_MASK));
    return ascii_mark || (category & U_GC_P_MASK) || is_chinese(c) ? Kind::alone : Kind::letter;
}

/// A character without case and accents; may be several, or none.
void append_plain(char32_t c, std::string& bytes) {
    if (c < 0x80) {
        bytes += static_cast<char>(c >= U'A' && c <= U'Z' ? c + 32 : c);
        return;
    }
    UErrorCode error = U_ZERO_ERROR;
    std::array<UChar, 32> decomposed;
    const auto point = static_cast<UChar32>(c);
    std::int32_t length =
        unorm2_getDecomposition(unorm2_getNFDInstance(&error), point, decomposed.data(), decomposed.size(), &error);
    if (length < 0) {
        length = 0;
        U16_APPEND_UNSAFE(decomposed, length, point);
    }
    for (std::int32_t i = 0; i < length;) {
        UChar32 part;
        U16_NEXT(decomposed, i, length, part);
        if (U_GET_GC_MASK(part) & U_GC_MN_MASK) continue;
        // Each by itself, so that a final sigma is lower-cased as any other.
        std::array<UChar, 4> upper;
        std::array<UChar, 16> lower;
        std::int32_t written = 0;
        U16_APPEND_UNSAFE(upper, written, part);
        error = U_ZERO_ERROR;
        const std::int32_t n =
            part == 0x03A3 ? 0 : u_strToLower(lower.data(), lower.size(), upper.data(), written, "", &error);
        if (n == 0) utf8::append(bytes, part == 0x03A3 ? 0x03C3 : static_cast<char32_t>(part));
        for (std::int32_t k = 0; k < n;) {
            UChar32 small;
            U16_NEXT(lower, k, n, small);
            utf8::append(bytes, static_cast<char32_t>(small));
        }
    }
}

std::uint8_t shape_of(std::string_view text, bool begins_line) {
    bool digit = false, small = false;
    std::size_t letters = 0;
    const char32_t first = utf8::decode(text, 0);
    for (std::size_t at = 0; at < text.size(); at += utf8::length(text[at]), ++letters) {
        const std::uint32_t category = U_GET_GC_MASK(static_cast<UChar32>(utf8::decode(text, at)));
        digit |= (category & U_GC_ND_MASK) != 0;
        small |= (category & U_GC_LL_MASK) != 0;
    }
    const std::uint32_t category = U_GET_GC_MASK(static_cast<UChar32>(first));
    const bool word = (category & (U_GC_L_MASK | U_GC_N_MASK)) != 0, capital = (category & U_GC_LU_MASK) != 0;
    const Piece::Case kind = !word                   ? Piece::mark
                             : digit                 ? Piece::digits
                             : !capital              ? Piece::small
                             : letters > 1 && !small ? Piece::capitals
                                                     : Piece::capital;
    return static_cast<std::uint8_t>(kind + (begins_line ? Piece::kLine : 0));
}

}  // namespace

WordPieces::WordPieces(std::string_view vocabulary, std::uint32_t unknown) : unknown_(unknown) {
    const auto words = static_cast<std::size_t>(std::ranges::count(vocabulary, '\n'));
    first_.reserve(words);
    while (!vocabulary.empty()) {
        std::string_view word = vocabulary.substr(0, vocabulary.find('\n'));
        vocabulary.remove_prefix(std::min(vocabulary.size(), word.size() + 1));
        const auto id = static_cast<std::uint32_t>(size_++);
        longest_ = std::max(longest_, word.size());
        if (word.size() > 2 && word.starts_with("##"))
            further_.try_emplace(word.substr(2), id);
        else
            first_.try_emplace(word, id);
    }
}

void WordPieces::cut(const Word& word, std::vector<Piece>& pieces) const {
    const auto span = [&](std::size_t begin, std::size_t end) {
        return Span{word.letters[begin].place, word.letters[end - 1].place + 1};
    };
    const std::size_t before = pieces.size(), letters = word.letters.size();
    const std::string_view bytes = word.bytes;
    std::size_t from = 0;
    while (from < letters && letters <= kLongestWord) {
        const std::size_t begin = from ? word.letters[from - 1].end : 0;
        std::size_t to = letters;
        while (to > from && word.letters[to - 1].end - begin > longest_) --to;
        for (; to > from; --to) {
            const auto& known = from ? further_ : first_;
            const auto found = known.find(bytes.substr(begin, word.letters[to - 1].end - begin));
            if (found == known.end()) continue;
            pieces.push_back({found->second, span(from, to), 0});
            break;
        }
        if (to == from) break;
        from = to;
    }
    if (from == letters) return;
    pieces.resize(before);
    pieces.push_back({unknown_, span(0, letters), 0});
}

std::vector<Piece> WordPieces::read(const Text& text) const {
    std::vector<Piece> pieces;
    Word word;
    const auto finish = [&] {
        if (!word.letters.empty()) cut(word, pieces);
        word.clear();
    };
    const std::string_view utf8 = text.utf8();
    std::uint32_t place = 0;
    for (std::size_t at = 0; at < utf8.size(); at += utf8::length(utf8[at]), ++place) {
        const char32_t c = utf8::decode(utf8, at);
        const Kind kind = kind_of(c);
        if (kind == Kind::nothing) continue;
        if (kind != Kind::letter) finish();
        if (kind == Kind::space) continue;
        const std::size_t begin = word.bytes.size();
        append_plain(c, word.bytes);
        for (std::size_t end = begin; end < word.bytes.size();) {
            end += utf8::length(word.bytes[end]);
            word.letters.push_back({static_cast<std::uint32_t>(end), place});
        }
        if (kind == Kind::alone) finish();
    }
    finish();
    std::uint32_t before = 0;
    for (Piece& piece : pieces) {
        const std::string_view between = text.slice({before, std::max(before, piece.span.begin)});
        piece.shape = shape_of(text.slice(piece.span), before == 0 || between.find('\n') != std::string_view::npos);
        before = piece.span.end;
    }
    return pieces;
}

}  // namespace hearsay::encoder
