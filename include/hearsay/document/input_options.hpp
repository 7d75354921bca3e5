// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace hearsay {

/// How much of an input is taken before it counts as hostile. What goes beyond is reported to `skipped`, naming the
/// option of the program that raises the limit, and the rest is read. Sizes in bytes.
struct InputLimits {
    std::uint64_t document_bytes = std::uint64_t{64} << 20;  ///< of a file, line, record, page or item (--max-document)
    std::size_t depth = 256;                                 ///< of nesting in JSON, XML and HTML (--max-depth)
    std::size_t archive_depth = 2;                           ///< archives within archives (--max-archives)
    std::uint64_t members = 1'000'000;                       ///< files in one archive (--max-members)
    /// Unpacked to packed, counted once more than `document_bytes` came out (--max-ratio).
    std::uint64_t ratio = 200;
    std::uint64_t unpacked_bytes = std::uint64_t{1} << 40;  ///< of one packed file (--max-unpacked)
};

/// Which field of a record (JSON object, table row) holds what: from "text", "id", "publisher", "published", "url" or
/// "title" to the field's name, dotted where it lies in an object within. What is not in it is found by the usual names
/// (data/lexicons/article_fields.tsv).
using FieldMap = std::map<std::string, std::string>;

/// Reads "text=body,publisher=source.name". Throws std::invalid_argument, naming the part that can't be understood.
FieldMap parse_field_map(std::string_view written);

/// How documents are read.
///
///   InputOptions options;
///   options.fields = parse_field_map("text=body");
///   DocumentReader reader({"dump.json"}, report, nullptr, options);
struct InputOptions {
    FieldMap fields{};
    InputLimits limits{};
};

}  // namespace hearsay
