// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "story.hpp"

namespace hearsay::test {
namespace {

TEST(Relays, FollowTold) {
    Story story("Firstpost", "Minister Ola Berg told Reuters that the bridge will close.\n");
    story.said("Minister Ola Berg", "told", "the bridge will close");
    EXPECT_EQ(story.chain(0), (Names{"Ola Berg", "Reuters", "Firstpost"}));
}

TEST(Relays, AreNoPeopleOrBodiesThatListen) {
    Story story("Firstpost",
                "Minister Ola Berg told lawmakers that the bridge will close. Engineer Paul Reed told Mayor Ann Lee "
                "that it is safe.\n");
    story.said("Minister Ola Berg", "told", "the bridge will close").said("Engineer Paul Reed", "told", "it is safe");
    EXPECT_EQ(story.chain(0), (Names{"Ola Berg", "Firstpost"}));
    EXPECT_EQ(story.chain(1), (Names{"Paul Reed", "Firstpost"}));
}

TEST(Relays, FollowInterviewsStatementsAndProgrammes) {
    Story story("Firstpost",
                "In an interview with Le Monde, Minister Ola Berg said the bridge will close.\n"
                "Engineer Paul Reed said on CNN's \"Morning Desk\" that it is safe.\n"
                "Speaking to AFP, farmer Nina Falk said shops will suffer.\n");
    story.said("Minister Ola Berg", "said", "the bridge will close").said("Engineer Paul Reed", "said", "it is safe");
    story.said("farmer Nina Falk", "said", "shops will suffer");
    EXPECT_EQ(story.chain(0), (Names{"Ola Berg", "Le Monde", "Firstpost"}));
    EXPECT_EQ(story.chain(1), (Names{"Paul Reed", "CNN", "Firstpost"}));
    EXPECT_THAT(story.chain(2), ::testing::ElementsAre("Nina Falk", ::testing::_, "Firstpost"));
}

TEST(Relays, FollowQuotingActiveAndPassive) {
    Story story("Firstpost",
                "Politico quoted Minister Ola Berg as saying the bridge will close.\n"
                "Engineer Paul Reed was quoted by Reuters as saying it is safe.\n");
    story.said("Minister Ola Berg", "quoted", "the bridge will close")
        .said("Engineer Paul Reed", "was quoted", "it is safe");
    EXPECT_EQ(story.chain(0), (Names{"Ola Berg", "Politico", "Firstpost"}));
    EXPECT_EQ(story.chain(1), (Names{"Paul Reed", "Reuters", "Firstpost"}));
}

TEST(Relays, CarryOnOnlyToASecondHandCue) {
    Story story("Firstpost",
                "Politico quoted Minister Ola Berg as saying the bridge will close.\n"
                "\"It is too old,\" he was quoted as saying.\n"
                "The minister said a ferry will run.\n");
    story.said("Minister Ola Berg", "quoted", "the bridge will close");
    story.said("he", "was quoted as saying", "\"It is too old,\"", Voice::direct)
        .said("The minister", "said", "a ferry will run");
    EXPECT_EQ(story.chain(1), (Names{"Ola Berg", "Politico", "Firstpost"}));
    EXPECT_EQ(story.chain(2), (Names{"Ola Berg", "Firstpost"}));
}

TEST(Relays, CarryOnWithinTheSentence) {
    Story story("Firstpost",
                "Minister Ola Berg told Reuters that the bridge will close, adding that a ferry will run.\n");
    story.said("Minister Ola Berg", "told", "the bridge will close")
        .said("Minister Ola Berg", "adding", "a ferry will run");
    EXPECT_EQ(story.chain(1), (Names{"Ola Berg", "Reuters", "Firstpost"}));
}

TEST(Relays, ReachTheLeadWhoseStatementTheBodyRepeats) {
    Story story("Firstpost",
                "The old harbor bridge will close in March, according to the transport minister.\n"
                "Transport Minister Ola Berg told Reuters that the harbor bridge will close in March for repairs.\n");
    story.said("the transport minister", "according to", "The old harbor bridge will close in March");
    story.said("Transport Minister Ola Berg", "told", "the harbor bridge will close in March for repairs");
    EXPECT_EQ(story.chain(0), (Names{"Ola Berg", "Reuters", "Firstpost"}));
}

TEST(Relays, PutTheCitedBeforeTheOutlet) {
    Story story("Firstpost", "Le Monde reported that the deal is dead, citing two diplomats.\n");
    story.said("Le Monde", "reported", "the deal is dead");
    EXPECT_EQ(story.chain(0), (Names{"two diplomats", "Le Monde", "Firstpost"}));
}

TEST(Relays, CountWhomAnOutletCitesNoSecondTime) {
    Story story("Firstpost", "Le Monde reported that the deal is dead, citing two diplomats.\n");
    story.said("Le Monde", "reported", "the deal is dead").said("Le Monde", "citing", "two diplomats");
    EXPECT_EQ(story.chain(0), (Names{"two diplomats", "Le Monde", "Firstpost"}));
    EXPECT_TRUE(story.chain(1).empty());
}

TEST(Relays, AreNoPartOfATitleBehindThem) {
    Story story("Firstpost", "Le Monde reported that the dam leaks, citing engineer Ann Lee.\n");
    story.said("Le Monde", "reported", "the dam leaks");
    EXPECT_EQ(story.source(0).name, "Ann Lee");
    EXPECT_EQ(story.source(0).role, "engineer");
}

TEST(Relays, AreNoReasonsThatSomebodyCites) {
    Story story("Firstpost", "Le Monde reported that the bridge will close, citing safety concerns.\n");
    story.said("Le Monde", "reported", "the bridge will close");
    EXPECT_EQ(story.chain(0), (Names{"Le Monde", "Firstpost"}));
}

TEST(Relays, FollowWhoReportsBehindWhatSomebodyWasTold) {
    Story story("Firstpost", "Mayor Ann Lee told engineers that the dam is safe, Reuters reports.\n");
    story.said("Mayor Ann Lee", "told", "the dam is safe, Reuters reports");
    story.said("Reuters", "reports", "Mayor Ann Lee told engineers that the dam is safe");
    EXPECT_EQ(story.chain(0), (Names{"Ann Lee", "Reuters", "Firstpost"}));
    EXPECT_TRUE(story.chain(1).empty());
}

TEST(Relays, AreFoundWhereTheContentBeginsWithThem) {
    Story story("Firstpost", "Mayor Ann Lee told Reuters that the dam is safe.\n");
    story.said("Mayor Ann Lee", "told", "Reuters that the dam is safe");
    EXPECT_EQ(story.chain(0), (Names{"Ann Lee", "Reuters", "Firstpost"}));
}

TEST(Relays, FoldWhoQuotesIntoWhoIsQuoted) {
    Story story("Firstpost", "Le Monde quoted Minister Ola Berg as saying the bridge will close.\n");
    story.said("Minister Ola Berg", "quoted", "the bridge will close")
        .said("Le Monde", "quoted", "the bridge will close");
    EXPECT_EQ(story.chain(0), (Names{"Ola Berg", "Le Monde", "Firstpost"}));
    EXPECT_TRUE(story.chain(1).empty());
}

TEST(Relays, FoldAnOutletThatOnlyPassesOn) {
    Story story("Firstpost",
                "The bridge will close, Minister Ola Berg told lawmakers in Oslo, according to Reuters.\n");
    story.said("Minister Ola Berg", "told", "The bridge will close");
    story.said("Reuters", "according to", "The bridge will close, Minister Ola Berg told lawmakers in Oslo");
    EXPECT_EQ(story.chain(0), (Names{"Ola Berg", "Reuters", "Firstpost"}));
    EXPECT_TRUE(story.chain(1).empty());
}

TEST(Relays, KeepAnOutletThatSaysMore) {
    Story story(
        "Firstpost",
        "Nine vans of police surrounded the flooded northern tunnel overnight while welders sealed both gates and "
        "Minister Ola Berg said the bridge will close, according to Reuters.\n");
    story.said("Minister Ola Berg", "said", "the bridge will close");
    story.said(
        "Reuters", "according to",
        "Nine vans of police surrounded the flooded northern tunnel overnight while welders sealed both gates and "
        "Minister Ola Berg said the bridge will close");
    EXPECT_EQ(story.chain(1), (Names{"Reuters", "Firstpost"}));
}

TEST(Relays, AppendThePeopleWhoPassItOn) {
    Story story("Firstpost", "Mayor Ann Lee said that engineer Paul Reed had warned her that the dam leaks.\n");
    story.said("Mayor Ann Lee", "said", "engineer Paul Reed had warned her that the dam leaks");
    story.said("engineer Paul Reed", "warned", "the dam leaks");
    const Span holder = hull(story.attributions[0].content);
    story.attributions[1].source = {{holder.begin, holder.begin + 18}};
    EXPECT_EQ(story.chain(1), (Names{"Paul Reed", "Ann Lee", "Firstpost"}));
    EXPECT_EQ(story.chain(0), (Names{"Ann Lee", "Firstpost"}));
}

TEST(Relays, AppendWhoSaysThatSomebodyToldHim) {
    Story story("Firstpost", "Mayor Ann Lee said engineer Paul Reed told her that the dam leaks.\n");
    story.said("Mayor Ann Lee", "said", "the dam leaks").said("engineer Paul Reed", "told", "the dam leaks");
    EXPECT_EQ(story.chain(1), (Names{"Paul Reed", "Ann Lee", "Firstpost"}));
}

TEST(Relays, AreNotWhoConfirmsAReport) {
    Story story("Firstpost", "Mayor Ann Lee confirmed reports from Le Monde indicating that the dam leaks.\n");
    story.said("Mayor Ann Lee", "confirmed", "the dam leaks", Voice::indirect, Stance::confirms);
    story.said("reports from Le Monde", "indicating", "the dam leaks");
    EXPECT_EQ(story.chain(0), (Names{"Le Monde", "Ann Lee", "Firstpost"}));
    EXPECT_EQ(story.chain(1), (Names{"Le Monde", "Firstpost"}));
}

TEST(Relays, IncludeSocialMedia) {
    Story story("Firstpost",
                "Minister Ola Berg wrote on Twitter that the bridge will close.\n"
                "In a Facebook post, farmer Nina Falk said shops will suffer.\n");
    story.said("Minister Ola Berg", "wrote", "the bridge will close")
        .said("farmer Nina Falk", "said", "shops will suffer");
    EXPECT_EQ(story.resolve().attributions[0].chain.size(), 3u);
    EXPECT_EQ(story.chain(1), (Names{"Nina Falk", "Facebook", "Firstpost"}));
}

TEST(Relays, IncludePlatformsThatAreCalledLikeAWord) {
    Story story("Firstpost",
                "Minister Ola Berg wrote on X that the bridge will close.\n"
                "Engineer Paul Reed said on Telegram that it is safe.\n"
                "Farmer Nina Falk said on X Factor that shops will suffer.\n");
    story.said("Minister Ola Berg", "wrote", "the bridge will close").said("Engineer Paul Reed", "said", "it is safe");
    story.said("Farmer Nina Falk", "said", "shops will suffer");
    EXPECT_EQ(story.chain(0), (Names{"Ola Berg", "X", "Firstpost"}));
    EXPECT_EQ(story.chain(1), (Names{"Paul Reed", "Telegram", "Firstpost"}));
    EXPECT_EQ(story.chain(2), (Names{"Nina Falk", "Firstpost"}));
}

TEST(Relays, LeaveOutThePublisherInItsOwnArticle) {
    Story story("BBC News", "Minister Ola Berg told the BBC that the bridge will close.\n");
    story.said("Minister Ola Berg", "told", "the bridge will close");
    EXPECT_EQ(story.resolve().attributions[0].chain.size(), 2u);
}

TEST(Relays, IncludeCreditedOutletsAndMidTextDatelines) {
    Story story("Firstpost",
                "Minister Ola Berg said the bridge will close.\nOSLO, Nov. 3 (Kyodo) -- Farmer Nina Falk said shops "
                "will suffer.\n");
    story.said("Minister Ola Berg", "said", "the bridge will close")
        .said("Farmer Nina Falk", "said", "shops will suffer");
    EXPECT_EQ(story.chain(0), (Names{"Ola Berg", "Firstpost"}));
    EXPECT_THAT(story.chain(1), ::testing::ElementsAre("Nina Falk", ::testing::HasSubstr("Kyodo"), "Firstpost"));
    story.document.credited = {"Reuters"};
    EXPECT_EQ(story.chain(0), (Names{"Ola Berg", "Reuters", "Firstpost"}));
}

TEST(Relays, EndAtAnOutletThatReportsOnItself) {
    // The outlet is a company in the news here: it speaks for itself and passes nothing on.
    Story story("Firstpost", "Reuters said it will close its Lagos office.\n");
    story.said("Reuters", "said", "it will close its Lagos office");
    EXPECT_EQ(story.chain(0), (Names{"Reuters", "Firstpost"}));
}

TEST(Relays, StandInsideTheSource) {
    Story story("Firstpost",
                "A fire killed 12, according to a Reuters report citing the Guardian.\n"
                "Officials quoted by Xinhua said the flood killed 30.\n");
    story.said("a Reuters report citing the Guardian", "according to", "A fire killed 12");
    story.said("a Reuters report", "citing", "the Guardian");  // no statement of its own
    story.said("Officials quoted by Xinhua", "said", "the flood killed 30");
    EXPECT_EQ(story.chain(0), (Names{"The Guardian", "Reuters", "Firstpost"}));
    EXPECT_EQ(story.chain(1), Names{});
    EXPECT_EQ(story.chain(2), (Names{"Officials", "Xinhua", "Firstpost"}));
}

TEST(Relays, ShowWhatAnOutletHasSeen) {
    Story story("Firstpost",
                "The firm was warned, according to a city report seen by Reuters.\n"
                "Documents obtained by Politico show that it was warned twice.\n"
                "A leaked memo, reviewed by the Guardian, said it was warned again.\n");
    story.said("a city report seen by Reuters", "according to", "The firm was warned");
    story.said("Documents obtained by Politico", "show", "it was warned twice");
    story.said("A leaked memo, reviewed by the Guardian,", "said", "it was warned again");
    EXPECT_EQ(story.chain(0), (Names{"city report", "Reuters", "Firstpost"}));
    EXPECT_EQ(story.chain(1), (Names{"Documents", "Politico", "Firstpost"}));
    EXPECT_EQ(story.chain(2), (Names{"leaked memo", "The Guardian", "Firstpost"}));
}

TEST(Relays, PutWhomAnOutletCitesBehindAccordingTo) {
    Story story("Firstpost", "Minister Ola Berg will resign, according to Reuters, citing two officials.\n");
    story.said("Reuters", "according to", "Minister Ola Berg will resign");
    story.said("Minister Ola Berg", "citing", "two officials");
    EXPECT_EQ(story.chain(0), (Names{"two officials", "Reuters", "Firstpost"}));
}

TEST(Relays, FollowWhoIsQuotedAsSayingBy) {
    Story story("Firstpost", "\"The bridge is safe,\" Minister Ola Berg was quoted as saying by the news agency TASS.\n");
    story.said("Minister Ola Berg", "was quoted as saying", "\"The bridge is safe,\"", Voice::direct);
    EXPECT_EQ(story.chain(0), (Names{"Ola Berg", "TASS", "Firstpost"}));
}

TEST(Relays, StandBetweenTheSourceAndItsVerb) {
    Story story("Firstpost", "Reuters, citing two officials, said the ship had sunk.\n");
    story.said("Reuters", "citing", "two officials").said("Reuters", "said", "the ship had sunk");
    EXPECT_EQ(story.chain(1), (Names{"two officials", "Reuters", "Firstpost"}));
}

TEST(Relays, AreOutletsWhateverTheirNameBehindAWordForOne) {
    Story story("Firstpost", "Coach Luis Berg told radio station Onda Norte that the deal was off.\n");
    story.said("Coach Luis Berg", "told", "the deal was off");
    EXPECT_EQ(story.chain(0), (Names{"Luis Berg", "Onda Norte", "Firstpost"}));
}

TEST(Relays, PassOnStateTelevisionUnderItsOwnName) {
    Story story("Firstpost",
                "State television reported that the minister had resigned, Reuters said.\n"
                "The minister will leave, Reuters said, quoting state television.\n"
                "Senator Ann Lee told Swedish newspaper Aftonbladet that taxes will fall, AFP reported.\n");
    story.said("State television", "reported", "the minister had resigned");
    story.said("Reuters", "said", "The minister will leave");
    story.said("Senator Ann Lee", "told", "taxes will fall");
    EXPECT_EQ(story.chain(0), (Names{"State television", "Reuters", "Firstpost"}));
    EXPECT_EQ(story.chain(1), (Names{"State television", "Reuters", "Firstpost"}));
    EXPECT_EQ(story.chain(2), (Names{"Ann Lee", "Aftonbladet", "Agence France-Presse", "Firstpost"}));
}

TEST(Relays, NeverComeTwiceInOneChain) {
    Story story("Firstpost",
                "Reuters said that Mayor Ann Lee told Reuters that Reuters had reported that the dam leaks.\n");
    story.said("Reuters", "said", "Mayor Ann Lee told Reuters that Reuters had reported that the dam leaks");
    story.said("Mayor Ann Lee", "told", "Reuters had reported that the dam leaks");
    story.said("Reuters", "reported", "the dam leaks");
    for (const auto& a : story.resolve().attributions) {
        auto hops = a.chain;
        std::ranges::sort(hops);
        EXPECT_EQ(std::ranges::adjacent_find(hops), hops.end());
    }
}

}  // namespace
}  // namespace hearsay::test
