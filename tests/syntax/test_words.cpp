// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "hearsay/error.hpp"
#include "learn/features.hpp"
#include "support/temporary_folder.hpp"
#include "syntax/words.hpp"

namespace hearsay {
namespace {

using testing::AllOf;
using testing::HasSubstr;

class Words : public testing::Test {
  protected:
    std::vector<Word> of(const std::string& text, const std::string& table = "said\t57\t3\nmayor\t0\t0\n") const {
        const auto file = folder_.write("classes.tsv", "word\tfine\tcoarse\n" + table);
        return Vocabulary::load(file).words_of(tokenize(Text::decode(text)));
    }
    std::uint64_t shape(const std::string& word) const { return of(word).at(0).shape; }
    std::string refusal(const std::string& table) const {
        try {
            of("said", table);
        } catch (const ResourceError& error) {
            return error.what();
        }
        return "none";
    }
    test::TemporaryFolder folder_;
};

TEST_F(Words, HaveTheClassesOfTheTablePlusOne) {
    const auto words = of("the mayor said");
    ASSERT_EQ(words.size(), 3U);
    EXPECT_EQ(words[2].fine, 58);
    EXPECT_EQ(words[2].coarse, 4);
    EXPECT_EQ(words[1].fine, 1) << "class 0 is a class";
    EXPECT_EQ(words[1].coarse, 1);
    EXPECT_EQ(words[0].fine, 0) << "a word that is not in the table has none";
    EXPECT_EQ(words[0].coarse, 0);
}

TEST_F(Words, HaveClassesHoweverTheyAreWritten) {
    EXPECT_EQ(of("SAID")[0].fine, 58);
    EXPECT_EQ(of("SAID")[0].norm, of("said")[0].norm);
    EXPECT_NE(of("SAID")[0].shape, of("said")[0].shape);
}

TEST_F(Words, HaveHashesOfTheirFormAndItsEnds) {
    const Word word = of("Officials")[0];
    EXPECT_EQ(word.norm, learn::hash("officials"));
    EXPECT_EQ(word.suffix1, learn::hash("s"));
    EXPECT_EQ(word.suffix2, learn::hash("ls"));
    EXPECT_EQ(word.suffix3, learn::hash("als"));
    EXPECT_EQ(word.prefix, learn::hash("of"));
    const Word letter = of("a")[0];
    EXPECT_EQ(letter.suffix3, learn::hash("a"));
    EXPECT_EQ(letter.prefix, learn::hash("a"));
}

TEST_F(Words, HaveShapesOfLetterClassesWithRunsShortened) {
    EXPECT_EQ(shape("Kim"), learn::hash("Aa"));
    EXPECT_EQ(shape("Johannesburg"), shape("Kim"));
    EXPECT_EQ(shape("said"), learn::hash("a"));
    EXPECT_EQ(shape("U.S."), learn::hash("A.A."));
    EXPECT_EQ(shape("1,100"), learn::hash("0,0"));
    EXPECT_EQ(shape("NATO"), learn::hash("A+")) << "several capitals are an acronym";
    EXPECT_EQ(shape("I"), learn::hash("A1")) << "one is an initial";
    EXPECT_EQ(shape("été"), learn::hash("a"));
    EXPECT_EQ(shape("McDonald"), learn::hash("AaAa"));
}

TEST_F(Words, HaveTheShapeOfTheirFirstTwelveBytes) {
    EXPECT_EQ(shape("aaaaaaaaaaaaB"), learn::hash("a"));
    EXPECT_EQ(shape("aaaaaaaaaaaB"), learn::hash("aA"));
}

TEST_F(Words, OfNoTextAreNone) { EXPECT_TRUE(of("").empty()); }

TEST_F(Words, AreRefusedFromATableWithoutNumbers) {
    for (const char* table : {"said\tx\t1\n", "said\t1\n", "said\t\t\n", "said\t-1\t0\n", "said\t70000\t0\n",
                              "said\t12x\t0\n", "said\t65535\t0\n"})
        EXPECT_THAT(refusal(table), AllOf(HasSubstr("classes.tsv"), HasSubstr("is no class number"))) << table;
    EXPECT_EQ(refusal("said\t65534\t0\n"), "none");
    EXPECT_THROW(Vocabulary::load(folder_.path() / "missing.tsv"), ResourceError);
}

}  // namespace
}  // namespace hearsay
