// SPDX-License-Identifier: Apache-2.0
#include "attribution/classed_text.hpp"

#include <algorithm>

namespace hearsay {

namespace {

constexpr std::uint32_t kSpeechWords = 5;
constexpr std::uint32_t kFarthestVerb = 40;     // tokens into a clause by which its verb must come
constexpr std::uint32_t kLongestHeadline = 30;  // tokens

/// An utterance, not a quoted word: five words, or punctuation before the closing mark.
bool is_speech(const TokenizedText& text, TokenRange range) {
    std::uint32_t words = 0;
    for (auto i = range.begin; i != range.end; ++i) words += text.tokens()[i].kind == TokenKind::word;
    if (words >= kSpeechWords) return true;
    if (words == 0 || range.size() < 3) return false;
    const std::string_view last = text.norm(range.end - 2);
    return last == "," || last == "." || last == "!" || last == "?";
}

/// "Mr Connolly", and where a sentence begins "Connolly said", but "Luckily the ..." and "Luckily, ...".
bool is_name_in_ly(const TokenizedText& text, std::uint32_t i, const WordClasses& classes) {
    if (!text.tokens()[i].capitalized || !classes.adverb_by_ending(text.norm(i))) return false;
    const bool first = text.sentences()[text.tokens()[i].sentence].tokens.begin == i ||
                       text.tokens()[i - 1].kind == TokenKind::open_quote;
    return !first || (i + 1 < text.tokens().size() && (classes.of(text.norm(i + 1)) & word_class::finite));
}

}  // namespace

ClassedText::ClassedText(const Document& document, const WordClasses& classes) : document_(&document) {
    const auto tokens = document.tokens.tokens();
    classes_.reserve(tokens.size());
    for (std::uint32_t i = 0; i != tokens.size(); ++i)
        classes_.push_back(document.tokens.word(i) == "US" || is_name_in_ly(document.tokens, i, classes)
                               ? 0
                               : classes.of(document.tokens.norm(i)));
    speech_.assign(tokens.size(), kNone);
    boilerplate_.assign(tokens.size(), false);
    for (const Boilerplate& piece : document.boilerplate) {
        const TokenRange range = document.tokens.tokens_in(piece.span);
        std::fill(boilerplate_.begin() + range.begin, boilerplate_.begin() + range.end, true);
    }
    find_quotations();
}

bool ClassedText::ends_in_speech(TokenRange range) const {
    if (range.empty() || speech(range.end - 1) == kNone) return false;
    return quotations_[speech(range.end - 1)].tokens.end == range.end;
}

std::uint32_t ClassedText::words(TokenRange range) const {
    std::uint32_t count = 0;
    for (auto i = range.begin; i < range.end; ++i) count += is_word(i);
    return count;
}

bool ClassedText::finite_clause(TokenRange range) const {
    namespace wc = word_class;
    for (auto i = range.begin + 1; i < std::min(range.end, range.begin + kFarthestVerb); ++i)
        if (is(i, wc::be | wc::auxiliary | wc::modal | wc::finite) || (!capitalized(i) && norm(i).ends_with("ed")))
            return true;
    return false;
}

std::uint32_t ClassedText::past_times(std::uint32_t i) const {
    while (is(i, word_class::time) || (is(i, word_class::preposition) && is(i + 1, word_class::time))) ++i;
    return i;
}

bool is_headline(const ClassedText& reading, TokenRange range) {
    const TokenizedText& text = reading.document().tokens;
    const Sentence& sentence = text.sentences()[reading.token(range.begin).sentence];
    return text.paragraphs()[sentence.paragraph].tokens == sentence.tokens &&
           sentence.tokens.size() < kLongestHeadline && reading.is_word(sentence.tokens.end - 1);
}

void ClassedText::find_quotations() {
    const auto close = [&](std::uint32_t begin, std::uint32_t end) {
        const TokenRange range{begin, end};
        const bool speech = is_speech(document_->tokens, range);
        if (speech) std::fill(speech_.begin() + begin, speech_.begin() + end, quotations_.size());
        quotations_.push_back({range, speech});
    };
    for (const Paragraph& paragraph : document_->tokens.paragraphs()) {
        std::uint32_t open = kNone;
        bool double_mark = false;
        for (auto i = paragraph.tokens.begin; i != paragraph.tokens.end; ++i) {
            const TokenKind kind = token(i).kind;
            if (kind == TokenKind::open_quote && open == kNone) {
                open = i;
                double_mark = norm(i) == "\"";
            } else if (kind == TokenKind::close_quote && open != kNone && (norm(i) == "\"") == double_mark) {
                close(open, i + 1);
                open = kNone;
            }
        }
        // Never closed: the quotation goes on in the next paragraph, which opens it again.
        if (open != kNone) close(open, paragraph.tokens.end);
    }
}

}  // namespace hearsay
