// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "hearsay/text/tokenizer.hpp"

namespace hearsay {

/// Whether Python's \w takes it: letters, numbers of any kind and the underscore, but no combining mark (Unicode 14).
bool is_word_character(char32_t c);
/// Whether Python's \s takes it.
bool is_white_space(char32_t c);

/// A text cut as attributions are scored, by \w+|[^\w\s]: coarser than the tokenizer, so that a score does not hang on
/// it.
class ScoringTokens {
  public:
    explicit ScoringTokens(const Text& text);
    /// The tokens that overlap the span; none for an empty one.
    TokenRange in(Span span) const;
    /// The span without white space at its ends and within the text; empty where nothing is left.
    Span trimmed(Span span) const;

  private:
    std::vector<Span> tokens_;
};

}  // namespace hearsay
