// SPDX-License-Identifier: Apache-2.0
// A batch as a process that ends before its time. tests/benchmarks/batch_kill.py does the same on many articles.
#include <gmock/gmock.h>

#include "hearsay/store/run_directory.hpp"
#include "store/runs.hpp"
#include "support/process.hpp"

namespace hearsay {
namespace {

using test::articles;
using test::content_of;
using test::is_sound;
using test::shell;
using test::TemporaryFolder;
using testing::HasSubstr;

TEST(KilledBatch, GoesOnToTheSameEnd) {
    const TemporaryFolder folder;
    folder.write("in.jsonl", articles(0, 400));
    ASSERT_EQ(shell(folder.path(), "hearsay batch in.jsonl --run whole -q").code, 0);
    for (const char* moment : {"0.2", "0.5", "0.8", "1.1"}) {
        std::string line = "timeout -s KILL ";
        line.append(moment).append(" " HEARSAY_PROGRAM " batch in.jsonl --run run -q\n");
        // timeout ends with what it kills, which may still hold the run then.
        shell(folder.path(), line.append("[ ! -e run/hearsay.lock ] || flock -w 30 run/hearsay.lock true"));
        if (is_run_directory(folder.path() / "run")) {
            EXPECT_TRUE(is_sound(folder.path() / "run")) << moment;
        }
    }
    const auto last = shell(folder.path(), "hearsay batch in.jsonl --run run -q");
    ASSERT_EQ(last.code, 0) << last.err;
    EXPECT_EQ(content_of(folder.path() / "run"), content_of(folder.path() / "whole"));
    EXPECT_TRUE(is_sound(folder.path() / "run"));
}

TEST(InterruptedBatch, KeepsWhatItReadAndSaysHowToGoOn) {
    const TemporaryFolder folder;
    folder.write("a.jsonl", articles(0, 20));
    folder.write("b.jsonl", articles(20, 40));
    const auto interrupted = shell(folder.path(), "mkfifo pipe; " HEARSAY_PROGRAM
                                                  " batch - --run run <pipe & p=$!; exec 3>pipe; cat a.jsonl >&3\n"
                                                  "until [ -e run/hearsay.lock ]; do sleep 0.05; done\n"
                                                  "kill -INT $p; cat b.jsonl >&3; exec 3>&-; wait $p");
    EXPECT_EQ(interrupted.code, 1);
    EXPECT_THAT(interrupted.err, HasSubstr("The same command goes on from here"));
    shell(folder.path(),
          "cat a.jsonl b.jsonl | hearsay batch - --run run -q; cat a.jsonl b.jsonl | hearsay batch - --run whole -q");
    EXPECT_EQ(content_of(folder.path() / "run"), content_of(folder.path() / "whole"));
}

TEST(BatchOnAFullDisk, LosesNothingThatWasCommitted) {
    const TemporaryFolder folder;
    folder.write("in.jsonl", articles(0, 300));
    const auto full =
        shell(folder.path(),
              "mkdir disk; mount -t tmpfs -o size=600k none disk 2>/dev/null || exit 77\n"
              "hearsay batch in.jsonl --run disk/run -q; code=$?\n"
              "mount -o remount,size=64m disk && hearsay batch in.jsonl --run disk/run -q && cp -r disk/run run\n"
              "umount disk; exit $code");
    if (full.code == 77) GTEST_SKIP() << "no tmpfs can be mounted here";
    EXPECT_EQ(full.code, 1);
    EXPECT_THAT(full.err, HasSubstr("full"));
    EXPECT_THAT(full.err, HasSubstr("Make room"));
    ASSERT_EQ(shell(folder.path(), "hearsay batch in.jsonl --run whole -q").code, 0);
    EXPECT_EQ(content_of(folder.path() / "run"), content_of(folder.path() / "whole"));
    EXPECT_TRUE(is_sound(folder.path() / "run"));
}

TEST(ReadOnlyRun, IsReadAndNotWritten) {
    const TemporaryFolder folder;
    folder.write("in.jsonl", articles(0, 6));
    const auto read_only = shell(folder.path(),
                                 "mkdir disk; mount -t tmpfs -o size=64m none disk 2>/dev/null || exit 77\n"
                                 "hearsay batch in.jsonl --run disk/run -q && mount -o remount,ro disk\n"
                                 "hearsay explain disk/run c1 >/dev/null && echo read\n"
                                 "hearsay batch in.jsonl --run disk/run -q; code=$?; umount disk; exit $code");
    if (read_only.code == 77) GTEST_SKIP() << "no tmpfs can be mounted here";
    EXPECT_EQ(read_only.out, "read\n");
    EXPECT_EQ(read_only.code, 1);
    EXPECT_THAT(read_only.err, HasSubstr("Make room or write permission"));
}

}  // namespace
}  // namespace hearsay
