// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <vector>

#include "hearsay/analysis.hpp"
#include "hearsay/claim/matcher.hpp"
#include "hearsay/claim/mentions.hpp"
#include "hearsay/metrics/loose_sources.hpp"
#include "hearsay/source/registry.hpp"

namespace hearsay {

/// Everything that one document contributes, with ids that are local to it. Its tokens are gone by now.
struct DocumentFindings {
    DocumentRecord record;
    std::vector<AnalyzedAttribution>
        attributions;  ///< as the extractor numbers them; `document` and `chain` not yet set
    DocumentSources sources;
    std::vector<Statement> statements;
    DocumentSketch sketch;
};

/// Pure: may run on any thread.
DocumentFindings findings_of(Document document, const Extractor& extractor, const ChainResolver& resolver);

/// Puts the documents' findings together: gives sources, attributions and claims their run-wide ids, then measures.
/// Documents are added in input order.
class AnalysisBuilder {
  public:
    AnalysisBuilder(const Gazetteer& gazetteer, const std::filesystem::path& lexicons)
        : registry_(gazetteer), matcher_(lexicons), loose_(LooseSources::load(lexicons)) {}

    void add(DocumentFindings found);
    void add(Skipped skipped) { analysis_.skipped.push_back(std::move(skipped)); }
    bool empty() const { return analysis_.documents.empty(); }
    /// The builder is used up by it.
    Analysis finish();

  private:
    using RunIds = std::vector<std::optional<AttributionId>>;  // by the extractor's index
    RunIds add_attributions(DocumentFindings& found, const std::vector<SourceId>& sources);
    void add_mention(Statement statement, const DocumentFindings& found, const std::vector<SourceId>& sources,
                     const RunIds& run_ids);
    /// Puts the registry's last ids in the place of those given out while reading.
    void renumber(const std::vector<SourceId>& last);
    void renumber_variants(const std::vector<ClaimId>& order);
    void measure();

    SourceRegistry registry_;
    ClaimMatcher matcher_;
    std::vector<Mention> mentions_;
    LooseSources loose_;
    NearDuplicates copies_;
    Analysis analysis_;
};

}  // namespace hearsay
