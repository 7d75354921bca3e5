// SPDX-License-Identifier: Apache-2.0
#include "run_update.hpp"

#include <algorithm>
#include <charconv>
#include <future>
#include <utility>

#include "analysis_builder.hpp"
#include "document_outcome.hpp"
#include "ordered_workers.hpp"
#include "store/changes.hpp"
#include "store/facts_reader.hpp"
#include "store/result_rows.hpp"
#include "store/run_database.hpp"

namespace hearsay {

namespace {

constexpr std::size_t kSmallAddition = 10;  // of so many parts of what was there at the last full pass, one

bool stopped(const BatchOptions& options) { return options.stop && options.stop->load(); }

/// Loads stored documents on one thread and reads what they state on another, while those before them are put together.
class ReadAhead {
  public:
    ReadAhead(FactsReader facts, AnalysisBuilder& builder) : facts_(std::move(facts)), builder_(builder) {}

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
            tokenize_texts(*found);
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

std::size_t documents_in(Database& database) {
    return static_cast<std::size_t>(database.integer("SELECT count(*) FROM documents"));
}

/// How many documents there were at the last full pass; 0 where there was none.
std::size_t settled_in(Database& database) {
    const std::string value = run_value(database, "settled");
    std::size_t settled = 0;
    std::from_chars(value.data(), value.data() + value.size(), settled);
    return settled;
}

/// How the next results come about: an addition goes on from the last full pass, unless it has grown too far from it.
Growth next_growth(Database& database, bool afresh) {
    const std::size_t settled = settled_in(database), documents = documents_in(database);
    if (afresh || settled == 0 || documents - settled > settled / kSmallAddition) return {};
    return {settled, read_memory(database)};
}

/// Adds all documents, and tells where each lies in the tables; nothing where that was stopped.
std::optional<std::vector<StoredPlace>> add_documents(AnalysisBuilder& builder, FactsReader facts,
                                                      const BatchOptions& options) {
    ReadAhead documents(std::move(facts), builder);
    while (auto found = documents.next()) {
        if (stopped(options)) return std::nullopt;
        builder.add(std::move(*found));
    }
    return documents.take_places();
}

void count(Database& database, BatchSummary& summary) {
    const auto rows = [&](const char* table) {
        return static_cast<std::uint64_t>(database.integer(std::string("SELECT count(*) FROM ") + table));
    };
    summary.documents = rows("documents");
    summary.attributions = rows("attributions");
    summary.sources = rows("sources");
    summary.claims = rows("ranks");
}

/// Makes the results and writes them; nothing where that was stopped.
std::optional<RunResults> renew_results(Database& database, Growth growth, const Stages& stages,
                                        const BatchOptions& options, BatchSummary& summary) {
    const std::size_t settled = growth.settled;
    const bool remembered = growth.memory.has_value();
    FactsReader facts(database, settled == SIZE_MAX ? FactsOrder::by_date : FactsOrder::added,
                      remembered ? growth.memory->copies.copies.size() : 0);
    AnalysisBuilder builder(stages.gazetteer(), stages.lexicons(), worker_count(options.pipeline), Keep::no_texts,
                            std::move(growth));
    auto places = add_documents(builder, std::move(facts), options);
    if (!places) return std::nullopt;
    Transaction transaction(database);
    RunResults results{std::move(*places), {}};
    std::optional<FormerResults> former;
    results.built = builder.finish([&](const BuiltAnalysis& built) {
        former.emplace(database);  // here, for there is nobody else who needs this core
        write_sources(database, results.places, built);
    });
    if (stopped(options)) return std::nullopt;
    write_claims(database, results, settled == SIZE_MAX ? Rewrite::everything : Rewrite::changes);
    write_changes(database, summary.changes = former->compare(results));
    if (!remembered) forget_memory(database);
    write_memory(database, results.built.memory);
    set_run_value(database, "results", "current");
    set_run_value(database, "settled", std::to_string(std::min(settled, results.places.size())));
    transaction.commit();
    return results;
}

}  // namespace

bool update_results(Database& database, const Stages& stages, const BatchOptions& options, BatchSummary& summary) {
    const bool all_weigh = settled_in(database) == documents_in(database);
    std::future<void> freed;  // millions of pieces are given back beside the checkpoint
    if (run_value(database, "results") == "stale" || (options.afresh && !all_weigh)) {
        Growth growth = next_growth(database, options.afresh);
        auto results = renew_results(database, std::move(growth), stages, options, summary);
        if (!results) return false;
        freed = std::async(std::launch::async, [gone = std::move(results)]() mutable { gone.reset(); });
    }
    database.run("PRAGMA wal_checkpoint(TRUNCATE)");
    count(database, summary);
    return true;
}

}  // namespace hearsay
