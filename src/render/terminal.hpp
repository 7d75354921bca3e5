// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>

#include "hearsay/attribution/attribution.hpp"

namespace hearsay {

enum class Style { plain, strong, faint, good, bad, unsure };
Style style_of(Stance stance);

/// Lines for a reader at a terminal. Text of others is made legible: no control sequence passes.
///
///   TerminalText text(out, {.columns = 100, .color = true});
///   text.paragraph(4, claim.text, Style::strong);
struct TerminalOptions {
    unsigned columns = 100;  ///< less than 40 counts as 40
    bool color = false;      ///< with ANSI colours
};

class TerminalText {
  public:
    TerminalText(std::ostream& out, const TerminalOptions& options) : out_(out), options_(options) {}

    /// The wrapped text, every line of it indented.
    void paragraph(std::size_t indent, std::string_view text, Style style = Style::plain);
    /// As `paragraph`, after a first line that already stands at the indent.
    void rest_of_line(std::size_t indent, std::string_view text, Style style = Style::plain);
    std::string styled(std::string_view text, Style style) const;

  private:
    void lines(std::size_t indent, std::string_view text, Style style, bool first_indented);
    unsigned columns_left(std::size_t indent) const;

    std::ostream& out_;
    TerminalOptions options_;
};

}  // namespace hearsay
