// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "attribution/annotated_text.hpp"

namespace hearsay {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Read {
    explicit Read(const std::string& bytes, std::vector<std::uint32_t> heads = {})
        : text(tokenize(Text::decode(bytes))), words(text.tokens().size()) {
        const std::size_t n = words.size();
        syntax = {std::vector<std::uint8_t>(n, 7), std::vector<std::uint8_t>(n), std::vector<std::uint8_t>(n), heads};
        syntax.heads.resize(n, kRoot);
    }
    AnnotatedText annotated() const { return {text, words, syntax}; }
    /// The text of every quotation.
    std::vector<std::string> quotations() const {
        std::vector<std::string> shown;
        for (const TokenRange q : annotated().quotations) shown.emplace_back(text.text().slice(text.span(q)));
        return shown;
    }
    TokenizedText text;
    std::vector<Word> words;
    Annotation syntax;
};

// left ──> Lee ──> Ann, left ──> today
TEST(AnnotatedText, BoundsTheSubtreeOfEveryToken) {
    const Read read("Ann Lee left today", {1, 2, kRoot, 2});
    const AnnotatedText e = read.annotated();
    EXPECT_THAT(e.lowest, ElementsAre(0, 0, 0, 3));
    EXPECT_THAT(e.highest, ElementsAre(0, 1, 3, 3));
}

TEST(AnnotatedText, BoundsSubtreesThatHaveGaps) {
    const Read read("A hearing is scheduled today", {1, 3, 3, kRoot, 1});
    const AnnotatedText e = read.annotated();
    EXPECT_EQ(e.lowest[1], 0U);
    EXPECT_EQ(e.highest[1], 4U);
    EXPECT_EQ(e.highest[3], 4U);
}

TEST(AnnotatedText, IsBlankOutsideOfItself) {
    const Read read("Ann left");
    const AnnotatedText e = read.annotated();
    EXPECT_EQ(e.size(), 2U);
    EXPECT_EQ(e.tag(1), 7U);
    for (const std::uint32_t outside : {2U, AnnotatedText::kNone}) {
        EXPECT_EQ(e.tag(outside), AnnotatedText::kOutside);
        EXPECT_EQ(e.norm(outside), AnnotatedText::kOutside);
        EXPECT_EQ(e.head(outside), kRoot);
        EXPECT_FALSE(e.quoted(outside));
        EXPECT_FALSE(e.mark(outside));
    }
}

TEST(AnnotatedText, FindsQuotationsWithTheirMarks) {
    const Read read("\"All is well,\" said Ann. \"Go.\"");
    EXPECT_THAT(read.quotations(), ElementsAre("\"All is well,\"", "\"Go.\""));
    const AnnotatedText e = read.annotated();
    EXPECT_TRUE(e.quoted(0) && e.mark(0));
    EXPECT_TRUE(e.quoted(1) && !e.mark(1));
    EXPECT_EQ(e.quotation[1], 0U);
    const auto said = e.quotations[0].end;
    EXPECT_FALSE(e.quoted(said) || e.mark(said));
}

TEST(AnnotatedText, EndsAQuotationThatIsNotClosedWithItsParagraph) {
    const Read read("\"All is well.\n\n\"We go on,\" said Ann. \"The rest");
    EXPECT_THAT(read.quotations(), ElementsAre("\"All is well.", "\"We go on,\"", "\"The rest"));
}

TEST(AnnotatedText, KeepsAQuotationWithinAnotherOneInIt) {
    EXPECT_THAT(Read("“He said ‘go’ to me,” said Ann.").quotations(), ElementsAre("“He said ‘go’ to me,”"));
}

TEST(AnnotatedText, OfNothingIsEmpty) {
    const Read read("");
    EXPECT_THAT(read.annotated().quotations, IsEmpty());
    EXPECT_EQ(read.annotated().size(), 0U);
}

}  // namespace
}  // namespace hearsay
