// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <cstdlib>

#include "hearsay/error.hpp"
#include "hearsay/resources.hpp"
#include "support/temporary_folder.hpp"

namespace hearsay {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class Table : public ::testing::Test {
  protected:
    std::vector<std::string> rows(std::string_view content) const {
        std::vector<std::string> found;
        read_table(folder_.write("table.tsv", content), {"word", "class"},
                   [&](const auto& row) { found.push_back(std::string(row[0]) + "/" + std::string(row[1])); });
        return found;
    }
    std::string failure(std::string_view content) const {
        try {
            rows(content);
        } catch (const ResourceError& error) {
            return error.what();
        }
        return "no error";
    }
    test::TemporaryFolder folder_;
};

TEST_F(Table, SkipsCommentsAndEmptyLines) {
    EXPECT_THAT(rows("# about\nword\tclass\n\n# more\nsay\tverb\nsaid\tverb\n"), ElementsAre("say/verb", "said/verb"));
}

TEST_F(Table, FillsMissingFieldsAndAcceptsWindowsLineEnds) {
    EXPECT_THAT(rows("word\tclass\r\nsay\r\n"), ElementsAre("say/"));
}

TEST_F(Table, NamesFileAndLineOfAMistake) {
    EXPECT_THAT(failure("word\tclass\nsay\tverb\textra\n"),
                HasSubstr((folder_.path() / "table.tsv").string() + ":2: has 3 fields"));
    EXPECT_THAT(failure("word\n"), HasSubstr(":1: the header"));
    EXPECT_THAT(failure("# nothing\n"), HasSubstr("is empty"));
}

TEST(Resources, ReportAMissingTable) {
    EXPECT_THROW(read_table("/nowhere/at/all.tsv", {"word"}, [](const auto&) {}), ResourceError);
}

TEST(Resources, ComeFromTheChosenFolder) {
    const char* before = std::getenv("HEARSAY_RESOURCES");
    const std::string kept = before ? before : "";
    setenv("HEARSAY_RESOURCES", "/chosen", 1);
    EXPECT_EQ(resource_directory(), "/chosen");
    if (before)
        setenv("HEARSAY_RESOURCES", kept.c_str(), 1);
    else
        unsetenv("HEARSAY_RESOURCES");
    EXPECT_TRUE(fs::is_directory(resource_directory() / "lexicons"));
}

}  // namespace
}  // namespace hearsay
