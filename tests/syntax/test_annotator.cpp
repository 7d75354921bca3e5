// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "hearsay/error.hpp"
#include "learn/crf_trainer.hpp"
#include "learn/random.hpp"
#include "support/temporary_folder.hpp"
#include "syntax/annotator.hpp"
#include "syntax/parser.hpp"
#include "syntax/tagger.hpp"

namespace hearsay {
namespace {

using learn::LinearModel;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* kText = "Ann Lee spoke. The mayor of Arlen listened to her, and then left.\n\nNobody else came.";

struct Read {
    explicit Read(const std::string& bytes) : text(tokenize(Text::decode(bytes))) {
        const test::TemporaryFolder folder;
        words = Vocabulary::load(folder.write("classes.tsv", "word\tfine\tcoarse\n")).words_of(text);
    }
    TokenizedText text;
    std::vector<Word> words;
};

template <class Features>
LinearModel labeller(const std::string& name, std::vector<std::string> labels, const Features& features_of,
                     const std::vector<learn::Label>& gold) {
    learn::CrfTrainer trainer(std::move(labels), {.epochs = 20, .min_count = 1});
    learn::FeatureSequence features;
    features_of(features);
    trainer.count(features);
    trainer.add(features, gold);
    return trainer.train(name);
}

/// Weights at random for whatever moves and arcs the parser meets on its way through random parses.
std::pair<LinearModel, LinearModel> random_parser(const Read& read) {
    std::uint64_t dice = 1;
    const auto weights = [&](std::size_t n) {
        std::vector<float> result;
        while (result.size() != n) result.push_back(static_cast<float>(learn::next_random(dice) % 200) - 100);
        return result;
    };
    std::vector<LinearModel::Row> moves, arcs;
    std::vector<learn::Feature> features;
    const std::vector<std::uint8_t> tags(read.words.size(), 1);
    for (const Sentence& sentence : read.text.sentences())
        for (ParseState state(read.words, tags, sentence.tokens); !state.done();) {
            auto move = static_cast<Move>(learn::next_random(dice) % 3);
            while (!state.can(move)) move = static_cast<Move>((static_cast<int>(move) + 1) % 3);
            state.move_features(features);
            for (const auto f : features) moves.push_back({f, weights(3)});
            if (move != Move::shift) state.relation_features(move, features);
            for (const auto f : features) arcs.push_back({f, weights(4)});
            state.make(move);
        }
    return {LinearModel(kArcFeatures, {"shift", "left", "right"}, moves),
            LinearModel(kRelationFeatures, {"dep", "nsubj", "root", "obj"}, arcs)};
}

/// Models that tag and name the first sentence of kText by heart, and parse somehow.
const SyntaxModels& models() {
    static const SyntaxModels instance = [] {
        const Read first("Ann Lee spoke.");
        const std::vector<learn::Label> tags{1, 1, 2, 3}, entities{1, 2, 0, 0};
        const TokenRange sentence{0, 4};
        SyntaxModels m;
        m.tags = labeller(
            kTaggerFeatures, {"NN", "NNP", "VBD", "."},
            [&](learn::FeatureSequence& out) { tag_features(first.words, sentence, out); }, tags);
        m.entities = labeller(
            kEntityFeatures, {"O", "B-PERSON", "I-PERSON"},
            [&](learn::FeatureSequence& out) { entity_features(first.words, tags, sentence, out); }, entities);
        std::tie(m.arcs, m.relations) = random_parser(Read(kText));
        return m;
    }();
    return instance;
}

Annotation annotate(const Read& read) { return Annotator(models()).annotate(read.text, read.words); }

void expect_trees(const Read& read, const Annotation& a) {
    ASSERT_EQ(a.heads.size(), read.words.size());
    for (const auto* labels : {&a.tags, &a.entities, &a.relations}) ASSERT_EQ(labels->size(), read.words.size());
    EXPECT_THAT(a.tags, Each(testing::Lt(4)));
    EXPECT_THAT(a.entities, Each(testing::Lt(3)));
    EXPECT_THAT(a.relations, Each(testing::Lt(4)));
    const auto tokens = read.text.tokens();
    for (std::uint32_t i = 0; i != a.heads.size(); ++i) {
        std::size_t steps = 0;
        for (std::uint32_t at = i; a.heads[at] != kRoot; at = a.heads[at]) {
            ASSERT_LT(a.heads[at], a.heads.size());
            ASSERT_EQ(tokens[a.heads[at]].sentence, tokens[i].sentence) << "a head in another sentence";
            ASSERT_LE(++steps, a.heads.size()) << "heads go in a circle";
        }
    }
}

TEST(Annotator, TagsAndNamesWhatItLearned) {
    const Read read(kText);
    const Annotation a = annotate(read);
    EXPECT_THAT(std::vector(a.tags.begin(), a.tags.begin() + 4), ElementsAre(1, 1, 2, 3));
    EXPECT_THAT(std::vector(a.entities.begin(), a.entities.begin() + 4), ElementsAre(1, 2, 0, 0));
}

TEST(Annotator, HangsEveryWordInATreeOfItsSentence) {
    const Read read(kText);
    const Annotation a = annotate(read);
    expect_trees(read, a);
    EXPECT_NE(a.heads, std::vector<std::uint32_t>(a.heads.size(), kRoot)) << "the models make no arcs";
}

TEST(Annotator, AnnotatesASentenceTheSameWhateverStandsAround) {
    const Read alone("Nobody else came."), among(kText);
    const Annotation a = annotate(alone), b = annotate(among);
    const auto last = among.words.size() - alone.words.size();
    for (std::size_t i = 0; i != alone.words.size(); ++i) {
        EXPECT_EQ(a.tags[i], b.tags[last + i]);
        EXPECT_EQ(a.relations[i], b.relations[last + i]);
        EXPECT_EQ(a.heads[i] == kRoot ? kRoot : a.heads[i] + last, b.heads[last + i]);
    }
}

TEST(Annotator, AnnotatesNothingWhereThereIsNothing) { EXPECT_TRUE(annotate(Read("")).tags.empty()); }

TEST(Annotator, ReadsAVeryLongSentenceInPieces) {
    std::string bytes;
    for (int i = 0; i != 2'000; ++i) bytes += i % 3 ? "spoke " : "Ann ";
    const Read read(bytes);
    ASSERT_EQ(read.text.sentences().size(), 1U);
    const Annotation a = annotate(read);
    expect_trees(read, a);
    for (std::uint32_t i = 0; i != a.heads.size(); ++i)
        EXPECT_TRUE(a.heads[i] == kRoot || a.heads[i] / 400 == i / 400) << "an arc from piece to piece at " << i;
}

TEST(Annotator, GivesTheSameAfterOtherTexts) {
    Annotator used(models());
    const Read read(kText), other("Ann spoke. Ann spoke. Arlen listened.");
    used.annotate(other.text, other.words);
    EXPECT_EQ(used.annotate(read.text, read.words).heads, annotate(read).heads);
}

TEST(SyntaxModels, AreWrittenToAFolderAndReadAgain) {
    const test::TemporaryFolder folder;
    models().save(folder.path());
    const SyntaxModels again = SyntaxModels::load(folder.path());
    const Read read(kText);
    const Annotation a = annotate(read), b = Annotator(again).annotate(read.text, read.words);
    EXPECT_EQ(a.tags, b.tags);
    EXPECT_EQ(a.entities, b.entities);
    EXPECT_EQ(a.heads, b.heads);
    EXPECT_EQ(a.relations, b.relations);
}

TEST(SyntaxModels, AreRefusedWhereOneIsMissingOrAnother) {
    const test::TemporaryFolder folder;
    models().save(folder.path());
    std::filesystem::copy_file(folder.path() / "tags.model", folder.path() / "arcs.model",
                               std::filesystem::copy_options::overwrite_existing);
    try {
        SyntaxModels::load(folder.path());
        FAIL() << "took tags for arcs";
    } catch (const ResourceError& error) {
        EXPECT_THAT(error.what(),
                    HasSubstr("arcs.model: was trained for the features \"tagger/1\", expected \"arcs/1\""));
    }
    std::filesystem::remove(folder.path() / "entities.model");
    EXPECT_THROW(SyntaxModels::load(folder.path()), ResourceError);
}

}  // namespace
}  // namespace hearsay
