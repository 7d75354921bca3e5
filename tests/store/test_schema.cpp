// SPDX-License-Identifier: Apache-2.0
// docs/schema.md against a run: every query in it works, and it names every table, view and column.
#include <gmock/gmock.h>

#include <map>

#include "store/runs.hpp"

namespace hearsay {
namespace {

namespace fs = std::filesystem;
using test::TemporaryFolder;
using testing::Each;
using testing::HasSubstr;
using testing::SizeIs;

std::string page() { return test::read_file(fs::path(HEARSAY_SOURCE_DIR) / "docs" / "schema.md"); }

std::vector<std::string> queries() {
    std::vector<std::string> found;
    const std::string text = page(), fence = "```sql\n";
    for (std::size_t at = 0; (at = text.find(fence, at)) != text.npos;) {
        at += fence.size();
        const std::size_t end = text.find("```", at);
        found.push_back(text.substr(at, end - at));
        at = end;
    }
    return found;
}

/// A run in which every query finds something: a claim of many articles, a denial, a copy, an error and a change.
class Schema : public testing::Test {
  protected:
    Schema() {
        const fs::path examples = fs::path(HEARSAY_SOURCE_DIR) / "examples";
        run_batch({examples / "2-four-outlets-one-minister"}, run_, {});
        run_batch({examples / "3-wire-reprint", examples / "5-claim-and-denial", folder_.write("x.jsonl", "{broken"),
                   folder_.write("y.txt",
                                 "The Sandvik fjord tunnel in western Norway will not be ready before 2031, engineer "
                                 "Tom Hale told the Arlen Herald on Monday.")},
                  run_, {});
    }
    TemporaryFolder folder_;
    fs::path run_ = folder_.path() / "run";
};

TEST_F(Schema, HasADozenQueriesThatWork) {
    Database database(run_ / "hearsay.sqlite", Database::Access::read);
    ASSERT_GE(queries().size(), 12U);
    for (const std::string& sql : queries()) {
        Query query(database, sql);
        EXPECT_TRUE(query.next()) << sql;
    }
}

TEST_F(Schema, NamesEveryTableViewAndColumn) {
    Database database(run_ / "hearsay.sqlite", Database::Access::read);
    const std::string text = page();
    Query query(database,
                "SELECT t.name, c.name FROM sqlite_schema AS t JOIN pragma_table_info(t.name) AS c WHERE t.type IN "
                "('table', 'view') AND t.name NOT LIKE 'statement_search_%' AND t.name NOT LIKE 'sqlite_%'");
    while (query.next()) {
        EXPECT_THAT(text, HasSubstr(std::string("`").append(query.text(0)) + "`"));
        if (query.text(1).starts_with("first_") || query.text(1).ends_with("_evidence")) continue;
        EXPECT_THAT(text, HasSubstr(std::string(query.text(1)))) << query.text(0);
    }
}

TEST_F(Schema, ShowsTheSameGraphInEdges) {
    const Analysis analysis = read_run(run_);
    std::map<std::string, std::int64_t> edges;
    for (const auto edge : boost::make_iterator_range(boost::edges(analysis.graph)))
        ++edges[std::string(to_string(analysis.graph[edge].relation))];
    Database database(run_ / "hearsay.sqlite", Database::Access::read);
    Query query(database, "SELECT relation, count(*) FROM edges GROUP BY relation");
    std::map<std::string, std::int64_t> stored;
    while (query.next()) stored[std::string(query.text(0))] = query.integer(1);
    EXPECT_EQ(stored, edges);
}

}  // namespace
}  // namespace hearsay
