// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <vector>

#include "hearsay/pipeline.hpp"
#include "hearsay/store/run_changes.hpp"

namespace hearsay {

/// How far a batch is.
struct BatchProgress {
    double share = 0;             ///< of the input bytes, 0..1
    std::uint64_t stored = 0;     ///< documents that are new
    std::uint64_t known = 0;      ///< that the run had already
    std::uint64_t set_aside = 0;  ///< that gave nothing; table `errors` has the cause
    bool reading = true;          ///< false once the steps over all documents are under way
    std::uint64_t documents = 0;  ///< in the run; known after reading
};

struct BatchOptions {
    /// Its `progress` and `skipped` are not called where those below are set.
    PipelineOptions pipeline{};
    std::uint64_t max_errors = UINT64_MAX;    ///< documents set aside in this batch at most; more stop it
    bool afresh = false;                      ///< weigh the words of all documents anew, however few were added
    const std::atomic<bool>* stop = nullptr;  ///< set from a signal handler: end after the current transaction
    /// Called from the calling thread after every document.
    std::function<void(const BatchProgress&)> progress{};
};

/// How a batch ended.
enum class BatchEnd : std::uint8_t { complete, stopped, too_many_errors };

struct BatchSummary {
    BatchEnd end = BatchEnd::complete;
    BatchProgress progress;
    std::uint64_t documents = 0, attributions = 0, sources = 0, claims = 0;  ///< in the whole run
    double reading_seconds = 0, results_seconds = 0;     ///< wall clock: each document alone; all of them together
    std::uint64_t reading_bytes = 0, results_bytes = 0;  ///< the process's peak memory by the end of each
    std::vector<ClaimChange> changes;                    ///< against the run's former results, where it had some
};

/// Reads articles into the run in `folder`, which is made where it is missing, and brings its results up to date.
///
///   const BatchSummary summary = run_batch({"articles/"}, "run", {});
///   std::cout << summary.claims << " claims in " << summary.documents << " articles\n";
///
/// A run can be ended at any moment, by any means: the same call goes on where it stopped, and the run is then equal to
/// one that was never disturbed. Documents that the run has already, by what they say, are passed over. Results do not
/// depend on the order of the documents, or on the number of threads; on that of calls only as long as no more than a
/// tenth has come since all documents were last weighed (docs/hearsay-batch.md).
///
/// Throws RunError where another process writes the run, or it was begun with other models; OutputError where it can't
/// be written (what was committed stays); ResourceError for a damaged lexicon. Memory: some 5 KB a document.
BatchSummary run_batch(const std::vector<std::filesystem::path>& inputs, const std::filesystem::path& folder,
                       const BatchOptions& options, std::istream* standard_input = nullptr);

/// Makes one run of several: copies what their documents gave into the run in `folder`, and brings its results up to
/// date. Equal to the run that had all the input. The parts stay as they are. Throws as run_batch does, and ResultError
/// for a part that is no run.
BatchSummary merge_runs(const std::vector<std::filesystem::path>& parts, const std::filesystem::path& folder,
                        const BatchOptions& options);

}  // namespace hearsay
