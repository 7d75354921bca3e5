// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "hearsay/error.hpp"
#include "store/runs.hpp"

namespace hearsay {
namespace {

using test::articles;
using test::content_of;
using test::is_sound;
using test::number_in;
using test::TemporaryFolder;

std::filesystem::path run_over(const TemporaryFolder& folder, const std::string& name, const std::string& lines) {
    run_batch({folder.write(name + ".jsonl", lines)}, folder.path() / name, {});
    return folder.path() / name;
}

TEST(Merge, EqualsTheRunThatHadAllTheInput) {
    const TemporaryFolder folder;
    const auto whole = run_over(folder, "whole", articles(0, 40));
    const auto a = run_over(folder, "a", articles(0, 10)), b = run_over(folder, "b", articles(8, 22)),
               c = run_over(folder, "c", articles(22, 31)), d = run_over(folder, "d", articles(31, 40));
    const BatchSummary summary = merge_runs({d, b, a, c}, folder.path() / "merged", {});
    EXPECT_EQ(summary.documents, 40U);
    EXPECT_EQ(summary.progress.known, 2U);
    EXPECT_EQ(content_of(folder.path() / "merged"), content_of(whole));
    EXPECT_TRUE(is_sound(folder.path() / "merged"));
}

TEST(Merge, FindsTheMergedWordsInTheFullTextIndex) {
    const TemporaryFolder folder;
    const auto a = run_over(folder, "a", articles(0, 3)), b = run_over(folder, "b", articles(3, 6));
    merge_runs({a, b}, folder.path() / "merged", {});
    const std::string matches =
        "SELECT count(*) FROM statement_search WHERE statement_search MATCH 'Brackwater AND bridge'";
    EXPECT_EQ(number_in(folder.path() / "merged", matches), number_in(b, matches));
    EXPECT_GT(number_in(b, matches), 0);
}

TEST(Merge, TakesNothingTwice) {
    const TemporaryFolder folder;
    const auto a = run_over(folder, "a", articles(0, 9));
    merge_runs({a, a}, folder.path() / "merged", {});
    merge_runs({a}, folder.path() / "merged", {});
    EXPECT_EQ(content_of(folder.path() / "merged"), content_of(a));
    EXPECT_TRUE(is_sound(folder.path() / "merged"));
}

TEST(Merge, RefusesRunsOfOtherModels) {
    const TemporaryFolder folder;
    const auto a = run_over(folder, "a", articles(0, 2)), b = run_over(folder, "b", articles(2, 4));
    Database(b / "hearsay.sqlite", Database::Access::write).run("UPDATE run SET value = 'x' WHERE name = 'models'");
    EXPECT_THROW(merge_runs({a, b}, folder.path() / "merged", {}), RunError);
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "merged")) << "for what is in its way is in the next one's";
}

TEST(Merge, NamesWhatIsNoRun) {
    const TemporaryFolder folder;
    try {
        merge_runs({folder.path() / "nowhere"}, folder.path() / "merged", {});
        FAIL();
    } catch (const ResultError& error) {
        EXPECT_NE(std::string(error.what()).find("nowhere"), std::string::npos);
    }
}

}  // namespace
}  // namespace hearsay
