// SPDX-License-Identifier: Apache-2.0
#include "document/csv.hpp"

#include <algorithm>
#include <limits>

namespace hearsay {

std::optional<CsvRecord> CsvStream::next() {
    while (!bytes_.at_end()) {
        CsvRecord record{{}, line_};
        begin_ = bytes_.position();
        do read_field(record);
        while (end_field());
        if (record.too_long) record.fields.clear();
        if (record.fields.size() != 1 || !record.fields[0].empty()) return record;
    }
    return std::nullopt;
}

void CsvStream::read_field(CsvRecord& record) {
    record.fields.emplace_back();
    if (bytes_.peek(1).starts_with('"'))
        if (const std::size_t size = quoted_size(record)) return take_quoted(record, size);
    take_plain(record);
}

/// The bytes of a field in quotes, with them; 0 for one that only begins with a quotation mark.
std::size_t CsvStream::quoted_size(CsvRecord& record) {
    for (std::size_t at = 1; !is_too_long(record, at);) {
        const std::string_view bytes = bytes_.peek(at + 1);
        const std::size_t quote = bytes.find('"', at);
        if (quote == bytes.npos) {
            if (bytes.size() <= at) throw BrokenInput("a quotation mark is not closed");
            at = bytes.size();
            continue;
        }
        if (ends_field(quote + 1)) return quote + 1;
        const std::string_view all = bytes_.peek(quote + 2);
        if (all[quote + 1] != '"') {
            if (quoting_ == Quoting::strict) refuse_stray(all.substr(0, quote + 1));
            return 0;
        }
        at = quote + 2;
    }
    return 0;
}

bool CsvStream::ends_field(std::size_t at) {
    const std::string_view bytes = bytes_.peek(at + 2);
    const std::string_view after = bytes.substr(std::min(at, bytes.size()));
    return after.empty() || after[0] == separator_ || after[0] == '\n' || after.starts_with("\r\n");
}

void CsvStream::refuse_stray(std::string_view quoted) const {
    const auto lines = static_cast<std::uint64_t>(std::count(quoted.begin(), quoted.end(), '\n'));
    const std::uint64_t before = lines ? 0 : bytes_.position() - line_begin_;
    const std::uint64_t column = before + quoted.size() - (quoted.rfind('\n') + 1) + 1;
    throw BrokenInput(std::to_string(line_ + lines) + ":" + std::to_string(column) +
                      ": text after a closing quotation mark");
}

void CsvStream::take_quoted(CsvRecord& record, std::size_t size) {
    const std::string_view quoted = bytes_.peek(size).substr(0, size);
    if (const std::size_t last = quoted.rfind('\n'); last != quoted.npos) {
        line_ += static_cast<std::uint64_t>(std::count(quoted.begin(), quoted.end(), '\n'));
        line_begin_ = bytes_.position() + last + 1;
    }
    for (std::string_view inner = quoted.substr(1, size - 2); !inner.empty();) {
        const std::size_t end = std::min(inner.find('"'), inner.size());
        record.fields.back().append(inner, 0, end + 1);
        inner.remove_prefix(std::min(end + 2, inner.size()));
    }
    bytes_.skip(size);
}

void CsvStream::take_plain(CsvRecord& record) {
    std::string& field = record.fields.back();
    const char ends[] = {separator_, '\n'};
    for (bool ended = false; !ended;) {
        const std::string_view bytes = bytes_.peek(1);
        const std::size_t end = std::min(bytes.find_first_of(std::string_view(ends, 2)), bytes.size());
        if (is_too_long(record, end)) field.clear();
        if (!record.too_long) field.append(bytes, 0, end);
        ended = end < bytes.size();
        bytes_.skip(end);
        ended = ended || bytes_.at_end();
    }
    if (field.ends_with('\r') && bytes_.peek(1).substr(0, 1) != std::string_view(&separator_, 1)) field.pop_back();
}

/// True where another field follows.
bool CsvStream::end_field() {
    if (bytes_.peek(2).starts_with("\r\n")) bytes_.skip(1);
    if (bytes_.at_end()) return false;
    const bool more = bytes_.peek(1)[0] == separator_;
    bytes_.skip(1);
    if (more) return true;
    ++line_;
    line_begin_ = bytes_.position();
    return false;
}

bool CsvStream::is_too_long(CsvRecord& record, std::size_t ahead) const {
    record.too_long = record.too_long || bytes_.position() + ahead - begin_ > limit_;
    return record.too_long;
}

std::vector<CsvRecord> read_csv(std::string bytes, const std::string& name) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
    ByteStream stream(std::make_unique<MemorySource>(std::move(bytes)));
    CsvStream table(stream, ',', std::numeric_limits<std::uint64_t>::max(), Quoting::strict);
    std::vector<CsvRecord> records;
    try {
        while (auto record = table.next()) records.push_back(std::move(*record));
    } catch (const BrokenInput& error) {
        const std::string_view cause = error.what();
        const std::string line = cause.starts_with("a ") ? std::to_string(table.line()) + ": " : std::string();
        throw InputError(name + ":" + line + std::string(cause));
    }
    return records;
}

}  // namespace hearsay
