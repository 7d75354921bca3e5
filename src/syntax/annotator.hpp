// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <span>
#include <vector>

#include "hearsay/text/tokenizer.hpp"
#include "learn/linear_model.hpp"
#include "learn/sequence_decoder.hpp"
#include "syntax/annotation.hpp"
#include "syntax/parser.hpp"
#include "syntax/words.hpp"

namespace hearsay {

/// The models of a syntactic annotation: tags, entities, arcs and their relations.
struct SyntaxModels {
    learn::LinearModel tags, entities, arcs, relations;
    /// Reads tags.model, entities.model, arcs.model and relations.model; throws ResourceError.
    static SyntaxModels load(const std::filesystem::path& folder);
    void save(const std::filesystem::path& folder) const;
};

/// Tags and parses texts. Scratch space of one worker; the models are shared.
class Annotator {
  public:
    explicit Annotator(const SyntaxModels& models)
        : models_(models), tags_(models.tags), entities_(models.entities), moves_(models.arcs.stride()),
          scores_(models.relations.stride()) {}
    Annotation annotate(const TokenizedText& text, const std::vector<Word>& words);
    /// Annotates only these stretches of whole sentences, in place; `out` has room for all words.
    void annotate(const TokenizedText& text, const std::vector<Word>& words, std::span<const TokenRange> stretches,
                  Annotation& out);

  private:
    void tag(const std::vector<Word>& words, TokenRange sentence, Annotation& out);
    void find_entities(const std::vector<Word>& words, TokenRange sentence, Annotation& out);
    Move choose(const ParseState& state);
    void parse(const std::vector<Word>& words, TokenRange sentence, Annotation& out);

    const SyntaxModels& models_;
    learn::SequenceDecoder tags_, entities_;
    learn::FeatureSequence features_;
    std::vector<learn::Feature> flat_;
    std::vector<std::int32_t> moves_, scores_;
};

}  // namespace hearsay
