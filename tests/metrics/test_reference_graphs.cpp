// SPDX-License-Identifier: Apache-2.0
// Compares with graphs/reference, whose figures were worked out by hand and with another program.
#include <gmock/gmock.h>

#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "metrics/terse_corpus.hpp"

using namespace hearsay;
using namespace hearsay::testing;
namespace json = boost::json;

namespace {

std::vector<std::filesystem::path> reference_graphs() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(HEARSAY_SOURCE_DIR "/graphs/reference"))
        if (entry.path().extension() == ".json") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

json::object read(const std::filesystem::path& file) {
    std::ifstream input(file);
    return json::parse(std::string(std::istreambuf_iterator<char>(input), {})).as_object();
}

std::string text(const json::value& value) { return std::string(value.as_string()); }

TerseCorpus corpus_of(const json::object& graph) {
    std::vector<std::pair<std::string, std::string>> edges;
    for (const auto& edge : graph.at("cites").as_array())
        edges.emplace_back(text(edge.as_array().at(0)), text(edge.as_array().at(1)));
    return cites(edges);
}

void expect_metrics(const SourceMetrics& found, const json::object& expected) {
    EXPECT_EQ(found.in_degree, expected.at("in_degree").as_int64());
    EXPECT_EQ(found.out_degree, expected.at("out_degree").as_int64());
    EXPECT_NEAR(found.pagerank, expected.at("pagerank").to_number<double>(), 1e-9);
    EXPECT_NEAR(found.betweenness, expected.at("betweenness").to_number<double>(), 1e-9);
    EXPECT_EQ(found.circular, expected.at("circular").as_bool());
}

}  // namespace

class ReferenceGraph : public ::testing::TestWithParam<std::filesystem::path> {};

TEST_P(ReferenceGraph, HasTheMetricsWorkedOutForIt) {
    const json::object graph = read(GetParam());
    TerseCorpus corpus = corpus_of(graph);
    const auto metrics = corpus.metrics();
    ASSERT_EQ(metrics.size(), graph.at("sources").as_object().size());
    for (const auto& [name, expected] : graph.at("sources").as_object()) {
        SCOPED_TRACE(std::string(name));
        expect_metrics(metrics[static_cast<std::size_t>(corpus.source(std::string(name)))], expected.as_object());
    }
}

TEST_P(ReferenceGraph, HasTheIndependentOriginsWorkedOutForIt) {
    const json::object graph = read(GetParam());
    std::vector<std::string> expected;
    for (const auto& name : graph.at("independent_origins").as_array()) expected.push_back(text(name));
    EXPECT_THAT(corpus_of(graph).origins(), ::testing::UnorderedElementsAreArray(expected));
}

INSTANTIATE_TEST_SUITE_P(All, ReferenceGraph, ::testing::ValuesIn(reference_graphs()),
                         [](const auto& test) { return test.param.stem().string(); });
