// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <pugixml.hpp>
#include <sstream>
#include <thread>

#include "hearsay/error.hpp"
#include "hearsay/render/drawing.hpp"
#include "render/fixture.hpp"
#include "render/golden.hpp"
#include "render/legible.hpp"

namespace hearsay {
namespace {

using testing::HasSubstr;
using testing::Not;

const DrawingOptions kFirstClaim{.claim = ClaimId{0}};

std::string dot_of(const Analysis& analysis, const DrawingOptions& options = {}) {
    std::ostringstream out;
    write_dot(analysis, out, options);
    return out.str();
}

std::string svg_of(const Analysis& analysis, const DrawingOptions& options = {}) {
    std::ostringstream out;
    write_svg(analysis, out, options);
    return out.str();
}

pugi::xml_document parsed(const std::string& svg) {
    pugi::xml_document document;
    EXPECT_TRUE(document.load_string(svg.c_str(), pugi::parse_full));
    return document;
}

/// All that a reader sees, and what screen readers read.
std::string shown(const pugi::xml_document& svg) {
    std::string text;
    for (const auto& node : svg.select_nodes("//text | //title | //desc"))
        text += node.node().text().get() + std::string("\n");
    return text;
}

TEST(Dot, DrawsClaimsWithWhoStandsBehindThem) { expect_golden("graph.dot", dot_of(fixture::dam())); }

TEST(Dot, DrawsEveryHopBehindOneClaim) { expect_golden("claim-c1.dot", dot_of(fixture::dam(), kFirstClaim)); }

TEST(Dot, NamesClaimsWithOtherFiguresBelowAClaim) {
    Analysis dam = fixture::dam();
    dam.claims[1].text = "nine were hurt";
    dam.claims[0].variants = {{ClaimId{1}, true}};
    EXPECT_THAT(dot_of(dam, kFirstClaim), HasSubstr("c2 excludes this: nine were hurt"));
}

TEST(Dot, LeavesOutWhatIsOnlyShownOfAClaim) {
    Analysis dam = fixture::dam();
    for (Mention& mention : dam.claims[0].mentions) mention.restates = mention.stance != Stance::asserts;
    EXPECT_THAT(dot_of(dam, kFirstClaim), Not(HasSubstr("denies")));
}

TEST(Dot, LeavesOutWhatOneArticleSaysOnItsOwnAuthorityAndSaysSo) {
    const std::string dot = dot_of(fixture::dam());
    EXPECT_THAT(dot, Not(HasSubstr("popular place to swim")));
    EXPECT_THAT(dot, HasSubstr("own-voice-only claims left out: 1"));
    EXPECT_THAT(dot_of(fixture::dam(), {.own_voice_only = true}), HasSubstr("popular place to swim"));
}

TEST(Dot, DrawsOwnVoiceClaimsWhereThereAreNoOthers) {
    Analysis analysis = fixture::dam();
    analysis.claims = {analysis.claims[2]};
    analysis.corroboration = {analysis.corroboration[2]};
    EXPECT_THAT(dot_of(analysis), HasSubstr("popular place to swim"));
}

TEST(Dot, SaysHowManyClaimsItHadNoRoomFor) {
    const std::string dot = dot_of(fixture::crowd(5000), {.max_nodes = 200});
    EXPECT_THAT(dot, HasSubstr("best-ranked of 4500 claims"));
    std::size_t nodes = 0;
    for (std::size_t at = 0; (at = dot.find(" id=\"", at)) != std::string::npos; ++at) ++nodes;
    EXPECT_LE(nodes, 200u);
    EXPECT_GE(nodes, 190u);
}

TEST(Dot, LetsNoClaimCrowdOutTheOthers) {
    Analysis analysis = fixture::crowd(500);
    for (const Claim& claim : analysis.claims) {
        auto& mentions = analysis.claims.front().mentions;
        if (&claim != &analysis.claims.front())
            mentions.insert(mentions.end(), claim.mentions.begin(), claim.mentions.end());
    }
    const std::string dot = dot_of(analysis, {.max_nodes = 200});
    EXPECT_THAT(dot, HasSubstr("mentions left out of claims that have very many: 4"));
    EXPECT_THAT(dot, HasSubstr("Claim 50:"));
}

TEST(Dot, SaysHowManyMentionsOfOneClaimItHadNoRoomFor) {
    EXPECT_THAT(dot_of(fixture::dam(), {.claim = ClaimId{0}, .max_nodes = 8}), HasSubstr("showing 1 of 5 mentions"));
}

TEST(Dot, RefusesAnUnknownClaim) { EXPECT_THROW(dot_of(fixture::dam(), {.claim = ClaimId{4}}), std::out_of_range); }

TEST(Svg, ShowsTextOfOthersAsItIs) {
    for (const DrawingOptions& options : {DrawingOptions{}, kFirstClaim}) {
        const auto svg = parsed(svg_of(fixture::hostile(), options));
        EXPECT_THAT(shown(svg), HasSubstr("<script>alert('x')</script>"));
        EXPECT_THAT(shown(svg), HasSubstr(R"("quoted" \N \G \E)"));
        EXPECT_THAT(shown(svg), HasSubstr("&foo; &#0;"));
        EXPECT_TRUE(svg.select_nodes("//script | //a | //*[@href] | //*[@onload]").empty());
    }
}

TEST(Svg, HoldsNoCharacterThatXmlForbids) {
    for (const DrawingOptions& options : {DrawingOptions{}, kFirstClaim}) {
        const std::string svg = svg_of(fixture::hostile(), options);
        for (const char c : svg) EXPECT_FALSE(c >= 0 && c < 0x20 && c != '\n' && c != '\t') << static_cast<int>(c);
        EXPECT_THAT(svg, Not(HasSubstr("&#")));
        EXPECT_THAT(svg, Not(HasSubstr("\u202E")));
        EXPECT_EQ(valid_utf8(svg), svg);
    }
}

TEST(Svg, NamesItselfToScreenReaders) {
    const auto document = parsed(svg_of(fixture::dam(), kFirstClaim));
    const pugi::xml_node svg = document.child("svg");
    EXPECT_STREQ(svg.attribute("role").value(), "img");
    EXPECT_STREQ(svg.child("title").text().get(), "Claim 1: how it reached 4 articles");
    EXPECT_THAT(svg.child("desc").text().get(), HasSubstr("one origin, Marta Ilves"));
}

TEST(Svg, HasTheSentenceAsTooltip) {
    const auto svg = parsed(svg_of(fixture::dam(), kFirstClaim));
    const auto arrow =
        svg.select_node("//g[contains(@class, 'denies')][starts-with(title, 'Oskar Brandt → Meridian: ')]");
    const std::string title = arrow.node().child("title").text().get();
    EXPECT_THAT(title, HasSubstr("Nobody plans to open the dam"));
}

TEST(Svg, KeepsTheIdsOfTheAnalysis) {
    const auto svg = parsed(svg_of(fixture::dam()));
    EXPECT_TRUE(svg.select_node("//g[@id='c1']"));
    EXPECT_TRUE(svg.select_node("//g[@id='s9']"));
}

TEST(Svg, IsTheSameFromManyThreadsAtOnce) {
    const Analysis analysis = fixture::dam();
    const std::string expected = svg_of(analysis), expected_claim = svg_of(analysis, kFirstClaim);
    std::vector<std::string> drawn(8);
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < drawn.size(); ++i)
            threads.emplace_back([&, i] { drawn[i] = svg_of(analysis, i % 2 ? kFirstClaim : DrawingOptions{}); });
    }
    for (std::size_t i = 0; i < drawn.size(); ++i) EXPECT_EQ(drawn[i], i % 2 ? expected_claim : expected);
}

TEST(Svg, DrawsChainsAndCopiesOfEveryShape) {
    for (std::uint32_t seed = 0; seed < 40; ++seed) {
        const Analysis analysis = fixture::random_run(seed);
        EXPECT_THAT(svg_of(analysis), HasSubstr("</svg>"));
        for (std::uint32_t claim = 0; claim < 3; ++claim)
            EXPECT_THAT(svg_of(analysis, {.claim = ClaimId{claim}}), HasSubstr("</svg>"));
    }
}

TEST(Svg, DrawsAnEmptyRun) {
    EXPECT_THAT(shown(parsed(svg_of({}))), HasSubstr("Who stands behind 0 claims in 0 articles"));
}

TEST(Svg, DrawsALargeRunInSeconds) {
    EXPECT_THAT(svg_of(fixture::crowd(5000)), HasSubstr("best-ranked of 4500 claims"));
}

TEST(Svg, ReportsAStreamThatFails) {
    std::ostringstream out;
    out.setstate(std::ios::badbit);
    EXPECT_THROW(write_svg(fixture::dam(), out), OutputError);
}

}  // namespace
}  // namespace hearsay
