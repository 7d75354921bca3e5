// SPDX-License-Identifier: Apache-2.0
#include "document/formats/xml_records.hpp"

#include <algorithm>
#include <utility>

namespace hearsay {

namespace {

constexpr std::size_t kLongestHead = std::size_t{1} << 20;
constexpr std::size_t kLongestTag = std::size_t{1} << 20;

std::string_view local(std::string_view name) { return name.substr(name.find(':') + 1); }

/// One past the ">" that ends a tag, beyond those in quotation marks; 0 where it is not in `bytes`.
std::size_t tag_size(std::string_view bytes) {
    for (std::size_t at = 1; at < bytes.size(); ++at) {
        at = bytes.find_first_of("\"'>", at);
        if (at == bytes.npos) return 0;
        if (bytes[at] == '>') return at + 1;
        at = bytes.find(bytes[at], at + 1);
        if (at == bytes.npos) return 0;
    }
    return 0;
}

/// Of "<a:b c='d'>" the "b".
std::string_view tag_name(std::string_view tag) {
    tag.remove_prefix(tag.starts_with("</") ? 2 : 1);
    return local(tag.substr(0, tag.find_first_of(" \t\r\n/>")));
}

std::size_t size_to(std::string_view bytes, std::string_view end) {
    const std::size_t found = bytes.find(end);
    return found == bytes.npos ? 0 : found + end.size();
}

/// Of a document type, the bracket that ends its declarations is the one right before the end.
std::size_t declaration_size(std::string_view bytes) {
    std::size_t at = bytes.find_first_of("[>");
    if (at == bytes.npos || bytes[at] == '>') return at == bytes.npos ? 0 : at + 1;
    for (at = bytes.find(']', at); at != bytes.npos; at = bytes.find(']', at + 1)) {
        const std::size_t next = bytes.find_first_not_of(" \t\r\n", at + 1);
        if (next != bytes.npos && bytes[next] == '>') return next + 1;
    }
    return 0;
}

}  // namespace

std::string_view root_name(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    for (;;) {
        bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
        if (!bytes.starts_with('<')) return {};
        const bool comment = bytes.starts_with("<!--");
        if (!comment && !bytes.starts_with("<?") && !bytes.starts_with("<!")) return tag_name(bytes);
        const std::size_t size = comment ? size_to(bytes, "-->") : declaration_size(bytes);
        if (size == 0) return {};
        bytes.remove_prefix(size);
    }
}

std::optional<XmlRecords::Record> XmlRecords::next() {
    for (;;) {
        pass_text();
        const std::string_view ahead = bytes_.peek(9);
        if (ahead.empty()) break;
        if (ahead.starts_with("<!--")) {
            pass("-->");
        } else if (ahead.starts_with("<![CDATA[")) {
            pass("]]>");
        } else if (ahead.starts_with("<?")) {
            pass("?>");
        } else if (ahead.starts_with("<!")) {
            pass_doctype();
        } else if (read_tag()) {
            return std::exchange(record_, {});
        }
    }
    if (depth_ == 0) return std::nullopt;
    throw BrokenInput("breaks off here: " + std::to_string(depth_) + (depth_ == 1 ? " element is" : " elements are") +
                      " not closed; get the file anew for the rest");
}

/// To the next tag.
void XmlRecords::pass_text() {
    for (std::string_view bytes = bytes_.peek(1); !bytes.empty(); bytes = bytes_.peek(1)) {
        const std::size_t end = bytes.find('<');
        take(std::min(end, bytes.size()));
        if (end != bytes.npos) return;
    }
}

void XmlRecords::pass(std::string_view end) {
    for (;;) {
        const std::string_view bytes = bytes_.peek(end.size());
        if (bytes.size() < end.size()) return take(bytes.size());
        const std::size_t found = bytes.find(end);
        if (found != bytes.npos) return take(found + end.size());
        take(bytes.size() - end.size() + 1);
    }
}

/// A document type may hold declarations in brackets, comments and quoted brackets among them.
void XmlRecords::pass_doctype() {
    const std::size_t found = bytes_.peek(kLongestTag).find_first_of("[>");
    const bool subset = found != std::string_view::npos && bytes_.peek(1)[found] == '[';
    pass(subset ? "]" : ">");
    while (subset && !bytes_.at_end()) {
        const std::string_view after = bytes_.peek(64);
        const std::size_t next = after.find_first_not_of(" \t\r\n");
        const bool ended = next != after.npos && after[next] == '>';
        pass(ended ? ">" : "]");
        if (ended) return;
    }
}

/// True where the tag ends a record.
bool XmlRecords::read_tag() {
    std::size_t size = 0;
    for (std::size_t wanted = 1024; size == 0; wanted *= 2) {
        const std::string_view bytes = bytes_.peek(wanted);
        size = tag_size(bytes.substr(0, kLongestTag));
        if (size == 0 && (bytes.size() < wanted || wanted > kLongestTag))
            throw BrokenInput("breaks off here: a tag is not closed; get the file anew for the rest");
    }
    const std::string tag(bytes_.peek(size).substr(0, size));
    const std::string_view name = tag_name(tag);
    const bool closing = tag.starts_with("</"), empty = tag.ends_with("/>");
    if (!closing) open(name);
    take(size);
    return (closing || empty) && close(name);
}

void XmlRecords::open(std::string_view name) {
    if (!in_record_ && std::find(names_.begin(), names_.end(), name) != names_.end()) {
        in_record_ = any_record_ = true;
        record_ = {{}, line_};
        record_depth_ = depth_;
        size_ = 0;
    }
    ++depth_;
    if (depth_ - (in_record_ ? record_depth_ : 0) <= limits_.depth) return;
    if (!in_record_)
        throw BrokenInput("is nested deeper than " + std::to_string(limits_.depth) +
                          " elements; raise --max-depth to read it");
    record_.too_deep = true;
}

bool XmlRecords::close(std::string_view) {
    if (depth_ > 0) --depth_;
    if (!in_record_ || depth_ > record_depth_) return false;
    in_record_ = false;
    if (record_.too_deep || record_.too_long) record_.xml.clear();
    return true;
}

/// Consumes bytes into the record or the head, as far as they are within the limits.
void XmlRecords::take(std::size_t bytes) {
    const std::string_view part = bytes_.peek(1).substr(0, bytes);
    line_ += static_cast<std::uint64_t>(std::count(part.begin(), part.end(), '\n'));
    keep(part);
    bytes_.skip(bytes);
}

void XmlRecords::keep(std::string_view part) {
    if (!in_record_) {
        if (!any_record_ && head_.size() + part.size() <= kLongestHead) head_.append(part);
        return;
    }
    size_ += part.size();
    record_.too_long = size_ > limits_.document_bytes;
    if (!record_.too_long && !record_.too_deep) record_.xml.append(part);
}

}  // namespace hearsay
