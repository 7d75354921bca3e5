// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <boost/graph/adjacency_list.hpp>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "hearsay/claim/claim.hpp"
#include "hearsay/claim/near_duplicates.hpp"
#include "hearsay/source/source.hpp"

namespace hearsay {

enum class NodeKind : std::uint8_t { source, document, claim };
std::string_view to_string(NodeKind kind);
/// What an edge says of its two ends; edges point the way that information is cited, from who has it to whom he has it
/// from, as a citation does.
enum class Relation : std::uint8_t {
    cites,       ///< source -> source: the later hop has it from the earlier hop
    publishes,   ///< document -> source: its publisher
    states,      ///< document -> claim: on the publisher's own authority
    originates,  ///< claim -> source: the origin of an attributed chain (any stance)
    version_of,  ///< document -> document
    reprint_of   ///< document -> document
};
std::string_view to_string(Relation relation);

struct Node {
    NodeKind kind;
    std::uint32_t index;  ///< SourceId, DocumentId or ClaimId
};

struct Edge {
    Relation relation;
    Stance stance = Stance::asserts;
    std::uint32_t mentions =
        1;  ///< how many mentions took this edge; 1 where none does (publishes, version_of, reprint_of)
    std::optional<ClaimId> claim;  ///< absent where the edge stands for several claims, or for none
};

using CitationGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, Node, Edge>;

/// Everything the graph is built from, by reference. Every id in it is a valid index; `copies` may be shorter than
/// `publishers`: the other documents stand alone.
struct GraphInput {
    const std::vector<Source>& sources;  ///< by SourceId
    const std::vector<Claim>& claims;
    const std::vector<SourceId>& publishers;  ///< by DocumentId
    const std::vector<CopyOf>& copies;        ///< by DocumentId
};

/// Builds the directed graph of who has it from whom.
///
///   const CitationGraph graph = build_citation_graph({sources, claims, publishers, copies});
///   for (const auto edge : boost::make_iterator_range(edges(graph)))
///       if (graph[edge].relation == Relation::cites)
///           std::cout << sources[graph[source(edge, graph)].index].name << " has it from "
///                     << sources[graph[target(edge, graph)].index].name << '\n';
///
/// Nodes: sources in id order, then documents, then claims, so that SourceId i is vertex i. Equal edges (same ends,
/// relation, stance) are one edge with a count, and come sorted by their ends. A chain that names one source twice
/// running has no edge for it. O(n log n) in the total length of the chains.
CitationGraph build_citation_graph(const GraphInput& input);

/// The part of it behind one claim: only the sources and hops on the chains of that claim's mentions, the documents
/// with those mentions, and the claim; in the same order, numbered afresh. O(n log n) in the length of those chains.
CitationGraph claim_graph(const GraphInput& input, ClaimId claim);

}  // namespace hearsay
