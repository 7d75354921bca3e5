// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <random>

#include "document/prepare.hpp"
#include "hearsay/document/document.hpp"

namespace hearsay {
namespace {

using test::prepared;
using ::testing::ElementsAre;

std::vector<std::string> content(const Document& document) {
    std::vector<std::string> found;
    for (const TokenRange range : document.content_sentences())
        found.emplace_back(document.text().slice(document.tokens.span(range)));
    return found;
}

TEST(Document, GivesItsSentencesWithoutBoilerplate) {
    EXPECT_THAT(content(prepared("LONDON (Reuters) - The bank rose. It fell again, according to a report read "
                                 "more\nAdvertisement\nThen it rose.")),
                ElementsAre("The bank rose.", "It fell again, according to a report", "Then it rose."));
}

TEST(Document, SplitsASentenceAroundBoilerplateInIt) {
    Document document;
    document.tokens = tokenize(Text::decode("The bank (ad) rose."));
    document.boilerplate = {{{9, 13}, BoilerplateKind::advertisement}};
    EXPECT_THAT(content(document), ElementsAre("The bank", "rose."));
}

TEST(Document, TellsWhetherBoilerplateOverlapsASpan) {
    Document document;
    document.boilerplate = {{{5, 9}, BoilerplateKind::link}, {{20, 30}, BoilerplateKind::credit}};
    EXPECT_FALSE(document.is_boilerplate({0, 5}));
    EXPECT_TRUE(document.is_boilerplate({0, 6}));
    EXPECT_TRUE(document.is_boilerplate({8, 9}));
    EXPECT_FALSE(document.is_boilerplate({9, 20}));
    EXPECT_TRUE(document.is_boilerplate({22, 23}));
    EXPECT_FALSE(document.is_boilerplate({30, 40}));
}

TEST(Document, CountsReplacedBytes) { EXPECT_EQ(prepared("The b\xFFnk rose.").text().replacements(), 1U); }

TEST(Document, KnowsItsLanguage) {
    EXPECT_EQ(prepared(test::article("", "")).language, "en");
    EXPECT_EQ(prepared("Министерство сообщило в понедельник, что отправило письмо.").language, "und");
}

TEST(Document, KeepsBoilerplateInOrderAndApartForAnyText) {
    const std::string pieces[] = {"(Reuters)",
                                  " - ",
                                  "LONDON",
                                  "\n",
                                  "\n\n",
                                  "©",
                                  "2024",
                                  "Copyright",
                                  "Read more",
                                  "Related:",
                                  "Bank rises",
                                  ". ",
                                  "Photo: Ann Lee",
                                  "(",
                                  ")",
                                  "[",
                                  "By Ann Lee",
                                  "The bank rose.",
                                  "Getty Images",
                                  "Sign up",
                                  "\"",
                                  "date 2024-10-09",
                                  "Updated",
                                  "Oct 8",
                                  "Source: Reuters",
                                  "/",
                                  "é",
                                  "\xFF",
                                  ", ",
                                  "|"};
    std::mt19937 random(5);
    for (int round = 0; round < 4000; ++round) {
        std::string text;
        for (auto left = random() % 30; left > 0; --left)
            text += pieces[random() % std::size(pieces)] + (random() % 2 ? " " : "");
        const Document document = prepared(text);
        std::uint32_t at = 0;
        for (const Boilerplate& b : document.boilerplate) {
            ASSERT_GE(b.span.begin, at) << text;
            ASSERT_LT(b.span.begin, b.span.end) << text;
            ASSERT_LE(b.span.end, document.text().size()) << text;
            at = b.span.end;
        }
        for (const TokenRange range : document.content_sentences())
            ASSERT_FALSE(document.is_boilerplate(document.tokens.span(range))) << text;
        ASSERT_EQ(document.publisher.value.empty(), document.publisher.evidence == Evidence::none) << text;
        ASSERT_EQ(document.published.value.empty(), document.published.evidence == Evidence::none) << text;
    }
}

}  // namespace
}  // namespace hearsay
