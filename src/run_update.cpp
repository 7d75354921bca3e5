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

/// Loads stored documents on one thread and reads what they state on another, while those before them are put together.
class ReadAhead {
  public:
    ReadAhead(Database& database, AnalysisBuilder& builder) : facts_(database), builder_(builder) {}

    std::optional<DocumentFindings> next() {
        while (!reading_.full()) reading_.submit([this] { return read(); });
        if (at_ == block_.size()) block_ = reading_.next(), at_ = 0;
        return block_.empty() ? std::nullopt : std::optional(std::move(block_[at_++]));
    }
    std::vector<StoredPlace> take_places() {
        while (!reading_.empty()) reading_.next();
        while (!loading_.empty()) loading_.next();
        return facts_.take_places();
    }

  private:
    using Block = std::vector<DocumentFindings>;  // empty at the end
    static constexpr std::size_t kBlock = 64;     // documents, for it takes longer to hand over one than to read it

    Block read() {
        while (!loading_.full()) loading_.submit([this] { return load(); });
        Block block = loading_.next();
        for (DocumentFindings& found : block) builder_.read(found);
        return block;
    }

    Block load() {
        Block block;
        while (block.size() != kBlock) {
            auto found = facts_.next();
            if (!found) break;
            tokenize_statements(*found);
            block.push_back(std::move(*found));
        }
        return block;
    }

    FactsReader facts_;
    AnalysisBuilder& builder_;
    Block block_;
    std::size_t at_ = 0;
    OrderedWorkers<Block> loading_{1}, reading_{1};  // after what their jobs use
};

/// Everything that the run's documents give together; nothing where it was stopped.
std::optional<RunResults> results_of(Database& database, const Stages& stages, const BatchOptions& options) {
    AnalysisBuilder builder(stages.gazetteer(), stages.lexicons(), worker_count(options.pipeline), Keep::no_texts);
    ReadAhead documents(database, builder);
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
