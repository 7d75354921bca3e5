// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <vector>

#include "claim/mention_reading.hpp"
#include "hearsay/analysis.hpp"
#include "hearsay/claim/mentions.hpp"
#include "hearsay/source/chain_resolver.hpp"
#include "hearsay/text/tokenizer.hpp"

namespace hearsay {

/// Everything that one document contributes, with ids that are local to it. Its tokens are gone by now.
struct DocumentFindings {
    DocumentRecord record;
    std::vector<AnalyzedAttribution>
        attributions;  ///< as the extractor numbers them; `document` and `chain` not yet set
    DocumentSources sources;
    std::vector<Statement> statements;
    std::vector<TokenizedText> statement_texts;          ///< by statement, from tokenize_texts; or none
    std::optional<TokenizedText> source_names;           ///< of the named ones, from tokenize_texts
    std::vector<ClaimMatcher::Reading> statements_read;  ///< by statement, from AnalysisBuilder::read
    std::vector<TermId> source_words;                    ///< of these names, from AnalysisBuilder::read
    std::vector<SourceId> in_run;                        ///< by source, from AnalysisBuilder::read
    bool read = false;                                   ///< by AnalysisBuilder::read
    bool known = false;                                  ///< to the builder, which so needs no texts
    DocumentSketch sketch;
};

}  // namespace hearsay
