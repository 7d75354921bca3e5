// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <algorithm>

#include "learn/chains.hpp"
#include "learn/perceptron_trainer.hpp"

namespace hearsay::learn {
namespace {

using test::Dice;
using testing::ElementsAre;
using testing::FloatNear;

std::vector<float> scores(const LinearModel& model, const std::vector<Feature>& features) {
    std::vector<std::int32_t> sums(model.stride());
    model.add(features, sums);
    std::vector<float> result;
    for (std::size_t l = 0; l != model.labels().size(); ++l)
        result.push_back(static_cast<float>(sums[l]) * model.scale());
    return result;
}

Label best(const std::vector<float>& values) {
    return static_cast<Label>(std::ranges::max_element(values) - values.begin());
}

/// The label is the greater of two numbers, which no feature alone tells; pairs are no features.
std::vector<Feature> features_of(std::size_t a, std::size_t b) { return {feature(1, a), feature(2, b)}; }

TEST(PerceptronTrainer, LearnsWhatALineParts) {
    PerceptronTrainer trainer({"first", "second"});
    Dice dice(1);
    std::vector<float> scored(2);
    for (int round = 0; round != 20'000; ++round) {
        const std::size_t a = dice.below(8), b = dice.below(8);
        if (a == b) continue;
        const auto features = features_of(a, b);
        trainer.score(features, scored);
        trainer.tick();
        const Label right = a < b, wrong = !right;
        if (scored[right] <= scored[wrong]) trainer.update(features, right, wrong);
    }
    const LinearModel model = trainer.average("toy/1");
    for (std::size_t a = 0; a != 8; ++a)
        for (std::size_t b = 0; b != 8; ++b) {
            if (a == b) continue;
            EXPECT_EQ(best(scores(model, features_of(a, b))), a < b) << a << ' ' << b;
        }
}

TEST(PerceptronTrainer, ScoresWithTheWeightsOfNow) {
    PerceptronTrainer trainer({"a", "b", "c"});
    std::vector<float> scored(3, 99);
    trainer.score(std::vector{feature(1)}, scored);
    EXPECT_THAT(scored, ElementsAre(0, 0, 0));
    trainer.update(std::vector{feature(1), feature(2)}, 2, 0);
    trainer.update(std::vector{feature(1)}, 2, 1);
    trainer.score(std::vector{feature(1), feature(2), feature(3)}, scored);
    EXPECT_THAT(scored, ElementsAre(-2, -1, 3));
}

// Decision 1 sets the weights of feature 1 and decision 4 changes them; averaged over four decisions and the start.
TEST(PerceptronTrainer, AveragesOverItsDecisions) {
    PerceptronTrainer trainer({"a", "b"});
    const std::vector<Feature> one{feature(1)}, both{feature(1), feature(2)};
    trainer.tick();
    trainer.update(both, 0, 1);
    trainer.tick();
    trainer.tick();
    trainer.tick();
    trainer.update(one, 0, 1);
    const LinearModel model = trainer.average("toy/1", 1);
    EXPECT_THAT(scores(model, {feature(1)}), ElementsAre(FloatNear(0.6F, 1e-3F), FloatNear(-0.6F, 1e-3F)));
    EXPECT_THAT(scores(model, {feature(2)}), ElementsAre(FloatNear(0.6F, 1e-3F), FloatNear(-0.6F, 1e-3F)));
    trainer.tick();
    EXPECT_THAT(scores(trainer.average("toy/1", 1), {feature(1)}),
                ElementsAre(FloatNear(5.0F / 6, 1e-3F), FloatNear(-5.0F / 6, 1e-3F)));
}

TEST(PerceptronTrainer, LeavesOutFeaturesThatWereSeldomUpdated) {
    PerceptronTrainer trainer({"a", "b"});
    trainer.tick();
    trainer.update(std::vector{feature(1), feature(2)}, 0, 1);
    trainer.update(std::vector{feature(1)}, 0, 1);
    trainer.tick();
    const LinearModel model = trainer.average("toy/1");
    EXPECT_EQ(model.size(), 1U);
    EXPECT_GT(scores(model, {feature(1)})[0], 0);
    EXPECT_EQ(trainer.average("toy/1", 1).size(), 2U);
    EXPECT_EQ(model.feature_set(), "toy/1");
    EXPECT_THAT(model.labels(), ElementsAre("a", "b"));
}

TEST(PerceptronTrainer, LeavesOutFeaturesNoneOfWhoseWeightsReachesTheLeast) {
    PerceptronTrainer trainer({"a", "b"});
    for (int time = 0; time != 3; ++time) trainer.update(std::vector{feature(1)}, 0, 1);
    trainer.update(std::vector{feature(2)}, 1, 0);
    trainer.tick();
    EXPECT_EQ(trainer.average("toy/1", 1).size(), 2U);
    const LinearModel model = trainer.average("toy/1", 1, 1);
    EXPECT_EQ(model.size(), 1U);
    EXPECT_THAT(scores(model, {feature(1)}), ElementsAre(FloatNear(1.5F, 1e-3F), FloatNear(-1.5F, 1e-3F)));
    EXPECT_EQ(trainer.average("toy/1", 1, 2).size(), 0U);
}

}  // namespace
}  // namespace hearsay::learn
