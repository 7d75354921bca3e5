// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "hearsay/source/source.hpp"

namespace hearsay {

/// What a user says of one source: a row of the table given with --sources.
struct SourceRow {
    std::string name;
    std::optional<SourceKind> kind;     ///< absent: as the gazetteer has it
    std::vector<std::string> aliases;   ///< forms that mean this source alone; a trailing '!' as in docs/lexicons.md
    std::optional<double> reliability;  ///< 0..1
    std::string wikidata;               ///< "Q..." or empty
    std::string country;                ///< ISO 3166 alpha-2, or empty
    std::vector<std::string> domains;   ///< "example.com"
    std::string where;                  ///< "sources.csv:3", for messages
};

/// Reads such a table, CSV (RFC 4180) or, where its first line holds a tab, tab-separated; docs/formats.md has the
/// columns.
///
///   const auto rows = read_source_table("sources.csv");
///   const auto gazetteer = Gazetteer::load(resource_directory() / "lexicons", rows);
///
/// Throws SourcesError with file, line, cause and remedy for whatever is wrong with it: nothing of a table that says
/// one thing twice, or something that can't be, is used.
std::vector<SourceRow> read_source_table(const std::filesystem::path& file);

}  // namespace hearsay
