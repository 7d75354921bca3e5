// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>

#include "document/bytes/unpack.hpp"
#include "document/bytes/utf16.hpp"
#include "document/formats/format.hpp"
#include "text/ascii.hpp"

namespace hearsay {

namespace {

constexpr std::size_t kSample = std::size_t{1} << 16;
constexpr std::string_view kPackings[] = {"gz", "zst", "bz2", "xz"};

bool is_packing(std::string_view ending) {
    return std::find(std::begin(kPackings), std::end(kPackings), ending) != std::end(kPackings);
}

bool has_format(std::string_view ending) {
    return std::any_of(formats().begin(), formats().end(), [&](const Format& format) {
        return std::find(format.endings.begin(), format.endings.end(), ending) != format.endings.end();
    });
}

/// "gz" of "a.json.gz"; empty for "a", ".a" and "a.".
std::string last_ending(std::string_view name) {
    name.remove_prefix(name.rfind('/') + 1);
    const std::size_t dot = name.rfind('.');
    return dot == name.npos || dot == 0 ? std::string() : ascii_lower(name.substr(dot + 1));
}

std::string_view without_last(std::string_view name) { return name.substr(0, name.rfind('.')); }

const Format& format_of(const Sample& sample) {
    const auto recognises = [&](const Format& format) { return format.recognises(sample); };
    const auto by_content = std::find_if(formats().begin(), formats().end(), recognises);
    if (by_content != formats().end()) return *by_content;
    const auto named = [&](const Format& format) {
        return std::find(format.endings.begin(), format.endings.end(), sample.ending) != format.endings.end();
    };
    const auto by_name = std::find_if(formats().begin(), formats().end(), named);
    return by_name != formats().end() ? *by_name : formats().back();
}

/// Unpacks as often as it is packed, "a.json.gz.gz" twice.
bool unpack(Input& input, const InputContext& context) {
    const InputLimits& limits = context.options.limits;
    for (std::size_t layers = 0;; ++layers) {
        const Packing packing = packing_of(input.bytes->peek(6));
        if (packing == Packing::none) return true;
        if (layers == limits.archive_depth) {
            context.skipped({input.name(), "is packed more than " + std::to_string(layers) +
                                               " times over; raise --max-archives to read it"});
            return false;
        }
        input.bytes = std::make_unique<ByteStream>(unpacked(std::move(input.bytes), packing, limits));
    }
}

}  // namespace

const std::vector<Format>& formats() {
    static const std::vector<Format> list = {
        {"zip", {"zip"}, is_zip, open_zip},
        {"tar", {"tar", "tgz", "tbz", "txz"}, is_tar, open_tar},
        {"WARC", {"warc"}, is_warc, open_warc, true},
        {"news XML", {"xml", "rss", "atom", "rdf", "nitf", "newsml"}, is_news_xml, open_news_xml, true},
        {"HTML", {"html", "htm", "xhtml", "shtml"}, is_html, open_html, true},
        {"JSON lines", {"jsonl", "ndjson"}, is_json_lines, open_json_lines},
        {"JSON", {"json"}, is_json, open_json},
        {"table", {"csv", "tsv"}, is_table, open_table},
        {"plain text", {"txt", "text"}, is_text, open_text},
    };
    return list;
}

std::unique_ptr<DocumentStream> open_documents(Input input, const InputContext& context) {
    if (input.bytes->at_end()) {
        context.skipped({input.name(), "is empty"});
        return nullptr;
    }
    if (!unpack(input, context)) return nullptr;
    if (is_utf16(input.bytes->peek(2)))
        input.bytes = std::make_unique<ByteStream>(std::make_unique<Utf16Source>(std::move(input.bytes)));
    const std::string_view bytes = input.bytes->peek(kSample);
    const Sample sample{bytes.substr(0, kSample), input.ending, bytes.size() < kSample, context.names};
    return format_of(sample).open(std::move(input), context);
}

std::string ending_of(std::string_view name) {
    std::string ending = last_ending(name);
    for (; is_packing(ending); ending = last_ending(name)) name = without_last(name);
    return has_format(ending) ? ending : std::string();
}

std::string without_ending(std::string_view name) {
    bool known = false;
    for (std::string ending = last_ending(name); is_packing(ending); ending = last_ending(name)) {
        name = without_last(name);
        known = true;
    }
    const std::string ending = last_ending(name);
    return std::string(has_format(ending) || (!known && !ending.empty()) ? without_last(name) : name);
}

bool is_input_name(std::string_view name) {
    name.remove_prefix(name.rfind('/') + 1);
    return !name.starts_with("._") && (!ending_of(name).empty() || is_packing(last_ending(name)));
}

bool is_unmistakable(std::string_view first_bytes, const FieldNames& names) {
    const Sample sample{first_bytes, {}, false, names};
    return std::any_of(formats().begin(), formats().end(),
                       [&](const Format& format) { return format.unmistakable && format.recognises(sample); });
}

std::string DocumentStream::too_long() const {
    return "is longer than " + written_size(limits().document_bytes) + "; raise --max-document to read it";
}

std::string DocumentStream::too_deep() const {
    return "is nested deeper than " + std::to_string(limits().depth) + " levels; raise --max-depth to read it";
}

RawDocument DocumentStream::placed(RawDocument document, std::uint64_t line) const {
    if (document.id.empty()) document.id = input_.id + ":" + std::to_string(line);
    document.path = input_.path;
    document.line = line;
    return document;
}

}  // namespace hearsay
