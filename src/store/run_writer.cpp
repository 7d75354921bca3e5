// SPDX-License-Identifier: Apache-2.0
#include "store/run_writer.hpp"

#include <utility>

#include "store/run_database.hpp"

namespace hearsay {

namespace {

constexpr std::size_t kMostWaiting = 256;  // documents; enough to keep the workers busy while a commit is on its way
constexpr std::chrono::milliseconds kCommitEvery{1000};

}  // namespace

RunWriter::RunWriter(Database& database)
    : database_(database),
      rows_(database),
      error_(database, "INSERT OR IGNORE INTO errors(place, cause, uuid) VALUES(?,?,?)"),
      rename_(database, "UPDATE documents SET id = ?2, path = ?3 WHERE uuid = ?1 AND (?2, ?3) < (id, path)"),
      thread_([this] { work(); }) {}

/// Without close() the transaction under way is dropped.
RunWriter::~RunWriter() {
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
        if (!ended_) waiting_.clear();
    }
    changed_.notify_all();
}

void RunWriter::put(RunItem item) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return waiting_.size() < kMostWaiting || ended_; });
    if (failure_) std::rethrow_exception(failure_);
    waiting_.push_back(std::move(item));
    lock.unlock();
    changed_.notify_all();
}

void RunWriter::close() {
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
    }
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
    if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
    commit();
}

void RunWriter::work() {
    std::exception_ptr failure;
    try {
        write_all();
    } catch (...) {
        failure = std::current_exception();
    }
    {
        const std::lock_guard lock(mutex_);
        failure_ = failure;
        ended_ = true;
    }
    changed_.notify_all();
}

void RunWriter::write_all() {
    for (auto items = take(); !items.empty(); items = take()) {
        for (const RunItem& item : items) {
            write(item);
            commit_if_due();
        }
    }
}

/// All that wait; nothing once the writer is to close.
std::deque<RunItem> RunWriter::take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !waiting_.empty() || closing_; });
    auto taken = std::exchange(waiting_, {});
    lock.unlock();
    changed_.notify_all();
    return taken;
}

void RunWriter::write(const RunItem& item) {
    if (!transaction_) {
        transaction_.emplace(database_);
        began_ = std::chrono::steady_clock::now();
    }
    if (const auto* other = std::get_if<OtherName>(&item)) {
        rename_.execute(Blob{bytes_of(other->uuid)}, other->id, other->path);
        if (database_.integer("SELECT changes()") > 0) mark_stale();
        return;
    }
    if (const auto* aside = std::get_if<SetAside>(&item)) {
        std::optional<Blob> uuid;
        if (aside->uuid) uuid = Blob{bytes_of(*aside->uuid)};
        return error_.execute(aside->skipped.where, aside->skipped.cause, uuid);
    }
    rows_.add(std::get<StoredFindings>(item));
    mark_stale();
}

/// The results no longer say what the documents do, until they are made anew.
void RunWriter::mark_stale() {
    if (!stale_) set_run_value(database_, "results", "stale");
    stale_ = true;
}

void RunWriter::commit_if_due() {
    if (std::chrono::steady_clock::now() - began_ >= kCommitEvery) commit();
}

void RunWriter::commit() {
    if (!transaction_) return;
    transaction_->commit();
    transaction_.reset();
}

}  // namespace hearsay
