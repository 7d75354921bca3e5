// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "built_analysis.hpp"
#include "findings.hpp"
#include "hearsay/metrics/loose_sources.hpp"
#include "hearsay/source/registry.hpp"
#include "lean_mentions.hpp"
#include "store/run_memory.hpp"

namespace hearsay {

/// Pure: may run on any thread.
DocumentFindings findings_of(Document document, const Extractor& extractor, const ChainResolver& resolver);

/// Does beforehand what AnalysisBuilder::read would have to. Pure, too.
void tokenize_texts(DocumentFindings& found);

/// From where a builder goes on.
struct Growth {
    std::size_t settled = SIZE_MAX;     ///< after how many documents words are weighed for good
    std::optional<RunMemory> memory{};  ///< of the first documents; they have to be those that it was made of
};

/// Puts the documents' findings together: gives sources, attributions and claims their run-wide ids, then measures.
/// Documents are added in input order.
class AnalysisBuilder {
  public:
    AnalysisBuilder(const Gazetteer& gazetteer, const std::filesystem::path& lexicons, unsigned threads,
                    Keep keep = Keep::everything, Growth growth = {}, const PairModels& models = {});

    /// Does beforehand what add() would have to. To be called in the order of add(), but may run beside it, on another
    /// thread.
    void read(DocumentFindings& found);
    void add(DocumentFindings found);
    void add(Skipped skipped) { built_.analysis.skipped.push_back(std::move(skipped)); }
    bool empty() const { return built_.analysis.publishers.empty(); }
    /// The builder is used up by it. `sources_known` is called on another thread, while claims are matched, when
    /// sources and identities are what they will be.
    BuiltAnalysis finish(const std::function<void(const BuiltAnalysis&)>& sources_known = {});

  private:
    using RunIds = std::vector<std::optional<AttributionId>>;  // by the extractor's index
    DocumentId document() const { return DocumentId{static_cast<std::uint32_t>(built_.analysis.publishers.size())}; }
    RunIds number_attributions(const DocumentSources& found);
    void add_attributions(DocumentFindings& found, const std::vector<SourceId>& sources, const RunIds& run_ids);
    void add_mention(std::size_t index, DocumentFindings& found, const std::vector<SourceId>& sources,
                     const RunIds& run_ids);
    void finish_sources();
    void finish_claims();
    /// Puts the registry's last ids in the place of those given out while reading.
    void renumber(const std::vector<SourceId>& last);
    void renumber_variants(const std::vector<ClaimId>& order);
    void measure();

    // Each gives its memory back as soon as it is finished, for the next.
    std::optional<SourceRegistry> registry_;
    std::optional<ClaimMatcher> matcher_;
    std::optional<NearDuplicates> copies_{std::in_place};
    NearDuplicates::Memory known_copies_;
    std::size_t settled_;            // documents
    std::size_t read_ = 0;           // documents; on the thread of read()
    std::vector<Mention> mentions_;  // those with texts
    LeanMentions lean_mentions_;     // those without, until the claims are known
    LooseSources loose_;
    unsigned threads_;
    Keep keep_;
    std::uint32_t attributions_ = 0;
    BuiltAnalysis built_;
};

}  // namespace hearsay
