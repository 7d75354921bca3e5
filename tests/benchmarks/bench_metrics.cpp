// SPDX-License-Identifier: Apache-2.0
// How corroboration, graph and source metrics scale with the number of claims, each mentioned three times.
#include <benchmark/benchmark.h>

#include <random>

#include "metrics/terse_corpus.hpp"

namespace {

using namespace hearsay;

/// Claims with three chains of one to four hops; a tenth as many sources as claims, of which few publish most.
struct SyntheticCorpus {
    explicit SyntheticCorpus(std::size_t claim_count) : sources(claim_count / 10 + 10), claims(claim_count) {
        for (std::size_t i = 0; i < sources.size(); ++i) sources[i].name = std::to_string(i);
        for (Claim& claim : claims)
            for (int i = 0; i < 3; ++i) claim.mentions.push_back(mention());
    }
    GraphInput input() const { return {sources, claims, publishers, copies}; }

    std::vector<Source> sources;
    std::vector<Claim> claims;
    std::vector<SourceId> publishers;
    std::vector<CopyOf> copies;

  private:
    SourceId popular() { return SourceId{static_cast<std::uint32_t>(random_() % (1 + random_() % sources.size()))}; }
    Mention mention() {
        Mention mention;
        for (std::size_t hops = 1 + random_() % 4; hops > 0; --hops) mention.chain.push_back(popular());
        mention.document = DocumentId{static_cast<std::uint32_t>(publishers.size())};
        publishers.push_back(mention.chain.back());
        return mention;
    }
    std::mt19937_64 random_{20241009};
};

template <auto Function>
void measure(benchmark::State& state) {
    const SyntheticCorpus corpus(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) benchmark::DoNotOptimize(Function(corpus.input()));
    state.SetComplexityN(state.range(0));
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

std::vector<Corroboration> corroborate_claims(const GraphInput& input) { return corroborate(input); }

/// One claim that every outlet passes on to the next, or that all of them state: the longest rings and widest stars.
void one_large_claim(benchmark::State& state) {
    testing::TerseCorpus corpus;
    const auto n = state.range(0);
    for (auto i = 0; i < n; ++i) corpus.says({std::to_string(i), std::to_string((i + 1) % n)});
    for (auto _ : state) benchmark::DoNotOptimize(corpus.corroboration());
    state.SetComplexityN(n);
}

BENCHMARK(measure<corroborate_claims>)
    ->Name("corroborate")
    ->RangeMultiplier(10)
    ->Range(1000, 100000)
    ->Complexity()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(measure<build_citation_graph>)
    ->Name("citation graph")
    ->RangeMultiplier(10)
    ->Range(1000, 100000)
    ->Complexity()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(measure<source_metrics>)
    ->Name("source metrics")
    ->RangeMultiplier(10)
    ->Range(1000, 100000)
    ->Complexity()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(one_large_claim)->RangeMultiplier(10)->Range(100, 100000)->Complexity()->Unit(benchmark::kMillisecond);

}  // namespace
