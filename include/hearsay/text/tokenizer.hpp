// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/text/text.hpp"

namespace hearsay {

enum class TokenKind : std::uint8_t { word, number, punctuation, open_quote, close_quote };

/// One token. Clitics are tokens of their own, as in the Penn Treebank: "Russia|'s", "did|n't".
struct Token {
    Span span;                 ///< code points
    std::uint32_t byte_begin;  ///< into Text::utf8()
    std::uint32_t byte_end;
    std::uint32_t norm_begin;  ///< into the normalised buffer, see TokenizedText::norm
    std::uint32_t norm_end;
    std::uint32_t sentence;    ///< index of the sentence that holds it
    TokenKind kind;
    bool capitalized;          ///< begins with an upper-case letter
    bool space_before;         ///< white space stands between it and the token before, or it is the first
};

/// A half-open range of tokens.
struct TokenRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    auto operator<=>(const TokenRange&) const = default;
    std::uint32_t size() const { return end - begin; }
    bool empty() const { return begin >= end; }
};

struct Sentence {
    TokenRange tokens;
    Span span;
    std::uint32_t paragraph;
};

/// A half-open range of sentences. A paragraph is never empty.
struct Paragraph {
    std::uint32_t first_sentence;
    std::uint32_t last_sentence;  ///< one past
    TokenRange tokens;
    Span span;
};

/// A text cut into paragraphs, sentences and tokens, in one linear pass over any bytes.
///
///   const TokenizedText text = tokenize(Text::decode(bytes));
///   for (const Sentence& sentence : text.sentences())
///       for (auto i = sentence.tokens.begin; i != sentence.tokens.end; ++i) std::cout << text.word(i) << '|';
///
/// A paragraph ends at a blank line, or at any line break where the text is not hard-wrapped. Sentences never cross
/// paragraphs; they end at . ! ? … with any closing quotation marks and brackets, but not after abbreviations ("U.S.",
/// "Gen.", "Oct. 3"), initials or in decimal numbers. Quotation marks, straight, curly or doubled ('' ``), come out as
/// open_quote or close_quote; an apostrophe never does.
class TokenizedText {
  public:
    const Text& text() const { return text_; }
    std::span<const Token> tokens() const { return tokens_; }
    std::span<const Sentence> sentences() const { return sentences_; }
    std::span<const Paragraph> paragraphs() const { return paragraphs_; }

    /// The token as written.
    std::string_view word(std::size_t token) const {
        const Token& t = tokens_[token];
        return text_.utf8().substr(t.byte_begin, t.byte_end - t.byte_begin);
    }
    /// The token in lower case (ASCII, Latin-1, Latin Extended-A, Greek and Cyrillic), its apostrophes straight ("'s", "n't"), every
    /// double quotation mark as '"' and every dash as '-'.
    std::string_view norm(std::size_t token) const {
        const Token& t = tokens_[token];
        return std::string_view(norm_).substr(t.norm_begin, t.norm_end - t.norm_begin);
    }
    Span span(TokenRange range) const;
    /// The tokens that overlap `span`, by binary search.
    TokenRange tokens_in(Span span) const;
    /// ... those of each span, the ones apart that overlap no token.
    std::vector<TokenRange> ranges_of(const Spans& spans) const;

  private:
    friend class Tokenizer;
    Text text_;
    std::string norm_;
    std::vector<Token> tokens_;
    std::vector<Sentence> sentences_;
    std::vector<Paragraph> paragraphs_;
};

TokenizedText tokenize(Text text);

}  // namespace hearsay
