// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>

#include "claim/articles.hpp"
#include "hearsay/claim/near_duplicates.hpp"

namespace hearsay {
namespace {

const std::string kFerry =
    "A ferry with eighty passengers aboard struck a sandbank outside Marlow harbour early this morning. "
    "Coastguard helicopters lifted eleven injured travellers towards the regional hospital in Penrose. "
    "Harbour pilots blamed shifting channels which were last surveyed before winter storms. ";
const std::string kFerryMore =
    "Engineers expect floating cranes from neighbouring ports tomorrow evening. "
    "Ticket holders received vouchers covering alternative coach journeys across the estuary bridge. "
    "Regional ministers promised another survey of the channel within three months. ";
const std::string kTax =
    "Parliament postponed the property levy until autumn after coalition members quarrelled over rural exemptions. "
    "Finance officials calculated missing revenue near forty million crowns, mostly from coastal districts. "
    "Farmers' unions welcomed the postponement and demanded permanent relief for smaller holdings. ";

/// "-" for none, else "version of N" or "reprint of N".
std::string relation(const CopyOf& copy) {
    if (copy.version_of) return "version of " + std::to_string(static_cast<int>(*copy.version_of));
    if (copy.reprint_of) return "reprint of " + std::to_string(static_cast<int>(*copy.reprint_of));
    return "-";
}

std::vector<std::string> relations(const std::vector<Document>& documents) {
    NearDuplicates copies;
    for (const Document& document : documents) copies.add(sketch(document));
    std::vector<std::string> found;
    for (const CopyOf& copy : copies.finish()) found.push_back(relation(copy));
    return found;
}

using Relations = std::vector<std::string>;

TEST(NearDuplicates, FindsTheSameStoryAtAnotherOutlet) {
    EXPECT_EQ(relations({article(kFerry + kFerryMore, "Courier"), article(kTax, "Courier"),
                         article(kFerry + kFerryMore, "Herald")}),
              (Relations{"-", "-", "reprint of 0"}));
}

TEST(NearDuplicates, FindsAShortStoryInsideALongOne) {
    EXPECT_EQ(relations({article(kFerry, "Wire"),
                         article(kTax + kTax + kFerry + kFerryMore + "And more besides.", "Herald")}),
              (Relations{"-", "reprint of 0"}));
}

TEST(NearDuplicates, CallsTheSameOutletsStoryAVersion) {
    EXPECT_EQ(relations({article(kFerry, "Courier"), article(kFerry + kFerryMore, "The Courier")}),
              (Relations{"-", "version of 0"}));
}

TEST(NearDuplicates, TakesAnUpdateMarkForAVersionWhereAnOutletIsUnknown) {
    Document updated = article(kFerry + kFerryMore);
    updated.boilerplate.push_back({{0, 1}, BoilerplateKind::update_note});
    EXPECT_EQ(relations({updated, article(kFerry)}), (Relations{"version of 1", "-"}));
}

TEST(NearDuplicates, TakesTheEarlierDateForTheOriginal) {
    EXPECT_EQ(relations({article(kFerry, "Herald", "2024-03-02"), article(kFerry, "Courier", "2024-03-01")}),
              (Relations{"reprint of 1", "-"}));
}

TEST(NearDuplicates, TakesAnExactDateBeforeACoarseOneThatHoldsIt) {
    EXPECT_EQ(relations({article(kFerry, "Herald", "2024"), article(kFerry, "Courier", "2024-03-01")}),
              (Relations{"reprint of 1", "-"}));
}

TEST(NearDuplicates, TakesTheCreditedWireForTheOriginalWhateverItsDate) {
    Document reprint = article(kFerry, "Herald", "2024-03-01");
    reprint.credited = {"Northwire"};
    EXPECT_EQ(relations({reprint, article(kFerry, "Northwire", "2024-03-02")}), (Relations{"reprint of 1", "-"}));
}

TEST(NearDuplicates, PointsEveryCopyToTheSameOriginal) {
    EXPECT_EQ(relations({article(kFerry, "A"), article(kTax, "X"), article(kFerry, "B"), article(kFerry, "C")}),
              (Relations{"-", "-", "reprint of 0", "reprint of 0"}));
}

TEST(NearDuplicates, TiesTwoStoriesTogetherByNoDigestThatHoldsBoth) {
    EXPECT_EQ(
        relations({article(kFerry + kFerryMore, "A"), article(kTax, "B"), article(kFerry + kFerryMore + kTax, "C")}),
        (Relations{"-", "-", "reprint of 0"}));
}

TEST(NearDuplicates, LeavesSharedQuotationsAlone) {
    const std::string speech = "\"" + kFerry.substr(0, kFerry.size() - 1) + "\" said the harbour master. ";
    EXPECT_EQ(relations({article(speech + kFerryMore, "A"), article(kTax + speech, "B")}), (Relations{"-", "-"}));
}

TEST(NearDuplicates, LeavesSharedBoilerplateAlone) {
    Document a = article(kFerry + kFerryMore, "A"), b = article(kFerry + kTax, "B");
    const auto length = static_cast<std::uint32_t>(kFerry.size());
    a.boilerplate.push_back({{0, length}, BoilerplateKind::copyright});
    b.boilerplate.push_back({{0, length}, BoilerplateKind::copyright});
    EXPECT_EQ(relations({a, b}), (Relations{"-", "-"}));
}

TEST(NearDuplicates, NeedsMoreThanAFewSharedPhrases) {
    const std::string brief =
        "A ferry with eighty passengers aboard struck a sandbank outside Marlow harbour early this morning. ";
    EXPECT_EQ(relations({article(brief, "A"), article(brief + kTax, "B")}), (Relations{"-", "-"}));
}

TEST(NearDuplicates, HandlesNothingAtAll) {
    EXPECT_TRUE(relations({}).empty());
    EXPECT_EQ(relations({article(""), article("")}), (Relations{"-", "-"}));
}

/// Stories of made-up words, each in a few copies with a sentence changed.
std::vector<Document> made_up_run(std::size_t stories, std::size_t copies) {
    std::mt19937 random(7);
    std::vector<Document> documents;
    for (std::size_t s = 0; s < stories; ++s) {
        std::string text;
        for (int w = 0; w < 60; ++w) text += "word" + std::to_string(random() % 5000) + (w % 12 == 11 ? ". " : " ");
        for (std::size_t c = 0; c < copies; ++c)
            documents.push_back(
                article(text + "Edition" + std::to_string(random()) + " ends here.", "Outlet" + std::to_string(c)));
    }
    return documents;
}

TEST(NearDuplicates, GroupsTheSameWhateverTheOrder) {
    const auto documents = made_up_run(20, 12);
    std::vector<std::size_t> order(documents.size());
    std::iota(order.begin(), order.end(), 0u);
    std::mt19937 random(11);
    std::shuffle(order.begin(), order.end(), random);
    NearDuplicates copies;
    for (const std::size_t d : order) copies.add(sketch(documents[d]));
    const auto found = copies.finish();
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto original = found[i].reprint_of ? static_cast<std::size_t>(*found[i].reprint_of) : i;
        EXPECT_EQ(order[original] / 12, order[i] / 12);
    }
    const auto alone = std::count_if(found.begin(), found.end(), [](const CopyOf& c) { return relation(c) == "-"; });
    EXPECT_EQ(alone, 20);
}

}  // namespace
}  // namespace hearsay
