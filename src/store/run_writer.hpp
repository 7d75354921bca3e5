// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <variant>

#include "hearsay/document/reader.hpp"
#include "store/database.hpp"
#include "store/document_rows.hpp"

namespace hearsay {

/// A document that gave nothing, and why.
struct SetAside {
    Skipped skipped;
    std::optional<DocumentUuid> uuid;  ///< absent where not even its text could be read
};

/// A document that is stored already, met under another name. It keeps the lesser one, whichever came first.
struct OtherName {
    DocumentUuid uuid;
    std::string id, path;
};

using RunItem = std::variant<StoredFindings, SetAside, OtherName>;

/// Writes what single documents gave on a thread of its own, in the order of put(), a transaction every second or so:
/// whatever ends the process, no more than that is lost. put() waits while the writer is behind.
///
///   RunWriter writer(database);
///   writer.put(StoredFindings{...});
///   writer.close();          // the rest is on the disk, or this throws
///
/// What goes wrong in the thread comes out of the next put(), or of close(). The database is the writer's alone until
/// then.
class RunWriter {
  public:
    explicit RunWriter(Database& database);
    ~RunWriter();
    void put(RunItem item);
    void close();

  private:
    void work();
    void write_all();
    std::deque<RunItem> take();
    void write(const RunItem& item);
    void mark_stale();
    void commit_if_due();
    void commit();

    Database& database_;
    DocumentRows rows_;
    Query error_, rename_;
    std::optional<Transaction> transaction_;
    std::chrono::steady_clock::time_point began_;
    bool stale_ = false;

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<RunItem> waiting_;
    bool closing_ = false, ended_ = false;
    std::exception_ptr failure_;
    std::jthread thread_;  // last, so that it ends before what it uses
};

}  // namespace hearsay
