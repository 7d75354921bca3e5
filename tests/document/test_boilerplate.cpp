// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "document/prepare.hpp"

namespace hearsay {
namespace {

using test::article;
using test::boilerplate;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Boilerplate, LeavesAPlainArticleAlone) {
    EXPECT_THAT(boilerplate(article("Ministry sends letter\n", "")), IsEmpty());
}

TEST(Boilerplate, FindsDatelines) {
    EXPECT_THAT(boilerplate("(Bloomberg) -- The bank rose."), ElementsAre("dateline: (Bloomberg) --"));
    EXPECT_THAT(boilerplate("LONDON, Oct 8 (Reuters) - The bank rose."),
                ElementsAre("dateline: LONDON, Oct 8 (Reuters) -"));
    EXPECT_THAT(boilerplate("WASHINGTON (AP) — The bank rose."), ElementsAre("dateline: WASHINGTON (AP) —"));
    EXPECT_THAT(boilerplate("SEOUL, South Korea — The bank rose by a third."),
                ElementsAre("dateline: SEOUL, South Korea —"));
    EXPECT_THAT(boilerplate("(CNN) The bank rose."), ElementsAre("dateline: (CNN)"));
    EXPECT_THAT(boilerplate("Bank rises\nBERLIN/PARIS, 8 Oct (AFP) - The bank rose."),
                ElementsAre("dateline: BERLIN/PARIS, 8 Oct (AFP) -"));
    EXPECT_THAT(boilerplate("date 2024-10-09 (Bloomberg) -- The bank rose."),
                ElementsAre("header: date 2024-10-09", "dateline: (Bloomberg) --"));
}

TEST(Boilerplate, TakesNoOtherBracketForADateline) {
    EXPECT_THAT(boilerplate("(Laughter) -- The bank rose."), IsEmpty());
    EXPECT_THAT(boilerplate("The bank (Reuters) rose - again."), IsEmpty());
    EXPECT_THAT(boilerplate("Finance Minister Ann Lee (AP) said the bank rose."), IsEmpty());
}

TEST(Boilerplate, FindsCredits) {
    EXPECT_THAT(boilerplate(article("", "(Reporting by Ann Lee; Editing by Bo Holt)")),
                ElementsAre("credit: (Reporting by Ann Lee; Editing by Bo Holt)"));
    EXPECT_THAT(boilerplate(article("", "--With assistance from Ann Lee and Bo Holt.")),
                ElementsAre("credit: --With assistance from Ann Lee and Bo Holt."));
    EXPECT_THAT(boilerplate(article("", "With inputs from agencies")),
                ElementsAre("credit: With inputs from agencies"));
    EXPECT_THAT(boilerplate(article("", "Contributing: The Associated Press")),
                ElementsAre("credit: Contributing: The Associated Press"));
    EXPECT_THAT(boilerplate(article("By Ann Lee and Bo Holt\n", "")), ElementsAre("credit: By Ann Lee and Bo Holt"));
}

TEST(Boilerplate, FindsCaptionsByTheirPhotoCredit) {
    EXPECT_THAT(boilerplate(article("The minister and the mayor at a meeting in May. Reuters File\n", "")),
                ElementsAre("caption: The minister and the mayor at a meeting in May. Reuters File"));
    EXPECT_THAT(boilerplate(article("The mayor speaks on stage. (Ann Lee/Getty Images)\n", "")),
                ElementsAre("caption: The mayor speaks on stage. (Ann Lee/Getty Images)"));
    EXPECT_THAT(boilerplate(article("The mayor on stage in 2010 (Reuters)\n", "")),
                ElementsAre("caption: The mayor on stage in 2010 (Reuters)"));
    EXPECT_THAT(boilerplate(article("The mayor on stage (Photo: Bo Holt)\n", "")),
                ElementsAre("caption: The mayor on stage (Photo: Bo Holt)"));
}

TEST(Boilerplate, TakesAnEndCreditForNoCaption) {
    EXPECT_THAT(boilerplate(article("", "The mayor said no. \"We shall see,\" she said. (Reuters)")),
                ElementsAre("credit: (Reuters)"));
}

TEST(Boilerplate, FindsCaptionsWithoutACreditInTheBody) {
    for (const std::string line : {"Delayed: The letter has been waited for since the beginning of May",
                                   "The mayor (left) and the minister on stage",
                                   "The mayor, right, opens the bridge in an undated photograph"}) {
        const std::string after = line + "\nThe mayor promised the two offices new furniture in the spring.";
        EXPECT_THAT(boilerplate(article("", after)), ElementsAre("caption: " + line));
    }
    EXPECT_THAT(boilerplate(article("", "The old bridge (left) is shorter than the new one (right).")), IsEmpty());
}

TEST(Boilerplate, EndsANoteWithItsBracket) {
    EXPECT_THAT(
        boilerplate("(Adds details) By Ann Lee LONDON, Oct 8 (Reuters) - The bank rose, and with it the whole market."),
        ElementsAre("update_note: (Adds details)", "dateline: By Ann Lee LONDON, Oct 8 (Reuters) -"));
}

TEST(Boilerplate, TakesNoHeadlineInCapitalsForADateline) {
    EXPECT_THAT(boilerplate("POLLS NOT WRONG, JUST TOO EARLY - Ann Lee says that the vote is far off."), IsEmpty());
}

TEST(Boilerplate, FindsAdvertisementsAndCalls) {
    for (const std::string line :
         {"Start your savings plan today!", "Sign up for our newsletter", "Subscribe now", "Click here to join.",
          "Follow Ann Lee on Twitter", "Advertisement", "Claim your free shares"}) {
        const auto found =
            boilerplate(article("", line + "\nThe mayor promised the two offices new furniture in the spring."));
        EXPECT_THAT(found, ElementsAre(testing::EndsWith(": " + line)));
    }
}

TEST(Boilerplate, FindsLinks) {
    for (const std::string line : {"Read more", "Scroll down for video", "Printable view | Email this article",
                                   "Continue reading the main story"}) {
        const auto found =
            boilerplate(article("", line + "\nThe mayor promised the two offices new furniture in the spring."));
        EXPECT_THAT(found, ElementsAre("link: " + line));
    }
}

TEST(Boilerplate, MarksOnlyTheLinkAtTheEndOfAParagraph) {
    EXPECT_THAT(boilerplate(article("The letter was sent, according to a report read more\n", "")),
                ElementsAre("link: read more"));
}

TEST(Boilerplate, FindsRelatedHeadlines) {
    EXPECT_THAT(boilerplate(article("", "Mayor opens new bridge over the river as crowds cheer")),
                ElementsAre("related: Mayor opens new bridge over the river as crowds cheer"));
    EXPECT_THAT(
        boilerplate(article(
            "",
            "Related:\nMayor opens bridge\nBridge closed again\nThe mayor promised the two offices new furniture.")),
        ElementsAre("related: Related:", "related: Mayor opens bridge", "related: Bridge closed again"));
}

TEST(Boilerplate, LeavesHeadlineSummaryAndSubheadsAlone) {
    EXPECT_THAT(boilerplate(article("- Ministry sends letter to all offices\n- Mayor promises an answer\n", "")),
                IsEmpty());
    EXPECT_THAT(
        boilerplate(article("", "Deeper doubts\nThe mayor promised the two offices new furniture in the spring.")),
        IsEmpty());
}

TEST(Boilerplate, FindsWhatMarkupLeavesBehind) {
    const std::string titles = "RelatedFerry fares rise againTwo ships collide off HolmNew bridge opens";
    EXPECT_THAT(boilerplate(article(titles + "\n", "")), ElementsAre("related: " + titles));
    const std::string closed = "RelatedFerry fares rise againWill the ships collide?";
    EXPECT_THAT(boilerplate(article(closed + "\n", "")), ElementsAre("related: " + closed));
    const std::string script = "(function(d, s) { d.write(s); }(document, 'script'));";
    EXPECT_THAT(boilerplate(article(script + "\n", "")), ElementsAre("link: " + script));
    EXPECT_THAT(boilerplate(article("var title = 'Ferry fares rise';\n", "")),
                ElementsAre("link: var title = 'Ferry fares rise';"));
    EXPECT_THAT(boilerplate(article("RelatedFirm, a bank, rose by a third on Monday.\n", "")), IsEmpty());
}

TEST(Boilerplate, TakesNoUnfinishedTextForRelatedHeadlines) {
    EXPECT_THAT(boilerplate("The mayor has promised that there will be an answer in time\nNobody at the offices could "
                            "be reached on Monday\nIt goes on"),
                IsEmpty());
}

TEST(Boilerplate, FindsUpdateNotes) {
    EXPECT_THAT(boilerplate(article("", "(Updates with the mayor's comment in sixth paragraph.)")),
                ElementsAre("update_note: (Updates with the mayor's comment in sixth paragraph.)"));
    EXPECT_THAT(boilerplate(article("(Adds details, background)\n", "")),
                ElementsAre("update_note: (Adds details, background)"));
    EXPECT_THAT(boilerplate(article("", "This story has been updated.")),
                ElementsAre("update_note: This story has been updated."));
}

TEST(Boilerplate, FindsCopyrightNoticesAndTheirTerms) {
    EXPECT_THAT(boilerplate(article("", "©2024 Bloomberg L.P.")), ElementsAre("copyright: ©2024 Bloomberg L.P."));
    EXPECT_THAT(
        boilerplate(article(
            "", "Copyright 2014 The Associated Press. All rights reserved. This material may not be published.")),
        ElementsAre("copyright: Copyright 2014 The Associated Press. All rights reserved. This material may not be "
                    "published."));
    EXPECT_THAT(boilerplate(article("", "The copyright law of 2014 has been changed.")), IsEmpty());
}

}  // namespace
}  // namespace hearsay
