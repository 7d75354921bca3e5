// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "hearsay/text/tokenizer.hpp"
#include "syntax/annotation.hpp"
#include "syntax/words.hpp"

namespace hearsay {

/// An attribution as annotated.
struct GoldAttribution {
    Spans source, cue, content;
};

/// One article of PolNeAR, with the syntax that Stanford CoreNLP gave it carried over to our tokens.
struct TrainingDocument {
    std::string id, publisher;
    TokenizedText text;
    std::vector<Word> words;
    Annotation syntax;  ///< empty where the article has none
    std::vector<GoldAttribution> attributions;
};

struct Corpus {
    std::vector<TrainingDocument> documents;
    std::vector<std::string> tags, entities, relations;  ///< what the numbers of `syntax` stand for
};

/// Reads FOLDER/PART.jsonl and FOLDER/PART.conll.gz. Label lists are taken from `labels`, if given, so that two parts share
/// them; unknown labels become the first. Throws CorpusError with file, line and cause.
Corpus load_corpus(const std::filesystem::path& folder, const std::string& part, const Vocabulary& vocabulary,
                   const Corpus* labels = nullptr);

}  // namespace hearsay
