// SPDX-License-Identifier: Apache-2.0
// What every command in the list owes its users: a manual page, help, and a folder of golden tests.
#include <gmock/gmock.h>

#include <filesystem>

#include "cli/commands.hpp"
#include "cli/recorded_run.hpp"
#include "support/temporary_folder.hpp"

namespace hearsay::cli {

void PrintTo(const CommandEntry& command, std::ostream* out) { *out << command.name; }

namespace {

namespace fs = std::filesystem;
using test::run;
using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

class EveryCommand : public testing::TestWithParam<CommandEntry> {};

TEST_P(EveryCommand, ShowsItsHelp) {
    const auto shown = run({"help", GetParam().name});
    EXPECT_EQ(shown.code, ExitCode::success);
    EXPECT_EQ(shown.err, "");
    EXPECT_THAT(shown.out, AllOf(HasSubstr("Usage: hearsay " + GetParam().name), HasSubstr(GetParam().purpose)));
    const auto options = GetParam().make()->options();
    for (const auto& option : options.options()) EXPECT_THAT(shown.out, HasSubstr(option->long_name()));
}

TEST_P(EveryCommand, ShowsTheSameForTheOption) {
    for (const char* option : {"--help", "-h"})
        EXPECT_EQ(run({GetParam().name, option}).out, run({"help", GetParam().name}).out);
}

TEST_P(EveryCommand, ShowsHelpEvenBesideWrongArguments) {
    EXPECT_EQ(run({GetParam().name, "--nonsense", "--help"}).code, ExitCode::success);
}

TEST_P(EveryCommand, HasAManualPageThatNamesEveryOption) {
    const auto page = test::read_file(fs::path(HEARSAY_SOURCE_DIR) / "docs" / ("hearsay-" + GetParam().name + ".md"));
    EXPECT_THAT(page, StartsWith("# hearsay " + GetParam().name));
    EXPECT_THAT(page, HasSubstr(GetParam().make()->synopsis()));
    const auto options = GetParam().make()->options();
    for (const auto& option : options.options()) {
        const std::string& name = option->long_name();
        const bool positional = name == "input" || name == "command" || name == "gold" || name == "predicted" ||
                                name == "folder" || name == "what" || name == "corpus";
        EXPECT_THAT(page, HasSubstr(positional ? option->format_parameter() : "--" + name));
    }
}

TEST_P(EveryCommand, HasGoldenTests) {
    EXPECT_TRUE(fs::is_directory(fs::path(HEARSAY_SOURCE_DIR) / "tests/cli" / GetParam().name));
}

INSTANTIATE_TEST_SUITE_P(Commands, EveryCommand, testing::ValuesIn(commands()),
                         [](const auto& tested) { return tested.param.name; });

TEST(FindCommand, SuggestsTheCommandThatWasMeant) {
    try {
        find_command("extrct");
        FAIL() << "found a command that does not exist";
    } catch (const UsageError& error) {
        EXPECT_STREQ(error.what(), "There is no command 'extrct'. Did you mean 'extract'?");
    }
}

}  // namespace
}  // namespace hearsay::cli
