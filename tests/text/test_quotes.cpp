// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "text/tokens.hpp"

namespace hearsay {
namespace {

using test::marked;

TEST(Quotes, OpenAndCloseByTheSpaceAroundThem) {
    EXPECT_EQ(marked(R"("We go," he said. "Now.")"), R"(<"|We|go|,|">|he|said|.|<"|Now|.|">)");
    EXPECT_EQ(marked("“We go,” he said"), "<“|We|go|,|”>|he|said");
    EXPECT_EQ(marked("``We go,'' he said"), "<``|We|go|,|''>|he|said");
    EXPECT_EQ(marked("''We go,'' he said"), "<''|We|go|,|''>|he|said");
    EXPECT_EQ(marked("«We go», he said"), "<«|We|go|»>|,|he|said");
}

TEST(Quotes, OpenAfterADashOrBracket) {
    EXPECT_EQ(marked(R"(the plan ("a joke") --"never"--)"), R"(the|plan|(|<"|a|joke|">|)|--|<"|never|">|--)");
}

TEST(Quotes, FallBackOnWhetherOneIsOpen) { EXPECT_EQ(marked(R"(the " new " plan)"), R"(the|<"|new|">|plan)"); }

TEST(Quotes, NestSingleInDouble) {
    EXPECT_EQ(marked(R"("He called it 'absurd,'" she said)"), R"(<"|He|called|it|<'|absurd|,|'>|">|she|said)");
    EXPECT_EQ(marked("‘He said “no” to me,’ she said"), "<‘|He|said|<“|no|”>|to|me|,|’>|she|said");
}

TEST(Quotes, DivideThreeApostrophes) {
    EXPECT_EQ(marked("''He said, 'No,''' she said"), "<''|He|said|,|<'|No|,|'>|''>|she|said");
    EXPECT_EQ(marked("'''No' was the word,'' she said"), "<''|<'|No|'>|was|the|word|,|''>|she|said");
}

TEST(Quotes, StartAfreshInEachParagraph) {
    EXPECT_EQ(marked("\"We begin.\n\n\"We go on,\" he said."), R"(<"|We|begin|.|<"|We|go|on|,|">|he|said|.)");
}

TEST(Quotes, TellSingleQuotesFromApostrophes) {
    EXPECT_EQ(marked("'We are ready,' he said"), "<'|We|are|ready|,|'>|he|said");
    EXPECT_EQ(marked("the ’additional deployment’ of men"), "the|<’|additional|deployment|’>|of|men");
    EXPECT_EQ(marked("'I like the players' union,' he said"), "<'|I|like|the|players|'|union|,|'>|he|said");
}

TEST(Quotes, LeavePossessivesAndElisionsAlone) {
    EXPECT_EQ(marked("the players' union of the '90s, rock 'n' roll 'em"),
              "the|players|'|union|of|the|'90s|,|rock|'n'|roll|'em");
    EXPECT_EQ(marked("‘90s and goin’ home"), "‘90s|and|goin|’|home");
}

TEST(Quotes, OpenAtTheStartOfAParagraphThatLeavesThemOpen) {
    EXPECT_EQ(marked("'We will stay.\n\n'We will win,' he said"), "<'|We|will|stay|.|<'|We|will|win|,|'>|he|said");
}

TEST(Quotes, TakeInchesForNoQuotation) { EXPECT_EQ(marked("He is 6'2\" tall"), "He|is|6'2|\"|tall"); }

TEST(Quotes, SurviveAWrongShape) {
    EXPECT_EQ(marked("”We go,” he said"), "<”|We|go|,|”>|he|said");
    EXPECT_EQ(marked("“We go,“ he said"), "<“|We|go|,|“>|he|said");
}

}  // namespace
}  // namespace hearsay
