// SPDX-License-Identifier: Apache-2.0
// Names that lead a careless reader to the wrong source.
#include <gmock/gmock.h>

#include "hearsay/source/registry.hpp"
#include "story.hpp"

namespace hearsay::test {
namespace {

TEST(TwoKims, AreToldApartByTheirOfficesAndByWhoSpokeLast) {
    Story story("Firstpost",
                "Defence Minister Kim Tae-young and Unification Minister Kim Soo-hyun met lawmakers in Seoul.\n"
                "The defence minister said the drill will go ahead. Kim said it is routine.\n"
                "The unification minister said talks are possible. Kim said a letter was sent.\n");
    story.said("The defence minister", "said", "the drill will go ahead").said("Kim", "said", "it is routine");
    story.said("The unification minister", "said", "talks are possible").said("Kim", "said", "a letter was sent");
    EXPECT_EQ(story.origin(0), "Kim Tae-young");
    EXPECT_EQ(story.origin(1), "Kim Tae-young");
    EXPECT_EQ(story.origin(2), "Kim Soo-hyun");
    EXPECT_EQ(story.origin(3), "Kim Soo-hyun");
}

TEST(TwoBrothers, AreToldApartWhereOneIsOnlyTheOthersBrother) {
    Story story("Firstpost",
                "Paul Berg said the state threatened him.\n"
                "The brother of Tom Berg is a teacher. Mr Berg said he would go to court.\n");
    story.said("Paul Berg", "said", "the state threatened him").said("Mr Berg", "said", "he would go to court");
    EXPECT_EQ(story.origin(1), "Paul Berg");
}

TEST(PerLunde, HasHisFirstName) {
    Story story("Firstpost", "The shopkeeper Per Lunde has begun to stack flour.\nLunde said the island was cut off.\n");
    story.said("Lunde", "said", "the island was cut off");
    EXPECT_EQ(story.origin(0), "Per Lunde");
}

TEST(ReportsReceived, AreNotWhoReceivedThem) {
    Story story("Firstpost", "The pilot was hurt, according to reports received by the Foreign Office.\n");
    story.said("reports received by the Foreign Office", "according to", "The pilot was hurt");
    EXPECT_EQ(story.origin(0), "reports");
}

TEST(WordThatIsAlsoAnOutlet, IsOneWhereTheWordsAroundItTell) {
    Story story("Firstpost",
                "Layoffs begin on Monday, according to a report in Forbes.\n"
                "A respected journalist for Forbes said the plan is old.\n"
                "Forbes said more cuts will follow.\n");
    story.said("a report in Forbes", "according to", "Layoffs begin on Monday");
    story.said("A respected journalist for Forbes", "said", "the plan is old");
    story.said("Forbes", "said", "more cuts will follow");
    for (const std::uint32_t attribution : {0, 1, 2}) EXPECT_EQ(story.origin(attribution), "Forbes");
    EXPECT_EQ(story.source(2).kind, SourceKind::outlet);
}

TEST(WordThatIsAlsoAnOutlet, IsAWordInAnOffice) {
    Story story("Firstpost", "The minister for Science said the dish will turn again.\n");
    story.said("The minister for Science", "said", "the dish will turn again");
    EXPECT_NE(story.origin(0), "Science");
}

TEST(TwoKims, AreToldApartByTheirGender) {
    Story story("Firstpost",
                "North Korean leader Kim Jong Un toured a farm with his sister Kim Yo Jong.\n"
                "Ms. Kim said the harvest was good. Mr. Kim said it was poor.\n");
    story.said("Ms. Kim", "said", "the harvest was good").said("Mr. Kim", "said", "it was poor");
    EXPECT_EQ(story.origin(0), "Kim Yo Jong");
    EXPECT_EQ(story.origin(1), "Kim Jong Un");
}

TEST(TwoKims, AreToldApartByTheirStates) {
    Story story("Firstpost",
                "South Korea's Kim Tae-young flew to Oslo. North Korea's Kim Jong Un stayed at home.\n"
                "South Korea's Kim said the visit was short.\n");
    story.said("South Korea's Kim", "said", "the visit was short");
    EXPECT_EQ(story.origin(0), "Kim Tae-young");
}

TEST(TwoKims, AreNotTheLeaderWhoseKinOneOfThemIs) {
    Story story("Firstpost",
                "Kim Jong Un's sister, Kim Yo Jong, said the drills are reckless.\nKim said patience has limits.\n");
    story.said("Kim Jong Un's sister, Kim Yo Jong,", "said", "the drills are reckless");
    story.said("Kim", "said", "patience has limits");
    EXPECT_EQ(story.origin(0), "Kim Yo Jong");
    EXPECT_EQ(story.origin(1), "Kim Yo Jong");
}

TEST(TwoKims, StayApartAcrossArticles) {
    Story one("Firstpost", "Kim Tae-young said the road is closed. Kim said it is icy.\n");
    one.said("Kim Tae-young", "said", "the road is closed").said("Kim", "said", "it is icy");
    Story other("Firstpost", "Kim Jong Un said the road is open. Kim said it is wide.\n");
    other.said("Kim Jong Un", "said", "the road is open").said("Kim", "said", "it is wide");
    SourceRegistry registry{gazetteer()};
    const auto a = one.resolve(), b = other.resolve();
    const auto first = registry.add(a), second = registry.add(b);
    EXPECT_EQ(first[a.attributions[0].chain[0]], first[a.attributions[1].chain[0]]);
    EXPECT_NE(first[a.attributions[1].chain[0]], second[b.attributions[1].chain[0]]);
}

TEST(FatherAndSon, AreToldApartByJuniorAndSenior) {
    Story story(
        "Firstpost",
        "Peter Holm Sr. founded the mill. Peter Holm Jr. runs it.\n"
        "Peter Holm Sr. said the river rose. Peter Holm Jr. said the dam broke. The elder Holm said nobody was warned. "
        "The younger Holm said the council was told.\n");
    story.said("Peter Holm Sr.", "said", "the river rose").said("Peter Holm Jr.", "said", "the dam broke");
    story.said("The elder Holm", "said", "nobody was warned").said("The younger Holm", "said", "the council was told");
    EXPECT_NE(story.origin(0), story.origin(1));
    EXPECT_EQ(story.origin(2), story.origin(0));
    EXPECT_EQ(story.origin(3), story.origin(1));
}

TEST(FatherAndSon, AreToldApartByAnInitial) {
    Story story("Firstpost",
                "Former President George Holm wrote to his son, President George W. Holm.\n"
                "George Holm said the war was just. George W. Holm said it was over.\n");
    story.said("George Holm", "said", "the war was just").said("George W. Holm", "said", "it was over");
    EXPECT_EQ(story.origin(0), "George Holm");
    EXPECT_EQ(story.origin(1), "George W. Holm");
}

TEST(FatherAndSon, AreToldApartByHisFather) {
    Story story("Firstpost",
                "Karl Holm, a plumber, left the town. His father, Peter Holm, said he was proud.\n"
                "Karl Holm's father said the house was sold.\n");
    story.said("His father, Peter Holm,", "said", "he was proud");
    story.said("Karl Holm's father", "said", "the house was sold");
    EXPECT_EQ(story.origin(0), "Peter Holm");
    EXPECT_NE(story.origin(1), "Karl Holm");
}

TEST(Washington, IsTheGovernmentWhereItSpeaks) {
    Story story("Firstpost", "Washington said the treaty holds. Moscow and Washington said talks go on.\n");
    story.said("Washington", "said", "the treaty holds").said("Moscow and Washington", "said", "talks go on");
    EXPECT_EQ(story.origin(0), "United States");
    EXPECT_EQ(story.origin(1), "Russia and United States");
}

TEST(Washington, IsAStateOfTheUnion) {
    Story story("Firstpost",
                "Washington state said the ferry is late. The state of Washington said the bridge is closed.\n"
                "Washington state officials said the road is open.\n");
    story.said("Washington state", "said", "the ferry is late")
        .said("The state of Washington", "said", "the bridge is closed")
        .said("Washington state officials", "said", "the road is open");
    for (std::uint32_t i = 0; i < 3; ++i) EXPECT_NE(story.origin(i), "United States") << i;
    EXPECT_EQ(story.origin(0), story.origin(1));
}

TEST(Washington, IsACityWithAMayorAndPolice) {
    Story story("Firstpost",
                "Washington Mayor Ann Lee said schools stay open. Washington police said two men were held.\n"
                "The Washington-based Institute for Tides said the sea rose.\n");
    story.said("Washington Mayor Ann Lee", "said", "schools stay open")
        .said("Washington police", "said", "two men were held");
    story.said("The Washington-based Institute for Tides", "said", "the sea rose");
    EXPECT_EQ(story.origin(0), "Ann Lee");
    EXPECT_NE(story.origin(1), "United States");
    EXPECT_EQ(story.origin(2), "Institute for Tides");
}

TEST(Washington, IsANewspaper) {
    Story story("Firstpost",
                "The Washington Post reported that talks failed. The Post said envoys had left Washington.\n"
                "Mayor Ann Lee told The Washington Times that the roof leaks.\n");
    story.said("The Washington Post", "reported", "talks failed")
        .said("The Post", "said", "envoys had left Washington");
    story.said("Mayor Ann Lee", "told", "the roof leaks");
    EXPECT_EQ(story.origin(0), "The Washington Post");
    EXPECT_EQ(story.origin(1), "The Washington Post");
    EXPECT_EQ(story.chain(2), (Names{"Ann Lee", "The Washington Times", "Firstpost"}));
}

TEST(TheTimes, IsTheOneOfTheCityThatTheArticleNames) {
    Story story("Firstpost",
                "The Seattle Times reported that the ferry sank. The Times said two men were lost.\n"
                "Later the Los Angeles Times said the ferry was old. The Times said it had been sold.\n");
    story.said("The Seattle Times", "reported", "the ferry sank").said("The Times", "said", "two men were lost");
    story.said("the Los Angeles Times", "said", "the ferry was old").said("The Times", "said", "it had been sold");
    EXPECT_EQ(story.origin(0), "The Seattle Times");
    EXPECT_EQ(story.origin(1), "The Seattle Times");
    EXPECT_EQ(story.origin(2), story.origin(3));
    EXPECT_NE(story.origin(3), "The Seattle Times");
}

TEST(TheTimes, IsThePublisherInItsOwnArticle) {
    Story story("The Seattle Times", "Mayor Ann Lee told The Times that the ferry is old.\n");
    story.said("Mayor Ann Lee", "told", "the ferry is old");
    EXPECT_EQ(story.chain(0), (Names{"Ann Lee", "The Seattle Times"}));
}

TEST(TheTimes, IsNobodysWhereNoArticleTells) {
    Story one("Firstpost", "The Times said the ferry is old.\n"),
        other("Northwire", "The Times said the ferry is new.\n");
    one.said("The Times", "said", "the ferry is old");
    other.said("The Times", "said", "the ferry is new");
    SourceRegistry registry{gazetteer()};
    const auto a = one.resolve(), b = other.resolve();
    EXPECT_NE(registry.add(a)[a.attributions[0].chain[0]], registry.add(b)[b.attributions[0].chain[0]]);
}

TEST(OutletInTheNews, SpeaksForItselfAndRelaysNothing) {
    Story story(
        "Firstpost",
        "Facebook said it will close its Oslo office. Mayor Ann Lee wrote on Facebook that the town will suffer.\n"
        "Lee told lawmakers that Twitter had paid no tax.\nTwitter said it pays what is due.\n");
    story.said("Facebook", "said", "it will close its Oslo office")
        .said("Mayor Ann Lee", "wrote", "the town will suffer");
    story.said("Lee", "told", "Twitter had paid no tax").said("Twitter", "said", "it pays what is due");
    EXPECT_EQ(story.chain(0), (Names{"Facebook", "Firstpost"}));
    EXPECT_EQ(story.chain(1), (Names{"Ann Lee", "Facebook", "Firstpost"}));
    EXPECT_EQ(story.chain(2), (Names{"Ann Lee", "Firstpost"}));
    EXPECT_EQ(story.chain(3), (Names{"Twitter", "Firstpost"}));
}

TEST(OutletInTheNews, IsNoRelayWhereSomebodySpeaksAboutIt) {
    Story story("Firstpost",
                "Analyst Paul Reed said the Financial Times is for sale.\n"
                "Regulators said Bloomberg and Reuters had shared prices.\n"
                "A spokesman for CNN said two reporters were dismissed.\n");
    story.said("Analyst Paul Reed", "said", "the Financial Times is for sale");
    story.said("Regulators", "said", "Bloomberg and Reuters had shared prices");
    story.said("A spokesman for CNN", "said", "two reporters were dismissed");
    EXPECT_EQ(story.chain(0), (Names{"Paul Reed", "Firstpost"}));
    EXPECT_EQ(story.chain(1), (Names{"Regulators", "Firstpost"}));
    EXPECT_EQ(story.chain(2), (Names{"CNN", "Firstpost"}));
}

TEST(Capitals, JoinNoCueToAName) {
    Story story("Firstpost", "Ann Reed Says Arlen Bridge Will Close In May\n\nRepairs Begin, Says Tom Hale Of Arlen\n");
    story.said("Ann Reed", "Says", "Arlen Bridge Will Close In May").said("Tom Hale", "Says", "Repairs Begin");
    EXPECT_EQ(story.origin(0), "Ann Reed");
    EXPECT_EQ(story.origin(1), "Tom Hale");
}

TEST(Capitals, MakeNoNameOfADescription) {
    Story story("Firstpost", "ARLEN SECURITY SOURCE SAYS BRIDGE CLOSED\n\nThe bridge is closed.\n");
    story.said("ARLEN SECURITY SOURCE", "SAYS", "BRIDGE CLOSED");
    EXPECT_EQ(story.source(0).kind, SourceKind::anonymous);
}

TEST(OutletInTheNews, IsItsOwnSourceInItsOwnArticle) {
    Story story("BBC News", "The BBC said its director has resigned. Mayor Ann Lee said the BBC is too dear.\n");
    story.said("The BBC", "said", "its director has resigned").said("Mayor Ann Lee", "said", "the BBC is too dear");
    EXPECT_EQ(story.chain(0).size(), 1U);
    EXPECT_EQ(story.chain(1).size(), 2U);
}

/// What a document of ours resolves to, under run-wide names after the last one.
class ReplacedMinister : public testing::Test {
  protected:
    /// The origin of the story's last attribution.
    std::size_t add(Story story) {
        const DocumentSources found = story.resolve();
        const auto ids = registry_.add(found);
        origins_.push_back(ids[found.attributions.back().chain.front()]);
        return origins_.size() - 1;
    }
    void finish() {
        const auto last = registry_.finish();
        for (SourceId& id : origins_) id = last[static_cast<std::size_t>(id)];
    }
    std::string name(std::size_t story) const { return registry_[origins_[story]].name; }

