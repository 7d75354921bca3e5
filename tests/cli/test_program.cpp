// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "cli/program.hpp"
#include "cli/recorded_run.hpp"
#include "hearsay/resources.hpp"
#include "support/temporary_folder.hpp"

namespace hearsay::cli {
namespace {

namespace fs = std::filesystem;
using test::run;
using test::TemporaryFolder;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr const char* kArticle =
    "ARLEN (Reuters) - The old bridge at Arlen will be closed in May, Transport Minister Ann Lee said on Monday.\n";

TEST(Program, ShowsTheCommands) {
    for (const auto& arguments : std::vector<std::vector<std::string>>{{"help"}, {"--help"}, {"-h"}}) {
        const auto shown = run(arguments);
        EXPECT_EQ(shown.code, ExitCode::success);
        EXPECT_THAT(shown.out, AllOf(HasSubstr("analyze "), HasSubstr("extract "), HasSubstr("--version")));
    }
}

TEST(Program, ShowsItsVersion) {
    EXPECT_EQ(run({"--version"}).out, "hearsay " + std::string(version()) + "\n");
    EXPECT_EQ(run({"-V"}).code, ExitCode::success);
}

TEST(Program, WantsACommand) {
    const auto shown = run({});
    EXPECT_EQ(shown.code, ExitCode::wrong_usage);
    EXPECT_THAT(shown.out, IsEmpty());
    EXPECT_THAT(shown.err, HasSubstr("See 'hearsay help'."));
}

TEST(Program, EndsWithTwoOnWrongUsageAndSaysWhereToLook) {
    const auto command = run({"analyse", "a"});
    EXPECT_EQ(command.code, ExitCode::wrong_usage);
    EXPECT_THAT(command.err, AllOf(HasSubstr("Did you mean 'analyze'?"), HasSubstr("See 'hearsay help'.")));
    const auto option = run({"analyze", "--otu", "b", "a"});
    EXPECT_EQ(option.code, ExitCode::wrong_usage);
    EXPECT_THAT(option.err, AllOf(HasSubstr("Did you mean '--out'?"), HasSubstr("See 'hearsay help analyze'.")));
}

TEST(Analyze, WritesItsFilesAndPrintsTheClaims) {
    const TemporaryFolder folder;
    folder.write("in/a.txt", kArticle);
    const fs::path out = folder.path() / "out";
    const auto shown = run({"analyze", (folder.path() / "in").string(), "--out", out.string(), "--claim", "c1"});
    EXPECT_EQ(shown.code, ExitCode::success) << shown.err;
    EXPECT_THAT(shown.out, HasSubstr("bridge at Arlen"));
    EXPECT_EQ(shown.err, "");
    for (const char* name : {"analysis.json", "claims.csv", "graph.dot", "graph.svg", "claim-c1.dot", "claim-c1.svg"})
        EXPECT_GT(fs::file_size(out / name), 0U) << name;
    EXPECT_EQ(std::distance(fs::directory_iterator(out), {}), 6) << "something else was left in the folder";
}

TEST(Analyze, RemovesTheClaimPicturesOfAFormerRun) {
    const TemporaryFolder folder;
    folder.write("in/a.txt", kArticle);
    folder.write("out/claim-c7.svg", "of other claims");
    folder.write("out/claim-cats.svg", "the user's own");
    const auto out = folder.path() / "out";
    EXPECT_EQ(run({"analyze", (folder.path() / "in").string(), "--out", out.string()}).code, ExitCode::success);
    EXPECT_FALSE(fs::exists(out / "claim-c7.svg"));
    EXPECT_TRUE(fs::exists(out / "claim-cats.svg"));
}

TEST(Merge, RefusesARunThatIsAPartOfItself) {
    const TemporaryFolder folder;
    folder.write("run/x", "");
    const std::string run_folder = (folder.path() / "run").string();
    const auto shown = run({"merge", run_folder, "--run", run_folder + "/."});
    EXPECT_EQ(shown.code, ExitCode::wrong_usage);
    EXPECT_THAT(shown.err, HasSubstr("is one of the runs to merge"));
}

TEST(Analyze, PrintsNothingWhenQuiet) {
    const TemporaryFolder folder;
    folder.write("in/a.txt", std::string(kArticle) + "\xff");
    const auto shown =
        run({"analyze", (folder.path() / "in").string(), "--out", (folder.path() / "out").string(), "-q"});
    EXPECT_EQ(shown.code, ExitCode::success);
    EXPECT_EQ(shown.out, "");
    EXPECT_EQ(shown.err, "");
}

TEST(Analyze, RefusesAClaimBeyondTheLastOne) {
    const TemporaryFolder folder;
    folder.write("in/a.txt", kArticle);
    const fs::path out = folder.path() / "out";
    const auto shown = run({"analyze", (folder.path() / "in").string(), "--out", out.string(), "--claim", "c999"});
    EXPECT_EQ(shown.code, ExitCode::wrong_usage);
    EXPECT_THAT(shown.err, HasSubstr("hearsay help analyze"));
    EXPECT_THAT(shown.err, HasSubstr("there is no claim c999"));
    EXPECT_TRUE(fs::exists(out / "analysis.json"));
}

TEST(Analyze, RefusesAFileAsItsFolderBeforeAnyWork) {
    const TemporaryFolder folder;
    const auto file = folder.write("out", "precious");
    const auto shown = run({"analyze", "no/such/input", "--out", file.string()});
    EXPECT_EQ(shown.code, ExitCode::failure);
    EXPECT_THAT(shown.err, AllOf(HasSubstr("is a file, not a folder"), Not(HasSubstr("no/such/input"))));
    EXPECT_EQ(folder.read("out"), "precious");
}

TEST(Extract, ReadsStandardInputAndWritesOneLinePerDocument) {
    const std::string lines =
        "{\"id\": \"one\", \"text\": \"The old bridge will be closed in May, the minister, Ann Lee, said on "
        "Monday.\"}\n"
        "{\"id\": \"two\", \"text\": \"The river rose again in the night and the lower road was closed by the "
        "town.\"}\n";
    const auto shown = run({"extract"}, lines);
    EXPECT_EQ(shown.code, ExitCode::success) << shown.err;
    EXPECT_EQ(std::ranges::count(shown.out, '\n'), 2);
    EXPECT_LT(shown.out.find("\"one\""), shown.out.find("\"two\""));
    EXPECT_THAT(shown.out, HasSubstr("The old bridge will be closed in May"));
}

TEST(Program, SaysWhereLexiconsShouldBe) {
    const TemporaryFolder folder;
    folder.write("a.txt", kArticle);
    ASSERT_EQ(setenv("HEARSAY_RESOURCES", folder.path().c_str(), 1), 0);
    const auto shown = run({"extract", (folder.path() / "a.txt").string()});
    unsetenv("HEARSAY_RESOURCES");
    EXPECT_EQ(shown.code, ExitCode::failure);
    EXPECT_THAT(shown.err, HasSubstr("HEARSAY_RESOURCES"));
}

}  // namespace
}  // namespace hearsay::cli
