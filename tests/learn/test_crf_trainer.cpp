// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <cmath>

#include "learn/chains.hpp"
#include "learn/crf_trainer.hpp"
#include "support/temporary_folder.hpp"

namespace hearsay::learn {
namespace {

using test::Dice;
using testing::ElementsAreArray;

enum ToyLabel : Label { kOut, kBegin, kInside };
enum Word : std::size_t { kOpen, kClose, kPlain, kNoise };

/// A sequence of words, and a label for each.
struct Sample {
    std::vector<std::size_t> words;
    std::vector<Label> labels;
};

/// A toy language: "open" begins a stretch that goes on over plain words until "close", which ends it. A "close" comes
/// first, so that the label before the first plain word is known.
Sample sample(Dice& dice) {
    Sample s{{kClose}, {kOut}};
    bool open = false;
    for (std::size_t n = 3 + dice.below(8); n != 0; --n) {
        const std::size_t word = open ? (dice.below(3) ? kPlain : kClose) : (dice.below(3) ? kPlain : kOpen);
        s.words.push_back(word);
        s.labels.push_back(word == kOpen ? kBegin : open && word == kPlain ? kInside : kOut);
        open = word == kOpen || (open && word == kPlain);
    }
    return s;
}

std::vector<Sample> samples(std::size_t n, std::uint64_t seed) {
    Dice dice(seed);
    std::vector<Sample> result;
    while (result.size() != n) result.push_back(sample(dice));
    return result;
}

/// A word's own feature, and one that tells nothing.
FeatureSequence features_of(const Sample& s) {
    FeatureSequence features;
    for (std::size_t i = 0; i != s.words.size(); ++i)
        features.add(std::vector<Feature>{feature(1, s.words[i]), feature(2, kNoise, i % 3)});
    return features;
}

LinearModel train(const std::vector<Sample>& data, const CrfOptions& options) {
    CrfTrainer trainer({"O", "B", "I"}, options);
    for (const Sample& s : data) trainer.count(features_of(s));
    for (const Sample& s : data) trainer.add(features_of(s), s.labels);
    return trainer.train("toy/1");
}

std::size_t mistakes(const LinearModel& model, const std::vector<Sample>& data) {
    SequenceDecoder decoder(model);
    std::size_t wrong = 0;
    for (const Sample& s : data) {
        decoder.read(features_of(s));
        const auto labels = decoder.decode();
        for (std::size_t i = 0; i != s.labels.size(); ++i) wrong += labels[i] != s.labels[i];
    }
    return wrong;
}

std::string bytes_of(const LinearModel& model) {
    const test::TemporaryFolder folder;
    model.save(folder.path() / "a.model");
    return folder.read("a.model");
}

float weight(const LinearModel& model, Feature f, Label label) {
    std::vector<std::int32_t> scores(model.stride());
    model.add({&f, 1}, scores);
    return static_cast<float>(scores[label]) * model.scale();
}

TEST(CrfTrainer, LearnsAToyLanguageWhereOneWordDoesNotTellItsLabel) {
    const LinearModel model = train(samples(100, 1), {.epochs = 15});
    EXPECT_EQ(mistakes(model, samples(100, 2)), 0U);
    EXPECT_EQ(model.feature_set(), "toy/1");
    EXPECT_THAT(model.labels(), testing::ElementsAre("O", "B", "I"));
}

TEST(CrfTrainer, LearnsItWithDropoutAndDecayToo) {
    const LinearModel model = train(samples(200, 1), {.epochs = 15, .decay = 0.05F, .dropout = 0.2F});
    EXPECT_LE(mistakes(model, samples(100, 2)), 5U);
}

TEST(CrfTrainer, GivesTheSameBytesForTheSameInput) {
    const CrfOptions options{.epochs = 4, .dropout = 0.3F, .keep = 4};
    const auto data = samples(60, 3);
    const std::string first = bytes_of(train(data, options));
    EXPECT_EQ(first, bytes_of(train(data, options)));
    CrfOptions other = options;
    other.seed = 2;
    EXPECT_NE(first, bytes_of(train(data, other))) << "the seed does nothing";
}

TEST(CrfTrainer, ForbidsWhatItNeverSaw) {
    const LinearModel model = train(samples(200, 4), {.epochs = 2});
    const auto transition = [&](Label from, Label to) { return model.transitions()[from * 3U + to]; };
    EXPECT_EQ(transition(kOut, kInside), LinearModel::kForbidden);
    EXPECT_EQ(transition(kBegin, kBegin), LinearModel::kForbidden);
    EXPECT_EQ(transition(kInside, kBegin), LinearModel::kForbidden);
    for (const auto& [from, to] : {std::pair{kOut, kOut}, {kOut, kBegin}, {kBegin, kInside}, {kInside, kInside}})
        EXPECT_GT(transition(from, to), LinearModel::kForbidden);
}

TEST(CrfTrainer, LeavesOutRareFeatures) {
    for (const auto& [least, known] : {std::pair{1U, true}, {2U, true}, {3U, false}}) {
        CrfTrainer trainer({"a", "b"}, {.epochs = 3, .min_count = least});
        FeatureSequence features;
        for (const Feature f : {feature(1), feature(1), feature(2), feature(1), feature(2)})
            features.add(std::vector<Feature>{f});
        const std::vector<Label> labels{0, 0, 1, 0, 1};
        trainer.count(features);
        trainer.add(features, labels);
        const LinearModel model = trainer.train("toy/1");
        EXPECT_EQ(model.size(), known ? 2U : 1U);
        EXPECT_EQ(weight(model, feature(2), 1) > 0, known);
        EXPECT_GT(weight(model, feature(1), 0), 0);
    }
}

TEST(CrfTrainer, PassesOverFeaturesThatWereNotCounted) {
    CrfTrainer trainer({"a", "b"}, {.epochs = 3, .min_count = 1});
    FeatureSequence counted, more;
    counted.add(std::vector<Feature>{feature(1)});
    more.add(std::vector<Feature>{feature(1), feature(2)});
    trainer.count(counted);
    trainer.add(more, std::vector<Label>{1});
    EXPECT_EQ(trainer.train("toy/1").size(), 1U);
}

// "open", "close" and "plain" tell the labels, the three of noise nothing.
TEST(CrfTrainer, KeepsTheHeaviestFeaturesAndLearnsOn) {
    const auto data = samples(150, 5);
    ASSERT_EQ(train(data, {.epochs = 10}).size(), 6U);
    for (const unsigned refit : {0U, 3U}) {
        const LinearModel model = train(data, {.epochs = 10, .keep = 3, .refit_epochs = refit});
        EXPECT_EQ(model.size(), 3U);
        EXPECT_EQ(mistakes(model, samples(100, 6)), 0U) << refit << " epochs of refitting";
        for (const std::size_t noise : {0U, 1U, 2U}) EXPECT_EQ(weight(model, feature(2, kNoise, noise), kBegin), 0);
    }
}

TEST(CrfTrainer, KeepsAllWhereThereAreNoMoreThanItMayKeep) {
    const auto data = samples(50, 7);
    EXPECT_EQ(bytes_of(train(data, {.epochs = 4, .keep = 6})), bytes_of(train(data, {.epochs = 4})));
}

TEST(CrfTrainer, TellsItsProgressAndFallingLoss) {
    std::vector<unsigned> epochs;
    std::vector<double> losses;
    train(samples(50, 8), {.epochs = 5, .progress = [&](unsigned epoch, double loss) {
                               epochs.push_back(epoch);
                               losses.push_back(loss);
                           }});
    EXPECT_THAT(epochs, testing::ElementsAre(1U, 2U, 3U, 4U, 5U));
    EXPECT_GT(losses.front(), 2 * losses.back());
    EXPECT_GE(losses.back(), 0);
}

TEST(CrfTrainer, MakesAModelOfNothing) {
    CrfTrainer trainer({"a", "b"}, {.epochs = 2});
    trainer.add({}, {});
    const LinearModel model = trainer.train("toy/1");
    EXPECT_EQ(model.size(), 0U);
    SequenceDecoder decoder(model);
    FeatureSequence features;
    for (int i = 0; i != 3; ++i) features.add(std::vector<Feature>{feature(1)});
    decoder.read(features);
    EXPECT_EQ(decoder.decode().size(), 3U);
}

// With a single binary feature, a label's odds are known: two to one.
TEST(CrfTrainer, FindsTheProbabilitiesOfTheMaximumOfLikelihood) {
    CrfTrainer trainer({"a", "b"}, {.epochs = 60, .min_count = 1});
    FeatureSequence features;
    features.add(std::vector<Feature>{feature(1)});
    for (int i = 0; i != 300; ++i) trainer.count(features);
    for (int i = 0; i != 300; ++i) trainer.add(features, std::vector<Label>{static_cast<Label>(i % 3 == 0)});
    const LinearModel model = trainer.train("toy/1");
    SequenceDecoder decoder(model);
    decoder.read(features);
    EXPECT_NEAR(decoder.marginals()[1], 1.0 / 3, 0.02);
}

}  // namespace
}  // namespace hearsay::learn
