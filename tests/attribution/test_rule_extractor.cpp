// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "attribution/read.hpp"

namespace hearsay::test {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

Attribution only(const std::string& text) {
    const auto found = extractor().extract(document(text));
    EXPECT_EQ(found.size(), 1U) << text;
    return found.empty() ? Attribution{} : found.front();
}

TEST(RuleExtractor, FindsIndirectSpeechWithAndWithoutThat) {
    EXPECT_THAT(read("The mayor said that the bridge will close."),
                ElementsAre("The mayor | said | that the bridge will close"));
    EXPECT_THAT(read("The mayor said the bridge will close."), ElementsAre("The mayor | said | the bridge will close"));
    EXPECT_THAT(read("Officials in the harbour say ferries are running late."),
                ElementsAre("Officials in the harbour | say | ferries are running late"));
}

TEST(RuleExtractor, FindsContentBeforeTheCue) {
    EXPECT_THAT(read("The bridge will close on Monday, the mayor said."),
                ElementsAre("the mayor | said | The bridge will close on Monday"));
    EXPECT_THAT(read("The bridge will close on Monday, said Anna Berg, the mayor."),
                ElementsAre("Anna Berg, the mayor | said | The bridge will close on Monday"));
}

TEST(RuleExtractor, FindsASpeakerBehindASentenceWithAnAppositionOrAnAge) {
    EXPECT_THAT(read("Prices rose in Talvik, the capital, and fell elsewhere, said Anna Berg."),
                ElementsAre("Anna Berg | said | Prices rose in Talvik, the capital, and fell elsewhere"));
    EXPECT_THAT(read("Nils Reed, 45, turned the key himself on Monday night, reported Reuters."),
                ElementsAre("Reuters | reported | Nils Reed, 45, turned the key himself on Monday night"));
    EXPECT_THAT(read("Nils Reed, 45, said the bridge will close."),
                ElementsAre("Nils Reed, 45, | said | the bridge will close"));
}

TEST(RuleExtractor, ReadsWhatRecordingsShow) {
    EXPECT_THAT(read("Video taken in the hall shows the mayor on a table."),
                ElementsAre("Video taken in the hall | shows | the mayor on a table"));
    EXPECT_THAT(read("But the footage, uploaded by a guest, appears to show the mayor on a table."),
                ElementsAre("the footage, uploaded by a guest | show | the mayor on a table"));
    EXPECT_THAT(read("In the recording, a quick series of shots can be heard."),
                ElementsAre("the recording | In | a quick series of shots can be heard"));
    for (const char* nothing :
         {"The video game shows the mayor on a table.", "The video does not show the mayor on a table.",
          "A video which shows the mayor on a table was sold.", "In the video, the mayor is on a table.",
          "The video shows smoke.", "Video shops of the town show the mayor a table.",
          "Lund Pictures showed the mayor a new table."})
        EXPECT_THAT(read(nothing), IsEmpty()) << nothing;
}

TEST(RuleExtractor, ReadsWhereNewsCameFrom) {
    EXPECT_THAT(read("The news -- first reported by the Post -- came as a shock."),
                ElementsAre("the Post | reported | The news"));
    EXPECT_THAT(read("The bridge, painted by Anna Berg, came down."), IsEmpty());
    EXPECT_THAT(read("The deal, announced by Anna Berg, will create jobs."), IsEmpty()) << "or that it will is lost";
}

TEST(RuleExtractor, ReadsTranscripts) {
    EXPECT_THAT(read("Lund, 1:05 p.m. MAYOR BERG: Well, good evening. The bridge is safe. QUESTION: Since when? "
                     "MAYOR BERG: Since June. Who said so? It was never in danger. QUESTION: The Post?"),
                ElementsAre("MAYOR BERG |  | The bridge is safe.", "MAYOR BERG |  | It was never in danger."));
    for (const char* nothing : {"FACT: The bridge is safe. STORY: It is old. FACT: It is new. STORY: It is safe.",
                                "MAYOR BERG: The bridge is safe. MAYOR BERG: It is old.",
                                "MAYOR BERG: The bridge is safe. QUESTION: Since when?",
                                "THE CLAIM: It is old. THE FACTS: It is new. THE CLAIM: It is red. THE FACTS: It is."})
        EXPECT_THAT(read(nothing), IsEmpty()) << nothing;
    EXPECT_THAT(read("NILS REED: Is the bridge safe?\nANNA BERG: It was painted.\nNILS REED: When?\n"
                     "ANNA BERG: It is old.\nThe council has closed the road."),
                ElementsAre("ANNA BERG |  | It was painted.", "ANNA BERG |  | It is old."))
        << "each once, and not what stands below";
}

TEST(RuleExtractor, TakesPerBergForNoCredit) {
    EXPECT_THAT(read("The mayor, Per Berg, said the bridge will close."),
                ElementsAre("The mayor | said | the bridge will close"));
    EXPECT_THAT(read("The bridge will close, per Reuters."), ElementsAre("Reuters | per | The bridge will close"));
}

TEST(RuleExtractor, TakesNoNameInLyForAnAdverb) {
    EXPECT_THAT(read("Connolly said the bridge will close."), ElementsAre("Connolly | said | the bridge will close"));
    EXPECT_THAT(read("Mr Connolly said the bridge will close."),
                ElementsAre("Mr Connolly | said | the bridge will close"));
    EXPECT_THAT(read("Luckily, the mayor said the bridge will close."),
                ElementsAre("the mayor | said | the bridge will close"));
}

TEST(RuleExtractor, FindsContentBehindAccordingToAndAsReported) {
    EXPECT_THAT(read("According to the Talvik Institute, the largest species is the northern crab."),
                ElementsAre("the Talvik Institute | According to | the largest species is the northern crab"));
    EXPECT_THAT(read("As the Harbour Post reported on Monday, the bridge will close."),
                ElementsAre("the Harbour Post | reported | the bridge will close"));
    EXPECT_THAT(read("As reported by the Harbour Post, the bridge will close."),
                ElementsAre("the Harbour Post | reported | the bridge will close"));
    EXPECT_THAT(read("The bridge will close, says the Times of Talvik report."),
                ElementsAre("the Times of Talvik report | says | The bridge will close"));
}

TEST(RuleExtractor, FindsContentInTheParagraphBelowAColon) {
    EXPECT_THAT(read("On Monday Anna Berg wrote:\n\nThe bridge was never safe. It will close.\n\nShips pass."),
                ElementsAre("Anna Berg | wrote | The bridge was never safe. It will close."));
}

TEST(RuleExtractor, ReadsQuotationsBeforeAfterAndAroundTheCue) {
    EXPECT_THAT(read("“The bridge is safe,” Berg said."), ElementsAre("Berg | said | “The bridge is safe,”"));
    EXPECT_THAT(read("Berg said: “The bridge is safe.”"), ElementsAre("Berg | said | “The bridge is safe.”"));
    EXPECT_THAT(read("“The bridge,” she said, “is quite safe to use.”"),
                ElementsAre("she | said | “The bridge,” “is quite safe to use.”"));
}

TEST(RuleExtractor, TakesAQuotationThatGoesOnAfterTheCue) {
    EXPECT_THAT(read("“The bridge is safe,” Berg said. “We checked every bolt.”"),
                ElementsAre("Berg | said | “The bridge is safe,” “We checked every bolt.”"));
}

TEST(RuleExtractor, TakesAQuotationOverSeveralParagraphsWithoutAClosingMark) {
    const auto found = read(
        "“The bridge is safe and has always been safe,” Berg said. “We checked every bolt.\n\n“And we checked each of "
        "them twice.”");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[1], "Berg |  | “And we checked each of them twice.”");
}

