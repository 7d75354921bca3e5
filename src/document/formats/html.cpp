// SPDX-License-Identifier: Apache-2.0
#include "document/formats/html.hpp"

#include <algorithm>

#include "document/bytes/charset.hpp"
#include "document/formats/format.hpp"
#include "document/html/page_text.hpp"

namespace hearsay {

namespace {

/// Begins as pages do (after the WHATWG's MIME sniffing), beyond white space, a byte order mark and comments.
std::string_view first_tag(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    for (;;) {
        bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n\f"), bytes.size()));
        const std::string_view end = bytes.starts_with("<!--") ? "-->" : bytes.starts_with("<?") ? "?>" : "";
        const std::size_t found = end.empty() ? bytes.npos : bytes.find(end);
        if (found == bytes.npos) break;
        bytes.remove_prefix(found + end.size());
    }
    return bytes.substr(0, std::min(bytes.find_first_of(" \t\r\n>", 1), bytes.size()));
}

bool equal_ignoring_case(std::string_view a, std::string_view lower) {
    return std::equal(a.begin(), a.end(), lower.begin(), lower.end(),
                      [](char x, char y) { return (x >= 'A' && x <= 'Z' ? x + 32 : x) == y; });
}

/// One page, one article.
class HtmlFile final : public DocumentStream {
  public:
    using DocumentStream::DocumentStream;

    std::optional<RawDocument> next() override {
        if (done_) return std::nullopt;
        done_ = true;
        std::string page;
        if (!read_all(bytes(), page, limits().document_bytes)) throw BrokenInput(too_long());
        const std::string label(input().charset.empty() ? declared_charset(page) : input().charset);
        auto document = page_document(to_utf8(std::move(page), label), limits());
        if (!document) throw BrokenInput("holds no article: no running text was found in the page");
        document->id = input().id;
        document->path = input().path;
        return document;
    }

  private:
    bool done_ = false;
};

Metadatum stated(std::string value) {
    return value.empty() ? Metadatum{} : Metadatum{std::move(value), Evidence::field};
}

}  // namespace

std::optional<RawDocument> page_document(const std::string& page, const InputLimits& limits) {
    const HtmlTree tree(page, limits);
    PageMetadata metadata = read_metadata(tree, limits.depth);
    RawDocument document;
    document.text = article_text(tree, metadata);
    if (document.text.empty()) return std::nullopt;
    document.title = stated(std::move(metadata.title));
    document.publisher = stated(std::move(metadata.publisher));
    document.published = stated(std::move(metadata.published));
    document.url = stated(std::move(metadata.url));
    return document;
}

bool is_html(const Sample& sample) {
    // The first tag of an XML text may be a doctype of any kind.
    if (sample.bytes.starts_with("<?xml") && sample.bytes.find("<html") == std::string_view::npos) return false;
    constexpr std::string_view kFirst[] = {"<!doctype", "<html", "<head",    "<body", "<title", "<meta",
                                           "<script",   "<link", "<article", "<main", "<div",   "<p"};
    const std::string_view tag = first_tag(sample.bytes);
    return std::any_of(std::begin(kFirst), std::end(kFirst),
                       [&](std::string_view name) { return equal_ignoring_case(tag, name); });
}

std::unique_ptr<DocumentStream> open_html(Input input, const InputContext& context) {
    return std::make_unique<HtmlFile>(std::move(input), context);
}

}  // namespace hearsay
