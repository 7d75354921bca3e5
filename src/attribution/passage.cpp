// SPDX-License-Identifier: Apache-2.0
#include "attribution/passage.hpp"

#include "learn/features.hpp"

namespace hearsay {

std::vector<TokenRange> passages_of(const TokenizedText& text) {
    std::vector<TokenRange> passages;
    for (const Paragraph& paragraph : text.paragraphs()) {
        const TokenRange opening = text.sentences()[paragraph.first_sentence].tokens;
        bool alone = true;
        for (auto t = opening.begin; t != opening.end; ++t)
            alone = alone && text.tokens()[t].kind != TokenKind::open_quote;
        if (alone || passages.empty()) passages.push_back(paragraph.tokens);
        passages.back().end = paragraph.tokens.end;
    }
    return passages;
}

PassageKey key_of(const TokenizedText& text, const std::vector<Word>& words, TokenRange passage) {
    PassageKey key{passage.size(), ~std::uint64_t{passage.size()}};
    std::uint32_t sentence = UINT32_MAX, paragraph = UINT32_MAX;
    for (auto t = passage.begin; t != passage.end; ++t) {
        const Token& token = text.tokens()[t];
        const std::uint32_t its_paragraph = text.sentences()[token.sentence].paragraph;
        const auto form = static_cast<std::uint64_t>(token.kind) * 4 + 2 * (token.sentence != sentence) +
                          (its_paragraph != paragraph);
        sentence = token.sentence, paragraph = its_paragraph;
        key.high = learn::feature(key.high, words[t].norm, words[t].shape, form);
        key.low = learn::feature(key.low ^ form, words[t].shape, words[t].norm);
    }
    return key;
}

}  // namespace hearsay
