// SPDX-License-Identifier: Apache-2.0
#include "document/formats/news_xml.hpp"

#include <algorithm>

#include "document/bytes/charset.hpp"
#include "document/formats/format.hpp"
#include "document/formats/xml_records.hpp"

namespace hearsay {

namespace {

/// What the outermost element says of what is in it, and the element that holds an article.
struct Kind {
    std::string_view root, record;
};
constexpr Kind kKinds[] = {{"rss", "item"},          {"RDF", "item"},         {"feed", "entry"},
                           {"newsItem", "newsItem"}, {"itemSet", "newsItem"}, {"newsMessage", "newsItem"},
                           {"nitf", "nitf"},         {"NewsML", "nitf"}};

const Kind* kind_of(std::string_view bytes) {
    const std::string_view root = root_name(bytes);
    const auto* found =
        std::find_if(std::begin(kKinds), std::end(kKinds), [&](const Kind& k) { return k.root == root; });
    return found == std::end(kKinds) ? nullptr : found;
}

/// RSS, Atom, NewsML-G2 or NITF: one article after the other, however many there are.
class NewsXml final : public DocumentStream {
  public:
    NewsXml(Input input, const InputContext& context, const Kind& kind)
        : DocumentStream(std::move(input), context), records_(bytes(), {kind.record}, limits()) {
        charset_ = this->input().charset.empty() ? declared_charset(bytes().peek(1024)) : this->input().charset;
    }

    std::optional<RawDocument> next() override {
        while (auto record = records_.next()) {
            any_ = true;
            if (record->too_long || record->too_deep) {
                complain(record->line, record->too_long ? too_long() : too_deep());
            } else if (auto document = read(*record)) {
                return document;
            }
        }
        if (!any_) skip("holds no article");
        any_ = true;
        return std::nullopt;
    }
    std::string place() const override { return any_ ? numbered(records_.line()) : input().name(); }

  private:
    void complain(std::uint64_t line, const std::string& cause) const { context().skipped({numbered(line), cause}); }

    std::optional<RawDocument> read(const XmlRecords::Record& record) {
        const std::string xml = to_utf8(record.xml, charset_);
        pugi::xml_document parsed;
        const auto result = parsed.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata,
                                               pugi::encoding_utf8);
        if (!result) {
            complain(record.line, std::string("malformed XML: ") + result.description());
            return std::nullopt;
        }
        try {
            RawDocument document = converted(parsed.document_element());
            if (!document.text.empty()) return placed(std::move(document), record.line);
            complain(record.line, "has no text");
        } catch (const BrokenInput& error) {
            complain(record.line, error.what());
        }
        return std::nullopt;
    }
    RawDocument converted(const pugi::xml_node& record) {
        if (local_name(record) == "nitf") return nitf_document(record, limits());
        if (local_name(record) == "newsItem") return newsml_document(record, limits());
        return feed_document(record, feed(), limits());
    }
    /// What stands before the first item is cut off, and still tells the feed's title.
    pugi::xml_node feed() {
        if (!feed_.first_child()) {
            const std::string head = to_utf8(records_.head(), charset_);
            feed_.load_buffer(head.data(), head.size(), pugi::parse_default, pugi::encoding_utf8);
        }
        return feed_.document_element();
    }

    std::string charset_;
    XmlRecords records_;
    pugi::xml_document feed_;
    bool any_ = false;
};

}  // namespace

bool is_news_xml(const Sample& sample) { return kind_of(sample.bytes) != nullptr; }

std::unique_ptr<DocumentStream> open_news_xml(Input input, const InputContext& context) {
    const std::string_view bytes = input.bytes->peek(1);
    if (const Kind* kind = kind_of(bytes)) return std::make_unique<NewsXml>(std::move(input), context, *kind);
    const std::string root(root_name(bytes).substr(0, 40));
    context.skipped(
        {input.name(), root.empty()
                           ? "is no XML that can be read"
                           : "is XML, but neither RSS, Atom, NewsML-G2 nor NITF: it begins with <" + root + ">"});
    return nullptr;
}

}  // namespace hearsay
