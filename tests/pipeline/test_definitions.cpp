// SPDX-License-Identifier: Apache-2.0
// No compiler sees that two files define different types of one name (the One Definition Rule, [basic.def.odr]): the
// linker takes either's functions for both.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace hearsay::test {
namespace {

namespace fs = std::filesystem;

/// The word after `keyword` where the line begins with that.
std::optional<std::string> named_after(std::string_view keyword, std::string_view line) {
    if (!line.starts_with(keyword)) return std::nullopt;
    line.remove_prefix(keyword.size());
    return std::string(line.substr(0, line.find(' ')));
}

/// "Span" of "struct Span {", nothing of a declaration.
std::optional<std::string> defined_in(std::string_view line) {
    if (line.substr(0, line.find('{')).find(';') != line.npos || line.find('{') == line.npos) return std::nullopt;
    for (const char* const keyword : {"class ", "struct ", "enum class "})
        if (const auto name = named_after(keyword, line)) return name;
    return std::nullopt;
}

TEST(Headers, DefineEachNameOnce) {
    std::map<std::string, std::string> defined;  // with its namespace -> the header
    for (const char* const folder : {"include", "src"})
        for (const auto& entry : fs::recursive_directory_iterator(fs::path(HEARSAY_SOURCE_DIR) / folder)) {
            if (entry.path().extension() != ".hpp") continue;
            std::ifstream file(entry.path());
            std::string scope;
            for (std::string line; std::getline(file, line);) {
                if (const auto opened = named_after("namespace ", line)) scope = *opened;
                const auto name = defined_in(line);
                if (!name) continue;
                const auto [first, added] = defined.emplace(scope + "::" + *name, entry.path().string());
                EXPECT_TRUE(added) << first->first << " is in " << first->second << " and in " << entry.path();
            }
        }
    EXPECT_GT(defined.size(), 200U);
}

}  // namespace
}  // namespace hearsay::test
