// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <string>

#include "store/database.hpp"

namespace hearsay {

/// Rises when a table of schema.sql changes its meaning.
inline constexpr int kSchemaVersion = 8;

inline std::filesystem::path database_in(const std::filesystem::path& folder) { return folder / "hearsay.sqlite"; }

/// Opens the run in `folder` for writing and makes its tables where it is new. The caller holds its RunLock. Throws
/// RunError for another schema version, ResultError for a file that is no run.
Database open_run(const std::filesystem::path& folder);

/// Opens it for reading. Throws ResultError where there is none.
Database open_run_to_read(const std::filesystem::path& folder);

/// A fact about the run as a whole; empty where it was never set.
std::string run_value(Database& database, const std::string& name);
void set_run_value(Database& database, const std::string& name, const std::string& value);

}  // namespace hearsay
