// SPDX-License-Identifier: Apache-2.0
#include "hearsay/text/tokenizer.hpp"

#include <algorithm>

#include "text/characters.hpp"
#include "text/layout.hpp"
#include "text/quotes.hpp"
#include "text/scanner.hpp"
#include "text/sentences.hpp"
#include "text/utf8.hpp"

namespace hearsay {

/// Fills a TokenizedText paragraph by paragraph.
class Tokenizer {
  public:
    explicit Tokenizer(Text text) { out_.text_ = std::move(text); }

    TokenizedText run() {
        for (const Block& block : lay_out(utf8())) {
            const auto first = static_cast<std::uint32_t>(out_.tokens_.size());
            scan(block);
            if (out_.tokens_.size() == first) continue;
            resolve_quotes(utf8(), out_.tokens_, marks_, block.begin, block.end);
            normalise(first);
            add_paragraph(first);
        }
        return std::move(out_);
    }

  private:
    std::string_view utf8() const { return out_.text_.utf8(); }

    void scan(const Block& block) {
        marks_.clear();
        Scanner scanner(utf8(), block.begin, block.end);
        for (Lexeme lexeme; scanner.next(lexeme);) {
            if (lexeme.mark) marks_.push_back(static_cast<std::uint32_t>(out_.tokens_.size()));
            add_token(lexeme.begin, lexeme.clitic ? lexeme.clitic : lexeme.end, lexeme.kind);
            if (lexeme.clitic) add_token(lexeme.clitic, lexeme.end, TokenKind::word);
        }
    }
    void add_token(std::uint32_t begin, std::uint32_t end, TokenKind kind) {
        Token token{};
        token.space_before = out_.tokens_.empty() || begin != byte_;
        token.span.begin = code_point_at(begin);
        token.span.end = code_point_at(end);
        token.byte_begin = begin;
        token.byte_end = end;
        token.kind = kind;
        token.capitalized = is_upper(utf8::decode(utf8(), begin));
        out_.tokens_.push_back(token);
    }
    /// Moves on to `byte`, counting code points on the way.
    std::uint32_t code_point_at(std::uint32_t byte) {
        code_point_ += out_.text_.ascii() ? byte - byte_ : utf8::count(utf8().substr(byte_, byte - byte_));
        byte_ = byte;
        return code_point_;
    }

    void normalise(std::uint32_t first) {
        for (std::size_t i = first; i < out_.tokens_.size(); ++i) {
            Token& token = out_.tokens_[i];
            token.norm_begin = static_cast<std::uint32_t>(out_.norm_.size());
            append_norm(token);
            token.norm_end = static_cast<std::uint32_t>(out_.norm_.size());
        }
    }
    void append_norm(const Token& token) {
        const std::string_view word = utf8().substr(token.byte_begin, token.byte_end - token.byte_begin);
        const char32_t first = utf8::decode(word, 0);
        const bool quote = token.kind == TokenKind::open_quote || token.kind == TokenKind::close_quote;
        if (quote) {
            const bool once = utf8::length(word[0]) == word.size();
            const bool single = once && (is_apostrophe(first) || first == U'`' || first == 0xB4 || first == 0x2018 ||
                                         first == 0x201A || first == 0x201B || first == 0x2039 || first == 0x203A);
            out_.norm_ += single ? '\'' : '"';
        } else if (token.kind == TokenKind::punctuation && is_dash(first)) {
            out_.norm_ += '-';
        } else {
            for (std::size_t i = 0; i < word.size(); i += utf8::length(word[i])) append_lower(utf8::decode(word, i));
        }
    }
    void append_lower(char32_t c) {
        if (char_class(c) == CharClass::joiner) return;
        if (is_apostrophe(c) || c == 0x2018 || c == U'`') return utf8::append(out_.norm_, U'\'');
        if (c == 0x2010 || c == 0x2011) return utf8::append(out_.norm_, U'-');
        utf8::append(out_.norm_, to_lower(c));
    }

    void add_paragraph(std::uint32_t first) {
        const auto last = static_cast<std::uint32_t>(out_.tokens_.size());
        const auto paragraph = static_cast<std::uint32_t>(out_.paragraphs_.size());
        const auto first_sentence = static_cast<std::uint32_t>(out_.sentences_.size());
        for (std::uint32_t begin = first; begin < last;) {
            const std::uint32_t end = sentence_end(out_, begin, last);
            const auto index = static_cast<std::uint32_t>(out_.sentences_.size());
            for (std::uint32_t i = begin; i < end; ++i) out_.tokens_[i].sentence = index;
            out_.sentences_.push_back({{begin, end}, out_.span(TokenRange{begin, end}), paragraph});
            begin = end;
        }
        out_.paragraphs_.push_back({first_sentence,
                                    static_cast<std::uint32_t>(out_.sentences_.size()),
                                    {first, last},
                                    out_.span(TokenRange{first, last})});
    }

    TokenizedText out_;
    std::vector<std::uint32_t> marks_;
    std::uint32_t byte_ = 0, code_point_ = 0;
};

TokenizedText tokenize(Text text) { return Tokenizer(std::move(text)).run(); }

Span TokenizedText::span(TokenRange range) const {
    if (range.empty()) return {};
    return {tokens_[range.begin].span.begin, tokens_[range.end - 1].span.end};
}

TokenRange TokenizedText::tokens_in(Span span) const {
    const auto before = [](const Token& token, std::uint32_t at) { return token.span.end <= at; };
    const auto first = std::lower_bound(tokens_.begin(), tokens_.end(), span.begin, before);
    const auto begins = [](const Token& token, std::uint32_t at) { return token.span.begin < at; };
    const auto last = std::lower_bound(first, tokens_.end(), span.end, begins);
    return {static_cast<std::uint32_t>(first - tokens_.begin()), static_cast<std::uint32_t>(last - tokens_.begin())};
}

std::vector<TokenRange> TokenizedText::ranges_of(const Spans& spans) const {
    std::vector<TokenRange> ranges;
    for (const Span span : spans)
        if (const TokenRange range = tokens_in(span); !range.empty()) ranges.push_back(range);
    return ranges;
}

}  // namespace hearsay
