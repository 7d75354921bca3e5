// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <vector>

#include "hearsay/text/tokenizer.hpp"
#include "syntax/annotation.hpp"
#include "syntax/words.hpp"

namespace hearsay {

/// A document as the trained extractor sees it: per token its form, its syntax and its place in quotations.
///
/// `lowest` and `highest` bound a token's subtree. `clause` is the nearest token upwards, itself included, that heads a
/// clause (ccomp, advcl, relcl, root, ...).
struct AnnotatedText {
    AnnotatedText(const TokenizedText& text, const std::vector<Word>& words, const Annotation& syntax);

    std::uint32_t size() const { return static_cast<std::uint32_t>(words.size()); }
    std::uint64_t norm(std::uint32_t i) const { return i < size() ? words[i].norm : kOutside; }
    std::uint64_t tag(std::uint32_t i) const { return i < size() ? syntax.tags[i] : kOutside; }
    std::uint64_t entity(std::uint32_t i) const { return i < size() ? syntax.entities[i] : kOutside; }
    std::uint64_t relation(std::uint32_t i) const { return i < size() ? syntax.relations[i] : kOutside; }
    std::uint64_t shape(std::uint32_t i) const { return i < size() ? words[i].shape : kOutside; }
    std::uint64_t fine(std::uint32_t i) const { return i < size() ? words[i].fine : kOutside << 8; }
    std::uint64_t coarse(std::uint32_t i) const { return i < size() ? words[i].coarse : kOutside << 8; }
    std::uint32_t head(std::uint32_t i) const { return i < size() ? syntax.heads[i] : kRoot; }
    bool quoted(std::uint32_t i) const { return i < size() && quotation[i] != kNone; }
    bool mark(std::uint32_t i) const;  ///< a quotation mark

    static constexpr std::uint32_t kNone = UINT32_MAX;
    static constexpr std::uint64_t kOutside = 255;

    const TokenizedText& text;
    const std::vector<Word>& words;
    const Annotation& syntax;
    std::vector<std::uint32_t> lowest, highest;
    std::vector<std::uint32_t> quotation;   ///< index into `quotations`, or kNone; the marks belong to it
    std::vector<TokenRange> quotations;

  private:
    void find_subtrees();
    void find_quotations();
};

}  // namespace hearsay
