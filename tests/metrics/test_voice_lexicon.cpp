// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "metrics/voice_lexicon.hpp"

namespace hearsay {
namespace {

TEST(VoiceLexicon, KnowsWordsOfSeveralKinds) {
    const auto& lexicon = VoiceLexicon::get();
    EXPECT_TRUE(lexicon.is(VoiceWord::office, "executive"));
    EXPECT_TRUE(lexicon.is(VoiceWord::leader, "executive"));
    EXPECT_TRUE(lexicon.is(VoiceWord::state_body, "ministry"));
    EXPECT_FALSE(lexicon.is(VoiceWord::police, "executive"));
    EXPECT_FALSE(lexicon.is(VoiceWord::office, ""));
}

TEST(VoiceLexicon, KnowsRelationsAndFirstNames) {
    const auto& lexicon = VoiceLexicon::get();
    EXPECT_EQ(lexicon.relation("mum"), "mother");
    EXPECT_EQ(lexicon.relation("neighbour"), "");
    EXPECT_EQ(lexicon.full_name("bill"), "william");
    EXPECT_EQ(lexicon.full_name("Xyz"), "Xyz");
}

}  // namespace
}  // namespace hearsay
