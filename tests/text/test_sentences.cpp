// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "text/tokens.hpp"

namespace hearsay {
namespace {

using test::sentences;
using ::testing::ElementsAre;
using ::testing::SizeIs;

TEST(Sentences, EndAtStops) {
    EXPECT_THAT(sentences("It rained. Did it? Yes! Then… Nothing."),
                ElementsAre("It rained.", "Did it?", "Yes!", "Then…", "Nothing."));
}

TEST(Sentences, TakeClosingMarksAlong) {
    EXPECT_THAT(sentences("\"It rained.\" (Really.) 'It did.' So be it."),
                ElementsAre("\"It rained.\"", "(Really.)", "'It did.'", "So be it."));
}

TEST(Sentences, GoOnAfterTitlesAndInitials) {
    EXPECT_THAT(sentences("Gen. J. P. Holt and Mr. Ames met Sen. Bell. They left."), SizeIs(2));
}

TEST(Sentences, GoOnAfterMonthsBeforeADay) {
    EXPECT_THAT(sentences("It began on Oct. 3. It ended in Nov. The talks failed."),
                ElementsAre("It began on Oct. 3.", "It ended in Nov.", "The talks failed."));
}

TEST(Sentences, EndAfterAnAbbreviationOnlyBeforeAWordThatBeginsSentences) {
    EXPECT_THAT(sentences("The U.S. Army left the U.S. They flew."),
                ElementsAre("The U.S. Army left the U.S.", "They flew."));
    EXPECT_THAT(sentences("Acme Inc. Chief Ann Lee sued Beta Corp. The case goes on."),
                ElementsAre("Acme Inc. Chief Ann Lee sued Beta Corp.", "The case goes on."));
}

TEST(Sentences, EndAfterAQuotedAbbreviation) {
    EXPECT_THAT(sentences("\"We left the U.S.\" Holt was tired."),
                ElementsAre("\"We left the U.S.\"", "Holt was tired."));
}

TEST(Sentences, GoOnAfterTheTimeOfDay) {
    EXPECT_THAT(sentences("He left at 9 a.m. Monday. She came at 6 p.m. Police followed."),
                ElementsAre("He left at 9 a.m. Monday.", "She came at 6 p.m.", "Police followed."));
}

TEST(Sentences, TakeNoForAnAbbreviationOnlyBeforeANumber) {
    EXPECT_THAT(sentences("He lives at No. 10. He said no. She agreed."),
                ElementsAre("He lives at No. 10.", "He said no.", "She agreed."));
}

TEST(Sentences, GoOnInDecimalNumbersAndDates) {
    EXPECT_THAT(sentences("It rose 3.5 percent to 1,100.25 on 8.10.2024."), SizeIs(1));
}

TEST(Sentences, GoOnAfterAnEllipsisBeforeASmallLetter) {
    EXPECT_THAT(sentences("He waited ... and waited. . . and left."), SizeIs(1));
}

TEST(Sentences, KeepAQuestionAndItsSpeakerTogether) {
    EXPECT_THAT(sentences("\"Why?\" he asked. \"Now!\" Mayor Ann Lee said. \"Who?\" The room fell silent."),
                ElementsAre("\"Why?\" he asked.", "\"Now!\" Mayor Ann Lee said.", "\"Who?\"", "The room fell silent."));
}

TEST(Sentences, SurviveADateline) {
    EXPECT_THAT(sentences("WASHINGTON, D.C. (Daily Wire) - The senate met. It rose."),
                ElementsAre("WASHINGTON, D.C. (Daily Wire) - The senate met.", "It rose."));
}

TEST(Sentences, KeepTheNumberOfAListItem) {
    EXPECT_THAT(sentences("1. The plan is new. 2. The plan is old."),
                ElementsAre("1. The plan is new.", "2. The plan is old."));
}

TEST(Sentences, NeverCrossParagraphs) { EXPECT_THAT(sentences("Minister denies plan\n\nHe left."), SizeIs(2)); }

}  // namespace
}  // namespace hearsay
