// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <random>

#include "hearsay/text/text.hpp"

namespace hearsay {
namespace {

std::string decoded(std::string_view bytes) { return std::string(Text::decode(bytes).utf8()); }
const std::string kLost = "\xEF\xBF\xBD";

TEST(Text, CountsCodePointsNotBytes) {
    const Text text = Text::decode("Kyjiw – Київ 🗞");
    EXPECT_EQ(text.size(), 14U);
    EXPECT_EQ(text.slice({8, 12}), "Київ");
    EXPECT_EQ(text.slice({13, 14}), "🗞");
    EXPECT_FALSE(text.ascii());
}

TEST(Text, KeepsByteOrderMarkAndCarriageReturns) {
    const Text text = Text::decode("\xEF\xBB\xBFOne\r\nTwo");
    EXPECT_EQ(text.size(), 9U);
    EXPECT_EQ(text.slice({6, 9}), "Two");
}

TEST(Text, ClampsSpansToItsEnd) {
    const Text text = Text::decode("äöü");
    EXPECT_EQ(text.slice({1, 99}), "öü");
    EXPECT_EQ(text.slice({7, 9}), "");
    EXPECT_EQ(text.slice({2, 1}), "");
    EXPECT_EQ(text.byte_offset(99), 6U);
}

TEST(Text, JoinsSeveralSpansWithABlank) {
    EXPECT_EQ(Text::decode("“Yes,” he said, “of course.”").slice(Spans{{1, 5}, {17, 27}}), "Yes, of course.");
}

TEST(Text, HullCoversAllSpans) {
    EXPECT_EQ(hull({{3, 5}, {9, 12}}), (Span{3, 12}));
    EXPECT_TRUE(hull({}).empty());
}

// The expected values are those of Python's bytes.decode(errors="replace").
TEST(Text, ReplacesEachMaximalSubpartOfInvalidUtf8) {
    EXPECT_EQ(decoded("a\x80z"), "a" + kLost + "z");
    EXPECT_EQ(decoded("\xC0\xAF"), kLost + kLost);
    EXPECT_EQ(decoded("\xE2\x82z"), kLost + "z");
    EXPECT_EQ(decoded("\xE2\x82"), kLost);
    EXPECT_EQ(decoded("\xF0\x90\x8D"), kLost);
    EXPECT_EQ(decoded("\xF0\x80\x80\x80"), kLost + kLost + kLost + kLost);
    EXPECT_EQ(decoded("\xED\xA0\x80"), kLost + kLost + kLost);
    EXPECT_EQ(decoded("\xF4\x90\x80\x80"), kLost + kLost + kLost + kLost);
    EXPECT_EQ(decoded("\xFF\xFE"), kLost + kLost);
    EXPECT_EQ(decoded("\xF1\x80\xE2\x82\xC3\xA4"), kLost + kLost + "ä");
}

TEST(Text, CountsReplacementsButNotReplacementCharactersInTheInput) {
    EXPECT_EQ(Text::decode("a\x80\x81" + kLost).replacements(), 2U);
    EXPECT_EQ(Text::decode("Tout va bien à Genève").replacements(), 0U);
}

TEST(Text, FindsEveryByteOffsetAsANaiveCountDoes) {
    std::mt19937 random(7);
    const std::string alphabet[] = {"a", " ", "é", "—", "€", "🗞", "\n"};
    for (int round = 0; round < 50; ++round) {
        std::string bytes;
        std::vector<std::size_t> starts;
        for (int i = 0; i < 300; ++i) {
            starts.push_back(bytes.size());
            bytes += alphabet[random() % std::size(alphabet)];
        }
        const Text text = Text::decode(bytes);
        ASSERT_EQ(text.size(), starts.size());
        for (std::uint32_t i = 0; i < starts.size(); ++i) ASSERT_EQ(text.byte_offset(i), starts[i]);
    }
}

}  // namespace
}  // namespace hearsay
