// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <cmath>
#include <limits>
#include <numeric>

#include "learn/chains.hpp"
#include "learn/sequence_decoder.hpp"

namespace hearsay::learn {
namespace {

using test::Chain;
using test::Dice;
using testing::Each;
using testing::ElementsAre;

std::vector<std::string> names(std::size_t n) {
    std::vector<std::string> result;
    for (std::size_t l = 0; l != n; ++l) result.push_back(std::string(1, static_cast<char>('A' + l)));
    return result;
}

/// A model that scores as the chain does: position i has one feature of its own.
LinearModel model_of(const Chain& chain) {
    std::vector<LinearModel::Row> rows;
    for (std::size_t i = 0; i != chain.length; ++i) {
        const auto at = chain.scores.begin() + static_cast<std::ptrdiff_t>(i * chain.labels);
        rows.push_back({feature(1, i), {at, at + static_cast<std::ptrdiff_t>(chain.labels)}});
    }
    return {"test/1", names(chain.labels), std::move(rows), chain.transitions};
}

FeatureSequence positions(std::size_t n) {
    FeatureSequence features;
    for (std::size_t i = 0; i != n; ++i) features.add(std::vector<Feature>{feature(1, i)});
    return features;
}

/// The best score of a labelling that `admits` lets pass.
template <class Admits>
double best_score(const Chain& chain, const Admits& admits) {
    double best = -std::numeric_limits<double>::infinity();
    test::for_each_labelling(chain.labels, chain.length, [&](std::span<const Label> labels) {
        if (admits(labels)) best = std::max(best, chain.score(labels));
    });
    return best;
}

constexpr double kQuantised = 0.01;  // weights have 16 bits

class RandomChains : public testing::Test {
  protected:
    template <class Check>
    void for_each_chain(const Check& check) {
        Dice dice(3);
        for (int round = 0; round != 200; ++round) {
            const Chain chain = test::random_chain(dice);
            const LinearModel model = model_of(chain);
            SequenceDecoder decoder(model);
            decoder.read(positions(chain.length));
            SCOPED_TRACE("round " + std::to_string(round));
            check(chain, decoder, dice);
        }
    }
};

TEST_F(RandomChains, AreDecodedBest) {
    for_each_chain([](const Chain& chain, SequenceDecoder& decoder, Dice&) {
        const auto labels = decoder.decode();
        ASSERT_EQ(labels.size(), chain.length);
        EXPECT_NEAR(chain.score(labels), best_score(chain, [](auto) { return true; }), kQuantised);
    });
}

TEST_F(RandomChains, AreDecodedBestAroundALabelThatIsGiven) {
    for_each_chain([](const Chain& chain, SequenceDecoder& decoder, Dice& dice) {
        const std::size_t at = dice.below(chain.length);
        const auto label = static_cast<Label>(dice.below(chain.labels));
        const std::vector<Label> plain(decoder.decode().begin(), decoder.decode().end());
        const auto labels = decoder.decode_with(at, label);
        EXPECT_EQ(labels[at], label);
        EXPECT_NEAR(chain.score(labels), best_score(chain, [&](auto l) { return l[at] == label; }), kQuantised);
        EXPECT_THAT(decoder.decode(), testing::ElementsAreArray(plain)) << "the given label was kept";
    });
}

TEST_F(RandomChains, HaveProbabilitiesThatSumToOne) {
    for_each_chain([](const Chain& chain, SequenceDecoder& decoder, Dice&) {
        const std::vector<float> marginals(decoder.marginals().begin(), decoder.marginals().end());
        std::vector<double> sums(marginals.size(), 0);
        double all = 0;
        test::for_each_labelling(chain.labels, chain.length, [&](std::span<const Label> labels) {
            const double p = std::exp(decoder.log_probability(labels));
            all += p;
            for (std::size_t i = 0; i != labels.size(); ++i) sums[i * chain.labels + labels[i]] += p;
        });
        EXPECT_NEAR(all, 1, 1e-4);
        for (std::size_t i = 0; i != sums.size(); ++i) EXPECT_NEAR(marginals[i], sums[i], 1e-4);
    });
}

/// Two labels that favour "A A", but A may not follow A.
LinearModel no_two_of_one_kind() {
    return {"test/1", names(2), {{feature(1), {3, 0}}}, {kImpossible, 0, 0, kImpossible}};
}

FeatureSequence repeated(std::size_t n) {
    FeatureSequence features;
    for (std::size_t i = 0; i != n; ++i) features.add(std::vector<Feature>{feature(1)});
    return features;
}

TEST(SequenceDecoder, MakesNoForbiddenTransition) {
    const LinearModel model = no_two_of_one_kind();
    SequenceDecoder decoder(model);
    decoder.read(repeated(5));
    EXPECT_THAT(decoder.decode(), ElementsAre(0, 1, 0, 1, 0));
    EXPECT_THAT(decoder.decode_with(0, 1), ElementsAre(1, 0, 1, 0, 1));
}

TEST(SequenceDecoder, LabelsAnEmptySequenceWithNothing) {
    const LinearModel model = no_two_of_one_kind();
    SequenceDecoder decoder(model);
    decoder.read(repeated(3));
    decoder.decode();
    decoder.read({});
    EXPECT_TRUE(decoder.decode().empty());
    EXPECT_TRUE(decoder.marginals().empty());
    EXPECT_EQ(decoder.log_probability({}), 0);
}

TEST(SequenceDecoder, LabelsPositionsByThemselvesWhereTheModelHasNoTransitions) {
    const LinearModel model("test/1", names(3), {{feature(1), {0, 2, 1}}, {feature(2), {0, 0, 1}}});
    SequenceDecoder decoder(model);
    FeatureSequence features;
    for (const Feature f : {feature(1), feature(2), feature(3), feature(1)}) features.add(std::vector<Feature>{f});
    decoder.read(features);
    EXPECT_THAT(decoder.decode(), ElementsAre(1, 2, 0, 1));
    EXPECT_NEAR(decoder.marginals()[3 * 2], 1.0 / 3, 1e-5) << "an unknown feature tells nothing";
}

// The scores of so long a sequence sum up to more than an integer of 32 bits holds, above zero or below it.
TEST(SequenceDecoder, StaysRightOverAHundredThousandPositions) {
    constexpr std::size_t kLong = 100'000;
    for (const float level : {4.0F, -4.0F}) {
        const LinearModel model("test/1", names(2), {{feature(1), {level, level - 1}}},
                                {kImpossible, level, level, kImpossible});
        SequenceDecoder decoder(model);
        decoder.read(repeated(kLong + 1));
        const auto labels = decoder.decode();
        for (std::size_t i = 0; i != labels.size(); ++i) ASSERT_EQ(labels[i], i % 2) << "at " << i;
    }
}

TEST(SequenceDecoder, ReadsEverySequenceAfresh) {
    const LinearModel model = no_two_of_one_kind();
    SequenceDecoder used(model), fresh(model);
    used.read(repeated(9));
    used.decode();
    for (auto* decoder : {&used, &fresh}) decoder->read(repeated(4));
    EXPECT_THAT(used.decode(), testing::ElementsAreArray(fresh.decode()));
    EXPECT_THAT(used.marginals(), testing::ElementsAreArray(fresh.marginals()));
}

TEST(SequenceDecoder, ReadsOnBehindWhatItHasRead) {
    const LinearModel model = no_two_of_one_kind();
    SequenceDecoder whole(model), parts(model);
    whole.read(repeated(9));
    parts.read(repeated(4));
    parts.read_on(repeated(5));
    EXPECT_THAT(parts.decode(), testing::ElementsAreArray(whole.decode()));
}

TEST(SequenceDecoder, LabelsAStretchAsIfItWereAlone) {
    const LinearModel model("test/1", names(3), {{feature(1), {0, 2, 1}}, {feature(2), {0, 0, 1}}},
                            {0, 1, 0, 0, -1, 0, 1, 0, 0});
    FeatureSequence all, part;
    for (const Feature f : {feature(1), feature(2), feature(3), feature(1), feature(2)})
        all.add(std::vector<Feature>{f});
    for (const Feature f : {feature(2), feature(3), feature(1)}) part.add(std::vector<Feature>{f});
    SequenceDecoder selected(model), alone(model);
    selected.read(all);
    selected.select(1, 3);
    alone.read(part);
    EXPECT_THAT(selected.decode(), testing::ElementsAreArray(alone.decode()));
    EXPECT_THAT(selected.decode_with(2, 0), testing::ElementsAreArray(alone.decode_with(2, 0)));
    EXPECT_THAT(selected.marginals(), testing::ElementsAreArray(alone.marginals()));
    EXPECT_EQ(selected.log_probability(std::vector<Label>{1, 1, 1}), alone.log_probability(std::vector<Label>{1, 1, 1}));
}

}  // namespace
}  // namespace hearsay::learn
