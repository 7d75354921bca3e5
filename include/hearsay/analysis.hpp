// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "hearsay/attribution/attribution.hpp"
#include "hearsay/claim/claim.hpp"
#include "hearsay/claim/near_duplicates.hpp"
#include "hearsay/document/reader.hpp"
#include "hearsay/graph/citation_graph.hpp"
#include "hearsay/metrics/centrality.hpp"
#include "hearsay/metrics/corroboration.hpp"
#include "hearsay/source/evidence.hpp"
#include "hearsay/source/source.hpp"

namespace hearsay {

/// What is kept of a document after its text was read.
struct DocumentRecord {
    std::string id, path;
    Metadatum publisher, published, url, title;
    std::string language;
    std::vector<Boilerplate> boilerplate;
    std::uint32_t replacements = 0;  ///< invalid UTF-8 sequences replaced
    boost::json::object fields;
};

/// Why a source is a hop of a chain, in the words of the document.
struct AnalyzedHop {
    HopEvidence evidence;
    std::string text;      ///< of the evidence's span
    std::string sentence;  ///< around it, cut to 400 code points; empty where that is the attribution's own
};

/// An attribution of the run with its chain, as analysis.json gives it.
struct AnalyzedAttribution {
    DocumentId document{};
    /// With the resolved stance. `parent` is an AttributionId; absent where that attribution is a mere hop.
    Attribution attribution;
    std::string source_text, cue_text, content_text;
    std::string sentence;  ///< around the cue, cut to 400 code points
    Chain chain;
    std::vector<AnalyzedHop> hops;  ///< by hop of `chain`; empty where nobody kept them
};

/// The answer for one corpus. Every vector is indexed by the id type of its kind.
struct Analysis {
    std::vector<DocumentRecord> documents;
    std::vector<SourceId> publishers;               ///< by DocumentId
    std::vector<SourceId> voices;                   ///< by DocumentId: who tells what it tells in its own voice
    std::vector<CopyOf> copies;                     ///< by DocumentId
    std::vector<Source> sources;                    ///< by SourceId
    std::vector<AnalyzedAttribution> attributions;  ///< by AttributionId
    std::vector<Claim> claims;                      ///< by ClaimId, in rank order: claims[0] has rank 1
    std::vector<Corroboration> corroboration;       ///< by ClaimId
    std::vector<SourceMetrics> metrics;             ///< by SourceId
    CitationGraph graph;
    std::vector<Skipped> skipped;
};

}  // namespace hearsay
