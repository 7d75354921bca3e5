// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <set>

#include "hearsay/error.hpp"
#include "hearsay/graph/citation_graph.hpp"
#include "render/theme.hpp"

namespace hearsay {
namespace {

std::string value_of(const Attributes& attributes, std::string_view name) {
    for (const auto& [key, value] : attributes)
        if (key == name) return value;
    return "";
}

TEST(Theme, GivesEveryKindOfSourceItsOwnLooks) {
    std::set<std::pair<std::string, std::string>> shapes;
    for (const char* kind : {"person", "organization", "government", "outlet", "document", "group", "anonymous",
                             "social", "article", "claim"}) {
        const Attributes& looks = default_theme().attributes("node", kind);
        EXPECT_TRUE(shapes.emplace(value_of(looks, "shape"), value_of(looks, "style")).second) << kind;
    }
}

TEST(Theme, TellsStancesApartWithoutColor) {
    std::set<std::pair<std::string, std::string>> lines;
    for (const char* stance : {"asserts", "uncounted", "confirms", "denies", "doubts"}) {
        const Attributes& looks = default_theme().attributes("edge", stance);
        EXPECT_TRUE(lines.emplace(value_of(looks, "style"), value_of(looks, "arrowhead")).second) << stance;
    }
}

TEST(Theme, ExplainsEverythingButDefaults) {
    for (const Theme::Entry& entry : default_theme().entries())
        EXPECT_EQ(entry.legend.empty(), entry.name == "default");
}

TEST(Theme, NamesTheBrokenLine) {
    const std::string header = "element\tname\tlegend\tattributes\n";
    const auto message = [&](const std::string& table) {
        try {
            Theme::parse(table);
        } catch (const ResourceError& error) {
            return std::string(error.what());
        }
        return std::string("none");
    };
    EXPECT_EQ(message(header + "node\tperson\tperson\tshape=box\n"), "none");
    EXPECT_EQ(message("node\tperson\n"), "theme, line 1: not the header of a theme");
    EXPECT_EQ(message("# comment\n" + header + "node\tperson\n"), "theme, line 3: 2 fields, 4 expected");
    EXPECT_EQ(message(header + "node\tperson\tperson\tshape\n"), "theme, line 2: \"shape\" is not NAME=VALUE");
}

}  // namespace
}  // namespace hearsay
