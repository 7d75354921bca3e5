// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "story.hpp"

namespace hearsay::test {
namespace {

TEST(Endorsements, ResolveARecentReportToTheOutletThatTheNextSentenceNames) {
    Story story("Firstpost",
                "Minister Ola Berg said a recent report on cracks in the harbor bridge is likely to be true, according "
                "to Reuters. "
                "Last week, Le Monde reported that cracks were found in the harbor bridge.\n");
    story.said("Reuters", "according to",
               "Minister Ola Berg said a recent report on cracks in the harbor bridge is likely to be true");
    story.said("Minister Ola Berg", "said", "a recent report on cracks in the harbor bridge is likely to be true");
    story.attributions[1].source = {{0, 17}};
    story.attributions[1].cue = {{18, 22}};
    story.said("Le Monde", "reported", "cracks were found in the harbor bridge");
    EXPECT_EQ(story.chain(1), (Names{"Le Monde", "Ola Berg", "Reuters", "Firstpost"}));
    EXPECT_EQ(story.resolved(1).stance, Stance::confirms);
    EXPECT_EQ(story.resolved(1).about, 2u);
    EXPECT_EQ(story.chain(2), (Names{"Le Monde", "Firstpost"}));
}

TEST(Endorsements, NameTheGroupWhoseReportsAreConfirmed) {
    Story story("Firstpost",
                "Minister Ola Berg confirmed reports from Norwegian media indicating that the bridge has cracks.\n");
    story.said("Minister Ola Berg", "confirmed", "the bridge has cracks", Voice::indirect, Stance::confirms);
    EXPECT_EQ(story.chain(0), (Names{"Norwegian media", "Ola Berg", "Firstpost"}));
    EXPECT_EQ(story.source(0).kind, SourceKind::group);
    EXPECT_EQ(story.source(0).country, "NO");
}

TEST(Endorsements, ReadAsSomebodyReportedEarlier) {
    Story story(
        "Firstpost",
        "Minister Ola Berg told lawmakers that the bridge has cracks, as Norwegian media reported last week.\n");
    story.said("Minister Ola Berg", "told", "the bridge has cracks");
    EXPECT_EQ(story.chain(0), (Names{"Norwegian media", "Ola Berg", "Firstpost"}));
    EXPECT_EQ(story.resolved(0).stance, Stance::confirms);
}

TEST(Endorsements, FollowAnOwnedClaim) {
    Story story("Firstpost",
                "Senator Ann Lee said the dam leaks.\nEngineer Paul Reed said that Lee's claim was false.\n");
    story.said("Senator Ann Lee", "said", "the dam leaks").said("Engineer Paul Reed", "said", "Lee's claim was false");
    EXPECT_EQ(story.chain(1), (Names{"Ann Lee", "Paul Reed", "Firstpost"}));
    EXPECT_EQ(story.resolved(1).stance, Stance::denies);
    EXPECT_EQ(story.resolved(1).about, 0u);
}

TEST(Endorsements, TurnWithANegation) {
    Story story("Firstpost",
                "Le Monde reported that the dam leaks.\nEngineer Paul Reed said the Le Monde report was not credible.\n"
                "Mayor Ann Lee said the Le Monde report was not true.\n");
    story.said("Le Monde", "reported", "the dam leaks")
        .said("Engineer Paul Reed", "said", "the Le Monde report was not credible")
        .said("Mayor Ann Lee", "said", "the Le Monde report was not true");
    EXPECT_EQ(story.chain(1), (Names{"Le Monde", "Paul Reed", "Firstpost"}));
    EXPECT_EQ(story.resolved(1).stance, Stance::doubts);
    EXPECT_EQ(story.resolved(2).stance, Stance::denies);
}

TEST(Endorsements, LeadItBackToWhatSomebodyElseSaidRightBefore) {
    Story story(
        "Firstpost",
        "Senator Ann Lee said the dam leaks. It is old, she added.\nEngineer Paul Reed told CNN it was false. \"That "
        "is a lie,\" he said.\n");
    story.said("Senator Ann Lee", "said", "the dam leaks").said("she", "added", "It is old");
    story.said("Engineer Paul Reed", "told", "it was false", Voice::indirect, Stance::denies);
    story.said("he", "said", "\"That is a lie,\"", Voice::direct, Stance::denies);
    EXPECT_EQ(story.chain(2), (Names{"Paul Reed", "CNN", "Firstpost"}));
    EXPECT_EQ(story.resolved(2).about, 1u);
    EXPECT_EQ(story.resolved(3).about, 1u) << "not his own denial";
}

TEST(Endorsements, LeadADenialOfTheClaimsBackWhereverItWasMade) {
    const auto about = [](const std::string& denied) {
        Story story("Firstpost", "Senator Ann Lee said the dam leaks.\nEngineer Paul Reed denied " + denied + ".\n");
        story.said("Senator Ann Lee", "said", "the dam leaks");
        story.said("Engineer Paul Reed", "denied", denied, Voice::indirect, Stance::denies);
        return story.resolved(1).about;
    };
    for (const char* denied :
         {"the accusation on Monday", "all these allegations against him", "both claims", "her claims in a statement",
          "any wrongdoing", "the charge when he appeared in court", "the claims made by Lee"})
        EXPECT_EQ(about(denied), 0u) << denied;
    for (const char* denied : {"the claims about his salary", "new claims", "the old rumours that he drinks"})
        EXPECT_EQ(about(denied), std::nullopt) << denied;
}

TEST(Endorsements, LeadNothingBackWhereThatOnlyBeginsAClause) {
    Story story("Firstpost",
                "Senator Ann Lee said the dam leaks.\nEngineer Paul Reed denied that the old dam leaks any more.\n");
    story.said("Senator Ann Lee", "said", "the dam leaks")
        .said("Engineer Paul Reed", "denied", "that the old dam leaks any more", Voice::indirect, Stance::denies);
    EXPECT_FALSE(story.resolved(1).about.has_value());
}

TEST(Endorsements, ConfirmAnEventAfterWhoeverReportedIt) {
    Story story(
        "Firstpost",
        "Farmer Nina Falk told Reuters that the old captain had died.\nThe Harbor Safety Board confirmed the death.\n");
    story.said("Farmer Nina Falk", "told", "the old captain had died");
    story.said("The Harbor Safety Board", "confirmed", "the death", Voice::indirect, Stance::confirms);
    EXPECT_EQ(story.chain(1), (Names{"Nina Falk", "Harbor Safety Board", "Firstpost"}));
    EXPECT_EQ(story.resolved(1).about, 0u);
}

TEST(Endorsements, AreNoneWhereAChargeIsOnlyRefuted) {
    Story story("Firstpost", "Peru alleges that Chile sent ships.\nChile refuted the charges.\n");
    story.said("Peru", "alleges", "Chile sent ships")
        .said("Chile", "refuted", "the charges", Voice::indirect, Stance::denies);
    EXPECT_EQ(story.chain(1), (Names{"Chile", "Firstpost"}));
}

TEST(Endorsements, NeedAVerdictWhereTheCueGivesNone) {
    Story story("Firstpost", "Le Monde reported that the dam leaks.\nEngineer Paul Reed said the report was long.\n");
    story.said("Le Monde", "reported", "the dam leaks").said("Engineer Paul Reed", "said", "the report was long");
    EXPECT_EQ(story.chain(1), (Names{"Paul Reed", "Firstpost"}));
    EXPECT_EQ(story.resolved(1).stance, Stance::asserts);
}

TEST(Endorsements, AreOfNothingThatTellsOtherThingsThanTheReports) {
    Story story("Firstpost",
                "The Mirror reported that the team had landed in Rome.\n"
                "The club's president, Paulo Reis, denied reports that the coach will resign.\n");
    story.said("The Mirror", "reported", "that the team had landed in Rome");
    story.said("Paulo Reis", "denied", "reports that the coach will resign", Voice::indirect, Stance::denies);
    EXPECT_FALSE(story.resolved(1).about.has_value());
}

TEST(Endorsements, AreOfNoReportByWhoWasTold) {
    Story story("Firstpost", "Engineer Paul Reed told CNN that reports of a leak were false.\n");
    story.said("Engineer Paul Reed", "told", "that reports of a leak were false", Voice::indirect, Stance::denies);
    EXPECT_EQ(story.chain(0), (Names{"Paul Reed", "CNN", "Firstpost"}));
}

TEST(Endorsements, DenyWhatWasSaidOfWhoeverIsInnocent) {
    const auto about = [](const std::string& accused, const std::string& said) {
        Story story("Firstpost",
                    "Senator Ann Lee said that " + accused + " took bribes.\nPaul Reed said " + said + ".\n");
        story.said("Senator Ann Lee", "said", "that " + accused + " took bribes");
        story.said("Paul Reed", "said", said, Voice::indirect);
        return story.resolved(1).stance == Stance::denies ? story.resolved(1).about : std::nullopt;
    };
    for (const char* said : {"he had done nothing wrong", "that he is innocent", "\"I am not guilty.\""})
        EXPECT_EQ(about("engineer Paul Reed", said), 0u) << said;
    EXPECT_EQ(about("engineer Paul Reed", "nothing was wrong with the dam"), std::nullopt);
    EXPECT_EQ(about("Mayor Tom Pell", "he had done nothing wrong"), std::nullopt) << "said of another";
}

TEST(Endorsements, ThatDenyPassNothingOn) {
    Story story("Firstpost",
                "The Washington Post had it first.\n"
                "Health minister Ann Lee denied reports in a local newspaper that militants had fever.\n");
    story.said("Ann Lee", "denied", "reports in a local newspaper that militants had fever", Voice::indirect,
               Stance::denies);
    story.attributions.push_back(story.attributions.back());
    Attribution& told = story.attributions.back();
    const std::string_view text = story.document.text().utf8();
    const auto span = [&](std::string_view words) {
        const auto begin = static_cast<std::uint32_t>(text.find(words));
        return Spans{{begin, begin + static_cast<std::uint32_t>(words.size())}};
    };
    told.source = span("a local newspaper"), told.cue = span("reports"),
    told.content = span("that militants had fever");
    told.stance = Stance::asserts;
    EXPECT_EQ(story.chain(1).size(), 2U) << "whoever denies it is no hop";
    EXPECT_EQ(story.chain(0).front(), story.chain(1).front()) << "and denies what that newspaper said";
}

TEST(Endorsements, OfTheClaimsAreOfWhatWasSaidRightBefore) {
    Story story("Firstpost",
                "The Mirror claimed that the striker will leave.\n"
                "His agent, Paulo Reis, denied the claims.\n");
    story.said("The Mirror", "claimed", "the striker will leave");
    story.said("Paulo Reis", "denied", "the claims", Voice::indirect, Stance::denies);
    EXPECT_EQ(story.resolved(1).about, 0u);
}

}  // namespace
}  // namespace hearsay::test
