// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "source/name_forms.hpp"
#include "source/offices.hpp"
#include "story.hpp"

namespace hearsay::test {
namespace {

std::optional<Office> read(std::string_view description) {
    static const SourceLexicon lexicon = SourceLexicon::load(resource_directory() / "lexicons");
    const TokenizedText text = tokenize(Text::decode(description));
    return OfficeReader(text, gazetteer(), lexicon).in({0, static_cast<std::uint32_t>(text.tokens().size())});
}

double fits(std::string_view mentioned, std::string_view held) {
    return fit(read(mentioned).value(), read(held).value());
}

TEST(Offices, MeetWhateverTheirSpellingAndTitle) {
    EXPECT_GT(fits("South Korea's defence chief", "Defense Minister"), 0);
    EXPECT_GT(fits("the minister", "Norway's transport minister"), 0);
    EXPECT_GT(fits("Norway's transport minister", "Norwegian transport minister"),
              fits("the minister", "Norwegian transport minister"));
}

TEST(Offices, DifferByRoleDomainStateAndDegree) {
    EXPECT_EQ(fits("the defence minister", "Foreign Minister"), 0);
    EXPECT_EQ(fits("Norway's defence minister", "Swedish defence minister"), 0);
    EXPECT_EQ(fits("the defence minister", "deputy defence minister"), 0);
    EXPECT_EQ(fits("the minister", "the ambassador"), 0);
    EXPECT_EQ(fits("the leader of the extremist group", "President"), 0);
}

TEST(Offices, AreNotReadIntoOrdinaryWords) { EXPECT_FALSE(read("two old bridges").has_value()); }

TEST(NameForms, FoldSpelling) {
    EXPECT_EQ(name_key("Yoon Suk-yeol"), name_key("Yoon Suk Yeol"));
    EXPECT_EQ(name_key("the U.S."), "the us");
    EXPECT_EQ(name_key("Defence Ministry\xE2\x80\x99s"), "defense ministry");
    EXPECT_EQ(display_form(" the  Kyiv\nPost\xE2\x80\x99s,"), "Kyiv Post");
    EXPECT_EQ(display_form("The"), "The");
    EXPECT_TRUE(name_words("\xFF\xFE--").size() <= 1);
}

TEST(Offices, OfAHeadlineNeedNoArticle) {
    Story story("Gazette",
                "Pier to close, harbour master says\nThe pier will close, said Ann Lee, the harbour master.\n");
    story.said("harbour master", "says", "Pier to close");
    story.said("Ann Lee", "said", "The pier will close");
    EXPECT_EQ(story.chain(0), (Names{"Ann Lee", "Gazette"}));
}

}  // namespace
}  // namespace hearsay::test
