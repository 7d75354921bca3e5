// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "attribution/scoring_tokens.hpp"

namespace hearsay::test {
namespace {

std::uint32_t tokens(std::string_view bytes) {
    const Text text = Text::decode(bytes);
    return ScoringTokens(text).in({0, text.size()}).size();
}

TEST(ScoringTokens, AreRunsOfWordCharactersAndSinglesOfTheRest) {
    EXPECT_EQ(tokens("Ann_2 didn't say: “no”..."), 12U);  // Ann_2 didn ' t say : “ no ” . . .
    EXPECT_EQ(tokens(""), 0U);
    EXPECT_EQ(tokens(" \t\n"), 0U);
}

TEST(ScoringTokens, HoldLettersAndNumbersOfEveryScript) {
    EXPECT_EQ(tokens("naïve Öl Łódź 日本語 Ⅷ ½ ² ٣ ʼn"), 9U);
    EXPECT_EQ(tokens("x½²Ⅷ日٣"), 1U);
}

TEST(ScoringTokens, CutAtCombiningMarksAndSymbols) {
    EXPECT_EQ(tokens("cafe\u0301s"), 3U);
    EXPECT_EQ(tokens("a\u200Db"), 3U);
    EXPECT_EQ(tokens("a€b😀"), 4U);
}

TEST(ScoringTokens, EndAtEveryKindOfWhiteSpace) {
    for (const char* space : {"\u00A0", "\u1680", "\u2003", "\u2028", "\u202F", "\u3000", "\x1C", "\x1F", "\u0085"})
        EXPECT_EQ(tokens(std::string("a") + space + "b"), 2U) << space;
    EXPECT_EQ(tokens("a\u200Bb"), 3U) << "a zero-width space is none";
}

TEST(ScoringTokens, AreFoundBySpan) {
    const ScoringTokens tokens(Text::decode("ab, cd"));
    EXPECT_EQ(tokens.in({1, 2}), (TokenRange{0, 1}));
    EXPECT_EQ(tokens.in({1, 3}), (TokenRange{0, 2}));
    EXPECT_TRUE(tokens.in({3, 4}).empty());
    EXPECT_TRUE(tokens.in({1, 1}).empty());
    EXPECT_TRUE(tokens.in({5, 1}).empty());
    EXPECT_TRUE(tokens.in({90, 99}).empty());
}

TEST(ScoringTokens, TrimSpansToWhatIsVisible) {
    const ScoringTokens tokens(Text::decode("  ab  cd "));
    EXPECT_EQ(tokens.trimmed({0, 99}), (Span{2, 8}));
    EXPECT_EQ(tokens.trimmed({3, 6}), (Span{3, 4}));
    EXPECT_TRUE(tokens.trimmed({4, 6}).empty());
}

}  // namespace
}  // namespace hearsay::test
