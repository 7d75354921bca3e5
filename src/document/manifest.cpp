// SPDX-License-Identifier: Apache-2.0
#include "document/manifest.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "hearsay/error.hpp"

namespace hearsay {

namespace fs = std::filesystem;

namespace {

std::string key_of(const fs::path& path) { return path.lexically_normal().generic_string(); }

std::string repaired(std::string_view bytes) { return std::string(Text::decode(bytes).utf8()); }

}  // namespace

Manifest::Manifest(const fs::path& file, const DocumentReader::OnSkipped& skipped) : name_(file.generic_string()) {
    std::ifstream input(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(input), {}};
    if (!input) {
        skipped({name_, "can't be read"});
        return;
    }
    try {
        add_rows(read_csv(repaired(bytes), name_), skipped);
    } catch (const InputError& error) {
        const std::string_view message = error.what();
        const std::size_t colon = message.rfind(": ");
        skipped({std::string(message.substr(0, colon)), std::string(message.substr(colon + 2))});
    }
}

void Manifest::add_rows(const std::vector<CsvRecord>& records, const DocumentReader::OnSkipped& skipped) {
    if (records.empty()) return skipped({name_, "is empty"});
    const auto& header = records.front().fields;
    const auto path = static_cast<std::size_t>(std::find(header.begin(), header.end(), "path") - header.begin());
    if (path == header.size()) return skipped({name_ + ":1", "has no column \"path\""});
    for (auto record = records.begin() + 1; record != records.end(); ++record) {
        const std::string where = name_ + ":" + std::to_string(record->line);
        if (record->fields.size() <= path || record->fields[path].empty()) {
            skipped({where, "names no file"});
            continue;
        }
        Row row{{}, record->line, false};
        for (std::size_t i = 0; i < std::min(header.size(), record->fields.size()); ++i)
            if (i != path && !record->fields[i].empty()) row.columns.emplace(header[i], record->fields[i]);
        if (!rows_.emplace(key_of(record->fields[path]), std::move(row)).second)
            skipped({where, "names " + record->fields[path] + " again"});
    }
}

const Manifest::Row* Manifest::find(const fs::path& relative) {
    const auto found = rows_.find(key_of(relative));
    if (found == rows_.end()) return nullptr;
    found->second.found = true;
    return &found->second;
}

std::vector<std::string> Manifest::paths() const {
    std::vector<std::string> found;
    for (const auto& row : rows_) found.push_back(row.first);
    return found;
}

void Manifest::report_missing(const DocumentReader::OnSkipped& skipped) const {
    std::vector<const std::pair<const std::string, Row>*> missing;
    for (const auto& entry : rows_)
        if (!entry.second.found) missing.push_back(&entry);
    std::sort(missing.begin(), missing.end(), [](auto* a, auto* b) { return a->second.line < b->second.line; });
    for (const auto* entry : missing)
        skipped({name_ + ":" + std::to_string(entry->second.line), "names " + entry->first + ", which is not there"});
}

void apply(const Manifest::Row& row, RawDocument& document) {
    const std::pair<std::string_view, Metadatum*> known[] = {{"publisher", &document.publisher},
                                                             {"published", &document.published},
                                                             {"url", &document.url},
                                                             {"title", &document.title}};
    for (const auto& [column, value] : row.columns) {
        const auto* field =
            std::find_if(std::begin(known), std::end(known), [&](auto& k) { return k.first == column; });
        if (field != std::end(known))
            *field->second = {value, Evidence::manifest};
        else
            document.fields[column] = value;
    }
}

}  // namespace hearsay
