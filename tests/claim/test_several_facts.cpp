// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "claim/articles.hpp"
#include "claim/several_facts.hpp"

namespace hearsay {
namespace {

const std::string kPact = "ministers of Veldania signed a pact on common defence of their borders";
const std::string kVisit = "the first visit to the vineyards of Skaldor in thirty years drew crowds of farmers";

/// Articles 0 and 1 tell of the pact, 2 and 3 of the visit, and 4 says what is given and is in the pact's group.
class SeveralFactsTest : public ::testing::Test {
  protected:
    /// What became of article 4's statement in the group of the visit.
    std::optional<Group::Member> listed(const std::string& last, Likeness with_visit, unsigned article = 4) {
        ContentReader reader(lexicons());
        std::vector<Proposition> propositions;
        const std::vector<std::string> texts{kPact, kPact, kVisit, kVisit, last};
        for (std::uint32_t i = 0; i < texts.size(); ++i) {
            propositions.emplace_back().content = reader.read(tokenize(Text::decode(texts[i])));
            propositions.back().document = i;
        }
        propositions.back().document = article;
        std::vector<MentionFacts> mentions(propositions.size());
        for (std::uint32_t i = 0; i < propositions.size(); ++i) {
            mentions[i].document = DocumentId{propositions[i].document};
            propositions[i].mentions = {i};
        }
        const TermWeights weights(reader, std::vector<std::uint32_t>(reader.terms().size(), 1), 5);
        std::vector<Group> groups{{{{0, false, 0}, {1, false, 0}, {4, false, 0}}, {}},
                                  {{{2, false, 2}, {3, false, 3}}, {}}};
        std::vector<LikePair> pairs;
        for (const std::uint32_t visit : {2u, 3u}) pairs.push_back({visit, 4, with_visit});
        list_in_part(groups, pairs, propositions, mentions, reader, weights, 2);
        EXPECT_EQ(groups[0].members.size(), 3u);
        return groups[1].members.size() == 3 ? std::optional(groups[1].members.back()) : std::nullopt;
    }

    const Likeness alike_{.score = 0.5, .agreement = 0.5, .one_event = true};
};

TEST_F(SeveralFactsTest, ListsWhatSaysTheOtherFactToo) {
    const auto member = listed(kPact + " weeks after " + kVisit, alike_);
    ASSERT_TRUE(member);
    EXPECT_EQ(member->proposition, 4u);
    EXPECT_TRUE(member->in_part);
    EXPECT_FALSE(member->contrary);
}

TEST_F(SeveralFactsTest, KnowsTheContrary) {
    const auto member = listed(kPact + ", but it was not that " + kVisit, alike_);
    ASSERT_TRUE(member);
    EXPECT_TRUE(member->contrary);
}

TEST_F(SeveralFactsTest, AsksForMostOfWhatTheArticlesHaveInCommon) {
    EXPECT_TRUE(listed(kPact + " weeks after a visit to the vineyards of Skaldor drew crowds of farmers", alike_));
    EXPECT_FALSE(listed(kPact + " weeks after a visit to Skaldor", alike_));
}

TEST_F(SeveralFactsTest, ListsNothingTwiceForAnArticleNorWhatIsHardlyAlike) {
    EXPECT_FALSE(listed(kPact + " weeks after " + kVisit, alike_, 3)) << "its article tells of the visit already";
    EXPECT_FALSE(listed(kPact + " weeks after " + kVisit, {.score = 0.3F, .agreement = 0.3F}));
}

TEST_F(SeveralFactsTest, ListsNothingThatIsDeniedInPartOrSupposed) {
    EXPECT_FALSE(listed(kPact +
                            ", and no farmers came, but the first visit to the vineyards of Skaldor in thirty years "
                            "drew crowds",
                        alike_));
    EXPECT_FALSE(
        listed("a pact would follow the first visit to the vineyards of Skaldor in thirty years by crowds of "
               "farmers",
               alike_));
}

TEST_F(SeveralFactsTest, ListsNothingOfAnotherEventOrOfOthers) {
    EXPECT_FALSE(listed(kPact + " weeks after " + kVisit, {.score = 0.5, .agreement = 0.5}));
    EXPECT_FALSE(listed("the first visit to the vineyards of Orlund in thirty years drew crowds of farmers", alike_));
}

TEST_F(SeveralFactsTest, ListsNothingWithOtherFigures) {
    EXPECT_FALSE(listed(kPact + " weeks after " + kVisit, {.score = 0.5, .agreement = 0.5, .other_amounts = true}));
}

}  // namespace
}  // namespace hearsay
