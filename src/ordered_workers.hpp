// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <future>
#include <mutex>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

namespace hearsay {

/// Runs jobs on worker threads and gives their results back in the order in which the jobs were submitted, so that what
/// is made of them does not depend on the number of threads. Used from one thread only.
///
///   OrderedWorkers<Findings> workers(threads);
///   while (auto raw = reader.next()) {
///       workers.submit([raw = std::move(*raw)] { return examine(raw); });
///       while (workers.full()) merge(workers.next());
///   }
///   while (!workers.empty()) merge(workers.next());
///
/// What a job throws comes out of its next(). Destroying the workers waits for the jobs under way and drops the rest.
template <class Result>
class OrderedWorkers {
  public:
    /// At least one thread is started, whatever `threads` says.
    explicit OrderedWorkers(unsigned threads) : most_pending_(8 * std::max(threads, 1U)) {
        for (unsigned i = 0; i < std::max(threads, 1U); ++i)
            threads_.emplace_back([this](std::stop_token stop) { work(std::move(stop)); });
    }

    /// `bytes` is about what the job holds in memory until its result is taken.
    template <class Job>
    void submit(Job job, std::size_t bytes = 0) {
        std::packaged_task<Result()> task(std::move(job));
        pending_.push_back({task.get_future(), bytes});
        pending_bytes_ += bytes;
        {
            const std::lock_guard lock(mutex_);
            jobs_.push_back(std::move(task));
        }
        wake_.notify_one();
    }

    bool empty() const { return pending_.empty(); }
    /// Whether results should be taken before more is submitted.
    bool full() const { return pending_.size() >= most_pending_ || (pending_bytes_ > kMostBytes && !empty()); }

    /// Waits for the oldest job and removes it. Pre-condition: !empty().
    Result next() {
        Pending oldest = std::move(pending_.front());
        pending_.pop_front();
        pending_bytes_ -= oldest.bytes;
        return oldest.result.get();
    }

  private:
    struct Pending {
        std::future<Result> result;
        std::size_t bytes;
    };
    static constexpr std::size_t kMostBytes = std::size_t{64} << 20;

    void work(std::stop_token stop) {
        while (!stop.stop_requested()) {
            std::unique_lock lock(mutex_);
            if (!wake_.wait(lock, stop, [this] { return !jobs_.empty(); }) || stop.stop_requested()) return;
            auto job = std::move(jobs_.front());
            jobs_.pop_front();
            lock.unlock();
            job();
        }
    }

    std::size_t most_pending_;
    std::size_t pending_bytes_ = 0;
    std::deque<Pending> pending_;
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::deque<std::packaged_task<Result()>> jobs_;
    std::vector<std::jthread> threads_;  // last, so that they end before what they use
};

}  // namespace hearsay
