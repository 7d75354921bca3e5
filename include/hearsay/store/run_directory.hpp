// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <memory>

namespace hearsay {

/// A folder with the results of a batch run, one SQLite database in it: hearsay.sqlite (docs/schema.md).
///
///   if (is_run_directory(folder)) explain(read_run(folder));
bool is_run_directory(const std::filesystem::path& folder);

/// The one process that writes a run. Other processes can read it meanwhile, and see what was last completed.
///
///   const RunLock lock("run");   // makes the folder where it is missing
///
/// Throws RunError where another process holds it, and OutputError where the folder can't be made or written to. The
/// lock goes with the process, however that ends.
class RunLock {
  public:
    explicit RunLock(const std::filesystem::path& folder);
    ~RunLock();
    RunLock(const RunLock&) = delete;
    RunLock& operator=(const RunLock&) = delete;

  private:
    int descriptor_ = -1;
};

}  // namespace hearsay
