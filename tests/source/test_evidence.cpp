// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <array>
#include <set>

#include "story.hpp"

namespace hearsay::test {
namespace {

/// "rule naming [words]" of every hop.
Names told_by(Story& story, std::uint32_t attribution) {
    Names lines;
    for (const HopEvidence& hop : story.resolved(attribution).evidence)
        lines.push_back(std::string(to_string(hop.rule)) + ' ' + std::string(to_string(hop.naming)) + " [" +
                        std::string(story.document.text().slice(hop.span)) + ']');
    return lines;
}

constexpr auto kPublisher = "publisher name []";

TEST(HopEvidence, QuotesTheWordsOfARelay) {
    Story story("Firstpost",
                "Minister Ola Berg told Reuters that the bridge will close.\n"
                "Politico quoted Minister Ola Berg as saying the ferry will run.\n"
                "Le Monde reported that the deal is dead, citing two diplomats.\n"
                "The dam leaks, farmer Nina Falk said in an interview seen by AFP.\n");
    story.said("Minister Ola Berg", "told", "the bridge will close").said("Ola Berg", "quoted", "the ferry will run");
    story.said("Le Monde", "reported", "the deal is dead").said("farmer Nina Falk", "said", "The dam leaks");
    EXPECT_EQ(told_by(story, 0), (Names{"source name [Minister Ola Berg]", "told name [told Reuters]", kPublisher}));
    EXPECT_EQ(told_by(story, 1), (Names{"source name [Ola Berg]", "quoted name [Politico quoted]", kPublisher}));
    EXPECT_EQ(told_by(story, 2),
              (Names{"cited description [citing two diplomats]", "source name [Le Monde]", kPublisher}));
    EXPECT_EQ(told_by(story, 3),
              (Names{"source name [farmer Nina Falk]", "passed_on alias [seen by AFP]", kPublisher}));
}

TEST(HopEvidence, SaysHowAMentionWasLedToItsSource) {
    Story story("Firstpost",
                "Transport Minister Ola Berg opened the road. The transport minister said it is safe.\n"
                "\"It will last,\" he said. Berg said tolls will fall.\n"
                "Paris said the talks go on. A Reuters report said they failed.\n"
                "A person close to the talks said they failed.\n");
    story.said("The transport minister", "said", "it is safe").said("he", "said", "\"It will last,\"", Voice::direct);
    story.said("Berg", "said", "tolls will fall").said("Paris", "said", "the talks go on");
    story.said("A Reuters report", "said", "they failed").said("A person close to the talks", "said", "they failed");
    EXPECT_EQ(told_by(story, 0)[0], "source office [The transport minister]");
    EXPECT_EQ(told_by(story, 1)[0], "source pronoun [he]");
    EXPECT_EQ(told_by(story, 2)[0], "source short_form [Berg]");
    EXPECT_EQ(told_by(story, 3)[0], "source alias [Paris]");
    EXPECT_EQ(told_by(story, 4)[0], "source owner [A Reuters report]");
    EXPECT_EQ(told_by(story, 5)[0], "source description [A person close to the talks]");
}

TEST(HopEvidence, NamesTheAttributionAround) {
    Story story("Firstpost", "The bridge will close, Minister Ola Berg told lawmakers, according to Reuters.\n");
    story.said("Minister Ola Berg", "told", "The bridge will close");
    story.said("Reuters", "according to", "The bridge will close, Minister Ola Berg told lawmakers");
    EXPECT_EQ(told_by(story, 0)[1], "around name [according to Reuters]");
}

TEST(HopEvidence, PointsToTheOtherPlaceFromWhichAHopWasCarriedOn) {
    Story story("Firstpost",
                "Politico quoted Minister Ola Berg as saying the bridge will close.\n"
                "\"It is too old,\" he was quoted as saying.\n");
    story.said("Minister Ola Berg", "quoted", "the bridge will close");
    story.said("he", "was quoted as saying", "\"It is too old,\"", Voice::direct);
    EXPECT_EQ(told_by(story, 1)[1], "second_hand name [Politico quoted]");
}

TEST(HopEvidence, TellsWhoseReportIsConfirmed) {
    Story story("Firstpost",
                "Le Monde reported that the dam leaks.\nEngineer Paul Reed said the Le Monde report was accurate.\n"
                "Minister Ola Berg said the dam leaks, as Norwegian media reported last week.\n");
    story.said("Le Monde", "reported", "the dam leaks");
    story.said("Engineer Paul Reed", "said", "the Le Monde report was accurate");
    story.said("Minister Ola Berg", "said", "the dam leaks");
    EXPECT_EQ(told_by(story, 1)[0], "report name [Le Monde]");
    EXPECT_EQ(told_by(story, 2)[0], "as_reported description [as Norwegian media reported]");
}

TEST(HopEvidence, HasNoWordsWhereNobodyIsNamed) {
    Story story("Firstpost",
                "The deal was said to be dead.\nFarmer Nina Falk left. \"It rains,\" she said.\n\"A lot.\"\n");
    story.said("", "was said", "to be dead").said("she", "said", "\"It rains,\"", Voice::direct);
    story.said("", "", "\"A lot.\"", Voice::direct);
    EXPECT_EQ(told_by(story, 0)[0], "unnamed nobody []");
    EXPECT_EQ(told_by(story, 2)[0], "continued speaker []");
}

TEST(HopEvidence, QuotesTheCreditLine) {
    Story story("Firstpost", "OSLO, Nov. 3 (Kyodo) -- Farmer Nina Falk said shops will suffer.\n");
    story.said("Farmer Nina Falk", "said", "shops will suffer");
    EXPECT_EQ(told_by(story, 0)[1], "dateline alias [Kyodo]");
    story.document.credited = {"Reuters"};
    EXPECT_EQ(told_by(story, 0)[2], "credit name []");
}

TEST(HopEvidence, HasANameForEveryRuleAndNaming) {
    std::set<std::string_view> names;
    for (int i = 0; i <= static_cast<int>(HopRule::publisher); ++i) names.insert(to_string(static_cast<HopRule>(i)));
    EXPECT_EQ(names.size(), static_cast<std::size_t>(HopRule::publisher) + 1);
    names.clear();
    for (int i = 0; i <= static_cast<int>(Naming::nobody); ++i) names.insert(to_string(static_cast<Naming>(i)));
    EXPECT_EQ(names.size(), static_cast<std::size_t>(Naming::nobody) + 1);
    EXPECT_EQ(to_string(HopRule::as_reported), "as_reported");
    EXPECT_EQ(to_string(HopRule::second_hand), "second_hand");
    EXPECT_EQ(to_string(Naming::short_form), "short_form");
}

}  // namespace
}  // namespace hearsay::test
