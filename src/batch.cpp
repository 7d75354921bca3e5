// SPDX-License-Identifier: Apache-2.0
#include "hearsay/batch.hpp"

#include <sys/resource.h>

#include <chrono>
#include <future>
#include <map>
#include <unordered_set>
#include <utility>

#include "analysis_builder.hpp"
#include "document/inputs.hpp"
#include "document_outcome.hpp"
#include "hearsay/error.hpp"
#include "hearsay/store/run_directory.hpp"
#include "ordered_workers.hpp"
#include "run_update.hpp"
#include "store/facts.hpp"
#include "store/fingerprint.hpp"
#include "store/merge_rows.hpp"
#include "store/run_database.hpp"
#include "store/run_writer.hpp"

namespace hearsay {

namespace {

using Inputs = std::vector<std::filesystem::path>;

class Stopwatch {
  public:
    double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - began_).count(); }

  private:
    std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
};

std::uint64_t peak_memory() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
}

/// UUIDs are digests already.
struct UuidHash {
    std::size_t operator()(const DocumentUuid& uuid) const {
        std::size_t hash = 0;
        std::copy_n(uuid.begin(), sizeof hash, reinterpret_cast<std::uint8_t*>(&hash));
        return hash;
    }
};
using Uuids = std::unordered_set<DocumentUuid, UuidHash>;  // looked up only

Uuids uuids_in(Database& database) {
    Uuids uuids;
    Query query(database, "SELECT uuid FROM documents UNION ALL SELECT uuid FROM errors WHERE uuid IS NOT NULL");
    while (query.next()) uuids.insert(uuid_from(query.text(0)));
    return uuids;
}

/// What the results of single documents depend on besides the documents.
std::string models_of(const PipelineOptions& options) {
    const std::filesystem::path resources = Stages::resources_of(options);
    std::vector<std::filesystem::path> files{resources / "lexicons"};
    if (!options.extractor) files.push_back(resources / "models");
    if (!options.encoder.empty()) files.push_back(options.encoder);
    if (!options.sources.empty()) files.push_back(options.sources);
    return fingerprint(files);
}

void check_models(Database& database, const std::filesystem::path& folder, const std::string& models) {
    const std::string known = run_value(database, "models");
    if (known == models) return;
    if (!known.empty()) throw RunError(folder.string() + ": was begun with another --model, lexicons or --sources");
    set_run_value(database, "models", models);
}

/// What was set aside of these inputs before. It is forgotten unless it is met again, for the input may have been
/// mended: at once what could not be read, which is said anew each time, and documents when all have been read.
class FormerErrors {
  public:
    FormerErrors(Database& database, const Inputs& inputs) : database_(database) {
        Query query(database,
                    "SELECT error, uuid FROM errors WHERE substr(place, 1, length(?1)) = ?1 AND "
                    "substr(place, length(?1) + 1, 1) IN ('', ':', '/')");
        std::vector<std::int64_t> unread;
        for (const std::filesystem::path& input : inputs) {
            std::string place = input_name(input);
            while (place.size() > 1 && place.ends_with('/')) place.pop_back();
            for (query.bind(place); query.next();)
                if (query.is_null(1))
                    unread.push_back(query.integer(0));
                else
                    documents_.emplace(uuid_from(query.text(1)), query.integer(0));
        }
        forget(unread);
    }
    void met(const DocumentUuid& uuid) { documents_.erase(uuid); }
    void forget_unmet() {
        std::vector<std::int64_t> unmet;
        for (const auto& [uuid, error] : documents_) unmet.push_back(error);
        forget(unmet);
    }

  private:
    void forget(const std::vector<std::int64_t>& errors) {
        Transaction transaction(database_);
        Query query(database_, "DELETE FROM errors WHERE error = ?");
        for (const std::int64_t error : errors) query.execute(error);
        transaction.commit();
    }

    Database& database_;
    std::map<DocumentUuid, std::int64_t> documents_;  // not met yet
};

/// The first half of a batch: each document alone, on all workers, into the run.
class Intake {
  public:
    Intake(Database& database, const Inputs& inputs, const Stages& stages, const BatchOptions& options)
        : stages_(stages),
          options_(options),
          inputs_(inputs),
          known_(uuids_in(database)),
          former_errors_(database, inputs),
          writer_(database),
          workers_(worker_count(options.pipeline)) {}

    BatchEnd run(std::istream* standard_input) {
        const auto pass_on = [this](const Skipped& skipped) { submit(SetAside{skipped, {}}); };
        DocumentReader reader(inputs_, pass_on, standard_input, options_.pipeline.input);
        BatchEnd end = BatchEnd::complete;
        while (end == BatchEnd::complete) {
            auto raw = reader.next();
            if (!raw) break;
            examine(std::move(*raw));
            while (workers_.full()) put(workers_.next());
            report(reader);
            end = state();
        }
        while (!workers_.empty()) put(workers_.next());
        writer_.close();
        if (end == BatchEnd::complete) former_errors_.forget_unmet();
        return end == BatchEnd::complete ? state() : end;
    }
    const BatchProgress& progress() const { return progress_; }

