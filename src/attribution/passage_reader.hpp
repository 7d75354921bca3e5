// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "attribution/passage_memory.hpp"
#include "syntax/annotator.hpp"

namespace hearsay {

/// Reads one document with the linear models, but for the passages that were read before.
///
///   PassageReader passages(memory, text, words);
///   const Annotation syntax = passages.annotate(syntax_models);
///   for (const FoundAttribution& f : passages.find_attributions(models, AnnotatedText(text, words, syntax))) ...
class PassageReader {
  public:
    PassageReader(PassageMemory& memory, const TokenizedText& text, const std::vector<Word>& words);
    Annotation annotate(const SyntaxModels& models) const;
    /// What annotate() gave is what `e` is of. Leaves to the memory what it did not have.
    std::vector<FoundAttribution> find_attributions(const AttributionModels& models, const AnnotatedText& e);

  private:
    struct Passage {
        TokenRange tokens;
        PassageKey key;
        PassageMemory::Kept kept;
    };
    PassageMemory& memory_;
    const TokenizedText& text_;
    const std::vector<Word>& words_;
    std::vector<Passage> passages_;
};

}  // namespace hearsay
