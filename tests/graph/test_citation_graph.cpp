// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <string>

#include "hearsay/graph/citation_graph.hpp"

using namespace hearsay;
using ::testing::ElementsAre;

namespace {

constexpr SourceId kMinister{0}, kAgency{1}, kGazette{2}, kHerald{3};
constexpr DocumentId kFirst{0}, kSecond{1}, kThird{2};

/// Two versions of one Gazette story and a Herald article, on two claims.
struct Corpus {
    std::vector<Source> sources{4};
    std::vector<SourceId> publishers{kGazette, kGazette, kHerald};
    std::vector<CopyOf> copies{{}, {kFirst, {}}, {}};
    std::vector<Claim> claims{2};

    Corpus() {
        const char* names[] = {"Minister", "Agency", "Gazette", "Herald"};
        for (std::size_t i = 0; i < sources.size(); ++i) sources[i].name = names[i];
        says(0, kFirst, {kMinister, kAgency, kGazette});
        says(0, kSecond, {kMinister, kAgency, kGazette});
        says(0, kThird, {kMinister, kHerald}, Stance::denies);
        says(1, kSecond, {kMinister, kAgency, kGazette});
        says(1, kThird, {kHerald});
    }
    void says(std::size_t claim, DocumentId document, Chain chain, Stance stance = Stance::asserts) {
        Mention mention;
        mention.document = document;
        mention.chain = std::move(chain);
        mention.stance = stance;
        claims[claim].mentions.push_back(std::move(mention));
    }
    GraphInput input() const { return {sources, claims, publishers, copies}; }
    std::string label(const Node& node) const {
        if (node.kind == NodeKind::source) return sources[node.index].name;
        return std::string(to_string(node.kind)) + ' ' + std::to_string(node.index);
    }
    /// The edges as "Gazette cites Agency x3", with the stance where it is not the usual one and the claim where it is
    /// one.
    std::vector<std::string> edges_of(const CitationGraph& graph) const {
        std::vector<std::string> lines;
        for (const auto e : boost::make_iterator_range(edges(graph))) {
            const Edge& edge = graph[e];
            std::string line = label(graph[source(e, graph)]) + ' ' + std::string(to_string(edge.relation)) + ' ' +
                               label(graph[target(e, graph)]);
            if (edge.stance == Stance::denies) line += " (denies)";
            if (edge.mentions > 1) line += " x" + std::to_string(edge.mentions);
            if (edge.claim) line += " of " + std::to_string(static_cast<std::uint32_t>(*edge.claim));
            lines.push_back(line);
        }
        std::sort(lines.begin(), lines.end());
        return lines;
    }
};

std::vector<std::string> nodes_of(const Corpus& corpus, const CitationGraph& graph) {
    std::vector<std::string> labels;
    for (const auto v : boost::make_iterator_range(vertices(graph))) labels.push_back(corpus.label(graph[v]));
    return labels;
}

}  // namespace

TEST(CitationGraph, HoldsSourcesThenDocumentsThenClaims) {
    const Corpus corpus;
    EXPECT_THAT(nodes_of(corpus, build_citation_graph(corpus.input())),
                ElementsAre("Minister", "Agency", "Gazette", "Herald", "document 0", "document 1", "document 2",
                            "claim 0", "claim 1"));
}

TEST(CitationGraph, PointsFromWhoHasItToWhomHeHasItFrom) {
    // Minister <── Agency <── Gazette <── documents 0 and 1;  Minister <── Herald <── document 2 ──> claim 1
    const Corpus corpus;
    EXPECT_THAT(
        corpus.edges_of(build_citation_graph(corpus.input())),
        ElementsAre("Agency cites Minister x3", "Gazette cites Agency x3", "Herald cites Minister (denies) of 0",
                    "claim 0 originates Minister (denies) of 0", "claim 0 originates Minister x2 of 0",
                    "claim 1 originates Minister of 1", "document 0 publishes Gazette", "document 1 publishes Gazette",
                    "document 1 version_of document 0", "document 2 publishes Herald",
                    "document 2 states claim 1 of 1"));
}

TEST(CitationGraph, OfOneClaimLeavesOutWhatOthersUse) {
    const Corpus corpus;
    const CitationGraph graph = claim_graph(corpus.input(), ClaimId{1});
    EXPECT_THAT(nodes_of(corpus, graph),
                ElementsAre("Minister", "Agency", "Gazette", "Herald", "document 1", "document 2", "claim 1"));
    EXPECT_THAT(corpus.edges_of(graph), ElementsAre("Agency cites Minister of 1", "Gazette cites Agency of 1",
                                                    "claim 1 originates Minister of 1", "document 1 publishes Gazette",
                                                    "document 2 publishes Herald", "document 2 states claim 1 of 1"));
}

TEST(CitationGraph, OfOneClaimLinksCopiesThatBothStateIt) {
    const Corpus corpus;
    EXPECT_THAT(corpus.edges_of(claim_graph(corpus.input(), ClaimId{0})),
                ::testing::Contains("document 1 version_of document 0"));
}

TEST(CitationGraph, LinksReprintsAndSkipsHopsToOneself) {
    Corpus corpus;
    corpus.copies = {{}, {}, {{}, kFirst}};
    corpus.claims.resize(1);
    corpus.claims[0].mentions.clear();
    corpus.says(0, kThird, {kMinister, kHerald, kHerald});
    EXPECT_THAT(
        corpus.edges_of(build_citation_graph(corpus.input())),
        ElementsAre("Herald cites Minister of 0", "claim 0 originates Minister of 0", "document 0 publishes Gazette",
                    "document 1 publishes Gazette", "document 2 publishes Herald", "document 2 reprint_of document 0"));
}

TEST(CitationGraph, OfNothingIsEmpty) {
    const std::vector<Source> sources;
    const std::vector<Claim> claims;
    const std::vector<SourceId> publishers;
    const std::vector<CopyOf> copies;
    EXPECT_EQ(num_vertices(build_citation_graph({sources, claims, publishers, copies})), 0);
}

TEST(CitationGraph, NamesItsRelations) {
    EXPECT_EQ(to_string(Relation::version_of), "version_of");
    EXPECT_EQ(to_string(NodeKind::claim), "claim");
}
