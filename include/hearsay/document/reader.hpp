// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "hearsay/document/document.hpp"

namespace hearsay {

/// An article as it lies in the input, before its text is read for metadata and boilerplate.
struct RawDocument {
    std::string id, path;
    std::uint64_t line = 0;
    Metadatum publisher, published, url, title;  ///< from the manifest or a field; `published` as written there
    std::string text;                            ///< bytes as given
    boost::json::object fields;
};

/// What was not read, and why: "FILE:LINE:COLUMN: cause".
struct Skipped {
    std::string where, cause;
};

/// Reads every article under some paths, one at a time, in input order; folders recursively and in name order.
///
///   DocumentReader reader({"articles", "more.jsonl.gz"}, report);
///   while (auto raw = reader.next()) work(prepare_document(std::move(*raw), known_outlet));
///
/// Reads `.txt`, `.jsonl` and `.jsonl.gz`; "-" is standard input, JSON lines; a file named outright with another ending
/// is read as plain text, while folders pass over such files. `corpus.csv` in a folder is that folder's manifest
/// (RFC 4180 with a header: path, publisher, published, url, title) and overrides what fields and text say.
/// docs/formats.md has the details. Anything that can't be read (missing, a folder that leads back to itself, binary,
/// empty, malformed JSON, a manifest row whose file is missing) is reported to `skipped`, and the rest is still read.
/// An id that was seen before gets "#2" and so on. Memory: the list of files, the ids, and one document.
class DocumentReader {
  public:
    using OnSkipped = std::function<void(const Skipped&)>;
    DocumentReader(std::vector<std::filesystem::path> inputs, OnSkipped skipped,
                   std::istream* standard_input = nullptr);
    ~DocumentReader();
    std::optional<RawDocument> next();
    /// Bytes of input consumed so far and in all (files on disk, compressed size); for progress.
    std::uint64_t bytes_read() const;
    std::uint64_t bytes_total() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Tokenizes, finds datelines, credits, dates, boilerplate and the language. Pure: may run on any thread.
/// `known_outlet` tells whether a string names an outlet or agency (the gazetteer's judgement), so that "(Bloomberg)
/// --" is a dateline and "(Laughter) --" is not. Throws InputError for a text of more than 1 GiB.
Document prepare_document(RawDocument raw, const std::function<bool(std::string_view)>& known_outlet);

}  // namespace hearsay
