// SPDX-License-Identifier: Apache-2.0
// Whatever comes in: a clear message, and the rest is still processed.
#include <gmock/gmock.h>
#include <unistd.h>

#include "cli/recorded_run.hpp"
#include "support/temporary_folder.hpp"

namespace hearsay::cli {
namespace {

namespace fs = std::filesystem;
using test::RecordedRun;
using test::TemporaryFolder;
using testing::AllOf;
using testing::HasSubstr;
using testing::MatchesRegex;

constexpr const char* kArticle =
    "ARLEN (Reuters) - The old bridge at Arlen will be closed in May, Transport Minister Ann Lee said on Monday.\n";

class BadInput : public testing::Test {
  protected:
    RecordedRun analyze(std::vector<std::string> more = {}) const {
        std::vector<std::string> arguments{"analyze", input().string(), "--out", (folder_.path() / "out").string()};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return test::run(arguments);
    }
    void expect_rest_is_processed(const RecordedRun& shown) const {
        EXPECT_EQ(shown.code, ExitCode::success) << shown.err;
        EXPECT_THAT(shown.out, HasSubstr("bridge at Arlen"));
    }
    fs::path input() const { return folder_.path() / "in"; }

    TemporaryFolder folder_;
};

TEST_F(BadInput, AMissingPathIsNamed) {
    const auto shown = analyze();
    EXPECT_EQ(shown.code, ExitCode::failure);
    EXPECT_THAT(shown.err, AllOf(HasSubstr(input().string()), HasSubstr("no document could be read")));
}

TEST_F(BadInput, AnEmptyFolderIsNamed) {
    fs::create_directory(input());
    const auto shown = analyze();
    EXPECT_EQ(shown.code, ExitCode::failure);
    EXPECT_THAT(shown.err, HasSubstr("no document could be read"));
    EXPECT_THAT(shown.err, HasSubstr("hearsay help analyze"));
}

TEST_F(BadInput, AMissingPathBesideAGoodOneIsSkipped) {
    folder_.write("in/a.txt", kArticle);
    const auto shown = analyze({"no/such/file.txt"});
    expect_rest_is_processed(shown);
    EXPECT_THAT(shown.err, AllOf(HasSubstr("no/such/file.txt: "), HasSubstr("1 input was skipped")));
}

TEST_F(BadInput, IsAFailureWhenStrict) {
    folder_.write("in/a.txt", kArticle);
    EXPECT_EQ(analyze({"no/such/file.txt", "--strict"}).code, ExitCode::failure);
    EXPECT_EQ(analyze({"--strict"}).code, ExitCode::success);
}

TEST_F(BadInput, IsNamedEvenWhenQuiet) {
    folder_.write("in/a.txt", kArticle);
    EXPECT_THAT(analyze({"no/such/file.txt", "--quiet"}).err, HasSubstr("no/such/file.txt"));
}

TEST_F(BadInput, ABinaryFileIsSkipped) {
    folder_.write("in/a.txt", kArticle);
    folder_.write("in/b.txt", std::string("\x7f"
                                          "ELF\0\1\2\0\0\0\0\0",
                                          12) +
                                  std::string(1000, '\0'));
    const auto shown = analyze();
    expect_rest_is_processed(shown);
    EXPECT_THAT(shown.err, HasSubstr("b.txt: "));
}

TEST_F(BadInput, AnUnreadableFileIsSkipped) {
    if (geteuid() == 0) GTEST_SKIP() << "root can read every file";
    folder_.write("in/a.txt", kArticle);
    fs::permissions(folder_.write("in/b.txt", kArticle), fs::perms::none);
    const auto shown = analyze();
    expect_rest_is_processed(shown);
    EXPECT_THAT(shown.err, HasSubstr("b.txt: "));
}

TEST_F(BadInput, AMalformedLineIsNamedByLineAndColumn) {
    const std::string good = std::string(R"({"id": "a", "text": ")") +
                             "The old bridge at Arlen will be closed in May, Ann Lee said." + "\"}\n";
    folder_.write("in/a.jsonl", good + "{\"id\": \"b\", \"text\": nonsense}\n" + "[1, 2]\n" + "{\"id\": \"c\"}\n");
    const auto shown = analyze();
    expect_rest_is_processed(shown);
    EXPECT_THAT(shown.err, HasSubstr("a.jsonl:2:"));
    EXPECT_THAT(shown.err, HasSubstr("a.jsonl:3"));
    EXPECT_THAT(shown.err, HasSubstr("a.jsonl:4"));
    EXPECT_THAT(shown.err, HasSubstr("3 inputs were skipped"));
}

TEST_F(BadInput, ADamagedArchiveIsSkipped) {
    folder_.write("in/a.txt", kArticle);
    folder_.write("in/b.jsonl.gz", "this was never compressed");
    const auto shown = analyze();
    expect_rest_is_processed(shown);
    EXPECT_THAT(shown.err, HasSubstr("b.jsonl.gz"));
}

TEST_F(BadInput, AManifestRowWithoutItsFileIsNamed) {
    folder_.write("in/a.txt", kArticle);
    folder_.write("in/corpus.csv", "path,publisher\na.txt,Reuters\ngone.txt,Herald\n");
    const auto shown = analyze();
    expect_rest_is_processed(shown);
    EXPECT_THAT(shown.err, HasSubstr("gone.txt"));
}

TEST_F(BadInput, AnEmptyFileDoesNoHarm) {
    folder_.write("in/a.txt", kArticle);
    folder_.write("in/b.txt", "");
    folder_.write("in/c.jsonl", "");
    folder_.write("in/d.jsonl", "\n\n\n");
    expect_rest_is_processed(analyze());
}

TEST_F(BadInput, ALongLineIsRead) {
    folder_.write("in/a.txt", kArticle);
    std::string line;
    while (line.size() < (std::size_t{2} << 20))
        line += "The river rose in the night and the road was closed, he said. ";
    folder_.write("in/b.txt", line);
    expect_rest_is_processed(analyze());
}

TEST_F(BadInput, ALongLineWithoutAnySentenceIsRead) {
    folder_.write("in/a.txt", kArticle);
    std::string words, letters(std::size_t{2} << 20, 'x');
    while (words.size() < (std::size_t{2} << 20)) words += "the said according ";
    folder_.write("in/b.txt", words);
    folder_.write("in/c.txt", letters);
    expect_rest_is_processed(analyze());
}

TEST_F(BadInput, DeeplyNestedQuotationMarksAreRead) {
    folder_.write("in/a.txt", kArticle);
    std::string nested, unbalanced;
    for (int i = 0; i < 5'000; ++i) nested += "“he said ‘she said ";
    for (int i = 0; i < 5'000; ++i) nested += "so’ it is” ";
    for (int i = 0; i < 10'000; ++i) unbalanced += "\"the (";
    folder_.write("in/b.txt", nested);
    folder_.write("in/c.txt", unbalanced);
    expect_rest_is_processed(analyze());
}

TEST_F(BadInput, DeeplyNestedJsonIsSkipped) {
    folder_.write("in/a.txt", kArticle);
    folder_.write("in/b.jsonl", std::string(200'000, '[') + "\n" + R"({"text": )" + std::string(200'000, '{') + "\n");
    const auto shown = analyze();
    expect_rest_is_processed(shown);
    EXPECT_THAT(shown.err, HasSubstr("b.jsonl:1"));
}

TEST_F(BadInput, ControlCharactersNeverReachTheTerminal) {
    folder_.write("in/a.txt", kArticle);
    folder_.write("in/b.txt", std::string("Ann \x1b[31mLee said that the river at \x9b\x07"
                                          "Arlen rose by a foot.\n"));
    const auto shown = analyze({"no\x1b[2J/such.txt"});
    expect_rest_is_processed(shown);
    EXPECT_EQ((shown.out + shown.err).find('\x1b'), std::string::npos);
}

TEST_F(BadInput, EveryByteIsTaken) {
    folder_.write("in/a.txt", kArticle);
    std::string bytes;
    for (int i = 0; i < 20'000; ++i) bytes += static_cast<char>(1 + (i * 131 + i / 255) % 255);
    folder_.write("in/b.txt", bytes);
    expect_rest_is_processed(analyze());
}

}  // namespace
}  // namespace hearsay::cli