    SourceRegistry registry_{gazetteer()};
    std::vector<SourceId> origins_;
};

TEST_F(ReplacedMinister, IsNotTheOneOfTheOtherArticle) {
    Story before("Firstpost", "Norwegian Defence Minister Ola Berg said the fleet is ready.\n");
    before.said("Norwegian Defence Minister Ola Berg", "said", "the fleet is ready");
    Story after("Firstpost", "Norwegian Defence Minister Ida Lund said the fleet is old.\n");
    after.said("Norwegian Defence Minister Ida Lund", "said", "the fleet is old");
    Story unnamed("Firstpost", "Norway's defence minister said the fleet will sail.\n");
    unnamed.said("Norway's defence minister", "said", "the fleet will sail");
    const auto a = add(before), b = add(after), c = add(unnamed);
    finish();
    EXPECT_EQ(name(a), "Ola Berg");
    EXPECT_EQ(name(b), "Ida Lund");
    EXPECT_EQ(name(c), "Norway's defence minister") << "either may be meant";
}

TEST_F(ReplacedMinister, IsWhoeverTheArticleItselfNames) {
    Story before("Firstpost", "Norwegian Defence Minister Ola Berg said the fleet is ready.\n");
    before.said("Norwegian Defence Minister Ola Berg", "said", "the fleet is ready");
    Story after("Firstpost", "Norwegian Defence Minister Ida Lund said the fleet is old.\n");
    after.said("Norwegian Defence Minister Ida Lund", "said", "the fleet is old");
    Story beside("Firstpost", "Ida Lund said she was tired.\nNorway's defence minister said the fleet will sail.\n");
    beside.said("Ida Lund", "said", "she was tired").said("Norway's defence minister", "said", "the fleet will sail");
    add(before);
    add(after);
    const auto c = add(beside);
    finish();
    EXPECT_EQ(name(c), "Ida Lund");
}

TEST_F(ReplacedMinister, IsNotHisPredecessorInOneArticle) {
    Story story("Firstpost",
                "Former Defence Minister Ola Berg handed over to Defence Minister Ida Lund.\n"
                "The defence minister said the fleet is old. The former defence minister said it was new.\n");
    story.said("The defence minister", "said", "the fleet is old");
    story.said("The former defence minister", "said", "it was new");
    EXPECT_EQ(story.origin(0), "Ida Lund");
    EXPECT_EQ(story.origin(1), "Ola Berg");
}

}  // namespace
}  // namespace hearsay::test
