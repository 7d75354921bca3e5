// SPDX-License-Identifier: Apache-2.0
// The two readings by models that know sentences of one kind by heart, "NAME said CLAUSE".
#include <gmock/gmock.h>

#include "attribution/features.hpp"
#include "attribution/linker.hpp"
#include "learn/crf_trainer.hpp"
#include "learn/features.hpp"

namespace hearsay {
namespace {

using learn::Label;
using testing::ElementsAre;
using testing::IsEmpty;

struct Read {
    explicit Read(const std::string& bytes) : text(tokenize(Text::decode(bytes))) {
        for (std::uint32_t i = 0; i != text.tokens().size(); ++i) {
            words.emplace_back();
            words.back().norm = words.back().shape = learn::hash(text.norm(i));
            syntax.tags.push_back(text.tokens()[i].capitalized ? 1 : text.norm(i) == "said" ? 2 : 3);
            syntax.entities.push_back(0), syntax.relations.push_back(0), syntax.heads.push_back(kRoot);
        }
    }
    AnnotatedText annotated() const { return {text, words, syntax}; }

    TokenizedText text;
    std::vector<Word> words;
    Annotation syntax;
};

constexpr const char* kLearned[] = {"Ann said roads closed.", "Ben said rivers rose.", "Cy said bridges fell.",
                                    "Rain fell there.", "Ann left town."};

/// Whether the sentence is one of those that somebody said: then 0 is the source, 1 the cue, 2 and 3 the content.
bool reported(const Read& read) { return read.text.norm(1) == "said"; }

template <class Add>
learn::LinearModel learn_from_sentences(const std::vector<std::string>& names, const char* name, const Add& add) {
    learn::CrfTrainer trainer(names, {.epochs = 40, .min_count = 1});
    learn::FeatureSequence features;
    for (const bool counting : {true, false})
        for (const char* sentence : kLearned) {
            const Read read(sentence);
            features.clear();
            const std::vector<Label> gold = add(read, features);
            if (features.size() == 0) continue;
            if (counting)
                trainer.count(features);
            else
                trainer.add(features, gold);
        }
    return trainer.train(name);
}

constexpr Label label(RoleLabel role) { return static_cast<Label>(role); }
constexpr Label label(LinkLabel link) { return static_cast<Label>(link); }

std::vector<Label> roles_of(const Read& read) {
    std::vector<Label> roles(read.words.size(), label(RoleLabel::none));
    if (!reported(read)) return roles;
    roles[0] = label(RoleLabel::source_begin), roles[1] = label(RoleLabel::cue_begin);
    roles[2] = label(RoleLabel::content_begin), roles[3] = label(RoleLabel::content);
    return roles;
}

const learn::LinearModel& role_model() {
    static const auto model = learn_from_sentences(kRoleNames, kRoleFeatures, [](const Read& read, auto& features) {
        role_features(read.annotated(), {0, read.annotated().size()}, features);
        return roles_of(read);
    });
    return model;
}

const learn::LinearModel& link_model() {
    static const auto model = learn_from_sentences(kLinkNames, kLinkFeatures, [](const Read& read, auto& features) {
        std::vector<Label> gold(read.words.size(), label(LinkLabel::none));
        if (!reported(read)) return gold;
        link_features(read.annotated(), roles_of(read), {1, 2}, {0, read.annotated().size()}, features);
        gold[0] = label(LinkLabel::source_only), gold[1] = label(LinkLabel::cue);
        gold[2] = label(LinkLabel::content_begin), gold[3] = label(LinkLabel::content_end);
        return gold;
    });
    return model;
}

TEST(RoleReader, FindsTheCueOfASentenceItNeverSaw) {
    const Read read("Dora said roads fell.\n\nRain left town.");
    const RoleReading reading = RoleReader(role_model()).read(read.annotated());
    ASSERT_EQ(reading.roles.size(), read.words.size());
    EXPECT_EQ(reading.roles[0], label(RoleLabel::source_begin));
    EXPECT_EQ(reading.roles[1], label(RoleLabel::cue_begin));
    ASSERT_EQ(reading.cues.size(), 1U);
    EXPECT_EQ(reading.cues[0].tokens, (TokenRange{1, 2}));
    EXPECT_GT(reading.cues[0].probability, 0.5F);
    EXPECT_LE(reading.cues[0].probability, 1.0F);
}

TEST(RoleReader, ReadsAStretchByItself) {
    const Read read("Ann said Ben said rivers rose.");
    RoleReader reader(role_model());
    RoleReading reading = reader.read(read.annotated());
    reading.cues.clear();
    reader.read_within({2, 7}, reading);
    ASSERT_EQ(reading.cues.size(), 1U);
    EXPECT_EQ(reading.cues[0].tokens, (TokenRange{3, 4}));
    EXPECT_EQ(reading.roles[2], label(RoleLabel::source_begin));
    EXPECT_EQ(reading.roles[0], label(RoleLabel::source_begin)) << "what lies outside was touched";
}

TEST(RoleReader, ReadsNothingInNothing) {
    const Read read("");
    EXPECT_THAT(RoleReader(role_model()).read(read.annotated()).cues, IsEmpty());
}

TEST(Linker, GivesACueItsSourceAndItsContent) {
    const Read read("Dora said roads fell.");
    const auto linked =
        Linker(link_model()).link(read.annotated(), roles_of(read), {{1, 2}, 0.9F}, {0, read.annotated().size()});
    EXPECT_THAT(linked.source, ElementsAre(TokenRange{0, 1}));
    EXPECT_THAT(linked.content, ElementsAre(TokenRange{2, 4}));
    EXPECT_GT(linked.whole, linked.empty);
    EXPECT_GE(linked.begins, linked.whole * 0.99F) << "a whole reading is one of those that begin there";
    for (const float p : {linked.whole, linked.empty, linked.begins}) {
        EXPECT_GE(p, 0);
        EXPECT_LE(p, 1.001F);
    }
    EXPECT_EQ(linked.cue.probability, 0.9F);
}

TEST(Linker, StaysWithinTheWindow) {
    const Read read("Rain fell there. Dora said roads fell. Ann left town.");
    const std::vector<Label> roles(read.words.size(), 0);
    const TokenRange window{4, 9};
    const auto linked = Linker(link_model()).link(read.annotated(), roles, {{5, 6}, 0.9F}, window);
    for (const auto* ranges : {&linked.source, &linked.content})
        for (const TokenRange r : *ranges) {
            EXPECT_GE(r.begin, window.begin);
            EXPECT_LE(r.end, window.end);
            EXPECT_LT(r.begin, r.end);
        }
}

TEST(Linker, FindsAContentEvenForACueThatSeemsToHaveNone) {
    const Read read("Rain fell there.");
    const std::vector<Label> roles(read.words.size(), 0);
    const auto linked =
        Linker(link_model()).link(read.annotated(), roles, {{1, 2}, 0.2F}, {0, read.annotated().size()});
    EXPECT_FALSE(linked.content.empty());
}

}  // namespace
}  // namespace hearsay
