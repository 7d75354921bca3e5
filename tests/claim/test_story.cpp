// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <optional>
#include <utility>
#include <vector>

#include "claim/articles.hpp"
#include "claim/story.hpp"

namespace hearsay {
namespace {

/// Two reports of one fire, a report of a match, two that say the same words, and one of a
/// shipyard.
class StoryTest : public ::testing::Test {
  protected:
    StoryTest() {
        const std::vector<std::pair<const char*, const char*>> articles{
            {"2024-03-01", "A fire destroyed the mill in Tarnwick, and the owner Ann Lee wept."},
            {"2024-03-02", "Ann Lee said that the fire in her mill had begun in Tarnwick's barn."},
            {"2024-05-20", "The goalkeeper saved two penalties."},
            {"", "The goalkeeper saved two penalties."},
            {"2024-03-01", "The yard laid off welders, said Olga Brandt."}};
        for (std::uint32_t d = 0; d < articles.size(); ++d)
            documents_.add(d, articles[d].first, reader_.read(tokenize(Text::decode(articles[d].second))));
        documents_.add_sources(1, reader_.words(tokenize(Text::decode("Olga Brandt"))));
        weights_.emplace(reader_, documents_.articles(reader_.terms().size(), articles.size()), articles.size());
        stories_.emplace(documents_, *weights_, 1);
    }
    const Stories& stories() const { return *stories_; }

  private:
    ContentReader reader_{lexicons()};
    DocumentTerms documents_;
    std::optional<TermWeights> weights_;
    std::optional<Stories> stories_;
};

TEST_F(StoryTest, OverlapIsACosine) {
    const double fire = stories().overlap(0, 1);
    EXPECT_GT(fire, 0.2);
    EXPECT_LT(fire, 1);
    EXPECT_DOUBLE_EQ(stories().overlap(1, 0), fire);
    EXPECT_EQ(stories().overlap(0, 2), 0);
    EXPECT_DOUBLE_EQ(stories().overlap(2, 3), 1);
}

TEST_F(StoryTest, OverlapIsNotFollowedBeyondTheMostThatIsAskedFor) {
    const double fire = stories().overlap(0, 1);
    EXPECT_EQ(stories().overlap(0, 1, fire / 2), fire / 2);
    EXPECT_DOUBLE_EQ(stories().overlap(0, 1, fire + 0.1), fire);
    EXPECT_EQ(stories().overlap(0, 2, 0.1), 0);
}

TEST_F(StoryTest, StrangersNameSomebodyAndNobodyInCommon) {
    EXPECT_FALSE(stories().strangers(0, 1));
    EXPECT_FALSE(stories().strangers(0, 2)) << "it names nobody";
    EXPECT_TRUE(stories().strangers(0, 4));
    EXPECT_FALSE(stories().strangers(1, 4)) << "its source is named there";
}

TEST_F(StoryTest, DaysApartAreNoneWhereADateIsUnknown) {
    EXPECT_EQ(stories().days_apart(0, 1), 1);
    EXPECT_EQ(stories().days_apart(2, 0), 80);
    EXPECT_EQ(stories().days_apart(2, 3), 0);
}

}  // namespace
}  // namespace hearsay
