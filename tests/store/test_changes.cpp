// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "store/runs.hpp"

namespace hearsay {
namespace {

using test::number_in;
using test::TemporaryFolder;

std::string line(const std::string& outlet, const std::string& day, const std::string& text) {
    return R"({"publisher": ")" + outlet + R"(", "published": "2031-04-)" + day + R"(", "text": ")" + text + "\"}\n";
}

const std::string kFirst = line("Arlen Herald", "01",
                                "The old bridge at Arlen will be closed to all traffic in May, Transport Minister Ann "
                                "Lee said on Monday.");

std::vector<ChangeKind> kinds(const BatchSummary& summary) {
    std::vector<ChangeKind> kinds;
    for (const ClaimChange& change : summary.changes) kinds.push_back(change.kind);
    return kinds;
}

TEST(Changes, AreNoneInANewRun) {
    const TemporaryFolder folder;
    EXPECT_TRUE(run_batch({folder.write("a.jsonl", kFirst)}, folder.path() / "run", {}).changes.empty());
}

TEST(Changes, NameANewCorroboration) {
    const TemporaryFolder folder;
    run_batch({folder.write("a.jsonl", kFirst)}, folder.path() / "run", {});
    const auto second = folder.write("b.jsonl", line("Valley News", "02",
                                                     "The old bridge at Arlen will be closed to all traffic in May, "
                                                     "engineer Tom Hale said on Tuesday."));
    const BatchSummary summary = run_batch({second}, folder.path() / "run", {});
    ASSERT_THAT(kinds(summary), testing::Contains(ChangeKind::corroborated));
    const auto& change = *std::ranges::find(summary.changes, ChangeKind::corroborated, &ClaimChange::kind);
    EXPECT_EQ(change.was, 1U);
    EXPECT_EQ(change.now, 2U);
    EXPECT_EQ(
        number_in(folder.path() / "run",
                  "SELECT count(*) FROM changes JOIN ranking USING(claim) WHERE kind = 'corroborated' AND now = 2 "
                  "AND ranking.independent_origins = 2"),
        1);
}

TEST(Changes, NameANewDenial) {
    const TemporaryFolder folder;
    run_batch({folder.write("a.jsonl", kFirst)}, folder.path() / "run", {});
    const auto second =
        folder.write("b.jsonl", line("Valley News", "02",
                                     "Mayor Tom Hale denied that the old bridge at Arlen will be closed to all traffic "
                                     "in May."));
    EXPECT_THAT(kinds(run_batch({second}, folder.path() / "run", {})), testing::Contains(ChangeKind::denied));
    EXPECT_THAT(kinds(run_batch({second}, folder.path() / "run", {})), testing::IsEmpty());
}

TEST(Changes, NameOriginsThatProveToBeOne) {
    const TemporaryFolder folder;
    const std::string told = "The old bridge at Arlen will be closed to all traffic in May, ";
    run_batch(
        {folder.write("a.jsonl", line("Arlen Herald", "02", told + "the Harbour Gazette reported on Tuesday.") +
                                     line("Valley News", "02", told + "Transport Minister Ann Lee said on Monday."))},
        folder.path() / "run", {});
    const auto link = folder.write(
        "b.jsonl",
        line("Harbour Gazette", "01", told + "Transport Minister Ann Lee told the Harbour Gazette on Monday."));
    EXPECT_THAT(kinds(run_batch({link}, folder.path() / "run", {})), testing::Contains(ChangeKind::origins_merged));
}

}  // namespace
}  // namespace hearsay
