// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <boost/json.hpp>
#include <cmath>
#include <limits>
#include <sstream>
#include <vector>

#include "hearsay/error.hpp"
#include "hearsay/render/analysis_json.hpp"
#include "render/fixture.hpp"
#include "render/golden.hpp"

namespace hearsay {
namespace {

using testing::HasSubstr;

std::string json_of(const Analysis& analysis) {
    std::ostringstream out;
    write_analysis_json(analysis, out);
    return out.str();
}

TEST(AnalysisJson, IsTheContractByteForByte) { expect_golden("analysis.json", json_of(fixture::dam())); }

TEST(AnalysisJson, ParsesWithEveryIdPointingSomewhere) {
    const auto root = boost::json::parse(json_of(fixture::dam()));
    const auto& sources = root.at("sources").as_array();
    const auto& attributions = root.at("attributions").as_array();
    for (const auto& claim : root.at("claims").as_array())
        for (const auto& mention : claim.at("mentions").as_array()) {
            for (const auto& hop : mention.at("chain").as_array())
                EXPECT_LE(std::stoul(std::string(hop.as_string()).substr(1)), sources.size());
            const auto& attribution = mention.at("attribution");
            if (attribution.is_null())
                EXPECT_EQ(mention.at("chain").as_array().size(), 1u);
            else
                EXPECT_LE(std::stoul(std::string(attribution.as_string()).substr(1)), attributions.size());
        }
    EXPECT_EQ(root.at("schema").as_string(), "hearsay.analysis/1");
}

TEST(AnalysisJson, GivesTheEvidenceOfEveryHop) {
    const auto root = boost::json::parse(json_of(fixture::dam()));
    for (const auto& attribution : root.at("attributions").as_array()) {
        const auto& chain = attribution.at("chain").as_array();
        const auto& hops = attribution.at("hops").as_array();
        ASSERT_EQ(hops.size(), chain.size());
        for (std::size_t i = 0; i < hops.size(); ++i) EXPECT_EQ(hops[i].at("source"), chain[i]);
        EXPECT_EQ(hops.front().at("naming").as_string(), "office");
        EXPECT_FALSE(hops.front().as_object().contains("sentence")) << "it is the attribution's";
        EXPECT_EQ(hops.back().at("rule").as_string(), "publisher");
        EXPECT_FALSE(hops.back().as_object().contains("span")) << "no words say it";
    }
}

TEST(AnalysisJson, GivesTheSentenceOfWhatAnArticleSaysItself) {
    const auto root = boost::json::parse(json_of(fixture::dam()));
    for (const auto& claim : root.at("claims").as_array())
        for (const auto& mention : claim.at("mentions").as_array())
            EXPECT_EQ(mention.as_object().contains("sentence"), mention.at("attribution").is_null());
}

TEST(AnalysisJson, GivesEveryRecordALineOfItsOwn) {
    const Analysis analysis = fixture::dam();
    std::istringstream lines(json_of(analysis));
    std::size_t records = 0;
    for (std::string line; std::getline(lines, line);) records += line.starts_with("{\"id\"");
    EXPECT_EQ(records, analysis.documents.size() + analysis.sources.size() + analysis.attributions.size() +
                           analysis.claims.size());
}

TEST(AnalysisJson, StaysValidWhateverTheArticlesHold) {
    const Analysis analysis = fixture::hostile();
    const auto root = boost::json::parse(json_of(analysis));
    const std::string text(root.at("claims").at(0).at("text").as_string());
    EXPECT_THAT(text, HasSubstr("<script>alert('x')</script> ]]>"));
    EXPECT_THAT(text, HasSubstr(std::string("\x00\x01\x02", 3)));
    EXPECT_THAT(text, HasSubstr("\uFFFD"));
}

TEST(AnalysisJson, WritesNumbersThatReadBackToTheSameValue) {
    Analysis analysis = fixture::dam();
    analysis.corroboration[0].belief = 0.1 + 0.2;
    analysis.corroboration[0].effective_sources = std::numeric_limits<double>::quiet_NaN();
    const auto root = boost::json::parse(json_of(analysis));
    EXPECT_EQ(root.at("claims").at(0).at("belief").as_double(), 0.1 + 0.2);
    EXPECT_TRUE(root.at("claims").at(0).at("effective_sources").is_null());
}

/// With the graph that belongs to it, and figures that any parser reads exactly.
Analysis completed(Analysis run) {
    run.graph = build_citation_graph({run.sources, run.claims, run.publishers, run.copies});
    const auto rounded = [](double value) { return std::round(value * 1024) / 1024; };
    for (SourceMetrics& metrics : run.metrics) {
        metrics.pagerank = rounded(metrics.pagerank);
        metrics.betweenness = rounded(metrics.betweenness);
    }
    for (Corroboration& figures : run.corroboration) {
        figures.belief = rounded(figures.belief);
        figures.effective_sources = rounded(figures.effective_sources);
    }
    return run;
}

TEST(AnalysisJson, ReadsBackWhatItWrote) {
    std::vector<Analysis> runs{fixture::dam(), fixture::hostile(), fixture::crowd(200), {}};
    for (std::uint32_t seed = 0; seed < 20; ++seed) runs.push_back(fixture::random_run(seed));
    runs.front().attributions.front().attribution.hedged = true;
    for (Analysis& run : runs) {
        const std::string written = json_of(completed(std::move(run)));
        std::istringstream in(written);
        EXPECT_TRUE(json_of(read_analysis_json(in)) == written) << written.substr(0, 300);
    }
}

std::string complaint_about(std::string text) {
    std::istringstream in(std::move(text));
    try {
        read_analysis_json(in);
    } catch (const ResultError& error) {
        return error.what();
    }
    return "none";
}

/// The dam's JSON with its first `part` replaced.
std::string damaged(std::string_view part, std::string_view by) {
    std::string text = json_of(fixture::dam());
    return text.replace(text.find(part), part.size(), by);
}

TEST(AnalysisJson, SaysWhereAFileIsDamaged) {
    const std::string whole = json_of(fixture::dam());
    EXPECT_EQ(complaint_about(""), "is empty");
    EXPECT_THAT(complaint_about("{nonsense"), HasSubstr("malformed JSON at byte 1"));
    EXPECT_THAT(complaint_about(whole.substr(0, whole.size() / 2)), HasSubstr("it ends too early"));
    EXPECT_THAT(complaint_about("[]"), HasSubstr("is no JSON object"));
    EXPECT_EQ(complaint_about(damaged("analysis/1", "analysis/7")),
              "\"schema\" is 'hearsay.analysis/7', expected 'hearsay.analysis/1'");
    EXPECT_EQ(complaint_about(damaged("\"kind\": \"person\"", "\"kind\": \"ghost\"")),
              "sources[0]: \"kind\" has the unknown value 'ghost'");
    EXPECT_EQ(complaint_about(damaged("\"publisher\": \"s", "\"publisher\": \"s9")).substr(0, 13), "documents[0]:");
    EXPECT_THAT(complaint_about(damaged("\"voice\"", "\"vice\"")), HasSubstr("attributions[0]: \"voice\" is missing"));
    EXPECT_THAT(complaint_about(damaged("\"spans\": [[", "\"spans\": [[-1")), HasSubstr("holds no [begin, end]"));
    EXPECT_THAT(complaint_about(damaged("\"mentions\": [", "\"mentions\": [7, ")),
                HasSubstr("claims[0].mentions[0]: is no JSON object"));
}

TEST(AnalysisJson, SurvivesAnyDamage) {
    const std::string whole = json_of(fixture::hostile());
    for (std::size_t at = 0; at < whole.size(); at += 7) {
        std::string text = whole;
        text[at] = static_cast<char>(text[at] == '1' ? '9' : '1');
        complaint_about(std::move(text));
    }
}

TEST(AnalysisJson, WritesAnEmptyRun) {
    const auto root = boost::json::parse(json_of({}));
    EXPECT_TRUE(root.at("documents").as_array().empty());
    EXPECT_TRUE(root.at("claims").as_array().empty());
}

TEST(AnalysisJson, ReportsAStreamThatFails) {
    std::ostringstream out;
    out.setstate(std::ios::badbit);
    EXPECT_THROW(write_analysis_json(fixture::dam(), out), OutputError);
}

TEST(Extraction, IsOneLineWithSpansAndTheirText) {
    Document document;
    document.id = "dam-1";
    document.language = "en";
    document.tokens = tokenize(Text::decode("Élise said: “It holds.”\n"));
    Attribution attribution;
    attribution.source = {{0, 5}};
    attribution.cue = {{6, 10}};
    attribution.content = {{12, 23}};
    attribution.voice = Voice::direct;
    attribution.stance = Stance::confirms;
    attribution.confidence = 0.5;
    Attribution inner = attribution;
    inner.source.clear();
    inner.parent = 0;
    std::ostringstream out;
    write_extraction(document, {attribution, inner}, out);
    EXPECT_EQ(out.str(),
              R"({"id": "dam-1", "language": "en", "attributions": [)"
              R"({"source": {"spans": [[0, 5]], "text": "Élise"}, "cue": {"spans": [[6, 10]], "text": "said"}, )"
              R"("content": {"spans": [[12, 23]], "text": "“It holds.”"}, "voice": "direct", "stance": "confirms", )"
              R"("confidence": 0.5, "parent": null}, )"
              R"({"source": {"spans": [], "text": ""}, "cue": {"spans": [[6, 10]], "text": "said"}, )"
              R"("content": {"spans": [[12, 23]], "text": "“It holds.”"}, "voice": "direct", "stance": "confirms", )"
              R"("confidence": 0.5, "parent": 0}]})"
              "\n");
}

}  // namespace
}  // namespace hearsay
