// SPDX-License-Identifier: Apache-2.0
#include "run_update.hpp"

#include "analysis_builder.hpp"
#include "document_outcome.hpp"
#include "ordered_workers.hpp"
#include "store/changes.hpp"
#include "store/facts_reader.hpp"
#include "store/result_rows.hpp"
#include "store/run_database.hpp"

namespace hearsay {

namespace {

bool stopped(const BatchOptions& options) { return options.stop && options.stop->load(); }

/// Reads stored documents on a thread of its own, while those before them are put together.
class ReadAhead {
  public:
    explicit ReadAhead(Database& database) : facts_(database) {}

    std::optional<DocumentFindings> next() {
        while (!reader_.full()) reader_.submit([this] { return read(); });
        return reader_.next();
    }
    std::vector<StoredPlace> take_places() {
        while (!reader_.empty()) reader_.next();
        return facts_.take_places();
    }

  private:
    std::optional<DocumentFindings> read() {
        auto found = facts_.next();
        if (found) read_statements(*found);
        return found;
    }

    FactsReader facts_;
    OrderedWorkers<std::optional<DocumentFindings>> reader_{1};  // after what its jobs use
};

/// Everything that the run's documents give together; nothing where it was stopped.
std::optional<RunResults> results_of(Database& database, const Stages& stages, const BatchOptions& options) {
    AnalysisBuilder builder(stages.gazetteer(), stages.lexicons(), worker_count(options.pipeline), Keep::no_texts);
    ReadAhead documents(database);
    while (auto found = documents.next()) {
        if (stopped(options)) return std::nullopt;
        builder.add(std::move(*found));
    }
    return RunResults{documents.take_places(), builder.finish()};
}

void count(Database& database, BatchSummary& summary) {
    const auto rows = [&](const char* table) {
        return static_cast<std::uint64_t>(database.integer(std::string("SELECT count(*) FROM ") + table));
    };
    summary.documents = rows("documents");
    summary.attributions = rows("attributions");
    summary.sources = rows("sources");
    summary.claims = rows("claims");
}

void write(Database& database, const RunResults& results, const std::vector<ClaimChange>& changes) {
    Transaction transaction(database);
    write_results(database, results);
    write_changes(database, changes);
    set_run_value(database, "results", "current");
    transaction.commit();
}

}  // namespace

bool update_results(Database& database, const Stages& stages, const BatchOptions& options, BatchSummary& summary) {
    if (run_value(database, "results") == "stale") {
        const FormerResults former(database);
        const auto results = results_of(database, stages, options);
        if (!results || stopped(options)) return false;
        summary.changes = former.compare(*results);
        write(database, *results, summary.changes);
    }
    database.run("PRAGMA wal_checkpoint(TRUNCATE)");
    count(database, summary);
    return true;
}

}  // namespace hearsay
