// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace hearsay {

/// A connection to one SQLite file. What goes wrong is thrown with the file's name: OutputError where nothing can be
/// written (full disk, no permission), ResultError where the file is damaged or no database, RunError where it is busy.
class Database {
  public:
    enum class Access : std::uint8_t { read, write };
    Database(const std::filesystem::path& file, Access access);

    /// Runs statements that give no rows, separated by semicolons.
    void run(const char* sql);
    void run(const std::string& sql) { run(sql.c_str()); }
    /// The first column of the first row.
    std::int64_t integer(const std::string& sql);
    sqlite3* handle() const { return handle_.get(); }
    const std::filesystem::path& file() const { return file_; }
    /// By which it was opened, as ATTACH takes it.
    const std::string& uri() const { return uri_; }
    /// Throws what stands behind the last error. `code` is SQLite's extended result code.
    [[noreturn]] void fail(int code) const;

  private:
    struct Close {
        void operator()(sqlite3* handle) const;
    };
    void open(std::string uri, int flags);

    std::filesystem::path file_;
    std::string uri_;
    std::unique_ptr<sqlite3, Close> handle_;
};

/// A blob of bytes, so that it is not taken for text.
struct Blob {
    std::string_view bytes;
};

/// A prepared statement.
///
///   Query insert(database, "INSERT INTO aliases VALUES(?, ?)");
///   insert.execute(source, alias);
///   Query all(database, "SELECT alias FROM aliases WHERE source = ?");
///   for (all.bind(source); all.next();) std::cout << all.text(0);
///
/// Text and blobs are bound by reference: they must live until the next bind.
class Query {
  public:
    Query(Database& database, std::string_view sql);

    /// Takes one value for each '?', in order: integers, doubles, text, Blob, nullopt or an optional of these.
    template <class... Values>
    Query& bind(const Values&... values) {
        reset();
        int index = 0;
        (bind_value(++index, values), ...);
        return *this;
    }
    /// Steps to the next row; false, and ready to be bound anew, after the last.
    bool next();
    template <class... Values>
    void execute(const Values&... values) {
        bind(values...);
        while (next()) {
        }
    }

    bool is_null(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;
    /// Text or blob; valid until the next step.
    std::string_view text(int column) const;

    template <class Number = std::uint32_t>
    Number as(int column) const {
        return static_cast<Number>(integer(column));
    }
    template <class Number = std::uint32_t>
    std::optional<Number> optional(int column) const {
        return is_null(column) ? std::nullopt : std::optional<Number>(as<Number>(column));
    }

  private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    void reset();
    void check(int code) const;
    void bind_integer(int index, std::int64_t value);
    void bind_value(int index, double value);
    void bind_value(int index, std::string_view value);
    void bind_value(int index, const std::string& value) { bind_value(index, std::string_view(value)); }
    void bind_value(int index, const char* value) { bind_value(index, std::string_view(value)); }
    void bind_value(int index, Blob value);
    void bind_value(int index, std::nullopt_t);
    template <class Integer>
    requires std::is_integral_v<Integer>
    void bind_value(int index, Integer value) { bind_integer(index, static_cast<std::int64_t>(value)); }
    template <class Value>
    void bind_value(int index, const std::optional<Value>& value) {
        if (value)
            bind_value(index, *value);
        else
            bind_value(index, std::nullopt);
    }

    Database* database_;
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

/// Everything that is written while it lives becomes part of the file at commit(), or never.
class Transaction {
  public:
    explicit Transaction(Database& database) : database_(&database) { database.run("BEGIN IMMEDIATE"); }
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

  private:
    Database* database_;
    bool open_ = true;
};

}  // namespace hearsay
