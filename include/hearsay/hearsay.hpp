// SPDX-License-Identifier: Apache-2.0
#pragma once

/// hearsay reads news articles and tells how many independent sources really stand behind each claim.
///
/// The whole flow in one call:
///
///   #include <hearsay/hearsay.hpp>
///
///   const hearsay::Analysis analysis = hearsay::analyze({"articles/"}, {});
///   for (std::size_t i = 0; i < analysis.claims.size(); ++i)
///       std::cout << analysis.corroboration[i].independent_origins << "  " << analysis.claims[i].text << '\n';
///
/// Or stage by stage, here for one article; every stage can be used without the later ones:
///
///   const auto lexicons = hearsay::resource_directory() / "lexicons";
///   const auto gazetteer = hearsay::Gazetteer::load(lexicons);
///   const auto extractor = hearsay::TrainedExtractor::load(hearsay::resource_directory());
///   const hearsay::ChainResolver resolver{gazetteer};
///
///   hearsay::DocumentReader reader({"article.txt"}, [](const hearsay::Skipped& s) { std::cerr << s.cause << '\n'; });
///   while (auto raw = reader.next()) {
///       const auto known = [&](std::string_view name) { return gazetteer.outlet(name) != nullptr; };
///       const hearsay::Document document = hearsay::prepare_document(std::move(*raw), known);
///       const auto attributions = extractor.extract(document);
///       const auto found = resolver.resolve(document, attributions);
///       for (const auto& resolved : found.attributions)
///           std::cout << found.sources[resolved.chain.front()].name << ": "
///                     << document.text().slice(attributions[resolved.attribution].content) << '\n';
///   }
///
/// The stages, in the order in which a text goes through them. A stage knows only those above it.

// text: bytes -> code points, tokens, sentences, paragraphs
#include "hearsay/text/text.hpp"
#include "hearsay/text/tokenizer.hpp"
#include "hearsay/text/language.hpp"
// document: files, folders and streams -> articles with publisher, date and boilerplate
#include "hearsay/document/document.hpp"
#include "hearsay/document/reader.hpp"
// attribution: who is reported to have said what
#include "hearsay/attribution/attribution.hpp"
#include "hearsay/attribution/cue_lexicon.hpp"
#include "hearsay/attribution/rule_extractor.hpp"
#include "hearsay/attribution/trained_extractor.hpp"
#include "hearsay/attribution/annotations.hpp"
#include "hearsay/attribution/scores.hpp"
// source: one identity per source, and the chain from the origin to the publisher
#include "hearsay/source/source.hpp"
#include "hearsay/source/source_table.hpp"
#include "hearsay/source/evidence.hpp"
#include "hearsay/source/gazetteer.hpp"
#include "hearsay/source/chain_resolver.hpp"
#include "hearsay/source/registry.hpp"
// claim: which statements say the same, and which articles are copies
#include "hearsay/claim/claim.hpp"
#include "hearsay/claim/mentions.hpp"
#include "hearsay/claim/near_duplicates.hpp"
#include "hearsay/claim/matcher.hpp"
// graph: who has it from whom
#include "hearsay/graph/citation_graph.hpp"
// metrics: independent origins, and a source's place in the graph
#include "hearsay/metrics/loose_sources.hpp"
#include "hearsay/metrics/corroboration.hpp"
#include "hearsay/metrics/centrality.hpp"
// the whole flow
#include "hearsay/analysis.hpp"
#include "hearsay/pipeline.hpp"
// render: pictures and files
#include "hearsay/render/analysis_json.hpp"
#include "hearsay/render/claims_csv.hpp"
#include "hearsay/render/drawing.hpp"
#include "hearsay/render/explain.hpp"
#include "hearsay/render/ranking.hpp"
// store: results in a database that can be added to
#include "hearsay/batch.hpp"
#include "hearsay/store/run_changes.hpp"
#include "hearsay/store/run_directory.hpp"
#include "hearsay/store/run_reader.hpp"
// what goes wrong, and where the lexicons are
#include "hearsay/error.hpp"
#include "hearsay/resources.hpp"
