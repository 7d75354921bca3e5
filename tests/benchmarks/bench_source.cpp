// SPDX-License-Identifier: Apache-2.0
// What resolving sources costs: beside finding attributions on the same articles, and as articles, names and nested
// quotations grow. Resolution is meant to stay below a third of extraction, and everything linear.
#include <benchmark/benchmark.h>

#include <array>
#include <string>

#include "hearsay/attribution/rule_extractor.hpp"
#include "hearsay/document/reader.hpp"
#include "hearsay/resources.hpp"
#include "hearsay/source/chain_resolver.hpp"
#include "hearsay/source/registry.hpp"

namespace {

using namespace hearsay;

constexpr std::array<std::string_view, 12> kSentences = {
    "Transport Minister Ola Berg told Reuters on Tuesday that the old bridge at Arlen will be closed to all traffic in "
    "May.",
    "The bridge, which was built in 1911, carries about 9,000 cars a day across the river and is the only one for "
    "miles.",
    "\"It is no longer safe,\" he was quoted as saying. \"We have looked at every bolt, and we do not like what we "
    "saw.\"",
    "Engineers of the Harbor Safety Board, which checks all bridges twice a year, found two cracks in its eastern "
    "pillar.",
    "The Norwegian government said that it would pay for a ferry, according to Le Monde, which cited two diplomats.",
    "Mayor Ann Lee, who has long called for a new bridge, said shops in the old town would suffer if nothing was done.",
    "A recent report on the cracks is likely to be true, she added, as Norwegian media reported last week.",
    "Many people cross the bridge on foot every morning on their way to the mills on the other side of the bay.",
    "A spokesman for the company denied that steel of poor quality had been used, and said the claims were baseless.",
    "Last winter the river rose higher than in any year before and carried ice and timber against the pillars.",
    "\"Nobody warned us,\" said Nina Falk, a farmer whose fields lie on both banks, in an interview with AFP.",
    "Work on the new bridge could begin in autumn, the ministry said, but officials in Oslo were not so sure."};

std::string article(std::size_t sentences, std::size_t first = 0) {
    std::string text;
    for (std::size_t i = 0; i < sentences; ++i)
        text.append(kSentences[(first + i) % kSentences.size()]).append(i % 3 == 2 ? "\n\n" : " ");
    return text;
}

/// "Ann said that Ann said that … it rains, as local media reported last week.": every content holds the next.
std::string nested_quotations(std::size_t depth) {
    std::string text;
    for (std::size_t i = 0; i < depth; ++i) text += "Nina Falk said, as local papers wrote earlier, that ";
    return text + "it rains.\n";
}

struct Stages {
    std::filesystem::path lexicons = resource_directory() / "lexicons";
    Gazetteer gazetteer = Gazetteer::load(lexicons);
    RuleExtractor extractor = RuleExtractor::load(lexicons);
    ChainResolver resolver{gazetteer};

    Document prepare(std::string text) const {
        RawDocument raw;
        raw.id = "article";
        raw.publisher = {"Firstpost", Evidence::field};
        raw.text = std::move(text);
        return prepare_document(std::move(raw),
                                [&](std::string_view name) { return gazetteer.outlet(name) != nullptr; });
    }
};

const Stages& stages() {
    static const Stages loaded;
    return loaded;
}

void extract_article(benchmark::State& state) {
    const Document document = stages().prepare(article(static_cast<std::size_t>(state.range(0))));
    for (auto _ : state) benchmark::DoNotOptimize(stages().extractor.extract(document));
    state.SetComplexityN(state.range(0));
}

void resolve_article(benchmark::State& state) {
    const Document document = stages().prepare(article(static_cast<std::size_t>(state.range(0))));
    const auto attributions = stages().extractor.extract(document);
    for (auto _ : state) benchmark::DoNotOptimize(stages().resolver.resolve(document, attributions));
    state.SetComplexityN(state.range(0));
}

/// Attributions inside attributions, marked by hand so that every content reaches to the end.
void resolve_nested_quotations(benchmark::State& state) {
    const auto depth = static_cast<std::uint32_t>(state.range(0));
    const std::string text = nested_quotations(depth);
    const Document document = stages().prepare(text);
    const auto end = static_cast<std::uint32_t>(text.size() - 2);
    const auto step = static_cast<std::uint32_t>((text.size() - 10) / depth);
    std::vector<Attribution> attributions(depth);
    for (std::uint32_t i = 0; i < depth; ++i) {
        const std::uint32_t begin = i * step;
        attributions[i].source = {{begin, begin + 9}};
        attributions[i].cue = {{begin + 10, begin + 14}};
        attributions[i].content = {{begin + step, end}};
        if (i > 0) attributions[i].parent = i - 1;
    }
    for (auto _ : state) benchmark::DoNotOptimize(stages().resolver.resolve(document, attributions));
    state.SetComplexityN(state.range(0));
}

/// So many people, each quoted in two articles of ten.
void register_distinct_names(benchmark::State& state) {
    const auto count = static_cast<std::size_t>(state.range(0));
    std::vector<DocumentSources> documents(count / 5);
    for (std::size_t i = 0; i < 2 * count; ++i) {
        Source person;
        person.name = "Ann" + std::to_string(i % count) + " Lee" + std::to_string(i % count % 977);
        person.role = "Minister";
        person.office = "head " + std::to_string(i % 53);
        documents[i % documents.size()].sources.push_back(std::move(person));
    }
    for (auto _ : state) {
        SourceRegistry registry{stages().gazetteer};
        for (const DocumentSources& document : documents) registry.add(document);
        benchmark::DoNotOptimize(registry.finish());
    }
    state.SetComplexityN(state.range(0));
}

/// One source that every article calls something else.
void register_one_name_of_many_forms(benchmark::State& state) {
    std::vector<DocumentSources> documents(static_cast<std::size_t>(state.range(0)));
    for (std::size_t i = 0; i < documents.size(); ++i) {
        Source& source = documents[i].sources.emplace_back();
        source.name.assign("Norway");
        source.kind = SourceKind::government;
        source.country.assign("NO");
        source.aliases = {"the Oslo government no. " + std::to_string(i), "Oslo"};
    }
    for (auto _ : state) {
        SourceRegistry registry{stages().gazetteer};
        for (const DocumentSources& document : documents) registry.add(document);
        benchmark::DoNotOptimize(registry.finish());
    }
    state.SetComplexityN(state.range(0));
}

#define HEARSAY_SCALES(function, name, low, high) \
    BENCHMARK(function)->Name(name)->RangeMultiplier(10)->Range(low, high)->Complexity()->Unit(benchmark::kMillisecond)

HEARSAY_SCALES(extract_article, "extraction, by sentences", 100, 100000);
HEARSAY_SCALES(resolve_article, "resolution, by sentences", 100, 100000);
HEARSAY_SCALES(resolve_nested_quotations, "resolution, by depth of quotations", 100, 10000);
HEARSAY_SCALES(register_distinct_names, "registry, by names", 1000, 100000);
HEARSAY_SCALES(register_one_name_of_many_forms, "registry, by forms of one name", 100, 10000);

}  // namespace
