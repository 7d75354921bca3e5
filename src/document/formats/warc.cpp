// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>

#include "document/bytes/charset.hpp"
#include "document/formats/format.hpp"
#include "document/formats/html.hpp"
#include "document/formats/http_body.hpp"

namespace hearsay {

namespace {

constexpr std::size_t kLongestHeader = std::size_t{1} << 18;

/// A web archive (ISO 28500): the pages among its records, by record number.
class Warc final : public DocumentStream {
  public:
    using DocumentStream::DocumentStream;

    std::optional<RawDocument> next() override {
        while (find_record()) {
            if (!read_header()) continue;
            const bool response = fields_["warc-type"] == "response";
            const bool http = fields_["content-type"].starts_with("application/http");
            auto document = response && http ? read_response() : std::nullopt;
            pass(left_);
            any_ = any_ || document;
            if (document) return document;
        }
        if (!any_) context().skipped({input().name(), "holds no page that was found, of type text/html"});
        any_ = true;
        return std::nullopt;
    }
    std::string place() const override { return numbered(record_); }

  private:
    /// To the line that begins a record: between two there are empty lines, or what a damaged one left.
    bool find_record() {
        for (std::string line; read_line(bytes(), line, kLongestHeader) != Line::none;)
            if (line.starts_with("WARC/")) return ++record_, true;
        return false;
    }
    /// False, after a report, for a record without length: the next one is looked for behind it.
    bool read_header() {
        std::string header, line;
        while (read_line(bytes(), line, kLongestHeader) == Line::whole && line.size() > line.starts_with('\r') &&
               header.size() <= kLongestHeader)
            header.append(line).append("\n");
        std::string_view rest = header;
        fields_ = read_header_fields(rest);
        const std::string& length = fields_["content-length"];
        const auto [end, error] = std::from_chars(length.data(), length.data() + length.size(), left_);
        if (error == std::errc{} && end == length.data() + length.size()) return true;
        skip("is a record without a length, passed over to the next");
        return false;
    }

    std::optional<RawDocument> read_response() {
        std::string_view answer = bytes().peek(std::min<std::uint64_t>(left_, kLongestHeader));
        answer = answer.substr(0, left_);
        const std::size_t all = answer.size();
        const std::string status(answer.substr(0, answer.find('\n')));
        answer.remove_prefix(std::min(status.size() + 1, answer.size()));
        const HeaderFields fields = read_header_fields(answer);
        if (!is_page(status, fields)) return std::nullopt;
        any_ = true;
        pass(all - answer.size());
        if (left_ > limits().document_bytes) return skip(too_long()), std::nullopt;
        const std::string body = take_body();
        try {
            return read_page(decoded_body(body, fields, limits()), charset_of(fields));
        } catch (const BrokenInput& error) {
            skip(error.what());
            return std::nullopt;
        }
    }
    std::optional<RawDocument> read_page(std::string page, std::string charset) {
        if (charset.empty()) charset = declared_charset(page);
        auto document = page_document(to_utf8(std::move(page), charset), limits());
        if (!document) return skip("holds no article: no running text was found in the page"), std::nullopt;
        const std::string address(Text::decode(fields_["warc-target-uri"]).utf8());
        document->id = address;
        if (!document->url && !address.empty()) document->url = {address, Evidence::field};
        return placed(std::move(*document), record_);
    }

    std::string take_body() {
        std::string body;
        while (left_ > 0) {
            const std::string_view part = bytes().peek(1).substr(0, left_);
            if (part.empty()) break_off();
            body.append(part);
            bytes().skip(part.size());
            left_ -= part.size();
        }
        return body;
    }
    void pass(std::uint64_t size) {
        while (size > 0) {
            const std::string_view part = bytes().peek(1).substr(0, size);
            if (part.empty()) break_off();
            size -= part.size();
            left_ -= part.size();
            bytes().skip(part.size());
        }
    }
    [[noreturn]] static void break_off() {
        throw BrokenInput("breaks off here: a record is shorter than it says; get the file anew for the rest");
    }

    std::uint64_t record_ = 0, left_ = 0;  // bytes of the present record still to come
    bool any_ = false;  // a page, or a report of one that can't be read
    HeaderFields fields_;
};

}  // namespace

bool is_warc(const Sample& sample) { return sample.bytes.starts_with("WARC/"); }

std::unique_ptr<DocumentStream> open_warc(Input input, const InputContext& context) {
    return std::make_unique<Warc>(std::move(input), context);
}

}  // namespace hearsay