  private:
    BatchEnd state() const {
        if (progress_.set_aside > options_.max_errors) return BatchEnd::too_many_errors;
        return options_.stop && options_.stop->load() ? BatchEnd::stopped : BatchEnd::complete;
    }

    void examine(RawDocument raw) {
        const DocumentUuid uuid = uuid_of(raw);
        former_errors_.met(uuid);
        if (!known_.insert(uuid).second) return submit(OtherName{uuid, std::move(raw.id), std::move(raw.path)});
        const std::size_t bytes = raw.text.size();
        workers_.submit([this, uuid, raw = std::move(raw)]() mutable { return examined(uuid, std::move(raw)); }, bytes);
    }

    /// On a worker.
    RunItem examined(const DocumentUuid& uuid, RawDocument raw) const {
        auto outcome = attempt<StoredFindings>(stages_, std::move(raw), [&](Document document) {
            StoredFindings stored{uuid, {}, findings_of(std::move(document), stages_.extractor(), stages_.resolver())};
            stored.facts = encode_facts(stored.found);
            return stored;
        });
        if (outcome.result) return std::move(*outcome.result);
        return SetAside{std::move(outcome.skipped), uuid};
    }

    /// What needs no work keeps its place among what does.
    template <class Item>
    void submit(Item item) {
        workers_.submit([item = std::move(item)]() mutable { return RunItem(std::move(item)); });
    }

    void put(RunItem item) {
        if (std::holds_alternative<StoredFindings>(item)) ++progress_.stored;
        if (std::holds_alternative<OtherName>(item)) ++progress_.known;
        if (const auto* aside = std::get_if<SetAside>(&item)) {
            ++progress_.set_aside;
            if (options_.pipeline.skipped) options_.pipeline.skipped(aside->skipped);
        }
        writer_.put(std::move(item));
    }

    void report(const DocumentReader& reader) {
        const auto total = static_cast<double>(reader.bytes_total());
        progress_.share = total > 0 ? static_cast<double>(reader.bytes_read()) / total : 0;
        if (options_.progress) options_.progress(progress_);
    }

    const Stages& stages_;
    const BatchOptions& options_;
    const Inputs& inputs_;
    Uuids known_;
    FormerErrors former_errors_;
    BatchProgress progress_;
    RunWriter writer_;
    OrderedWorkers<RunItem> workers_;  // after what its jobs use
};

/// The second half, over all documents.
void finish(Database& database, const Stages& stages, const BatchOptions& options, BatchSummary& summary) {
    const Stopwatch watch;
    summary.progress.reading = false;
    if (options.progress) options.progress(summary.progress);
    if (!update_results(database, stages, options, summary)) summary.end = BatchEnd::stopped;
    summary.results_seconds = watch.seconds();
    summary.results_bytes = peak_memory();
}

}  // namespace

BatchSummary run_batch(const Inputs& inputs, const std::filesystem::path& folder, const BatchOptions& options,
                       std::istream* standard_input) {
    const RunLock lock(folder);
    Database database = open_run(folder);
    auto models = std::async(std::launch::async, [&] { return models_of(options.pipeline); });  // as long as loading
    Stages stages(options.pipeline);
    check_models(database, folder, models.get());
    BatchSummary summary;
    const Stopwatch watch;
    {
        Intake intake(database, inputs, stages, options);
        summary.end = intake.run(standard_input);
        summary.progress = intake.progress();
    }
    summary.reading_seconds = watch.seconds();
    summary.reading_bytes = peak_memory();
    stages.unload_models();
    if (summary.end == BatchEnd::complete) finish(database, stages, options, summary);
    return summary;
}

BatchSummary merge_runs(const Inputs& parts, const std::filesystem::path& folder, const BatchOptions& options) {
    const std::string models = models_of_runs(parts);  // before anything is written
    const RunLock lock(folder);
    Database database = open_run(folder);
    if (!models.empty()) check_models(database, folder, models);
    const Stages stages(options.pipeline, Stages::Models::none);
    BatchSummary summary;
    const Stopwatch watch;
    for (const auto& part : parts) {
        const MergedRows rows = merge_rows(database, part);
        summary.progress.stored += static_cast<std::uint64_t>(rows.added);
        summary.progress.known += static_cast<std::uint64_t>(rows.known);
    }
    summary.reading_seconds = watch.seconds();
    summary.reading_bytes = peak_memory();
    finish(database, stages, options, summary);
    return summary;
}

}  // namespace hearsay
