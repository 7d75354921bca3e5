// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <cmath>
#include <numeric>
#include <random>

#include "hearsay/metrics/centrality.hpp"
#include "metrics/source_network.hpp"
#include "metrics/terse_corpus.hpp"

using namespace hearsay;
using namespace hearsay::testing;

namespace {

SourceMetrics of(TerseCorpus& corpus, const std::string& name) {
    return corpus.metrics()[static_cast<std::size_t>(corpus.source(name))];
}

TerseCorpus random_corpus(std::uint64_t seed, std::size_t sources, std::size_t chains) {
    std::mt19937_64 random(seed);
    TerseCorpus corpus;
    for (std::size_t i = 0; i < chains; ++i) {
        std::vector<std::string> chain(2 + random() % 3);
        for (auto& hop : chain) hop = std::to_string(random() % sources);
        corpus.says(chain);
        if (random() % 4 == 0) corpus.next_claim();
    }
    return corpus;
}

std::vector<double> betweenness_by_boost(const SourceNetwork& network) {
    boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS> graph(num_vertices(network));
    for (const auto edge : boost::make_iterator_range(edges(network)))
        add_edge(source(edge, network), target(edge, network), graph);
    std::vector<double> centrality(num_vertices(network));
    boost::brandes_betweenness_centrality(
        graph, boost::make_iterator_property_map(centrality.begin(), get(boost::vertex_index, graph)));
    const double n = num_vertices(network);
    for (double& value : centrality) value /= (n - 1) * (n - 2);
    return centrality;
}

}  // namespace

TEST(SourceMetrics, CountEachClaimOnceByItsPart) {
    TerseCorpus corpus;
    corpus.says({"Kim", "Agency", "Gazette"});
    corpus.says({"Kim", "Agency", "Herald"});
    corpus.next_claim();
    corpus.says({"Agency", "Gazette"});
    corpus.says({"Gazette"});
    const auto kim = of(corpus, "Kim"), agency = of(corpus, "Agency"), gazette = of(corpus, "Gazette");
    EXPECT_EQ(kim.claims_originated, 1);
    EXPECT_EQ(agency.claims_originated, 1);
    EXPECT_EQ(agency.claims_relayed, 1);
    EXPECT_EQ(agency.claims_published, 0);
    EXPECT_EQ(gazette.claims_published, 2);
    EXPECT_EQ(gazette.claims_originated, 1);
}

TEST(SourceMetrics, MergeParallelEdgesAndSkipWhoQuotesHimself) {
    TerseCorpus corpus;
    corpus.says({"Kim", "Gazette", "Gazette"});
    corpus.says({"Kim", "Gazette"});
    EXPECT_EQ(of(corpus, "Kim").in_degree, 1);
    EXPECT_EQ(of(corpus, "Gazette").out_degree, 1);
    EXPECT_FALSE(of(corpus, "Gazette").circular);
}

TEST(SourceMetrics, FindCirclesAcrossClaims) {
    auto corpus = cites({{"Gazette", "Herald"}, {"Herald", "Kim"}});
    EXPECT_FALSE(of(corpus, "Herald").circular);
    corpus.next_claim();
    corpus.says({"Gazette", "Herald"});
    EXPECT_TRUE(of(corpus, "Herald").circular);
    EXPECT_TRUE(of(corpus, "Gazette").circular);
    EXPECT_FALSE(of(corpus, "Kim").circular);
}

TEST(SourceMetrics, OfNoSourcesAreEmpty) { EXPECT_TRUE(TerseCorpus().metrics().empty()); }

TEST(SourceMetrics, OfOneSourceAreAllItHas) {
    TerseCorpus corpus;
    corpus.says({"Gazette"});
    EXPECT_DOUBLE_EQ(corpus.metrics().at(0).pagerank, 1);
    EXPECT_DOUBLE_EQ(corpus.metrics().at(0).betweenness, 0);
}

TEST(PageRank, SumsToOne) {
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const auto metrics = random_corpus(seed, 30, 60).metrics();
        const double sum = std::accumulate(metrics.begin(), metrics.end(), 0.0,
                                           [](double total, const SourceMetrics& m) { return total + m.pagerank; });
        EXPECT_NEAR(sum, 1, 1e-9) << "seed " << seed;
    }
}

TEST(PageRank, IsAFixedPointOfItsDefinition) {
    const auto corpus = random_corpus(7, 20, 30);
    const SourceNetwork network = source_network(corpus.input());
    const auto rank = pagerank(network);
    const auto n = rank.size();
    std::vector<double> expected(n, 0.15 / static_cast<double>(n));
    for (std::uint32_t v = 0; v < n; ++v) {
        const auto cited = boost::make_iterator_range(adjacent_vertices(v, network));
        for (const auto to : cited) expected[to] += 0.85 * rank[v] / static_cast<double>(cited.size());
        if (cited.empty())
            for (double& value : expected) value += 0.85 * rank[v] / static_cast<double>(n);
    }
    for (std::size_t v = 0; v < n; ++v) EXPECT_NEAR(rank[v], expected[v], 1e-10);
}

TEST(SourceMetrics, DoNotDependOnTheOrderOfTheSources) {
    auto corpus = random_corpus(3, 15, 30);
    TerseCorpus relabelled;
    for (std::size_t i = corpus.sources.size(); i-- > 0;) relabelled.source(corpus.sources[i].name);
    for (const Claim& claim : corpus.claims)
        for (const Mention& mention : claim.mentions) relabelled.says(corpus.names(mention.chain));
    for (const Source& source : corpus.sources) {
        const auto before = of(corpus, source.name), after = of(relabelled, source.name);
        EXPECT_NEAR(before.pagerank, after.pagerank, 1e-10);
        EXPECT_NEAR(before.betweenness, after.betweenness, 1e-12);
        EXPECT_EQ(before.in_degree, after.in_degree);
        EXPECT_EQ(before.circular, after.circular);
    }
}

TEST(Betweenness, AgreesWithBoost) {
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const SourceNetwork network = source_network(random_corpus(seed, 25, 40).input());
        const auto expected = betweenness_by_boost(network), found = betweenness(network);
        for (std::size_t v = 0; v < found.size(); ++v) EXPECT_NEAR(found[v], expected[v], 1e-12) << "seed " << seed;
    }
}

TEST(Betweenness, SampledStaysNearTheExactOneAndRepeats) {
    const SourceNetwork network = source_network(random_corpus(1, 400, 1600).input());
    const auto exact = betweenness(network), sampled = betweenness(network, {.exact = 0, .sample = 200});
    EXPECT_EQ(sampled, betweenness(network, {.exact = 0, .sample = 200}));
    double total = 0, error = 0;
    for (std::size_t v = 0; v < exact.size(); ++v) {
        total += exact[v];
        error += std::abs(sampled[v] - exact[v]);
    }
    EXPECT_LT(error, 0.3 * total);
    EXPECT_GT(error, 0);
}
