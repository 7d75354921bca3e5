// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <unistd.h>

#include "hearsay/error.hpp"
#include "hearsay/store/run_directory.hpp"
#include "store/run_database.hpp"
#include "store/runs.hpp"

namespace hearsay {
namespace {

namespace fs = std::filesystem;
using test::articles;
using test::content_of;
using test::TemporaryFolder;
using testing::HasSubstr;
using testing::ThrowsMessage;

TEST(RunDirectory, IsOnlyWhatHoldsADatabase) {
    const TemporaryFolder folder;
    EXPECT_FALSE(is_run_directory(folder.path()));
    folder.write("hearsay.sqlite", "");
    EXPECT_TRUE(is_run_directory(folder.path()));
    EXPECT_FALSE(is_run_directory(folder.path() / "hearsay.sqlite"));
}

TEST(RunDirectory, IsWrittenByOneProcessAtATime) {
    const TemporaryFolder folder;
    const auto input = folder.write("in.jsonl", articles(0, 2));
    {
        const RunLock lock(folder.path() / "run");
        EXPECT_THAT([&] { run_batch({input}, folder.path() / "run", {}); },
                    ThrowsMessage<RunError>(HasSubstr("another process")));
    }
    EXPECT_EQ(run_batch({input}, folder.path() / "run", {}).documents, 2U);
}

TEST(RunDirectory, ThatIsAFileIsRefused) {
    const TemporaryFolder folder;
    const auto input = folder.write("in.jsonl", articles(0, 2));
    EXPECT_THAT([&] { run_batch({input}, input, {}); }, ThrowsMessage<OutputError>(HasSubstr("not a folder")));
}

TEST(RunDirectory, OfANewerVersionIsRefused) {
    const TemporaryFolder folder;
    const auto input = folder.write("in.jsonl", articles(0, 2));
    run_batch({input}, folder.path(), {});
    Database(database_in(folder.path()), Database::Access::write).run("PRAGMA user_version = 99");
    EXPECT_THAT([&] { read_run(folder.path()); }, ThrowsMessage<RunError>(HasSubstr("schema version 99")));
    EXPECT_THROW(run_batch({input}, folder.path(), {}), RunError);
}

TEST(RunDirectory, WithAnotherDatabaseIsRefused) {
    const TemporaryFolder folder;
    Database(database_in(folder.path()), Database::Access::write).run("CREATE TABLE recipes(name)");
    EXPECT_THAT([&] { read_run(folder.path()); }, ThrowsMessage<ResultError>(HasSubstr("no run of hearsay")));
    EXPECT_THROW(run_batch({folder.write("in.jsonl", articles(0, 2))}, folder.path(), {}), ResultError);
}

TEST(RunDirectory, WithNoDatabaseAtAllIsRefused) {
    const TemporaryFolder folder;
    EXPECT_THAT([&] { read_run(folder.path()); }, ThrowsMessage<ResultError>(HasSubstr("hearsay.sqlite is missing")));
    folder.write("hearsay.sqlite", "This is no database, but a text of some length that only bears its name.");
    EXPECT_THROW(read_run(folder.path()), ResultError);
}

TEST(RunDirectory, BegunWithOtherModelsIsRefused) {
    const TemporaryFolder folder;
    const auto input = folder.write("in.jsonl", articles(0, 2));
    run_batch({input}, folder.path() / "run", {});
    BatchOptions options;
    options.pipeline.sources = folder.write("sources.csv", "name,kind\nArlen Herald,outlet\n");
    EXPECT_THAT([&] { run_batch({input}, folder.path() / "run", options); },
                ThrowsMessage<RunError>(HasSubstr("another --model")));
}

TEST(RunDirectory, ThatIsDamagedIsNamed) {
    const TemporaryFolder folder;
    run_batch({folder.write("in.jsonl", articles(0, 6))}, folder.path() / "run", {});
    Database database(database_in(folder.path() / "run"), Database::Access::write);
    database.run("UPDATE statements SET spans = '[[1' WHERE spans IS NOT NULL");
    EXPECT_THAT([&] { read_run(folder.path() / "run"); }, ThrowsMessage<ResultError>(HasSubstr("hearsay.sqlite")));
}

TEST(RunDirectory, ThatMayOnlyBeReadIsRead) {
    if (geteuid() == 0) GTEST_SKIP() << "the superuser may write everywhere";
    const TemporaryFolder folder;
    const auto input = folder.write("in.jsonl", articles(0, 2));
    run_batch({input}, folder.path() / "run", {});
    fs::permissions(folder.path() / "run", fs::perms::owner_read | fs::perms::owner_exec);
    EXPECT_FALSE(content_of(folder.path() / "run").empty());
    EXPECT_THROW(run_batch({input}, folder.path() / "run", {}), OutputError);
    fs::permissions(folder.path() / "run", fs::perms::owner_all);
}

TEST(RunDirectory, CanBeReadWhileItIsWritten) {
    const TemporaryFolder folder;
    run_batch({folder.write("a.jsonl", articles(0, 6))}, folder.path() / "run", {});
    const std::string before = content_of(folder.path() / "run");
    std::string meanwhile;
    const BatchOptions options{
        .progress = [&](const BatchProgress&) { meanwhile = content_of(folder.path() / "run"); }};
    run_batch({folder.write("b.jsonl", articles(6, 9))}, folder.path() / "run", options);
    EXPECT_EQ(meanwhile, before);
    EXPECT_NE(content_of(folder.path() / "run"), before);
}

}  // namespace
}  // namespace hearsay
