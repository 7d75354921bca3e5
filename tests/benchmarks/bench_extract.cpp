// SPDX-License-Identifier: Apache-2.0
// How fast a document is read, stage by stage: tokens, then metadata and boilerplate too, then attributions.
// The articles are PolNeAR's dev part from HEARSAY_DATA, else one of our own writing, over and over.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <numeric>

#include "hearsay/attribution/rule_extractor.hpp"
#include "hearsay/attribution/trained_extractor.hpp"
#include "hearsay/document/reader.hpp"
#include "hearsay/resources.hpp"

namespace {

using namespace hearsay;

constexpr const char* kArticle =
    "ARLEN (Reuters) - The old bridge at Arlen will be closed in May, Transport Minister Ann Lee said on Monday.\n\n"
    "“It is not safe, and it has not been safe for years,” she told reporters. “We checked every bolt.”\n\n"
    "According to the harbour board, which runs the ferries, two boats more will cross the river every hour until the "
    "new "
    "bridge opens. The Arlen Herald reported last week that the works would cost eleven million.\n\n"
    "Tom Hale, who owns the garage at the bridge's northern end, doubts that the ferries can carry everybody. He did "
    "not "
    "say whether he would sell the business, but the mayor believes that he has had offers.\n\n";

std::vector<RawDocument> load() {
    const char* folder = std::getenv("HEARSAY_DATA");
    const auto file = std::filesystem::path(folder ? folder : "") / "polnear" / "dev.jsonl";
    std::vector<RawDocument> documents;
    if (folder && std::filesystem::exists(file)) {
        DocumentReader reader({file}, nullptr);
        while (auto raw = reader.next()) documents.push_back(std::move(*raw));
    }
    for (RawDocument own; documents.size() < 80; documents.push_back(own))
        while (own.text.size() < 4000) own.text += kArticle;
    return documents;
}

const std::vector<RawDocument>& articles() {
    static const auto documents = load();
    return documents;
}

std::size_t token_count() {
    return std::transform_reduce(articles().begin(), articles().end(), std::size_t{0}, std::plus{},
                                 [](const auto& raw) { return tokenize(Text::decode(raw.text)).tokens().size(); });
}

/// Items are tokens.
template <class Stage>
void measure(benchmark::State& state, const Stage& stage) {
    const std::size_t tokens = token_count();
    for (auto _ : state)
        for (const RawDocument& raw : articles()) benchmark::DoNotOptimize(stage(raw));
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(tokens));
}

Document prepare(const RawDocument& raw) {
    return prepare_document(raw, [](std::string_view name) { return name == "Reuters"; });
}

void tokenizing(benchmark::State& state) {
    measure(state, [](const RawDocument& raw) { return tokenize(Text::decode(raw.text)); });
}

void preparing(benchmark::State& state) {
    measure(state, [](const RawDocument& raw) { return prepare(raw); });
}

template <class Kind>
void extract_all(benchmark::State& state, const Kind& extractor) {
    std::vector<Document> documents;
    for (const RawDocument& raw : articles()) documents.push_back(prepare(raw));
    const std::size_t tokens = token_count();
    for (auto _ : state)
        for (const Document& document : documents) benchmark::DoNotOptimize(extractor.extract(document));
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(tokens));
}

void extracting_by_rules(benchmark::State& state) {
    extract_all(state, RuleExtractor::load(resource_directory() / "lexicons"));
}

void extracting(benchmark::State& state) { extract_all(state, TrainedExtractor::load(resource_directory())); }

void preparing_and_extracting(benchmark::State& state) {
    const auto extractor = TrainedExtractor::load(resource_directory());
    measure(state, [&](const RawDocument& raw) { return extractor.extract(prepare(raw)); });
}

void loading(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(TrainedExtractor::load(resource_directory()));
}

BENCHMARK(tokenizing)->Unit(benchmark::kMillisecond);
BENCHMARK(preparing)->Unit(benchmark::kMillisecond);
BENCHMARK(loading)->Unit(benchmark::kMillisecond);
BENCHMARK(extracting_by_rules)->Unit(benchmark::kMillisecond);
BENCHMARK(extracting)->Unit(benchmark::kMillisecond);
BENCHMARK(preparing_and_extracting)->Unit(benchmark::kMillisecond);

}  // namespace
