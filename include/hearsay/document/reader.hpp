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
#include "hearsay/document/input_options.hpp"

namespace hearsay {

/// An article as it lies in the input, before its text is read for metadata and boilerplate.
struct RawDocument {
    std::string id, path;
    std::uint64_t line = 0;  ///< where it begins, from 1; in a WARC file the record; else 0
    Metadatum publisher, published, url, title;  ///< from the manifest or a field; `published` as written there
    std::string text;                            ///< bytes as given; of a page or feed its text
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
/// Plain text, JSON, JSON lines, CSV and TSV, HTML, RSS, Atom, NewsML-G2, NITF, WARC, in zip and tar archives and packed
/// with gzip, zstd, bzip2 or xz; each is told by its content. "-" is standard input. Folders pass over files that neither
/// bear a known ending nor are a page, a feed or a web archive by their content. `corpus.csv` in a folder is that
/// folder's manifest (RFC 4180 with a header: path, publisher, published, url, title) and overrides what fields and text
/// say. docs/formats.md has the details. Anything that can't be read (missing, a folder that leads back to itself,
/// binary, empty, malformed, broken off, beyond the limits, a manifest row whose file is missing) is reported to
/// `skipped`, and the rest is still read. An id that was seen before gets "#2" and so on. Memory: the list of files, the
/// ids, and a few times one document; files are streamed. Throws ResourceError where a lexicon is missing.
class DocumentReader {
  public:
    using OnSkipped = std::function<void(const Skipped&)>;
    DocumentReader(std::vector<std::filesystem::path> inputs, OnSkipped skipped,
                   std::istream* standard_input = nullptr, InputOptions options = {});
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
