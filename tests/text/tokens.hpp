// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/text/tokenizer.hpp"

namespace hearsay::test {

inline TokenizedText tokenized(std::string_view bytes) { return tokenize(Text::decode(bytes)); }

/// The tokens joined by '|'; an opening quotation mark has '<' before it, a closing one '>' after it.
inline std::string marked(std::string_view bytes) {
    const TokenizedText text = tokenized(bytes);
    std::string out;
    for (std::size_t i = 0; i < text.tokens().size(); ++i) {
        const TokenKind kind = text.tokens()[i].kind;
        if (i > 0) out += '|';
        if (kind == TokenKind::open_quote) out += '<';
        out += text.word(i);
        if (kind == TokenKind::close_quote) out += '>';
    }
    return out;
}

/// The text of each sentence.
inline std::vector<std::string> sentences(std::string_view bytes) {
    const TokenizedText text = tokenized(bytes);
    std::vector<std::string> out;
    for (const Sentence& sentence : text.sentences()) out.emplace_back(text.text().slice(sentence.span));
    return out;
}

/// The text of each paragraph.
inline std::vector<std::string> paragraphs(std::string_view bytes) {
    const TokenizedText text = tokenized(bytes);
    std::vector<std::string> out;
    for (const Paragraph& paragraph : text.paragraphs()) out.emplace_back(text.text().slice(paragraph.span));
    return out;
}

}  // namespace hearsay::test
