// SPDX-License-Identifier: Apache-2.0
#include "attribution/annotated_text.hpp"

#include <algorithm>

namespace hearsay {

AnnotatedText::AnnotatedText(const TokenizedText& t, const std::vector<Word>& w, const Annotation& s)
    : text(t), words(w), syntax(s) {
    find_subtrees();
    find_quotations();
}

bool AnnotatedText::mark(std::uint32_t i) const {
    return i < size() &&
           (text.tokens()[i].kind == TokenKind::open_quote || text.tokens()[i].kind == TokenKind::close_quote);
}

void AnnotatedText::find_subtrees() {
    lowest.resize(size()), highest.resize(size());
    for (std::uint32_t i = 0; i != size(); ++i) lowest[i] = highest[i] = i;
    for (std::uint32_t i = 0; i != size(); ++i)
        for (std::uint32_t h = syntax.heads[i]; h != kRoot; h = syntax.heads[h]) {
            lowest[h] = std::min(lowest[h], i);
            highest[h] = std::max(highest[h], i);
        }
}

void AnnotatedText::find_quotations() {
    quotation.assign(size(), kNone);
    const auto close = [&](std::uint32_t begin, std::uint32_t end) {
        std::fill(quotation.begin() + begin, quotation.begin() + end, static_cast<std::uint32_t>(quotations.size()));
        quotations.push_back({begin, end});
    };
    for (const Paragraph& paragraph : text.paragraphs()) {
        std::uint32_t open = kNone;
        for (auto i = paragraph.tokens.begin; i != paragraph.tokens.end; ++i) {
            const bool twofold = text.norm(i) == "\"";
            const TokenKind kind = text.tokens()[i].kind;
            if (kind == TokenKind::open_quote && open == kNone) {
                open = i;
            } else if (kind == TokenKind::close_quote && open != kNone && (text.norm(open) == "\"") == twofold) {
                close(open, i + 1);
                open = kNone;
            }
        }
        if (open != kNone) close(open, paragraph.tokens.end);  // goes on in the next paragraph, which opens it again
    }
}

}  // namespace hearsay
