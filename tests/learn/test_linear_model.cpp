// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <algorithm>

#include "learn/chains.hpp"
#include "learn/linear_model.hpp"

namespace hearsay::learn {
namespace {

using test::Dice;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<std::int32_t> sums(const LinearModel& model, const std::vector<Feature>& features) {
    std::vector<std::int32_t> scores(model.stride());
    model.add(features, scores);
    return scores;
}

std::vector<float> log_odds(const LinearModel& model, const std::vector<Feature>& features) {
    std::vector<float> result;
    for (const std::int32_t s : sums(model, features)) result.push_back(static_cast<float>(s) * model.scale());
    result.resize(model.labels().size());
    return result;
}

TEST(LinearModel, AddsUpTheWeightsOfTheFeaturesPresent) {
    const LinearModel model("test/1", {"a", "b"}, {{feature(1), {1, -2}}, {feature(2), {0.5F, 4}}});
    EXPECT_EQ(model.size(), 2U);
    EXPECT_THAT(log_odds(model, {feature(1), feature(2), feature(9)}),
                ElementsAre(testing::FloatNear(1.5F, 1e-3F), testing::FloatNear(2, 1e-3F)));
    EXPECT_THAT(log_odds(model, {feature(9)}), ElementsAre(0, 0));
    EXPECT_THAT(log_odds(model, {feature(1), feature(1)})[1], testing::FloatNear(-4, 1e-3F));
}

TEST(LinearModel, AddsToWhatIsThere) {
    const LinearModel model("test/1", {"a"}, {{feature(1), {1}}});
    std::vector<std::int32_t> scores(model.stride(), 5);
    model.add(std::vector{feature(1)}, scores);
    EXPECT_EQ(scores[0], 32767 + 5);
}

TEST(LinearModel, FillsScoresUpToWholeVectors) {
    for (const std::size_t labels : {1U, 4U, 7U, 8U, 9U, 45U}) {
        const LinearModel model("test/1", std::vector<std::string>(labels, "x"),
                                {{feature(1), std::vector<float>(labels, 1)}});
        EXPECT_EQ(model.stride() % 4, 0U);
        EXPECT_GE(model.stride(), labels);
        EXPECT_LT(model.stride(), labels + 4);
        const auto scores = sums(model, {feature(1)});
        EXPECT_EQ(std::count(scores.begin(), scores.begin() + static_cast<std::ptrdiff_t>(labels), 32767), labels);
    }
}

// A table without a free slot would be searched for ever.
TEST(LinearModel, TellsUnknownFeaturesHoweverManyItKnows) {
    std::vector<LinearModel::Row> rows;
    for (std::uint64_t n = 0; n != 70; ++n) {
        const LinearModel model("test/1", {"a"}, rows);
        ASSERT_EQ(model.size(), n);
        for (std::uint64_t unknown = 100; unknown != 300; ++unknown)
            ASSERT_THAT(log_odds(model, {feature(unknown)}), ElementsAre(0)) << n << " rows";
        rows.push_back({feature(n), {1}});
    }
}

TEST(LinearModel, KnowsTheFeatureWhoseKeyIsZero) {
    const LinearModel model("test/1", {"a"}, {{5, {2}}});
    EXPECT_GT(log_odds(model, {5})[0], 0);
}

// More features than are looked up in one go, known ones among unknown ones.
TEST(LinearModel, FindsEveryFeatureOfManyInWhateverOrder) {
    Dice dice(5);
    std::vector<LinearModel::Row> rows;
    // More than the index of the frequent ones holds.
    for (std::uint64_t f = 0; f != 40'000; ++f)
        rows.push_back({feature(f), {dice.between(-1, 1), dice.between(-1, 1), dice.between(-1, 1)}});
    const LinearModel model("test/1", {"a", "b", "c"}, rows);
    ASSERT_EQ(model.size(), rows.size());
    for (const std::size_t n : {0U, 1U, 255U, 256U, 257U, 512U, 1'000U}) {
        std::vector<Feature> features;
        std::vector<double> truth(3, 0);
        for (std::size_t i = 0; i != n; ++i) {
            const std::size_t f = dice.below(80'000);  // every second one is unknown
            features.push_back(feature(f));
            for (std::size_t l = 0; l != 3 && f < rows.size(); ++l) truth[l] += static_cast<double>(rows[f].weights[l]);
        }
        const auto scores = sums(model, features);
        for (std::size_t l = 0; l != 3; ++l)
            EXPECT_NEAR(static_cast<double>(scores[l]) * static_cast<double>(model.scale()), truth[l], 0.02) << n;
        std::ranges::reverse(features);
        EXPECT_EQ(sums(model, features), scores);
    }
}

TEST(LinearModel, KeepsWeightsToSixteenBitsOfTheGreatest) {
    Dice dice(6);
    std::vector<LinearModel::Row> rows;
    for (std::uint64_t f = 0; f != 200; ++f) rows.push_back({feature(f), {dice.between(-9, 9), dice.between(-9, 9)}});
    const LinearModel model("test/1", {"a", "b"}, rows);
    for (const auto& row : rows)
        for (std::size_t l = 0; l != 2; ++l)
            EXPECT_NEAR(log_odds(model, {row.feature})[l], row.weights[l], model.scale() * 0.51F);
    EXPECT_LT(model.scale(), 9.01F / 32767);
}

TEST(LinearModel, LeavesOutRowsThatWeighNothing) {
    const LinearModel model("test/1", {"a"}, {{feature(1), {1}}, {feature(2), {0}}, {feature(3), {1e-6F}}});
    EXPECT_EQ(model.size(), 1U);
    EXPECT_EQ(LinearModel("test/1", {"a"}, {{feature(1), {0}}}).size(), 0U);
}

TEST(LinearModel, HoldsTransitionsInUnitsOfItsScale) {
    const LinearModel model("test/1", {"a", "b"}, {{feature(1), {1, 0}}}, {2, -1, 0, -1e30F});
    ASSERT_THAT(model.transitions(), SizeIs(4));
    EXPECT_EQ(model.transitions()[0], 32767);
    EXPECT_NEAR(static_cast<float>(model.transitions()[1]) * model.scale(), -1, 1e-3);
    EXPECT_EQ(model.transitions()[2], 0);
    EXPECT_EQ(model.transitions()[3], LinearModel::kForbidden);
    EXPECT_THAT(LinearModel("test/1", {"a"}, {}).transitions(), IsEmpty());
}

TEST(LinearModel, AddsNothingBeforeItIsGivenAnything) {
    const LinearModel model;
    std::vector<std::int32_t> scores;
    model.add(std::vector{feature(1)}, scores);
    EXPECT_EQ(model.size(), 0U);
    EXPECT_EQ(model.stride(), 0U);
}

TEST(LinearModel, ScoresEveryPositionOfASequenceAsAddDoes) {
    Dice dice(7);
    std::vector<LinearModel::Row> rows;
    for (std::uint64_t f = 0; f != 500; ++f)
        rows.push_back({feature(f), {dice.between(-1, 1), dice.between(-1, 1), dice.between(-1, 1), dice.between(-1, 1),
                                     dice.between(-1, 1)}});
    const LinearModel model("test/1", {"a", "b", "c", "d", "e"}, rows);
    FeatureSequence sequence;
    for (std::size_t i = 0; i != 60; ++i) {
        for (std::size_t n = dice.below(40); n != 0; --n) sequence.add(feature(dice.below(1'000)));
        sequence.close();
    }
    std::vector<std::uint32_t> scratch;
    std::vector<std::int32_t> scores(model.stride(), 7);
    model.score(sequence, scratch, scores);
    ASSERT_EQ(scores.size(), 61 * model.stride());
    EXPECT_EQ(scores[0], 7) << "what was there was touched";
    for (std::size_t i = 0; i != sequence.size(); ++i) {
        const auto expected = sums(model, {sequence[i].begin(), sequence[i].end()});
        for (std::size_t l = 0; l != 5; ++l) ASSERT_EQ(scores[(i + 1) * model.stride() + l], expected[l]) << i;
    }
}

// Lines of the index hold sixteen features; these all begin with one line and end with it.
TEST(LinearModel, FindsFeaturesWhoseLineIsFull) {
    std::vector<LinearModel::Row> rows;
    for (const std::uint64_t upper : {0ULL, 0xFFFFFFFFULL})
        for (std::uint64_t f = 1; f <= 40; ++f) rows.push_back({upper << 32 | f, {static_cast<float>(f)}});
    const LinearModel model("test/1", {"a"}, rows);
    ASSERT_EQ(model.size(), 80U);
    for (const auto& row : rows) EXPECT_NEAR(log_odds(model, {row.feature})[0], row.weights[0], 0.01F);
    for (std::uint64_t f = 41; f != 80; ++f) EXPECT_EQ(log_odds(model, {f})[0], 0);
}

TEST(LinearModel, TakesAFeatureThatComesTwiceOnce) {
    const LinearModel model("test/1", {"a"}, {{feature(1), {2}}, {feature(2), {1}}, {feature(1), {-2}}});
    EXPECT_EQ(model.size(), 2U);
    EXPECT_NEAR(log_odds(model, {feature(1)})[0], 2, 1e-3F);
}

TEST(LinearModel, SharesItsWeightsWithItsCopies) {
    auto model = std::make_unique<LinearModel>("test/1", std::vector<std::string>{"a"},
                                               std::vector<LinearModel::Row>{{feature(1), {1}}});
    const LinearModel copy = *model;
    model.reset();
    EXPECT_EQ(sums(copy, {feature(1)})[0], 32767);
}

}  // namespace
}  // namespace hearsay::learn
