// SPDX-License-Identifier: Apache-2.0
#include "document/reader_fixture.hpp"

namespace hearsay {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class Tables : public test::ReaderFixture {};

TEST_F(Tables, HoldLineBreaksAndQuotationMarksInQuotes) {
    const auto found = read_file("a.csv", "id,text\r\nx,\"He said \"\"no\"\".\n\nThen, nothing.\"\r\n\r\ny,B.\r\n");
    EXPECT_THAT(texts(found), ElementsAre("He said \"no\".\n\nThen, nothing.", "B."));
    EXPECT_EQ(found[0].id, "x");
    EXPECT_EQ(found[0].line, 2U);
    EXPECT_EQ(found[1].line, 6U);
}

TEST_F(Tables, MayBeSeparatedByTabsOrSemicolons) {
    EXPECT_THAT(texts(read_file("a.tsv", "title\tbody\nT\tOne, two; three.\n")), ElementsAre("One, two; three."));
    EXPECT_THAT(texts(read_file("b.csv", "title;body;date\nT;One, two.;2025\n")), ElementsAre("One, two."));
}

TEST_F(Tables, TakeQuotationMarksInUnquotedFieldsAsTheyStand) {
    EXPECT_THAT(texts(read_file("a.tsv", "title\ttext\nT\t\"No,\" he said. \"Never.\"\tx\nU\tB.\n")),
                ElementsAre("\"No,\" he said. \"Never.\"", "B."));
}

TEST_F(Tables, KeepOtherColumnsAndLeaveEmptyOnesOut) {
    const auto found = read_file("a.csv", "\xEF\xBB\xBFtext,desk,url\nA.,city,\n");
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].fields.at("desk").as_string(), "city");
    EXPECT_FALSE(found[0].url);
}

TEST_F(Tables, NeedAColumnForTheText) {
    EXPECT_THAT(read_file("a.csv", "name,born\nAnn,1970\n"), IsEmpty());
    EXPECT_THAT(skipped_, ElementsAre("a.csv:1: has no column for the text; name it with --map text=COLUMN"));
    options_.fields = {{"text", "name"}};
    EXPECT_THAT(texts(read({path("a.csv")})), ElementsAre("Ann"));
    EXPECT_THAT(skipped_, SizeIs(1));
}

TEST_F(Tables, NameARowWithoutText) {
    EXPECT_THAT(texts(read_file("a.csv", "id,text\nx,\ny,B.\nz\n")), ElementsAre("B."));
    EXPECT_THAT(skipped_, ElementsAre(HasSubstr("a.csv:2: has no \"text\""), HasSubstr("a.csv:4: has no \"text\"")));
}

TEST_F(Tables, PassOverARowBeyondTheLimit) {
    options_.limits.document_bytes = 100;
    const std::string lines =
        "id,text\nx," + std::string(2'000'000, 'x') + "\ny,\"" + std::string(150'000, 'y') + "\"\nz,Z.\n";
    EXPECT_THAT(texts(read_file("a.csv", lines)), ElementsAre("Z."));
    EXPECT_THAT(skipped_, ElementsAre("a.csv:2: is longer than 100 bytes; raise --max-document to read it",
                                      "a.csv:3: is longer than 100 bytes; raise --max-document to read it"));
}

TEST_F(Tables, KeepWhatCameBeforeAnOpenQuotationMark) {
    EXPECT_THAT(texts(read_file("a.csv", "id,text\nx,A.\ny,\"B.\nand more\n")), ElementsAre("A."));
    EXPECT_THAT(skipped_, ElementsAre(HasSubstr("a.csv:3: a quotation mark is not closed")));
}

TEST_F(Tables, AreNotSeenInTextWithCommas) {
    const auto found = read_file("a.txt", "In the end, the text says, nothing is known.\nOr so.\n");
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].id, "a");
}

}  // namespace
}  // namespace hearsay
