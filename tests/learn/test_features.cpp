// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <set>

#include "learn/feature_index.hpp"
#include "learn/features.hpp"
#include "learn/random.hpp"

namespace hearsay::learn {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Shipped models were trained with these numbers: a change here makes them all useless.
TEST(Feature, IsTheSameForEver) {
    static_assert(hash("") == 0x153D52D3457D13C3ULL);
    EXPECT_EQ(hash("said"), 0x7B8B1C900182ED2FULL);
    EXPECT_EQ(feature(3, 1, 2), 0x9C38E9644E372897ULL);
}

TEST(Feature, TellsTemplateValuesOrderAndNumberApart) {
    const std::set<Feature> all{feature(1, 2, 3), feature(1, 3, 2), feature(2, 2, 3), feature(1, 2),
                                feature(1, 2, 0), feature(1),       feature(2, 1),    feature(1, 2, 3, 0)};
    EXPECT_EQ(all.size(), 8U);
}

TEST(Feature, DoesNotCollideAmongManyThousands) {
    std::set<Feature> all;
    for (std::uint64_t t = 0; t != 10; ++t)
        for (std::uint64_t v = 0; v != 1000; ++v)
            for (std::uint64_t w = 0; w != 20; ++w) all.insert(feature(t, v, w));
    EXPECT_EQ(all.size(), 200'000U);
}

TEST(FeatureSequence, KeepsPositionsApart) {
    FeatureSequence features;
    features.add(1);
    features.add(2);
    features.close();
    features.close();
    features.add(std::vector<Feature>{3});
    ASSERT_EQ(features.size(), 3U);
    EXPECT_THAT(features[0], ElementsAre(1, 2));
    EXPECT_THAT(features[1], IsEmpty());
    EXPECT_THAT(features[2], ElementsAre(3));
    features.clear();
    EXPECT_EQ(features.size(), 0U);
}

TEST(FeatureIndex, NumbersFeaturesInTheOrderInWhichTheyAreMet) {
    FeatureIndex index;
    EXPECT_EQ(index.find(7), FeatureIndex::kNone);
    EXPECT_EQ(index.insert(7), 0U);
    EXPECT_EQ(index.insert(0), 1U);
    EXPECT_EQ(index.insert(7), 0U);
    EXPECT_EQ(index.find(0), 1U);
    EXPECT_EQ(index.find(8), FeatureIndex::kNone);
    EXPECT_EQ(index.size(), 2U);
}

TEST(FeatureIndex, KeepsItsNumbersAsItGrows) {
    FeatureIndex index;
    const auto nth = [](std::uint64_t i) { return i % 2 ? i << 40 : feature(i); };  // half of them start at one slot
    for (std::uint32_t i = 0; i != 4'000; ++i) ASSERT_EQ(index.insert(nth(i)), i);
    for (std::uint32_t i = 0; i != 4'000; ++i) ASSERT_EQ(index.find(nth(i)), i);
    EXPECT_EQ(index.size(), 4'000U);
}

TEST(Shuffle, IsAPermutationThatHangsOnTheSeedAlone) {
    const auto shuffled = [](std::uint64_t seed) {
        std::vector<int> values{0, 1, 2, 3, 4, 5, 6, 7};
        shuffle(values, seed);
        return values;
    };
    EXPECT_EQ(shuffled(1), shuffled(1));
    EXPECT_NE(shuffled(1), shuffled(2));
    EXPECT_THAT(shuffled(1), testing::UnorderedElementsAre(0, 1, 2, 3, 4, 5, 6, 7));
}

// First outputs of SplitMix64 for the seed 0.
TEST(Random, IsSplitMix64) {
    std::uint64_t state = 0;
    EXPECT_EQ(next_random(state), 0xE220A8397B1DCDAFULL);
    EXPECT_EQ(next_random(state), 0x6E789E6AA1B965F4ULL);
    EXPECT_EQ(next_random(state), 0x06C45D188009454FULL);
}

}  // namespace
}  // namespace hearsay::learn
