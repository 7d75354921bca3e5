// SPDX-License-Identifier: Apache-2.0
#include "hearsay/source/source_table.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <unordered_map>

#include "document/manifest.hpp"
#include "hearsay/error.hpp"
#include "source/name_index.hpp"
#include "text/split.hpp"

namespace hearsay {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 7> kColumns = {"name",     "kind",    "aliases", "reliability",
                                                      "wikidata", "country", "domain"};
constexpr std::string_view kRemedy = "the columns are name, kind, aliases, reliability, wikidata, country and domain";

std::string read_file(const fs::path& file) {
    if (fs::is_directory(file)) throw SourcesError(file.string() + ": is a folder; give the path of a table");
    errno = 0;
    std::ifstream in(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (!in)
        throw SourcesError(file.string() + ": " + (errno ? std::strerror(errno) : "can't be read") +
                           "; give the path of a table");
    if (Text::decode(bytes).replacements() > 0) throw SourcesError(file.string() + ": is not UTF-8; save it as UTF-8");
    return bytes;
}

std::string trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t");
    if (begin == text.npos) return {};
    return std::string(text.substr(begin, text.find_last_not_of(" \t") - begin + 1));
}

std::string in_marks(std::string_view text) { return std::string(1, '\'').append(text).append("'"); }

std::vector<CsvRecord> tab_separated(std::string_view bytes) {
    std::vector<CsvRecord> records;
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    std::uint64_t number = 0;
    for (std::string_view line : split(bytes, '\n')) {
        ++number;
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty()) continue;
        const auto cells = split(line, '\t');
        records.push_back({{cells.begin(), cells.end()}, number});
    }
    return records;
}

std::vector<CsvRecord> records_of(const std::string& bytes, const fs::path& file) {
    if (bytes.substr(0, bytes.find('\n')).find('\t') != bytes.npos) return tab_separated(bytes);
    try {
        return read_csv(bytes, file.string());
    } catch (const InputError& error) {
        throw SourcesError(std::string(error.what()) + "; double every quotation mark inside a quoted cell");
    }
}

class SourceTableReader {
  public:
    SourceTableReader(const fs::path& file, const CsvRecord& header) : file_(file.string()), header_(header.fields) {
        where_ = file_ + ":" + std::to_string(header.line);
        for (std::string& column : header_) column = trimmed(column);
        for (auto column = header_.begin(); column != header_.end(); ++column) {
            if (std::ranges::find(kColumns, *column) == kColumns.end())
                fail("has an unknown column " + in_marks(*column), kRemedy);
            if (std::find(header_.begin(), column, *column) != column)
                fail("names the column " + in_marks(*column) + " twice", "drop one of them");
        }
        if (std::ranges::find(header_, "name") == header_.end())
            fail("names no column 'name'", "the first line names the columns");
    }

    std::vector<SourceRow> read(const std::vector<CsvRecord>& records) {
        std::vector<SourceRow> rows;
        for (auto record = records.begin() + 1; record != records.end(); ++record) rows.push_back(read(*record));
        return rows;
    }

  private:
    SourceRow read(const CsvRecord& record) {
        where_ = file_ + ":" + std::to_string(record.line);
        if (record.fields.size() > header_.size())
            fail("has " + std::to_string(record.fields.size()) + " cells for " + std::to_string(header_.size()) +
                     " columns",
                 "put a cell that holds a comma in double quotes");
        SourceRow row;
        row.where = where_;
        row.name = cell(record, "name");
        if (row.name.empty()) fail("names no source", "fill in its name or remove the line");
        row.kind = kind(cell(record, "kind"));
        const std::string aliases = cell(record, "aliases"), domains = cell(record, "domain");
        for (const std::string_view alias : items(aliases, '|'))
            if (!trimmed(alias).empty()) row.aliases.push_back(trimmed(alias));
        row.reliability = reliability(cell(record, "reliability"));
        row.wikidata = wikidata(cell(record, "wikidata"));
        row.country = cell(record, "country");
        for (const std::string_view domain : items(domains, '|'))
            if (!trimmed(domain).empty()) row.domains.push_back(trimmed(domain));
        claim_forms(row);
        return row;
    }

    std::string cell(const CsvRecord& record, std::string_view column) const {
        const auto at = static_cast<std::size_t>(std::ranges::find(header_, column) - header_.begin());
        return at < record.fields.size() ? trimmed(record.fields[at]) : std::string();
    }

    std::optional<SourceKind> kind(const std::string& text) const {
        if (text.empty()) return std::nullopt;
        try {
            return source_kind(text);
        } catch (const std::invalid_argument&) {
            fail("has the unknown kind " + in_marks(text),
                 "it is one of person, organization, government, outlet, document, group, anonymous, social");
        }
    }

    std::optional<double> reliability(const std::string& text) const {
        if (text.empty()) return std::nullopt;
        double value = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
        if (read.ec == std::errc{} && read.ptr == text.data() + text.size() && value >= 0 && value <= 1) return value;
        fail("has the reliability " + in_marks(text), "write a number from 0 to 1, such as 0.8");
    }

    std::string wikidata(const std::string& text) const {
        const auto digit = [](char c) { return c >= '0' && c <= '9'; };
        const bool item = text.size() > 1 && text.front() == 'Q' && std::all_of(text.begin() + 1, text.end(), digit);
        if (text.empty() || item) return text;
        fail("has the Wikidata item " + in_marks(text), "write it like Q42");
    }

    /// Every form may name one source only.
    void claim_forms(const SourceRow& row) {
        claim(row.name, row);
        for (const std::string& alias : row.aliases) claim(alias, row);
    }

    void claim(std::string_view form, const SourceRow& row) {
        const std::string key(NameKey(form).text());
        if (form.ends_with('?'))
            fail(in_marks(form) + " ends with '?'", "a form here means its source alone: leave the mark out");
        if (key.empty()) fail(in_marks(form) + " has neither letter nor digit", "write the name in full");
        const auto [known, is_new] = forms_.emplace(key, row.where);
        if (!is_new && known->second != row.where)
            fail(in_marks(form) + " stands in " + known->second + " too", "let it name one source only");
    }

    [[noreturn]] void fail(const std::string& cause, std::string_view remedy) const {
        throw SourcesError(where_ + ": " + cause + "; " + std::string(remedy));
    }

    std::string file_, where_;
    std::vector<std::string> header_;
    std::unordered_map<std::string, std::string> forms_;  // key -> row; looked up only
};

}  // namespace

std::vector<SourceRow> read_source_table(const fs::path& file) {
    const std::vector<CsvRecord> records = records_of(read_file(file), file);
    if (records.empty())
        throw SourcesError(file.string() + ": is empty; its first line names the columns: " + std::string(kRemedy));
    return SourceTableReader(file, records.front()).read(records);
}

}  // namespace hearsay
