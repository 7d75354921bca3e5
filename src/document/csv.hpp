// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/bytes/byte_stream.hpp"

namespace hearsay {

/// One record of a CSV file and the line that it begins on.
struct CsvRecord {
    std::vector<std::string> fields{};
    std::uint64_t line = 0;
    bool too_long = false;  ///< and therefore without fields
};

/// What a field is that begins with a quotation mark but goes on behind the closing one: an error in a table that
/// people write by RFC 4180; text as it stands in one that was written without quoting.
enum class Quoting : std::uint8_t { strict, lenient };

/// Reads a table from a stream, a record at a time: fields in double quotes may hold separators, line breaks and
/// doubled quotes; LF or CRLF. Empty lines are no records.
class CsvStream {
  public:
    CsvStream(ByteStream& bytes, char separator, std::uint64_t limit, Quoting quoting = Quoting::lenient)
        : bytes_(bytes), separator_(separator), limit_(limit), quoting_(quoting) {}

    /// Throws BrokenInput where the table ends within a quoted field and, if strict, for text behind one.
    std::optional<CsvRecord> next();
    /// The line that is read next, from 1.
    std::uint64_t line() const { return line_; }

  private:
    void read_field(CsvRecord& record);
    std::size_t quoted_size(CsvRecord& record);
    bool ends_field(std::size_t at);
    void take_quoted(CsvRecord& record, std::size_t size);
    void take_plain(CsvRecord& record);
    bool end_field();
    bool is_too_long(CsvRecord& record, std::size_t ahead) const;
    [[noreturn]] void refuse_stray(std::string_view quoted) const;

    ByteStream& bytes_;
    char separator_;
    std::uint64_t limit_;
    Quoting quoting_;
    std::uint64_t line_ = 1;
    std::uint64_t begin_ = 0, line_begin_ = 0;  // where in the stream the record and the line begin
};

/// Reads a table that people write, with commas. Throws InputError with line and column for a quotation mark that is
/// not closed or is followed by more text; `name` begins the message.
std::vector<CsvRecord> read_csv(std::string bytes, const std::string& name);

}  // namespace hearsay
