// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <atomic>
#include <cstddef>
#include <future>
#include <vector>

namespace hearsay {

/// Calls work(block) for every block in 0..blocks-1, in no order, on the calling thread and `threads` - 1 more. Each
/// thread has a worker of its own from make_worker(), which can so keep scratch space. What a worker throws comes out.
template <class MakeWorker>
void in_parallel(unsigned threads, std::size_t blocks, const MakeWorker& make_worker) {
    std::atomic<std::size_t> next = 0;
    const auto run = [&] {
        auto work = make_worker();
        for (std::size_t block = next++; block < blocks; block = next++) work(block);
    };
    std::vector<std::future<void>> others;
    for (std::size_t t = 1; t < threads && t < blocks; ++t) others.push_back(std::async(std::launch::async, run));
    run();
    for (auto& other : others) other.get();
}

}  // namespace hearsay
