// SPDX-License-Identifier: Apache-2.0
#include "hearsay/graph/citation_graph.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace hearsay {

std::string_view to_string(NodeKind kind) {
    switch (kind) {
        case NodeKind::source:
            return "source";
        case NodeKind::document:
            return "document";
        case NodeKind::claim:
            return "claim";
    }
    return "";
}

std::string_view to_string(Relation relation) {
    switch (relation) {
        case Relation::cites:
            return "cites";
        case Relation::publishes:
            return "publishes";
        case Relation::states:
            return "states";
        case Relation::originates:
            return "originates";
        case Relation::version_of:
            return "version_of";
        case Relation::reprint_of:
            return "reprint_of";
    }
    return "";
}

namespace {

using Key = std::pair<NodeKind, std::uint32_t>;

Key key(SourceId id) { return {NodeKind::source, static_cast<std::uint32_t>(id)}; }
Key key(DocumentId id) { return {NodeKind::document, static_cast<std::uint32_t>(id)}; }
Key key(ClaimId id) { return {NodeKind::claim, static_cast<std::uint32_t>(id)}; }

struct RawEdge {
    Key from, to;
    Relation relation;
    Stance stance = Stance::asserts;
    std::optional<ClaimId> claim;

    auto identity() const { return std::tie(from, to, relation, stance); }
};

/// Gathers nodes and edges by what they stand for; vertex numbers are given at the end, when all are known.
class Gatherer {
  public:
    explicit Gatherer(const GraphInput& input) : input_(input) {}

    void add_node(Key node) { nodes_.push_back(node); }
    void add_document(DocumentId document);
    void add_mention(const Mention& mention, ClaimId claim);
    CitationGraph finish();

  private:
    void add_edge(Key from, Key to, Relation relation) { edges_.push_back({from, to, relation, Stance::asserts, {}}); }
    std::size_t vertex(Key node) const {
        return static_cast<std::size_t>(std::lower_bound(nodes_.begin(), nodes_.end(), node) - nodes_.begin());
    }
    bool contains(Key node) const { return std::binary_search(nodes_.begin(), nodes_.end(), node); }
    void connect(CitationGraph& graph) const;

    const GraphInput& input_;
    std::vector<Key> nodes_;
    std::vector<RawEdge> edges_;
};

void Gatherer::add_document(DocumentId document) {
    const auto i = static_cast<std::size_t>(document);
    add_node(key(document));
    add_node(key(input_.publishers[i]));
    add_edge(key(document), key(input_.publishers[i]), Relation::publishes);
    if (i >= input_.copies.size()) return;
    const CopyOf& copy = input_.copies[i];
    if (copy.version_of) add_edge(key(document), key(*copy.version_of), Relation::version_of);
    if (copy.reprint_of) add_edge(key(document), key(*copy.reprint_of), Relation::reprint_of);
}

void Gatherer::add_mention(const Mention& mention, ClaimId claim) {
    const Chain& chain = mention.chain;
    for (const SourceId hop : chain) add_node(key(hop));
    if (chain.size() <= 1) {
        edges_.push_back({key(mention.document), key(claim), Relation::states, mention.stance, claim});
        return;
    }
    edges_.push_back({key(claim), key(chain.front()), Relation::originates, mention.stance, claim});
    for (std::size_t i = 1; i < chain.size(); ++i)
        if (chain[i] != chain[i - 1])
            edges_.push_back({key(chain[i]), key(chain[i - 1]), Relation::cites, mention.stance, claim});
}

CitationGraph Gatherer::finish() {
    std::sort(nodes_.begin(), nodes_.end());
    nodes_.erase(std::unique(nodes_.begin(), nodes_.end()), nodes_.end());
    std::stable_sort(edges_.begin(), edges_.end(),
                     [](const RawEdge& a, const RawEdge& b) { return a.identity() < b.identity(); });
    CitationGraph graph(nodes_.size());
    for (std::size_t i = 0; i < nodes_.size(); ++i) graph[i] = {nodes_[i].first, nodes_[i].second};
    connect(graph);
    return graph;
}

void Gatherer::connect(CitationGraph& graph) const {
    for (auto first = edges_.begin(); first != edges_.end();) {
        const auto other =
            std::find_if(first, edges_.end(), [&](const RawEdge& e) { return e.identity() != first->identity(); });
        const bool one_claim = std::all_of(first, other, [&](const RawEdge& e) { return e.claim == first->claim; });
        const Edge edge{first->relation, first->stance, static_cast<std::uint32_t>(other - first),
                        one_claim ? first->claim : std::nullopt};
        if (contains(first->to))  // it does not where a copy's original is no part of this graph
            boost::add_edge(vertex(first->from), vertex(first->to), edge, graph);
        first = other;
    }
}

}  // namespace

CitationGraph build_citation_graph(const GraphInput& input) {
    Gatherer gatherer(input);
    for (std::uint32_t i = 0; i < input.sources.size(); ++i) gatherer.add_node(key(SourceId{i}));
    for (std::uint32_t i = 0; i < input.publishers.size(); ++i) gatherer.add_document(DocumentId{i});
    for (std::uint32_t i = 0; i < input.claims.size(); ++i) {
        gatherer.add_node(key(ClaimId{i}));
        for (const Mention& mention : input.claims[i].mentions) gatherer.add_mention(mention, ClaimId{i});
    }
    return gatherer.finish();
}

CitationGraph claim_graph(const GraphInput& input, ClaimId claim) {
    Gatherer gatherer(input);
    gatherer.add_node(key(claim));
    std::vector<DocumentId> documents;
    for (const Mention& mention : input.claims[static_cast<std::size_t>(claim)].mentions) {
        gatherer.add_mention(mention, claim);
        documents.push_back(mention.document);
    }
    std::sort(documents.begin(), documents.end());
    documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
    for (const DocumentId document : documents) gatherer.add_document(document);
    return gatherer.finish();
}

}  // namespace hearsay