TEST(RuleExtractor, TakesAWholeQuotationOfSeveralSentences) {
    EXPECT_THAT(read("“The bridge is safe. We checked every bolt,” Berg said."),
                ElementsAre("Berg | said | “The bridge is safe. We checked every bolt,”"));
}

TEST(RuleExtractor, AcceptsStraightAndDoubledQuotationMarks) {
    EXPECT_THAT(read("\"The bridge is safe,\" Berg said."), ElementsAre("Berg | said | \"The bridge is safe,\""));
    EXPECT_THAT(read("''The bridge is safe,'' Berg said."), ElementsAre("Berg | said | ''The bridge is safe,''"));
}

TEST(RuleExtractor, SkipsTheAddressee) {
    EXPECT_THAT(read("Berg told reporters on Monday that the bridge is safe."),
                ElementsAre("Berg | told | that the bridge is safe"));
    EXPECT_THAT(read("Berg told the council she would resign."), ElementsAre("Berg | told | she would resign"));
}

TEST(RuleExtractor, ReadsAccordingToAtEitherEnd) {
    EXPECT_THAT(read("The bridge will close, according to the ministry."),
                ElementsAre("the ministry | according to | The bridge will close"));
    EXPECT_THAT(read("According to the ministry, the bridge will close."),
                ElementsAre("the ministry | According to | the bridge will close"));
}

