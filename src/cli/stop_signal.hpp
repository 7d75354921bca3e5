// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <atomic>

namespace hearsay::cli {

/// While it lives, the first SIGINT or SIGTERM asks the run to end in good order; a second one ends the process.
class StopSignal {
  public:
    StopSignal();
    ~StopSignal();
    StopSignal(const StopSignal&) = delete;
    StopSignal& operator=(const StopSignal&) = delete;

    static const std::atomic<bool>& asked();
};

}  // namespace hearsay::cli
