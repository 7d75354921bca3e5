// SPDX-License-Identifier: Apache-2.0
// What only shows in a process of its own: pipes, terminals, full disks, threads.
#include <gmock/gmock.h>

#include "support/process.hpp"

namespace hearsay {
namespace {

namespace fs = std::filesystem;
using test::shell;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kArticle =
    "ARLEN (Reuters) - The old bridge at Arlen will be closed in May, Transport Minister Ann Lee said on Monday.\n";

class Process : public testing::Test {
  protected:
    Process() { folder_.write("in/a.txt", kArticle); }
    void write_many(int documents) const {
        std::string lines;
        for (int i = 0; i < documents; ++i)
            lines += R"({"id": ")" + std::to_string(i) + R"(", "publisher": "Paper )" + std::to_string(i % 7) +
                     R"(", "text": "Ann Lee, the minister, said on Monday that road )" + std::to_string(i % 50) +
                     R"( will be closed in May. \"It is not safe,\" she told Reuters."})"
                     "\n";
        folder_.write("in/many.jsonl", lines);
    }

    test::TemporaryFolder folder_;
};

TEST_F(Process, SurvivesAReaderThatGoesAwayEarly) {
    write_many(3000);
    const auto extracted = shell(folder_.path(), "hearsay extract in/many.jsonl | head -n 1");
    EXPECT_EQ(extracted.code, 0) << extracted.err;
    EXPECT_EQ(extracted.err, "");
    EXPECT_EQ(std::ranges::count(extracted.out, '\n'), 1);
}

TEST_F(Process, CompletesItsFilesThoughNobodyReadsTheRanking) {
    const auto analyzed = shell(folder_.path(), "hearsay analyze in --out out | true");
    EXPECT_EQ(analyzed.code, 0) << analyzed.err;
    EXPECT_GT(fs::file_size(folder_.path() / "out/graph.svg"), 0U);
}

TEST_F(Process, SaysWhenItsOutputIsFull) {
    const auto extracted = shell(folder_.path(), "hearsay extract in >/dev/full");
    EXPECT_EQ(extracted.code, 1);
    EXPECT_THAT(extracted.err, HasSubstr("standard output: No space left on device"));
}

TEST_F(Process, ReadsStandardInputFromAPipe) {
    write_many(3);
    const auto analyzed = shell(folder_.path(), "cat in/many.jsonl | hearsay analyze - --out out");
    EXPECT_EQ(analyzed.code, 0) << analyzed.err;
    EXPECT_EQ(std::ranges::count(shell(folder_.path(), "cat in/many.jsonl | hearsay extract").out, '\n'), 3);
}

TEST_F(Process, WritesTheSameBytesWhateverTheNumberOfThreads) {
    write_many(400);
    const auto ran =
        shell(folder_.path(),
              "for n in 1 2 4; do\n"
              "  mkdir $n && cd $n && hearsay analyze ../in --threads $n --out out --claim c1 >ranking || exit 1\n"
              "  hearsay extract ../in --threads $n >extracted || exit 1\n"
              "  cd ..\n"
              "done\n"
              "diff -r 1 2 && diff -r 1 4 && diff -r 1 1");
    EXPECT_EQ(ran.code, 0) << ran.out.substr(0, 2000) << ran.err;
    EXPECT_GT(fs::file_size(folder_.path() / "4/out/analysis.json"), 0U);
}

TEST_F(Process, IsColouredOnATerminalOnly) {
    if (shell(folder_.path(), "script --version").code != 0) GTEST_SKIP() << "script, of util-linux, is not installed";
    const auto on_terminal = [&](const std::string& environment) {
        return shell(folder_.path(),
                     "script -qec '" + environment + " " HEARSAY_PROGRAM " analyze in --out out' /dev/null")
            .out;
    };
    EXPECT_THAT(on_terminal("NO_COLOR= TERM=xterm"), HasSubstr("\x1b[1m"));
    EXPECT_THAT(on_terminal("NO_COLOR=1 TERM=xterm"), Not(HasSubstr("\x1b[1m")));
    EXPECT_THAT(on_terminal("NO_COLOR= TERM=dumb"), Not(HasSubstr("\x1b[")));
    EXPECT_THAT(shell(folder_.path(), "TERM=xterm hearsay analyze in --out out").out, Not(HasSubstr("\x1b[")));
}

TEST_F(Process, ShowsProgressOnATerminalOnly) {
    if (shell(folder_.path(), "script --version").code != 0) GTEST_SKIP() << "script, of util-linux, is not installed";
    const auto shown = shell(folder_.path(), "script -qec 'TERM=xterm " HEARSAY_PROGRAM " extract in' /dev/null");
    EXPECT_THAT(shown.out, HasSubstr("reading: "));
    EXPECT_THAT(shell(folder_.path(), "TERM=xterm hearsay extract in").err, Not(HasSubstr("reading: ")));
}

}  // namespace
}  // namespace hearsay