TEST(RuleExtractor, NestsAnAttributionInsideTheContentOfAnother) {
    const Document d =
        document("The bridge will close, Berg told lawmakers on Tuesday, according to the Harbour Post.");
    const auto found = extractor().extract(d);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(show(d, found[0]),
              "the Harbour Post | according to | The bridge will close, Berg told lawmakers on Tuesday");
    EXPECT_EQ(show(d, found[1]), "Berg | told | The bridge will close");
    EXPECT_EQ(found[0].parent, std::nullopt);
    EXPECT_EQ(found[1].parent, 0U);
}

TEST(RuleExtractor, GivesTheSpeakerNotTheOutletThatQuotesHim) {
    EXPECT_THAT(read("“The bridge is safe,” a Harbour Post report quoted the mayor as saying in the council."),
                ElementsAre("the mayor | quoted | “The bridge is safe,”"));
    EXPECT_THAT(read("Berg was quoted by the Harbour Post as saying that the bridge is safe."),
                ElementsAre("Berg | quoted | that the bridge is safe"));
    EXPECT_THAT(read("“The bridge is safe to use,” he was quoted as saying."),
                ElementsAre("he | quoted | “The bridge is safe to use,”"));
}

TEST(RuleExtractor, ReadsAsClauses) {
    EXPECT_THAT(read("The bridge is closed, as local media reported last week."),
                ElementsAre("local media | reported | The bridge is closed"));
}

TEST(RuleExtractor, SharesTheSourceOfTheCueBefore) {
    EXPECT_THAT(read("Berg said the bridge is safe, adding that trains will run."),
                UnorderedElementsAre("Berg | said | the bridge is safe", "Berg | adding | that trains will run"));
    EXPECT_THAT(read("Berg said the bridge is safe and added that trains will run."),
                UnorderedElementsAre("Berg | said | the bridge is safe", "Berg | added | that trains will run"));
}

TEST(RuleExtractor, ReadsPassivesWithoutAnAgent) {
    EXPECT_THAT(read("The company was accused of bribing the harbour master."),
                ElementsAre(" | accused | The company bribing the harbour master"));
    for (const char* accused : {"accused by police of", "accused by police on Thursday of",
                                "accused on Thursday by police of", "on Thursday accused by police of"})
        EXPECT_THAT(read("The company was " + std::string(accused) + " bribing the harbour master."),
                    ElementsAre("police | accused | The company bribing the harbour master"));
    EXPECT_THAT(read("The harbour master is believed to have fled."),
                ElementsAre(" | believed | The harbour master to have fled"));
    EXPECT_THAT(read("It is believed that the harbour master fled."),
                ElementsAre(" | believed | that the harbour master fled"));
}

TEST(RuleExtractor, ReadsCueNouns) {
    EXPECT_THAT(read("Nobody believed the ministry’s claim that the bridge is safe."),
                Contains("the ministry | claim | that the bridge is safe"));
    EXPECT_THAT(read("Unconfirmed reports that the bridge fell spread quickly."),
                Contains("Unconfirmed reports | reports | that the bridge fell spread quickly"));
}

TEST(RuleExtractor, ReadsHeadlines) {
    EXPECT_THAT(read("Norland says bridge will close"), ElementsAre("Norland | says | bridge will close"));
    EXPECT_THAT(read("Bridge will close, minister tells parliament"),
                ElementsAre("minister | tells | Bridge will close"));
    EXPECT_THAT(read("Harbour ministry: bridge is safe"), ElementsAre("Harbour ministry |  | bridge is safe"));
    EXPECT_THAT(read("Video: bridge is safe"), IsEmpty());
}

TEST(RuleExtractor, ReadsNamesBesideQuotations) {
    EXPECT_THAT(read("Berg: ‘We closed the bridge for good reasons’"),
                ElementsAre("Berg |  | ‘We closed the bridge for good reasons’"));
    EXPECT_THAT(read("“We closed the bridge for good reasons.” – Anna Berg"),
                ElementsAre("Anna Berg |  | “We closed the bridge for good reasons.”"));
}

TEST(RuleExtractor, TakesJointSourcesWhole) {
    EXPECT_THAT(read("Norland, Sudland and Westland said the strait is open."),
                ElementsAre("Norland, Sudland and Westland | said | the strait is open"));
}

TEST(RuleExtractor, LeavesDatesOutOfTheSource) {
    EXPECT_THAT(read("On Tuesday the mayor said the bridge is safe."),
                ElementsAre("the mayor | said | the bridge is safe"));
    EXPECT_THAT(read("The mayor on Tuesday said the bridge is safe."),
                ElementsAre("The mayor | said | the bridge is safe"));
}

