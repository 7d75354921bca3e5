// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string_view>

#include "hearsay/text/tokenizer.hpp"

namespace hearsay {

/// The next token of a text as a stretch of bytes. `mark`: a quotation mark or apostrophe whose part is still to be
/// decided; its kind is then provisional.
struct Lexeme {
    std::uint32_t begin = 0, end = 0;
    TokenKind kind = TokenKind::punctuation;
    bool mark = false;
    std::uint32_t clitic = 0;  ///< where a clitic splits off ("Russia|'s"), else 0
};

/// Cuts UTF-8 into words, numbers and marks, left to right; each byte is looked at a bounded number of times.
class Scanner {
  public:
    Scanner(std::string_view utf8, std::uint32_t begin, std::uint32_t end) : text_(utf8.substr(0, end)), at_(begin) {}
    /// False at the end.
    bool next(Lexeme& lexeme);

  private:
    char32_t peek(std::size_t at) const;
    std::size_t step(std::size_t at) const;
    char32_t before(std::size_t at) const;
    std::size_t skip_spaces(std::size_t at) const;

    std::size_t run_of_same(std::size_t at) const;
    std::size_t scan_mark(std::size_t at) const;
    std::size_t scan_punctuation(std::size_t at) const;
    std::size_t scan_elision(std::size_t at) const;
    std::size_t scan_address(std::size_t at) const;
    std::size_t scan_handle(std::size_t at) const;
    std::size_t scan_word(std::size_t at) const;
    std::size_t join(std::size_t word, std::size_t at) const;
    bool joins_full_stop(std::size_t word, std::size_t at) const;
    bool joins_hyphen(std::size_t at) const;
    std::size_t domain_end(std::size_t at) const;
    std::size_t abbreviation_stop(std::size_t word, std::size_t end) const;
    std::size_t clitic_of(std::size_t word, std::size_t end) const;
    bool is_number(std::size_t word, std::size_t end) const;

    std::string_view text_;
    std::size_t at_;
};

}  // namespace hearsay
