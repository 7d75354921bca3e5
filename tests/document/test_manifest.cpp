// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "document/manifest.hpp"
#include "hearsay/error.hpp"
#include "support/temporary_folder.hpp"

namespace hearsay {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

std::vector<std::vector<std::string>> rows(std::string_view bytes) {
    std::vector<std::vector<std::string>> found;
    for (const CsvRecord& record : read_csv(std::string(bytes), "t.csv")) found.push_back(record.fields);
    return found;
}

std::string failure(std::string_view bytes) {
    try {
        read_csv(std::string(bytes), "t.csv");
    } catch (const InputError& error) {
        return error.what();
    }
    return "no error";
}

TEST(Csv, ReadsQuotedFields) {
    EXPECT_THAT(rows("a,\"b, \"\"c\"\"\",\r\n\"d\ne\",f\n"),
                ElementsAre(ElementsAre("a", "b, \"c\"", ""), ElementsAre("d\ne", "f")));
}

TEST(Csv, NeedsNoLineEndAtTheEndAndSkipsEmptyLines) {
    EXPECT_THAT(rows("\xEF\xBB\xBF"
                     "a,b\n\n\r\nc"),
                ElementsAre(ElementsAre("a", "b"), ElementsAre("c")));
}

TEST(Csv, CountsTheLinesInsideQuotes) {
    const auto records = read_csv("a\n\"b\nc\"\nd\n", "t.csv");
    ASSERT_THAT(records, SizeIs(3));
    EXPECT_EQ(records[2].line, 4U);
}

TEST(Csv, NamesThePlaceOfAMistake) {
    EXPECT_EQ(failure("a\nb,\"c"), "t.csv:2: a quotation mark is not closed");
    EXPECT_EQ(failure("a,\"b\"c\n"), "t.csv:1:6: text after a closing quotation mark");
}

class ManifestFile : public ::testing::Test {
  protected:
    Manifest manifest(std::string_view bytes) {
        const auto file = folder_.write("corpus.csv", bytes);
        return Manifest(file, [this](const Skipped& s) {
            skipped_.push_back(s.where.substr(s.where.rfind('/') + 1) + ": " + s.cause);
        });
    }
    test::TemporaryFolder folder_;
    std::vector<std::string> skipped_;
};

TEST_F(ManifestFile, FindsARowByItsNormalisedPath) {
    Manifest found = manifest("path,publisher\n./a.txt,Village Herald\n");
    ASSERT_NE(found.find("a.txt"), nullptr);
    EXPECT_EQ(found.find("a.txt")->columns.at("publisher"), "Village Herald");
    EXPECT_EQ(found.find("b.txt"), nullptr);
    EXPECT_THAT(skipped_, SizeIs(0));
}

TEST_F(ManifestFile, ReportsRowsOfMissingFilesInLineOrder) {
    Manifest found = manifest("path\nz.txt\na.txt\n");
    found.report_missing(
        [this](const Skipped& s) { skipped_.push_back(s.where.substr(s.where.rfind('/') + 1) + ": " + s.cause); });
    EXPECT_THAT(skipped_, ElementsAre("corpus.csv:2: names z.txt, which is not there",
                                      "corpus.csv:3: names a.txt, which is not there"));
}

TEST_F(ManifestFile, ReportsWhatItCannotUse) {
    manifest("file,publisher\na.txt,b\n");
    manifest("");
    manifest("path,publisher\n,b\na.txt,b\na.txt,c\n");
    manifest("path\n\"a.txt\n");
    EXPECT_THAT(skipped_, ElementsAre("corpus.csv:1: has no column \"path\"", "corpus.csv: is empty",
                                      "corpus.csv:2: names no file", "corpus.csv:4: names a.txt again",
                                      "corpus.csv:2: a quotation mark is not closed"));
}

TEST_F(ManifestFile, OverridesFieldsAndKeepsOtherColumns) {
    RawDocument document;
    document.publisher = {"example.com", Evidence::field};
    document.title = {"Bank rises", Evidence::field};
    apply(*manifest("path,publisher,title,desk\na.txt,Village Herald,,city\n").find("a.txt"), document);
    EXPECT_EQ(document.publisher.value, "Village Herald");
    EXPECT_EQ(document.publisher.evidence, Evidence::manifest);
    EXPECT_EQ(document.title.value, "Bank rises");
    EXPECT_EQ(document.fields.at("desk").as_string(), "city");
}

}  // namespace
}  // namespace hearsay
