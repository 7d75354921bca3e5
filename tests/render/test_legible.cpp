// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "render/fixture.hpp"
#include "render/legible.hpp"

namespace hearsay {
namespace {

using testing::ElementsAre;

TEST(Legible, PutsTextOnOneLineWithSingleBlanks) { EXPECT_EQ(legible(" a\t\tb\r\n\u00A0\u2028c "), U"a b c"); }

TEST(Legible, TakesOutControlsOverridesAndTags) {
    EXPECT_EQ(legible("a\x1b[31m\u202Eb\u2066\u2069\u200Bc\u0085\uFEFFd\uFFFEe\U000E0041"), U"a[31mbc de");
}

TEST(Legible, KeepsWhatWordsNeed) {
    EXPECT_EQ(legible("e\u0301 ni\u200Co \u00DF 한국"), U"e\u0301 ni\u200Co \u00DF 한국");
}

TEST(Legible, ReplacesBytesThatAreNotUtf8) { EXPECT_EQ(legible("a\xFF\xC3"), U"a\uFFFD\uFFFD"); }

TEST(Shorten, CutsAtAWord) {
    EXPECT_EQ(shorten(U"one two three", 13), U"one two three");
    EXPECT_EQ(shorten(U"one two three", 10), U"one two…");
    EXPECT_EQ(shorten(U"onetwothree", 5), U"onet…");
}

TEST(DisplayWidth, CountsColumns) {
    EXPECT_EQ(display_width(U"abc"), 3u);
    EXPECT_EQ(display_width(U"e\u0301"), 1u);
    EXPECT_EQ(display_width(U"한국"), 4u);
}

TEST(Wrap, BreaksAtBlanksAndInsideVeryLongWords) {
    EXPECT_THAT(wrap(U"one two three", 7), ElementsAre("one two", "three"));
    EXPECT_THAT(wrap(U"abcdefghij", 4), ElementsAre("abcd", "efgh", "ij"));
    EXPECT_THAT(wrap(U"한국어", 4), ElementsAre("한국", "어"));
    EXPECT_THAT(wrap(U"", 4), ElementsAre());
    EXPECT_THAT(wrap(U"ab", 1), ElementsAre("a", "b"));
}

TEST(Wrap, LosesNothingButBlanks) {
    const std::u32string text = legible(fixture::poison());
    std::string joined;
    for (const std::string& line : wrap(text, 17)) joined += line;
    std::u32string expected = text;
    std::erase(expected, U' ');
    std::erase(joined, ' ');
    EXPECT_EQ(joined, to_utf8(expected));
}

}  // namespace
}  // namespace hearsay
