// SPDX-License-Identifier: Apache-2.0
#include "store/database.hpp"

#include <sqlite3.h>

#include <utility>

#include "hearsay/error.hpp"

namespace hearsay {

namespace {

constexpr int kPatience = 10000;  // ms that a reader's lock is waited for

/// A file name as a URI, with nothing in it that a URI would read otherwise.
std::string uri_of(const std::filesystem::path& file) {
    std::string uri = "file:";
    constexpr std::string_view kHex = "0123456789ABCDEF";
    for (const unsigned char c : std::filesystem::absolute(file).generic_string()) {
        if (c == '%' || c == '?' || c == '#')
            uri.append("%").append(1, kHex[c >> 4]).append(1, kHex[c & 15]);
        else
            uri += static_cast<char>(c);
    }
    return uri;
}

bool is_readable(sqlite3* handle) {
    return sqlite3_exec(handle, "SELECT 1 FROM sqlite_schema LIMIT 1", nullptr, nullptr, nullptr) == SQLITE_OK;
}

}  // namespace

void Database::Close::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }

Database::Database(const std::filesystem::path& file, Access access) : file_(file) {
    const bool write = access == Access::write;
    open(uri_of(file), write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY);
    if (write || is_readable(handle_.get())) return;
    // Where the folder can't be written to, SQLite can't make the files beside it by which readers and writers agree.
    // Without a log nobody is writing.
    const int code = sqlite3_errcode(handle_.get()) & 0xff;
    std::error_code unknown;
    if ((code == SQLITE_CANTOPEN || code == SQLITE_READONLY) &&
        !std::filesystem::exists(file.string() + "-wal", unknown))
        open(uri_ + "?immutable=1", SQLITE_OPEN_READONLY);
}

void Database::open(std::string uri, int flags) {
    uri_ = std::move(uri);
    // Nobody asks SQLite how much memory it has, and counting it costs a lock each time.
    static const int uncounted [[maybe_unused]] = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(uri_.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI, nullptr);
    handle_.reset(handle);
    if (code != SQLITE_OK) fail(code);
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, kPatience);
}

void Database::run(const char* sql) {
    const int code = sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(code);
}

std::int64_t Database::integer(const std::string& sql) {
    Query query(*this, sql);
    if (!query.next()) throw ResultError(file_.string() + ": lacks what it should hold");
    const std::int64_t value = query.integer(0);
    while (query.next()) {
    }
    return value;
}

void Database::fail(int code) const {
    const char* text = handle_ ? sqlite3_errmsg(handle_.get()) : sqlite3_errstr(code);
    const std::string message = file_.string() + ": " + text;
    switch (code & 0xff) {
        case SQLITE_FULL:
        case SQLITE_IOERR:
        case SQLITE_READONLY:
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
            throw OutputError(message);
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            throw RunError(message);
        case SQLITE_NOMEM:
            throw std::bad_alloc();
        default:
            throw ResultError(message);
    }
}

void Query::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Query::Query(Database& database, std::string_view sql) : database_(&database) {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(database.handle(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    statement_.reset(statement);
    if (code != SQLITE_OK) database.fail(code);
}

bool Query::next() {
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) return true;
    reset();
    if (code != SQLITE_DONE) database_->fail(code);
    return false;
}

void Query::reset() { sqlite3_reset(statement_.get()); }

void Query::check(int code) const {
    if (code != SQLITE_OK) database_->fail(code);
}

bool Query::is_null(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }
std::int64_t Query::integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }
double Query::real(int column) const { return sqlite3_column_double(statement_.get(), column); }

std::string_view Query::text(int column) const {
    const void* bytes = sqlite3_column_blob(statement_.get(), column);
    return {static_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

void Query::bind_integer(int index, std::int64_t value) { check(sqlite3_bind_int64(statement_.get(), index, value)); }
void Query::bind_value(int index, double value) { check(sqlite3_bind_double(statement_.get(), index, value)); }
void Query::bind_value(int index, std::nullopt_t) { check(sqlite3_bind_null(statement_.get(), index)); }

void Query::bind_value(int index, std::string_view value) {
    check(sqlite3_bind_text64(statement_.get(), index, value.empty() ? "" : value.data(), value.size(), SQLITE_STATIC,
                              SQLITE_UTF8));
}

void Query::bind_value(int index, Blob value) {
    check(sqlite3_bind_blob64(statement_.get(), index, value.bytes.empty() ? "" : value.bytes.data(),
                              value.bytes.size(), SQLITE_STATIC));
}

Transaction::~Transaction() {
    // A failed statement may have rolled everything back already.
    if (open_ && !sqlite3_get_autocommit(database_->handle()))
        sqlite3_exec(database_->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
    database_->run("COMMIT");
    open_ = false;
}

}  // namespace hearsay
