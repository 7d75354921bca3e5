// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "hearsay/text/tokenizer.hpp"
#include "text/tokens.hpp"

namespace hearsay {
namespace {

using test::marked;
using test::paragraphs;
using test::tokenized;
using ::testing::ElementsAre;

TEST(Tokenizer, SplitsCliticsAsThePennTreebankDoes) {
    EXPECT_EQ(marked("Russia’s didn't we've she'll I'm he'd"), "Russia|’s|did|n't|we|'ve|she|'ll|I|'m|he|'d");
    EXPECT_EQ(marked("the U.S.'s plan"), "the|U.S.|'s|plan");
}

TEST(Tokenizer, KeepsApostrophesInsideNames) {
    EXPECT_EQ(marked("O'Brien of Côte d’Ivoire"), "O'Brien|of|Côte|d’Ivoire");
}

TEST(Tokenizer, KeepsHyphenatedWordsWhole) {
    EXPECT_EQ(marked("Kim Yong-hyun, a 24-year-old"), "Kim|Yong-hyun|,|a|24-year-old");
    EXPECT_EQ(marked("the Cuba-U.S. talks"), "the|Cuba-U.S.|talks");
}

TEST(Tokenizer, SplitsDashesOff) {
    EXPECT_EQ(marked("troops—and—tanks -- or ships – left"), "troops|—|and|—|tanks|--|or|ships|–|left");
}

TEST(Tokenizer, KeepsNumbersWholeButNotTheirSigns) {
    EXPECT_EQ(marked("1,100 men, $2.5 million, 3%, at 10:30"), "1,100|men|,|$|2.5|million|,|3|%|,|at|10:30");
    const TokenizedText text = tokenized("1,100 1990s");
    EXPECT_EQ(text.tokens()[0].kind, TokenKind::number);
    EXPECT_EQ(text.tokens()[1].kind, TokenKind::word);
}

TEST(Tokenizer, KeepsAddressesAndHandlesWhole) {
    EXPECT_EQ(marked("See https://example.org/a?b=1, www.example.com. Mail a.b@example.com or @desk_1 #news"),
              "See|https://example.org/a?b=1|,|www.example.com|.|Mail|a.b@example.com|or|@desk_1|#news");
    EXPECT_EQ(marked("the site Example.com said pic.example.com/Ab1"), "the|site|Example.com|said|pic.example.com/Ab1");
}

TEST(Tokenizer, DividesWordsWhereABlankIsMissingAfterAFullStop) {
    EXPECT_EQ(marked("They left.The rest stayed"), "They|left|.|The|rest|stayed");
}

TEST(Tokenizer, TreatsUnicodeSpacesAsSpaces) {
    EXPECT_EQ(marked("one\xC2\xA0two\xE2\x80\xAFthree\xE2\x80\x8B four\xEF\xBB\xBF"), "one|two|three|four");
}

TEST(Tokenizer, DropsSoftHyphensFromTheNorm) {
    const TokenizedText text = tokenized("de\xC2\xADploy");
    ASSERT_EQ(text.tokens().size(), 1U);
    EXPECT_EQ(text.norm(0), "deploy");
}

TEST(Tokenizer, TakesARunOfOneMarkAsOneToken) { EXPECT_EQ(marked("----- **** wait......"), "-----|****|wait|......"); }

TEST(Tokenizer, NormalisesCaseQuotesAndDashes) {
    const TokenizedText text = tokenized("“ÉLYSÉE’s” — Šiška Ärger Ωmega Москва ''x''");
    std::vector<std::string> norms;
    for (std::size_t i = 0; i < text.tokens().size(); ++i) norms.emplace_back(text.norm(i));
    EXPECT_THAT(norms,
                ElementsAre("\"", "élysée", "'s", "\"", "-", "šiška", "ärger", "ωmega", "москва", "\"", "x", "\""));
}

TEST(Tokenizer, TellsCapitalsAndSpaces) {
    const TokenizedText text = tokenized("Élise left, she");
    EXPECT_TRUE(text.tokens()[0].capitalized);
    EXPECT_FALSE(text.tokens()[1].capitalized);
    EXPECT_TRUE(text.tokens()[0].space_before);
    EXPECT_FALSE(text.tokens()[2].space_before);
    EXPECT_TRUE(text.tokens()[3].space_before);
}

TEST(Tokenizer, FindsTheTokensThatOverlapASpan) {
    const TokenizedText text = tokenized("one two three");
    EXPECT_EQ(text.tokens_in({4, 7}), (TokenRange{1, 2}));
    EXPECT_EQ(text.tokens_in({2, 5}), (TokenRange{0, 2}));
    EXPECT_TRUE(text.tokens_in({3, 4}).empty());
    EXPECT_TRUE(text.tokens_in({50, 60}).empty());
    EXPECT_EQ(text.span(TokenRange{1, 3}), (Span{4, 13}));
}

TEST(Layout, EndsAParagraphAtABlankLine) {
    EXPECT_THAT(paragraphs("One.\n\nTwo.\r\n \t\r\nThree."), ElementsAre("One.", "Two.", "Three."));
}

TEST(Layout, EndsAParagraphAtEachLineBreakOfUnwrappedText) {
    EXPECT_THAT(paragraphs("Minister denies plan\nThe minister denied it.\nHe left."),
                ElementsAre("Minister denies plan", "The minister denied it.", "He left."));
}

TEST(Layout, JoinsALineThatGoesOnInLowerCase) {
    EXPECT_THAT(paragraphs("The minister denied the plan\nand left at once."),
                ElementsAre("The minister denied the plan\nand left at once."));
}

TEST(Layout, JoinsTheLinesOfHardWrappedText) {
    const std::string wrapped =
        "The ministry said on Monday that it had sent the letter to all of\n"
        "the offices concerned, and that it expected an answer within two\n"
        "weeks. Nobody at the offices could be reached to say whether the\n"
        "letter had come.\n"
        "Officials in the capital declined to talk about what was in it or\n"
        "about Friday's meeting.\n";
    EXPECT_THAT(paragraphs(wrapped),
                ElementsAre(testing::StartsWith("The ministry"), testing::StartsWith("Officials")));
}

TEST(Layout, FindsNoParagraphInWhiteSpace) { EXPECT_TRUE(paragraphs(" \n\t\xC2\xA0\r\n").empty()); }

}  // namespace
}  // namespace hearsay
