// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "hearsay/attribution/attribution.hpp"
#include "hearsay/source/evidence.hpp"
#include "hearsay/source/gazetteer.hpp"

namespace hearsay {

/// An attribution of a document with the hops that it took; `chain` indexes DocumentSources::sources, origin first,
/// publisher last.
struct ResolvedAttribution {
    std::uint32_t attribution = 0;  ///< index in the extractor's list
    std::vector<std::uint32_t> chain;
    Stance stance = Stance::asserts;  ///< the extractor's, or `confirms` where it vouches for somebody else's report
    /// The attribution (index in this list's `attribution` numbering) whose report it endorses, denies or doubts, where
    /// "a recent report", "the claims", "as Ukrainian media reported" could be resolved inside the article.
    std::optional<std::uint32_t> about;
    std::vector<HopEvidence> evidence;  ///< of each hop of `chain`
};

/// The sources of one document, each once, and the chains of its attributions. Ids are local to the document until
/// SourceRegistry::add gives them an identity across documents.
struct DocumentSources {
    std::vector<Source> sources;  ///< [publisher] is always there
    std::uint32_t publisher = 0;
    /// Who tells what the article tells in its own voice: the one other outlet that its dateline or byline credits with
    /// the story ("LUND (AP) --" on CNN), else the publisher.
    std::uint32_t voice = 0;
    /// In the extractor's order. An attribution that only passes on another one ("…, according to Yonhap" over "Kim
    /// told lawmakers that …") is not here: it is a hop of that one's chain.
    std::vector<ResolvedAttribution> attributions;
};

/// Leads the mentions of a document ("Kim", "the minister", "he", "South Korea's defence chief", "the agency") back to
/// one source each and reads the chain of every attribution. Const: one resolver serves all threads. Linear in the
/// length of the document.
///
///   const ChainResolver resolver{gazetteer};
///   const DocumentSources found = resolver.resolve(document, extractor.extract(document));
class ChainResolver {
  public:
    /// Reads its word lists from `lexicons`, by default resource_directory() / "lexicons". Throws ResourceError where
    /// one is missing or damaged.
    explicit ChainResolver(const Gazetteer& gazetteer);
    ChainResolver(const Gazetteer& gazetteer, const std::filesystem::path& lexicons);
    DocumentSources resolve(const Document& document, const std::vector<Attribution>& attributions) const;

  private:
    struct Lexicon;
    Gazetteer gazetteer_;
    std::shared_ptr<const Lexicon> lexicon_;
};

}  // namespace hearsay
