// SPDX-License-Identifier: Apache-2.0
#include "store/run_database.hpp"

#include <system_error>

#include "hearsay/error.hpp"
#include "hearsay/resources.hpp"
#include "store/schema.hpp"

namespace hearsay {

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t kApplicationId = 0x48525359;  // "HRSY", by which file(1) and SQLite know the format

/// What holds for one connection. A commit is on the disk when it returns, so that a power cut loses nothing earlier;
/// the log may grow to some 64 MB before it is folded into the file.
constexpr const char* kWriterSettings =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 16000;"
    "PRAGMA cache_size = -49152; PRAGMA temp_store = MEMORY";
constexpr const char* kReaderSettings = "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY";

void check_version(Database& database) {
    const std::string file = database.file().string();
    if (database.integer("PRAGMA application_id") != kApplicationId)
        throw ResultError(file + ": is a database, but no run of hearsay");
    const std::int64_t version = database.integer("PRAGMA user_version");
    if (version == kSchemaVersion) return;
    throw RunError(file + ": has schema version " + std::to_string(version) + "; this hearsay works with version " +
                   std::to_string(kSchemaVersion) + ": make the run anew");
}

void create_tables(Database& database) {
    Transaction creation(database);
    database.run("PRAGMA application_id = " + std::to_string(kApplicationId));
    database.run("PRAGMA user_version = " + std::to_string(kSchemaVersion));
    database.run(kSchema);
    set_run_value(database, "generator", "hearsay " + std::string(version()));
    creation.commit();
}

bool is_new(Database& database) { return database.integer("SELECT count(*) FROM sqlite_schema") == 0; }

}  // namespace

Database open_run(const fs::path& folder) {
    Database database(database_in(folder), Database::Access::write);
    const bool fresh = is_new(database);
    if (!fresh) check_version(database);
    database.run(kWriterSettings);
    if (fresh) create_tables(database);
    return database;
}

Database open_run_to_read(const fs::path& folder) {
    std::error_code unknown;
    const fs::path file = database_in(folder);
    if (!fs::exists(file, unknown)) throw ResultError(folder.string() + ": is no run; hearsay.sqlite is missing");
    Database database(file, Database::Access::read);
    check_version(database);
    database.run(kReaderSettings);
    return database;
}

std::string run_value(Database& database, const std::string& name) {
    Query query(database, "SELECT value FROM run WHERE name = ?");
    return query.bind(name).next() ? std::string(query.text(0)) : std::string();
}

void set_run_value(Database& database, const std::string& name, const std::string& value) {
    Query(database, "INSERT OR REPLACE INTO run VALUES(?, ?)").execute(name, value);
}

}  // namespace hearsay
