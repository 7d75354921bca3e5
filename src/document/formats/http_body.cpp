// SPDX-License-Identifier: Apache-2.0
#include "document/formats/http_body.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "document/bytes/unpack.hpp"
#include "text/ascii.hpp"

namespace hearsay {

namespace {

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r");
    return begin == text.npos ? std::string_view() : text.substr(begin, text.find_last_not_of(" \t\r") + 1 - begin);
}

std::string value_of(const HeaderFields& fields, const std::string& name) {
    const auto found = fields.find(name);
    return found == fields.end() ? std::string() : ascii_lower(found->second);
}

/// Nothing where the body is not chunked. A body that breaks off is taken as far as it goes.
std::optional<std::string> without_chunks(std::string_view body) {
    std::string out;
    while (!body.empty()) {
        std::size_t size = 0;
        const auto [end, error] = std::from_chars(body.data(), body.data() + body.size(), size, 16);
        const auto digits = static_cast<std::size_t>(end - body.data());
        const std::size_t line = body.find('\n');
        if (error != std::errc{} || line == body.npos || line > digits + 200) return std::nullopt;
        if (size == 0) return out;
        body.remove_prefix(line + 1);
        size = std::min(size, body.size());
        out.append(body, 0, size);
        body.remove_prefix(size);
        body.remove_prefix(std::min(body.find_first_not_of("\r\n"), body.size()));
    }
    return out;
}

std::string unpack(std::string body, const std::string& encoding, const InputLimits& limits) {
    const bool deflated = encoding == "deflate";
    const Packing packing = packing_of(body);
    if (!deflated && packing == Packing::none) {
        if (encoding == "br") throw BrokenInput("is packed with Brotli, which can't be undone; store it unpacked");
        return body;
    }
    auto packed = std::make_unique<ByteStream>(std::make_unique<MemorySource>(std::move(body)));
    ByteStream stream(deflated ? inflated(std::move(packed), limits) : unpacked(std::move(packed), packing, limits));
    std::string out;
    if (!read_all(stream, out, limits.document_bytes))
        throw BrokenInput("is longer than " + written_size(limits.document_bytes) +
                          "; raise --max-document to read it");
    return out;
}

}  // namespace

HeaderFields read_header_fields(std::string_view& bytes) {
    HeaderFields fields;
    while (!bytes.empty()) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size());
        const std::string_view line = trimmed(bytes.substr(0, end));
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        if (line.empty()) break;
        const std::size_t colon = line.find(':');
        if (colon != line.npos)
            fields.emplace(ascii_lower(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1)));
    }
    return fields;
}

bool is_page(std::string_view status_line, const HeaderFields& fields) {
    const std::size_t blank = std::min(status_line.find(' '), status_line.size());
    const std::string type = value_of(fields, "content-type");
    return status_line.substr(blank).starts_with(" 200") &&
           (type.starts_with("text/html") || type.starts_with("application/xhtml+xml"));
}

std::string charset_of(const HeaderFields& fields) {
    const std::string type = value_of(fields, "content-type");
    const std::size_t at = type.find("charset=");
    if (at == type.npos) return {};
    std::string_view rest = std::string_view(type).substr(at + 8);
    rest.remove_prefix(rest.starts_with('"'));
    return std::string(rest.substr(0, rest.find_first_of("\"; ")));
}

std::string decoded_body(std::string_view body, const HeaderFields& fields, const InputLimits& limits) {
    const bool chunked = value_of(fields, "transfer-encoding").find("chunked") != std::string::npos;
    std::optional<std::string> whole = chunked ? without_chunks(body) : std::nullopt;
    return unpack(whole ? std::move(*whole) : std::string(body), value_of(fields, "content-encoding"), limits);
}

}  // namespace hearsay
