// SPDX-License-Identifier: Apache-2.0
// tests/cli/COMMAND/CASE holds `command`, a shell line that calls hearsay, what it reads, and under `expected` all that
// it must write, byte for byte: stdout, stderr, exit, and files under out/. With HEARSAY_UPDATE_GOLDEN=1 `expected` is
// written anew instead: read the difference before you commit it. Pictures are left out, since their layout hangs on
// the fonts of the machine.
#include <gmock/gmock.h>

#include <algorithm>
#include <map>

#include "hearsay/resources.hpp"
#include "support/process.hpp"

namespace hearsay {
namespace {

namespace fs = std::filesystem;
using Files = std::map<std::string, std::string>;  // content by name

fs::path folder_of_cases() { return fs::path(HEARSAY_SOURCE_DIR) / "tests" / "cli"; }

/// "COMMAND/CASE", in order.
std::vector<std::string> cases() {
    std::vector<std::string> found;
    for (const auto& entry : fs::recursive_directory_iterator(folder_of_cases()))
        if (entry.is_regular_file() && entry.path().filename() == "command")

            found.push_back(entry.path().parent_path().lexically_relative(folder_of_cases()).string());
    std::ranges::sort(found);
    return found;
}

std::string without_version(std::string text) {
    const std::string number(version());
    for (std::size_t at; (at = text.find(number)) != text.npos;) text.replace(at, number.size(), "VERSION");
    return text;
}

bool is_picture(const fs::path& file) { return file.extension() == ".svg" || file.extension() == ".dot"; }

Files files_under(const fs::path& folder) {
    Files files;
    if (!fs::exists(folder)) return files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file() && !is_picture(entry.path()))
            files[entry.path().lexically_relative(folder).string()] = without_version(test::read_file(entry.path()));
    return files;
}

Files run_case(const fs::path& test_case) {
    const test::TemporaryFolder folder;
    fs::copy(test_case, folder.path(), fs::copy_options::recursive);
    fs::remove_all(folder.path() / "expected");
    const auto finished = test::shell(folder.path(), test::read_file(test_case / "command"));
    Files files;
    for (auto& [name, content] : files_under(folder.path() / "out")) files["out/" + name] = std::move(content);
    files["stdout"] = without_version(finished.out);
    files["stderr"] = without_version(finished.err);
    files["exit"] = std::to_string(finished.code) + "\n";
    return files;
}

void update(const fs::path& expected, const Files& files) {
    fs::remove_all(expected);
    for (const auto& [name, content] : files) {
        fs::create_directories((expected / name).parent_path());
        std::ofstream(expected / name, std::ios::binary) << content;
    }
}

class Golden : public testing::TestWithParam<std::string> {};

TEST_P(Golden, IsMetByteForByte) {
    const fs::path test_case = folder_of_cases() / GetParam();
    const Files actual = run_case(test_case);
    if (std::getenv("HEARSAY_UPDATE_GOLDEN")) update(test_case / "expected", actual);
    Files expected = files_under(test_case / "expected");
    for (const auto& [name, content] : actual) {
        EXPECT_TRUE(expected.contains(name)) << name << " is not expected";
        EXPECT_EQ(expected[name], content) << name;
    }
    EXPECT_EQ(expected.size(), actual.size());
}

INSTANTIATE_TEST_SUITE_P(Cases, Golden, testing::ValuesIn(cases()), [](const auto& tested) {
    std::string name = tested.param;
    std::ranges::replace_if(
        name, [](unsigned char c) { return !std::isalnum(c); }, '_');
    return name;
});

}  // namespace
}  // namespace hearsay
