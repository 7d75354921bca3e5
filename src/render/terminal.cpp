// SPDX-License-Identifier: Apache-2.0
#include "render/terminal.hpp"

#include <algorithm>
#include <ostream>

#include "render/legible.hpp"

namespace hearsay {

namespace {

std::string_view escape_sequence(Style style) {
    switch (style) {
        case Style::strong:
            return "\x1b[1m";
        case Style::faint:
            return "\x1b[2m";
        case Style::good:
            return "\x1b[32m";
        case Style::bad:
            return "\x1b[31m";
        case Style::unsure:
            return "\x1b[33m";
        case Style::plain:
            break;
    }
    return "";
}

}  // namespace

Style style_of(Stance stance) {
    switch (stance) {
        case Stance::confirms:
            return Style::good;
        case Stance::denies:
            return Style::bad;
        case Stance::doubts:
            return Style::unsure;
        case Stance::asserts:
            break;
    }
    return Style::plain;
}

void TerminalText::paragraph(std::size_t indent, std::string_view text, Style style) {
    lines(indent, text, style, false);
}

void TerminalText::rest_of_line(std::size_t indent, std::string_view text, Style style) {
    lines(indent, text, style, true);
}

void TerminalText::lines(std::size_t indent, std::string_view text, Style style, bool first_indented) {
    const auto wrapped = wrap(legible(text), columns_left(indent));
    for (std::size_t i = 0; i < wrapped.size(); ++i)
        out_ << (i == 0 && first_indented ? "" : std::string(indent, ' ')) << styled(wrapped[i], style) << '\n';
    if (wrapped.empty() && first_indented) out_ << '\n';
}

std::string TerminalText::styled(std::string_view text, Style style) const {
    if (!options_.color || style == Style::plain) return std::string(text);
    return std::string(escape_sequence(style)).append(text).append("\x1b[0m");
}

unsigned TerminalText::columns_left(std::size_t indent) const {
    const std::size_t columns = std::max(options_.columns, 40u);
    return static_cast<unsigned>(std::max<std::size_t>(columns - std::min(columns, indent), 20));
}

}  // namespace hearsay
