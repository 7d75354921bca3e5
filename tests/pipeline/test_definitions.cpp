// SPDX-License-Identifier: Apache-2.0
// No compiler sees that two files define different types of one name (the One Definition Rule, [basic.def.odr]): the
// linker takes either's functions for both.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <string>

namespace hearsay::test {
namespace {

namespace fs = std::filesystem;

TEST(Headers, DefineEachNameOnce) {
    const std::regex opening(R"(namespace ([\w:]+) \{.*)");
    const std::regex definition(R"((?:class|struct|enum class) ([\w:]+)[^;]*\{.*)");
    std::map<std::string, std::string> defined;  // with its namespaces -> the header
    for (const char* folder : {"include", "src"})
        for (const auto& entry : fs::recursive_directory_iterator(fs::path(HEARSAY_SOURCE_DIR) / folder)) {
            if (entry.path().extension() != ".hpp") continue;
            std::ifstream file(entry.path());
            std::string scope;
            std::smatch found;
            for (std::string line; std::getline(file, line);) {
                if (std::regex_match(line, found, opening)) scope = found[1];
                if (!std::regex_match(line, found, definition)) continue;
                const std::string name = scope + "::" + found[1].str();
                const auto [first, added] = defined.emplace(name, entry.path().string());
                EXPECT_TRUE(added) << name << " is in " << first->second << " and in " << entry.path();
            }
        }
    EXPECT_GT(defined.size(), 200U);
}

}  // namespace
}  // namespace hearsay::test
