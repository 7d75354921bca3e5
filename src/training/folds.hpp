// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <future>

namespace hearsay {

/// Picks documents by index.
using Use = std::function<bool(std::size_t)>;

/// Calls work(fold) for every fold below `folds`, two at a time.
inline void for_each_fold(unsigned folds, const std::function<void(unsigned)>& work) {
    for (unsigned fold = 0; fold < folds; fold += 2) {
        auto other = fold + 1 < folds ? std::async(std::launch::async, work, fold + 1) : std::future<void>();
        work(fold);
        if (other.valid()) other.get();
    }
}

}  // namespace hearsay
