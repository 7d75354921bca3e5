// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "attribution/word_classes.hpp"
#include "hearsay/document/document.hpp"

namespace hearsay {

/// A stretch in quotation marks. The marks belong to it.
struct Quotation {
    TokenRange tokens;
    bool speech;  ///< long enough, or punctuated, to be an utterance; else a quoted word or phrase
};

/// What the rules look at: the tokens of a document with their word classes and quotations.
///
/// A quotation that runs over several paragraphs, each opened again and only the last closed, is one Quotation per
/// paragraph. Marks inside an open quotation do not nest further.
class ClassedText {
  public:
    static constexpr std::uint32_t kNone = UINT32_MAX;

    ClassedText(const Document& document, const WordClasses& classes);

    const Document& document() const { return *document_; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(classes_.size()); }
    std::string_view norm(std::uint32_t i) const { return document_->tokens.norm(i); }
    const Token& token(std::uint32_t i) const { return document_->tokens.tokens()[i]; }
    bool is(std::uint32_t i, std::uint32_t classes) const { return i < size() && (classes_[i] & classes) != 0; }
    bool is(std::uint32_t i, std::string_view norm_form) const { return i < size() && norm(i) == norm_form; }
    bool is_word(std::uint32_t i) const {
        return i < size() && (token(i).kind == TokenKind::word || token(i).kind == TokenKind::number);
    }
    bool capitalized(std::uint32_t i) const { return i < size() && token(i).capitalized; }
    /// Quotation that holds token i, or kNone; only utterances count, quoted words are part of the sentence around.
    std::uint32_t speech(std::uint32_t i) const { return i < size() ? speech_[i] : kNone; }
    const std::vector<Quotation>& quotations() const { return quotations_; }
    /// Whether the range ends where an utterance does.
    bool ends_in_speech(TokenRange range) const;
    std::uint32_t words(TokenRange range) const;
    /// Whether a finite verb stands in the range, near its begin: tells "the bridge is safe" from "the council on
    /// Monday".
    bool finite_clause(TokenRange range) const;
    /// Past "yesterday" and "on Thursday" at i.
    std::uint32_t past_times(std::uint32_t i) const;
    bool boilerplate(std::uint32_t i) const { return boilerplate_[i]; }

  private:
    void find_quotations();

    const Document* document_;
    std::vector<std::uint32_t> classes_;
    std::vector<Quotation> quotations_;
    std::vector<std::uint32_t> speech_;
    std::vector<bool> boilerplate_;
};

/// A line of its own without a full stop.
bool is_headline(const ClassedText& reading, TokenRange sentence);

}  // namespace hearsay
