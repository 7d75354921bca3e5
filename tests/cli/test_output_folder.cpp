// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <ostream>

#include "cli/output_folder.hpp"
#include "hearsay/error.hpp"
#include "support/temporary_folder.hpp"

namespace hearsay::cli {
namespace {

namespace fs = std::filesystem;
using test::TemporaryFolder;
using testing::HasSubstr;

auto hello(const char* text) {
    return [text](std::ostream& out) { out << text; };
}

std::size_t entries(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), {}));
}

TEST(OutputFolder, IsMadeWithThoseAboveIt) {
    const TemporaryFolder folder;
    OutputFolder(folder.path() / "a/b/c").write("x.txt", hello("x"));
    EXPECT_EQ(folder.read("a/b/c/x.txt"), "x");
}

TEST(OutputFolder, ReplacesAFormerFile) {
    const TemporaryFolder folder;
    folder.write("x.txt", "a former, longer text");
    OutputFolder(folder.path()).write("x.txt", hello("new"));
    EXPECT_EQ(folder.read("x.txt"), "new");
    EXPECT_EQ(entries(folder.path()), 1U);
}

TEST(OutputFolder, KeepsTheFormerFileWhenWritingFails) {
    const TemporaryFolder folder;
    folder.write("x.txt", "former");
    const auto half = [](std::ostream& out) {
        out << "half";
        throw OutputError("the power failed");
    };
    EXPECT_THROW(OutputFolder(folder.path()).write("x.txt", half), OutputError);
    EXPECT_EQ(folder.read("x.txt"), "former");
    EXPECT_EQ(entries(folder.path()), 1U);
}

TEST(OutputFolder, NamesTheFileThatCouldNotBeWritten) {
    const TemporaryFolder folder;
    const auto failing = [](std::ostream& out) { out.setstate(std::ios::badbit); };
    try {
        OutputFolder(folder.path()).write("x.txt", failing);
        FAIL() << "did not notice the failed stream";
    } catch (const OutputError& error) {
        EXPECT_THAT(error.what(), HasSubstr("x.txt"));
    }
    EXPECT_EQ(entries(folder.path()), 0U);
}

TEST(OutputFolder, RefusesAPathThatIsAFile) {
    const TemporaryFolder folder;
    EXPECT_THROW(OutputFolder(folder.write("x.txt", "")), OutputError);
    EXPECT_THROW(OutputFolder(folder.path() / "x.txt" / "below"), OutputError);
}

}  // namespace
}  // namespace hearsay::cli
