// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <vector>

#include "attribution/annotated_text.hpp"
#include "hearsay/attribution/attribution.hpp"
#include "syntax/annotator.hpp"

namespace hearsay {

/// Mends, with the help of tags and parse, the source that the rules took from the words before or after a cue.
///
///   const SourcePhrases phrases(models.syntax);
///   phrases.mend(text, attribution);  // "denied rumors" -> "rumors"; no source where nothing in it can speak
class SourcePhrases {
  public:
    explicit SourcePhrases(const SyntaxModels& models);
    /// Of an attribution with one source before its cue.
    void mend(const AnnotatedText& text, Attribution& attribution) const;
    /// Gives the source what a content that ends right before it took of its noun phrase ("thirty died, [the news agency]
    /// Xinhua said"), and the content what the source took of its last one ("took it from builder [Tom Pell,] clerk Mira
    /// Dant said").
    void reclaim(const AnnotatedText& text, TokenRange& source, TokenRange& content) const;
    /// A noun, a pronoun or what stands for one.
    bool is_nominal(const AnnotatedText& text, std::uint32_t token) const { return has(nouns_, text.tag(token)); }

  private:
    /// A noun phrase stays as it is. Of other words only the subject of the cue is kept, else the last noun phrase in
    /// them; of "on unconfirmed", before a cue that is a noun itself, that noun with its adjectives.
    TokenRange mended(const AnnotatedText& text, TokenRange source, TokenRange cue) const;
    bool has(const std::vector<char>& kinds, std::uint64_t id) const { return id < kinds.size() && kinds[id]; }
    bool whole(const AnnotatedText& text, TokenRange source) const;
    bool speaks(const AnnotatedText& text, std::uint32_t token) const;
    TokenRange subject(const AnnotatedText& text, TokenRange cue) const;
    std::optional<std::uint32_t> possessor(const AnnotatedText& text, TokenRange cue) const;
    TokenRange noun_before(const AnnotatedText& text, TokenRange cue) const;

    std::vector<char> nouns_, openers_, danglers_, adjectives_, modifiers_, determiners_;  // by tag
    std::vector<char> subjects_, possessors_;  // by relation
};

}  // namespace hearsay
