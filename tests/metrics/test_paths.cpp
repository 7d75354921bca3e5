// SPDX-License-Identifier: Apache-2.0
// Disjoint paths and bottlenecks, drawn by hand and compared with exhaustive search and with Boost.
#include <gmock/gmock.h>

#include <bit>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dominator_tree.hpp>
#include <random>

#include "metrics/terse_corpus.hpp"

using namespace hearsay;
using namespace hearsay::testing;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

std::vector<std::string> bottlenecks(const TerseCorpus& corpus) { return corpus.names(corpus.figures().bottlenecks); }
std::uint32_t disjoint_paths(const TerseCorpus& corpus) { return corpus.figures().disjoint_paths; }

std::string numbered(char letter, std::uint_fast32_t number) {
    return std::string(1, letter).append(std::to_string(number));
}

}  // namespace

TEST(DisjointPaths, RunThroughOneOrigin) {
    //  Kim <── Agency <── Herald
    //   ^───── Monitor
    TerseCorpus corpus;
    corpus.says({"Kim", "Agency", "Herald"});
    corpus.says({"Kim", "Monitor"});
    EXPECT_EQ(disjoint_paths(corpus), 1);
    EXPECT_THAT(bottlenecks(corpus), ElementsAre("Kim"));
}

TEST(DisjointPaths, OfTwoOriginsThroughOneAgencyAreOne) {
    //  Kim <──┐          ┌── Herald
    //  Lee <──┴─ Agency <┴── Monitor
    TerseCorpus corpus;
    corpus.says({"Kim", "Agency", "Herald"});
    corpus.says({"Lee", "Agency", "Monitor"});
    EXPECT_EQ(corpus.figures().independent_origins, 2);
    EXPECT_EQ(disjoint_paths(corpus), 1);
    EXPECT_THAT(bottlenecks(corpus), ElementsAre("Agency"));
}

TEST(DisjointPaths, TakeADetourThatFreesAnother) {
    // Who takes Kim's first way, by the Agency, leaves none for Lee.
    //  Kim <── Agency <── Herald
    //   ^── Monitor  ^
    //  Lee <─────────┘
    TerseCorpus corpus;
    corpus.says({"Kim", "Agency", "Herald"});
    corpus.says({"Kim", "Monitor"});
    corpus.says({"Lee", "Agency", "Herald"});
    EXPECT_EQ(disjoint_paths(corpus), 2);
    EXPECT_THAT(bottlenecks(corpus), IsEmpty());
}

TEST(DisjointPaths, ListEveryHopOfASingleChain) {
    TerseCorpus corpus;
    corpus.says({"Kim", "Agency", "Herald"});
    EXPECT_THAT(bottlenecks(corpus), ElementsAre("Kim", "Agency", "Herald"));
}

TEST(DisjointPaths, CountAPublisherThatIsItsOwnOrigin) {
    TerseCorpus corpus;
    corpus.says({"Herald"});
    corpus.says({"Kim", "Monitor"});
    EXPECT_EQ(disjoint_paths(corpus), 2);
}

TEST(DisjointPaths, AreNoneWithoutAnOrigin) {
    const auto corpus = cites({{"Gazette", "Herald"}, {"Herald", "Gazette"}});
    EXPECT_EQ(disjoint_paths(corpus), 0);
    EXPECT_THAT(bottlenecks(corpus), IsEmpty());
}

TEST(DisjointPaths, OfPeopleWithoutANameLeadToWhoVouchesForThem) {
    TerseCorpus corpus;
    corpus.source("an official", SourceKind::anonymous);
    corpus.says({"an official", "Herald"});
    EXPECT_THAT(bottlenecks(corpus), ElementsAre("Herald"));
}

TEST(Explanation, NamesTheBottleneckOfSeveralOrigins) {
    TerseCorpus corpus;
    corpus.says({"Kim", "Agency", "Herald"});
    corpus.says({"Lee", "Agency", "Monitor"});
    EXPECT_EQ(corpus.figures().explanation,
              "2 articles; 2 independent origins: Kim and Lee; every path runs through Agency.");
}

TEST(Explanation, SaysWhatIsToldOnlyAsHearsay) {
    TerseCorpus corpus;
    corpus.says({"Kim", "Herald"});
    corpus.claims.front().mentions.front().hedged = true;
    EXPECT_EQ(corpus.figures().explanation, "1 article; it leads back to Kim; told only as hearsay.");
}

TEST(Explanation, CountsPublishersWithoutAName) {
    TerseCorpus corpus;
    for (const char* name : {"unknown publisher of 1", "unknown publisher of 2"}) corpus.says({name});
    for (Source& source : corpus.sources) source.unnamed = true;
    EXPECT_EQ(corpus.figures().explanation, "2 articles; 2 independent origins: 2 unnamed publishers.");
}

namespace {

/// Random chains in which nobody passes on to somebody of a lower number, so that the origins are those who begin
/// chains and have it from nobody.
struct RandomNetwork {
    static constexpr std::size_t kSources = 9;
    std::vector<std::vector<std::size_t>> chains;

