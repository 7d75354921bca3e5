// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "document/csv.hpp"
#include "hearsay/document/reader.hpp"

namespace hearsay {

/// What corpus.csv says of the files in its folder.
class Manifest {
  public:
    struct Row {
        std::map<std::string, std::string> columns;  ///< without path; empty ones left out
        std::uint64_t line = 0;
        bool found = false;
    };
    /// Reports what is wrong with the manifest and reads the rest.
    Manifest(const std::filesystem::path& file, const DocumentReader::OnSkipped& skipped);

    /// The row of a file, by its path from the manifest's folder; null where there is none.
    const Row* find(const std::filesystem::path& relative);
    /// The files that it names, in name order.
    std::vector<std::string> paths() const;
    /// Reports each row whose file was not found.
    void report_missing(const DocumentReader::OnSkipped& skipped) const;

  private:
    void add_rows(const std::vector<CsvRecord>& records, const DocumentReader::OnSkipped& skipped);
    std::string name_;
    std::map<std::string, Row> rows_;  ///< by normalised path
};

/// Puts the row's columns over the document's own fields; columns that aren't known go to its other fields.
void apply(const Manifest::Row& row, RawDocument& document);

}  // namespace hearsay
