// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <algorithm>
#include <boost/json.hpp>
#include <sstream>

#include "hearsay/error.hpp"
#include "hearsay/render/explain.hpp"
#include "render/fixture.hpp"
#include "render/golden.hpp"
#include "render/legible.hpp"

namespace hearsay {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr Explained kFirstClaim = ClaimId{0};

std::string explanation_of(const Analysis& analysis, const Explained& what, const ExplainOptions& options = {}) {
    std::ostringstream out;
    print_explanation(analysis, what, out, options);
    return out.str();
}

std::string json_of(const Analysis& analysis, const Explained& what) {
    std::ostringstream out;
    write_explanation_json(analysis, what, out);
    return out.str();
}

std::string complaint(const Analysis& analysis, std::string_view what) {
    try {
        find_explained(analysis, what);
    } catch (const ResultError& error) {
        return error.what();
    }
    return "none";
}

TEST(FindExplained, TakesIdsAndRanks) {
    const Analysis dam = fixture::dam();
    EXPECT_EQ(find_explained(dam, "c2"), Explained(ClaimId{1}));
    EXPECT_EQ(find_explained(dam, "C2"), Explained(ClaimId{1}));
    EXPECT_EQ(find_explained(dam, "2"), Explained(ClaimId{1}));
    EXPECT_EQ(find_explained(dam, "a3"), Explained(AttributionId{2}));
}

TEST(FindExplained, TakesWordsThatOnlyOneClaimHas) {
    const Analysis dam = fixture::dam();
    EXPECT_EQ(find_explained(dam, "cracks  RUN"), Explained(ClaimId{1}));
    EXPECT_EQ(find_explained(dam, "popular place"), Explained(ClaimId{2}));
}

TEST(FindExplained, PrefersTheClaimThatIsJustTheseWords) {
    Analysis dam = fixture::dam();
    dam.claims[2].text = "Two cracks";
    EXPECT_EQ(find_explained(dam, "two cracks"), Explained(ClaimId{2}));
}

TEST(FindExplained, LooksIntoMentionsWhereNoClaimHasTheWords) {
    Analysis dam = fixture::dam();
    dam.claims[3].mentions[1].text = "soldiers may come";
    EXPECT_EQ(find_explained(dam, "soldiers"), Explained(ClaimId{3}));
}

TEST(ExplanationText, TellsWhatAnAttributionIsThatOnlySaysWhoseItIs) {
    Analysis dam = fixture::dam();
    Mention& mention =
        *std::ranges::find_if(dam.claims[0].mentions, [](const Mention& m) { return m.attribution.has_value(); });
    mention.text = "Ann Lee has died.";
    AnalyzedAttribution& attribution = dam.attributions[static_cast<std::size_t>(*mention.attribution)];
    attribution.content_text = "The news", attribution.sentence = "The news was first reported by the Post.";
    EXPECT_THAT(explanation_of(dam, kFirstClaim),
                AllOf(HasSubstr("says: Ann Lee has died."), HasSubstr("in: The news was first reported by the Post.")));
}

TEST(ExplanationText, OfAnOwnVoiceWithoutWordsShowsItsSentence) {
    Analysis dam = fixture::dam();
    for (Claim& claim : dam.claims)
        for (Mention& mention : claim.mentions) mention.text.clear();
    for (std::uint32_t c = 0; c < dam.claims.size(); ++c)
        EXPECT_THAT(explanation_of(dam, ClaimId{c}), HasSubstr("in: "));
}

TEST(FindExplained, SaysWhichClaimsHaveTheWords) {
    EXPECT_THAT(complaint(fixture::dam(), "the"),
                AllOf(HasSubstr("'the' stands in 4 claims"), HasSubstr("\n  c2  two cracks")));
}

TEST(FindExplained, SaysWhatThereIs) {
    const std::string all = "there are claims c1 to c4, and attributions a1 to a8";
    for (const char* what : {"c5", "c0", "0", "99999999999999999999999", "a9", "a0"})
        EXPECT_THAT(complaint(fixture::dam(), what), AllOf(HasSubstr(what), HasSubstr(all))) << what;
    EXPECT_THAT(complaint(fixture::dam(), "the lost city"), AllOf(HasSubstr("'the lost city'"), HasSubstr(all)));
    EXPECT_THAT(complaint(fixture::dam(), "\x1b"), HasSubstr(all));
    EXPECT_THAT(complaint({}, "c1"), HasSubstr("there are no claims, and no attributions"));
}

TEST(FindExplained, LetsNoControlCharacterIntoItsMessages) {
    EXPECT_THAT(complaint(fixture::hostile(), "no\x1b[2Jsuch"), Not(HasSubstr("\x1b")));
    EXPECT_THAT(complaint(fixture::hostile(), "no such"), Not(HasSubstr("\x1b")));
}

TEST(Explanation, ShowsEveryHopWithItsRuleAndSentence) {
    expect_golden("explanation.txt", explanation_of(fixture::dam(), kFirstClaim));
    expect_golden("explanation-a2.txt", explanation_of(fixture::dam(), AttributionId{1}));
}

TEST(Explanation, GivesTheSameAsJson) {
    expect_golden("explanation.json", json_of(fixture::dam(), kFirstClaim));
    const auto claim = boost::json::parse(json_of(fixture::dam(), kFirstClaim)).at("claim");
    EXPECT_EQ(claim.at("mentions").as_array().size(), fixture::dam().claims[0].mentions.size());
    const auto attribution = boost::json::parse(json_of(fixture::dam(), AttributionId{1})).at("attribution");
    EXPECT_EQ(attribution.at("claim"), "c1");
    EXPECT_EQ(attribution.at("hops").as_array().size(), 4U);
}

TEST(Explanation, FollowsWhatAnArticleSaysItself) {
    EXPECT_THAT(explanation_of(fixture::dam(), ClaimId{2}),
                AllOf(HasSubstr("on its own authority"), HasSubstr("the publisher, known from the manifest")));
}

TEST(Explanation, NamesWhomAnArticleCreditsWithWhatItSaysItself) {
    Analysis dam = fixture::dam();
    auto& mentions = dam.claims[2].mentions;
    const auto own = std::ranges::find_if(mentions, [](const Mention& m) { return !m.attribution && !m.basis; });
    ASSERT_NE(own, mentions.end());
    own->chain = {SourceId{0}, own->chain.front()};
    EXPECT_THAT(explanation_of(dam, ClaimId{2}),
                AllOf(HasSubstr(", which credits " + dam.sources[0].name), HasSubstr("credited with the story")));
}

TEST(Explanation, TellsWhyTwoNamesAreOneSource) {
    Analysis dam = fixture::dam();
    dam.sources[0].merges = {{"the interior minister", MergeRule::office, 1}};
    dam.sources[0].reliability = 0.75;
    EXPECT_THAT(explanation_of(dam, kFirstClaim, {.columns = 300}),
                HasSubstr("reliability 0.75; is also “the interior minister” in dam-2 (holds that office)"));
    EXPECT_THAT(json_of(dam, kFirstClaim),
                HasSubstr(R"("merged": [{"name": "the interior minister", "rule": "office", "document": "dam-2"}])"));
}

TEST(Explanation, NamesClaimsWithOtherFigures) {
    Analysis dam = fixture::dam();
    dam.claims[1].text = "nine were hurt";
    dam.claims[0].variants = {{ClaimId{1}, true}};
    EXPECT_THAT(explanation_of(dam, kFirstClaim), HasSubstr("c2 excludes this: nine were hurt"));
    dam.claims[0].variants = {{ClaimId{1}, false}};
    EXPECT_THAT(explanation_of(dam, kFirstClaim), HasSubstr("c2 has another figure: nine were hurt"));
    const auto variants = boost::json::parse(json_of(dam, kFirstClaim)).at("claim").at("variants");
    EXPECT_EQ(variants, boost::json::parse(R"([{"claim": "c2", "exclusive": false, "text": "nine were hurt"}])"));
}

TEST(Explanation, MarksWhatIsOnlyShown) {
    Analysis dam = fixture::dam();
    EXPECT_THAT(explanation_of(dam, kFirstClaim), Not(HasSubstr("not weighed")));
    dam.claims[0].mentions[0].restates = true;
    EXPECT_THAT(explanation_of(dam, kFirstClaim), HasSubstr("shown but not weighed"));
}

TEST(Explanation, NamesAllClaimsOfAStatement) {
    Analysis dam = fixture::dam();
    Mention part = dam.claims[0].mentions[0];
    ASSERT_TRUE(part.attribution);
    part.in_part = true;
    part.stance = Stance::denies;
    dam.claims[2].mentions.push_back(part);
    EXPECT_THAT(explanation_of(dam, ClaimId{2}), HasSubstr("[denies, among other things"));
    EXPECT_THAT(explanation_of(dam, *part.attribution),
                AllOf(HasSubstr("in claim c1: "), HasSubstr("also in claim c3 [denies]: ")));
    const auto json = boost::json::parse(json_of(dam, *part.attribution)).at("attribution");
    EXPECT_EQ(json.at("claim"), "c1");
    EXPECT_EQ(json.at("also_in"), boost::json::parse(R"([{"claim": "c3", "stance": "denies"}])"));
}

TEST(Explanation, GetsByWithoutEvidence) {
    Analysis dam = fixture::dam();
    for (auto& attribution : dam.attributions) attribution.hops.clear();
    EXPECT_THAT(explanation_of(dam, kFirstClaim), HasSubstr("Marta Ilves → Coastal Courier → Daily Ledger"));
    EXPECT_NO_THROW(boost::json::parse(json_of(dam, kFirstClaim)));
}

TEST(Explanation, FitsTheTerminal) {
    for (const unsigned columns : {40u, 60u, 100u}) {
        std::istringstream lines(explanation_of(fixture::hostile(), kFirstClaim, {.columns = columns}));
        std::string line;
        std::getline(lines, line);  // the head is not wrapped
        while (std::getline(lines, line)) EXPECT_LE(display_width(legible(line)), columns) << line;
    }
}

TEST(Explanation, LetsNoControlCharacterReachTheTerminal) {
    const Analysis hostile = fixture::hostile();
    for (const Explained& what : {kFirstClaim, Explained(AttributionId{0})}) {
        const std::string text = explanation_of(hostile, what);
        for (const char c : text) EXPECT_FALSE((c >= 0 && c < 0x20 && c != '\n') || c == 0x7F) << static_cast<int>(c);
        EXPECT_THAT(text, Not(HasSubstr("\u202E")));
        EXPECT_NO_THROW(boost::json::parse(json_of(hostile, what)));
    }
}

TEST(Explanation, ReportsAStreamThatFails) {
    std::ostringstream out;
    out.setstate(std::ios::badbit);
    EXPECT_THROW(print_explanation(fixture::dam(), kFirstClaim, out), OutputError);
    EXPECT_THROW(write_explanation_json(fixture::dam(), kFirstClaim, out), OutputError);
}

}  // namespace
}  // namespace hearsay