TEST(RuleExtractor, SetsVoice) {
    EXPECT_EQ(only("“The bridge is safe,” Berg said.").voice, Voice::direct);
    EXPECT_EQ(only("Berg said the bridge is safe.").voice, Voice::indirect);
    EXPECT_EQ(only("Berg said the bridge is “perfectly safe” to use.").voice, Voice::mixed);
}

TEST(RuleExtractor, SetsStanceFromCueAndNegation) {
    EXPECT_EQ(only("Berg denied the charges.").stance, Stance::denies);
    EXPECT_EQ(only("Berg confirmed that the bridge is closed.").stance, Stance::confirms);
    EXPECT_EQ(only("Berg did not confirm the closure.").stance, Stance::doubts);
    EXPECT_EQ(only("Berg doubted that the bridge is closed.").stance, Stance::doubts);
    EXPECT_EQ(only("Berg dismissed the report as “one more fake.”").stance, Stance::denies);
    EXPECT_EQ(only("Berg brushed off rumours that the bridge is closed.").stance, Stance::denies);
    EXPECT_EQ(only("Berg laughed off the claims.").stance, Stance::denies);
    EXPECT_EQ(only("Berg played down reports of a closure.").stance, Stance::doubts);
    EXPECT_EQ(only("Reuters withdrew that report.").stance, Stance::denies);
}

TEST(RuleExtractor, IgnoresWhatOnlyLooksLikeAttribution) {
    EXPECT_THAT(read("The report was long."), IsEmpty());
    EXPECT_THAT(read("The United States won the match."), IsEmpty());
    EXPECT_THAT(read("Insurance claims rose by ten per cent."), IsEmpty());
    EXPECT_THAT(read("He asked for water and left."), IsEmpty());
    EXPECT_THAT(read("She wanted to say more."), IsEmpty());
    EXPECT_THAT(read("Orders for new trains, expected this spring, will follow."), IsEmpty());
    EXPECT_THAT(read("Crews were called at noon."), IsEmpty());
    EXPECT_THAT(read("Investigators have not yet said what caused the fire."), IsEmpty());
    EXPECT_THAT(read("The company moved last year and has said little about it."), IsEmpty());
}

TEST(RuleExtractor, ReadsNoBoilerplate) {
    EXPECT_THAT(read("Berg said the bridge is safe.\n\nReporting by Ann Lee, who said goodbye; Editing by Bo Dahl"),
                ElementsAre("Berg | said | the bridge is safe"));
}

/// Spans in text order, inside the text, and parents that contain their children, whatever comes in.
void expect_sound(const std::string& text) {
    const Document d = document(text);
    const auto found = extractor().extract(d);
    for (std::size_t i = 0; i != found.size(); ++i) {
        EXPECT_FALSE(found[i].content.empty());
        for (const Spans* spans : {&found[i].source, &found[i].cue, &found[i].content})
            for (const Span span : *spans) {
                EXPECT_LT(span.begin, span.end);
                EXPECT_LE(span.end, d.text().size());
            }
        if (!found[i].parent) continue;
        ASSERT_LT(*found[i].parent, found.size());
        EXPECT_TRUE(hull(found[*found[i].parent].content).contains(hull(found[i].content)));
    }
}

TEST(RuleExtractor, StaysSoundOnRandomMixturesOfItsOwnWords) {
    const std::vector<std::string> pieces{
        "said",           " that ",      "“",        "”",    "\"",       "'",      ", ",       ". ",
        " according to ", " Kim ",       " the ",    "\n\n", " and ",    " told ", " as ",     " quoted ",
        " saying ",       " was ",       "(",        ")",    " report ", ": ",     "\xff\xfe", "é",
        " who ",          " officials ", " claims ", "—",    "’s ",      " it "};
    std::mt19937 random(20241009);
    for (int round = 0; round != 400; ++round) {
        std::string text;
        for (int n = 0; n != 60; ++n) text += pieces[random() % pieces.size()];
        expect_sound(text);
    }
}

TEST(RuleExtractor, SurvivesOddQuotationMarksAndLongTexts) {
    expect_sound("");
    expect_sound(std::string(200000, '"'));
    std::string nested;
    for (int n = 0; n != 50000; ++n) nested += "“";
    expect_sound(nested + "he said");
    std::string endless;
    for (int n = 0; n != 40000; ++n) endless += "he said that ";
    expect_sound(endless);
    expect_sound(std::string(500000, 'a'));
}

}  // namespace
}  // namespace hearsay::test
