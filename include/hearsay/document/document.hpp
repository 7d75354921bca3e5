// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <boost/json/object.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/text/tokenizer.hpp"

namespace hearsay {

/// Index of a document in the run, in input order.
enum class DocumentId : std::uint32_t {};

/// Where a piece of metadata was read, most trusted first: later ones never overwrite earlier ones.
enum class Evidence : std::uint8_t { manifest, field, dateline, credit, copyright, url, header, none };
std::string_view to_string(Evidence evidence);

/// A piece of metadata and where it was read. `value` is empty exactly where `evidence` is none.
struct Metadatum {
    std::string value;
    Evidence evidence = Evidence::none;
    explicit operator bool() const { return evidence != Evidence::none; }
};

enum class BoilerplateKind : std::uint8_t {
    header,
    dateline,
    credit,
    caption,
    advertisement,
    link,
    related,
    update_note,
    copyright
};
std::string_view to_string(BoilerplateKind kind);

/// A stretch of the text that is no article content. Spans don't overlap and are in text order.
struct Boilerplate {
    Span span;
    BoilerplateKind kind;
};

/// One article.
///
///   Document document = ...;                       // from a DocumentReader
///   std::cout << document.publisher.value << ": " << document.text().slice({0, 80}) << '\n';
///
/// Offsets are code points into `text()`, the text as given: the file, the "text" field of a JSON line, or the text that
/// was read from a page or feed.
struct Document {
    std::string id;          ///< unique in the run: the "id" field, else the path without its ending
    std::string path;        ///< as given; empty on standard input. A file in an archive: "dump.zip/a/b.html"
    std::uint64_t line = 0;  ///< where a record, row or item begins in its file, from 1; else 0
    Metadatum publisher;     ///< the outlet's name as read
    Metadatum published;     ///< ISO 8601: "2024-10-09", "2024-10" or "2024"
    Metadatum url;
    Metadatum title;  ///< from field or manifest only; a headline in the text stays in the text
    /// Other outlets than the publisher that the text credits with the story: a dateline "(Reuters)" where the publisher
    /// is known to be another, or "Source: Reuters". They are relays between an origin and the publisher.
    std::vector<std::string> credited;
    std::string language;  ///< "en" or "und"
    TokenizedText tokens;
    std::vector<Boilerplate> boilerplate;
    boost::json::object fields;  ///< unknown fields of the JSON line, kept for the output

    const Text& text() const { return tokens.text(); }
    /// Whether boilerplate overlaps `span`.
    bool is_boilerplate(Span span) const;
    /// The sentences' token ranges without boilerplate; a sentence may be cut short, or split, by it.
    std::vector<TokenRange> content_sentences() const;
};

}  // namespace hearsay
