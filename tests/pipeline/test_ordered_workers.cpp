// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <atomic>
#include <chrono>
#include <stdexcept>

#include "ordered_workers.hpp"

namespace hearsay {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;

TEST(OrderedWorkers, GivesResultsInTheOrderOfSubmission) {
    OrderedWorkers<int> workers(4);
    for (int i = 0; i < 4; ++i)
        workers.submit([i] {
            std::this_thread::sleep_for((4 - i) * 5ms);  // the last one is ready first
            return i;
        });
    std::vector<int> results;
    while (!workers.empty()) results.push_back(workers.next());
    EXPECT_THAT(results, ElementsAre(0, 1, 2, 3));
}

TEST(OrderedWorkers, WorksWithOneThreadWhereNoneIsAskedFor) {
    OrderedWorkers<int> workers(0);
    workers.submit([] { return 7; });
    EXPECT_EQ(workers.next(), 7);
}

TEST(OrderedWorkers, PassesOnWhatAJobThrowsInItsTurn) {
    OrderedWorkers<int> workers(2);
    workers.submit([] { return 1; });
    workers.submit([]() -> int { throw std::runtime_error("second"); });
    workers.submit([] { return 3; });
    EXPECT_EQ(workers.next(), 1);
    EXPECT_THROW(workers.next(), std::runtime_error);
    EXPECT_EQ(workers.next(), 3);
}

TEST(OrderedWorkers, AreFullAtEightPendingJobsPerThread) {
    OrderedWorkers<int> workers(2);
    for (int i = 0; i < 15; ++i) workers.submit([] { return 0; });
    EXPECT_FALSE(workers.full());
    workers.submit([] { return 0; });
    EXPECT_TRUE(workers.full());
    workers.next();
    EXPECT_FALSE(workers.full());
}

TEST(OrderedWorkers, AreFullWhenTheirJobsHoldMuchMemory) {
    OrderedWorkers<int> workers(2);
    workers.submit([] { return 0; }, std::size_t{100} << 20);
    EXPECT_TRUE(workers.full());
    workers.next();
    EXPECT_FALSE(workers.full());
}

TEST(OrderedWorkers, DropJobsThatWereNotBegunWhenTheyAreDestroyed) {
    std::atomic<int> done = 0;
    {
        OrderedWorkers<int> workers(1);
        for (int i = 0; i < 100; ++i)
            workers.submit([&done] {
                std::this_thread::sleep_for(2ms);
                return ++done;
            });
        workers.next();
    }
    EXPECT_GE(done, 1);
    EXPECT_LT(done, 100);
}

}  // namespace
}  // namespace hearsay
