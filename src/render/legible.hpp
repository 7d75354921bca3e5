// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

/// Text of others made fit to be shown: valid, on one line, blanks single, without control characters, direction
/// overrides (U+202A-202E, U+2066-2069), tags and other invisible characters that change how the rest is read.
///
///   for (const std::string& line : wrap(shorten(legible(claim.text), 120), 40)) ...
std::u32string legible(std::string_view text);

std::string to_utf8(std::u32string_view text);

/// At most `limit` code points, cut at a word where one ends in the last third, with an ellipsis where something was
/// cut.
std::u32string shorten(std::u32string text, std::size_t limit);

/// Columns on a terminal: 0 for combining marks, 2 for East Asian wide characters and emoji, else 1.
unsigned display_width(char32_t character);
unsigned display_width(std::u32string_view text);

/// Lines of at most `columns` columns; words longer than that are cut.
std::vector<std::string> wrap(std::u32string_view text, unsigned columns);

/// `text` without bytes that are not UTF-8 (U+FFFD in their place).
std::string valid_utf8(std::string_view text);

}  // namespace hearsay