    explicit RandomNetwork(std::uint64_t seed) {
        std::mt19937_64 random(seed);
        for (std::size_t n = 1 + random() % 6; n > 0; --n) {
            std::vector<std::size_t> chain;
            for (std::size_t s = 0; s < kSources; ++s)
                if (random() % 3 == 0) chain.push_back(s);
            if (chain.size() > 1) chains.push_back(chain);
        }
    }
    TerseCorpus write() const {
        TerseCorpus corpus;
        for (const auto& chain : chains) {
            std::vector<std::string> names;
            for (const std::size_t s : chain) names.push_back(std::to_string(s));
            corpus.says(names);
        }
        return corpus;
    }
    bool has_earlier(std::size_t s) const {
        return std::ranges::any_of(chains, [s](const auto& chain) {
            return chain.front() != s && std::ranges::find(chain, s) != chain.end();
        });
    }
    std::vector<std::size_t> origins() const {
        std::vector<std::size_t> found;
        for (const auto& chain : chains)
            if (!has_earlier(chain.front())) found.push_back(chain.front());
        return found;
    }
    /// Whether something still gets through without the sources in `removed`.
    bool survives(std::uint32_t removed) const {
        const auto gone = [removed](std::size_t s) { return (removed >> s & 1) != 0; };
        std::uint32_t reached = 0;
        for (const std::size_t o : origins())
            if (!gone(o)) reached |= 1u << o;
        for (std::size_t s = 0; s < kSources;
             ++s)  // in the order of their numbers all come after whom they have it from
            for (const auto& chain : chains)
                for (std::size_t i = 1; i < chain.size(); ++i)
                    if (chain[i] == s && !gone(s) && (reached >> chain[i - 1] & 1)) reached |= 1u << s;
        return std::ranges::any_of(chains, [&](const auto& chain) { return (reached >> chain.back() & 1) != 0; });
    }
    /// By Menger's theorem as many as there are disjoint paths.
    std::uint32_t smallest_cut() const {
        auto least = static_cast<int>(kSources);
        for (std::uint32_t removed = 0; removed < 1u << kSources; ++removed)
            if (std::popcount(removed) < least && !survives(removed)) least = std::popcount(removed);
        return static_cast<std::uint32_t>(least);
    }
};

/// Whom everything passes on the way from the origins to the readers, by Lengauer and Tarjan.
std::vector<std::string> dominators_by_boost(const RandomNetwork& network) {
    using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS>;
    constexpr std::size_t kStart = RandomNetwork::kSources, kReaders = kStart + 1;
    Graph graph(kReaders + 1);
    for (const std::size_t o : network.origins()) add_edge(kStart, o, graph);
    for (const auto& chain : network.chains) {
        for (std::size_t i = 1; i < chain.size(); ++i) add_edge(chain[i - 1], chain[i], graph);
        add_edge(chain.back(), kReaders, graph);
    }
    constexpr auto kNobody = static_cast<std::size_t>(-1);
    std::vector<std::size_t> dominator(num_vertices(graph), kNobody);
    boost::lengauer_tarjan_dominator_tree(
        graph, kStart, boost::make_iterator_property_map(dominator.begin(), get(boost::vertex_index, graph)));
    std::vector<std::string> found;
    for (auto d = dominator[kReaders]; d != kStart && d != kNobody; d = dominator[d])
        found.push_back(std::to_string(d));
    std::ranges::reverse(found);
    return found;
}

}  // namespace

TEST(DisjointPaths, AreAsManyAsTheSmallestCut) {
    int more_than_one = 0;
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        const RandomNetwork network(seed);
        if (network.chains.empty()) continue;
        const auto expected = network.smallest_cut();
        EXPECT_EQ(disjoint_paths(network.write()), expected) << "seed " << seed;
        more_than_one += expected > 1;
    }
    EXPECT_GT(more_than_one, 50) << "the networks are too simple to tell";
}

TEST(Bottlenecks, AreTheReadersDominators) {
    for (std::uint64_t seed = 0; seed < 2000; ++seed) {
        const RandomNetwork network(seed);
        if (network.chains.empty()) continue;
        EXPECT_EQ(bottlenecks(network.write()), dominators_by_boost(network)) << "seed " << seed;
    }
}

TEST(DisjointPaths, OfVeryLongAndVeryWideClaimsAreFoundInTime) {
    TerseCorpus corpus;
    constexpr std::uint32_t kMany = 20'000;
    for (std::uint32_t i = 0; i < kMany; ++i) corpus.says({numbered('r', i), numbered('r', i + 1)});
    EXPECT_EQ(bottlenecks(corpus).front(), "r0");
    corpus.next_claim();
    std::mt19937 random(1);
    for (std::uint32_t i = 0; i < kMany; ++i)
        corpus.says({numbered('o', random() % 5000), numbered('a', random() % 2000), numbered('p', random() % 5000)});
    const auto wide = corpus.corroboration().back();
    EXPECT_GT(wide.disjoint_paths, 1500);
    EXPECT_LE(wide.disjoint_paths, 2000);
}
