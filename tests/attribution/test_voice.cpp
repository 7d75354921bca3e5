// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "attribution/voice.hpp"

namespace hearsay {
namespace {

/// The voice of these contents, given by their first and last words, in a text with these quotations, given alike.
Voice voice(const std::string& bytes, const std::vector<std::string>& contents,
            const std::vector<std::string>& quotations) {
    const TokenizedText text = tokenize(Text::decode(bytes));
    const auto ranges = [&](const std::vector<std::string>& parts) {
        std::vector<TokenRange> result;
        for (const std::string& part : parts) {
            const auto begin = static_cast<std::uint32_t>(bytes.find(part));
            result.push_back(text.tokens_in({begin, begin + static_cast<std::uint32_t>(part.size())}));
        }
        return result;
    };
    const auto quoted = ranges(quotations);
    return voice_of(text, quoted, ranges(contents));
}

TEST(Voice, IsIndirectWithoutQuotationMarks) {
    EXPECT_EQ(voice("Ann said the road is open.", {"the road is open"}, {}), Voice::indirect);
}

TEST(Voice, IsDirectWhereEveryWordIsQuoted) {
    EXPECT_EQ(voice("\"The road is open,\" Ann said.", {"\"The road is open,\""}, {"\"The road is open,\""}),
              Voice::direct);
    EXPECT_EQ(voice("Ann said that \"all is well\".", {"that \"all is well\""}, {"\"all is well\""}), Voice::direct)
        << "\"that\" belongs to no one";
}

TEST(Voice, IsMixedWhereSomeWordsAreQuoted) {
    EXPECT_EQ(voice("Ann said the road was \"a mess\".", {"the road was \"a mess\""}, {"\"a mess\""}), Voice::mixed);
}

TEST(Voice, LooksAtEveryPartOfTheContent) {
    const std::string text = "\"All is well,\" Ann said, and the road is open. \"So go,\" said Ben.";
    EXPECT_EQ(voice(text, {"\"All is well,\"", "the road is open"}, {"\"All is well,\"", "\"So go,\""}), Voice::mixed);
    EXPECT_EQ(voice(text, {"\"All is well,\"", "\"So go,\""}, {"\"All is well,\"", "\"So go,\""}), Voice::direct);
    EXPECT_EQ(voice(text, {"the road is open"}, {"\"All is well,\"", "\"So go,\""}), Voice::indirect);
}

TEST(Voice, OfNoWordsIsIndirect) {
    EXPECT_EQ(voice("Ann said.", {}, {}), Voice::indirect);
    EXPECT_EQ(voice("\"...\" Ann said.", {"\"...\""}, {"\"...\""}), Voice::indirect);
}

}  // namespace
}  // namespace hearsay
