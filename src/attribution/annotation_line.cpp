// SPDX-License-Identifier: Apache-2.0
#include "attribution/annotation_line.hpp"

#include <algorithm>
#include <boost/json/parser.hpp>
#include <boost/json/serialize.hpp>
#include <limits>

namespace hearsay {

namespace json = boost::json;

namespace {

json::object parse(std::string_view line) {
    json::parse_options options;
    options.allow_invalid_utf8 = true;  // replaced as in any document, so that offsets agree
    json::parser parser({}, options);
    json::error_code error;
    const std::size_t read = parser.write_some(line.data(), line.size(), error);
    const auto column = [&] { return Text::decode(line.substr(0, read)).size() + 1; };
    if (error) throw LineFault{"malformed JSON: " + error.message(), column()};
    if (line.find_first_not_of(" \t\r", read) != line.npos)
        throw LineFault{"malformed JSON: more text after the object", column()};
    json::value value = parser.release();
    if (!value.is_object()) throw LineFault{"is no JSON object"};
    return std::move(value.get_object());
}

std::string id_of(const json::object& line) {
    const json::value* id = line.if_contains("id");
    if (!id) throw LineFault{"has no \"id\""};
    if (id->is_number()) return json::serialize(*id);
    if (!id->is_string() || id->get_string().empty()) throw LineFault{"\"id\" is no string that says something"};
    return std::string(Text::decode(id->get_string()).utf8());
}

Text text_of(const json::object& line) {
    const json::value* text = line.if_contains("text");
    if (!text || !text->is_string()) throw LineFault{"has no \"text\", or one that is no string"};
    return Text::decode(text->get_string());
}

/// An offset cut to what a span can hold; scoring cuts it to the text.
std::uint32_t offset_of(const json::value& value) {
    constexpr std::uint64_t kLast = std::numeric_limits<std::uint32_t>::max();
    if (value.is_uint64()) return static_cast<std::uint32_t>(std::min(value.get_uint64(), kLast));
    if (!value.is_int64()) throw LineFault{"is no list of [begin, end] pairs of whole numbers"};
    const std::int64_t given = std::max<std::int64_t>(value.get_int64(), 0);
    return static_cast<std::uint32_t>(std::min(static_cast<std::uint64_t>(given), kLast));
}

Span span_of(const json::value& value) {
    const json::array* pair = value.if_array();
    if (!pair || pair->size() != 2) throw LineFault{"is no list of [begin, end] pairs of whole numbers"};
    return {offset_of(pair->front()), offset_of(pair->back())};
}

/// A list of spans, an object with such a list as "spans", or null.
Spans spans_of(const json::value* value) {
    if (value && value->is_object()) value = value->get_object().if_contains("spans");
    if (!value || value->is_null()) return {};
    const json::array* list = value->if_array();
    if (!list) throw LineFault{"is no list of [begin, end] pairs of whole numbers"};
    Spans spans;
    for (const json::value& pair : *list) spans.push_back(span_of(pair));
    return spans;
}

Spans role_of(const json::object& attribution, std::string_view role) {
    try {
        return spans_of(attribution.if_contains(role));
    } catch (const LineFault& fault) {
        throw LineFault{"\"" + std::string(role) + "\" " + fault.cause};
    }
}

double confidence_of(const json::object& attribution) {
    const json::value* value = attribution.if_contains("confidence");
    if (!value || value->is_null()) return Attribution{}.confidence;
    const double confidence = value->is_number() ? value->to_number<double>() : -1;
    if (confidence >= 0 && confidence <= 1) return confidence;
    throw LineFault{"\"confidence\" is no number from 0 to 1"};
}

Attribution attribution_of(const json::value& value, std::size_t number) try {
    const json::object* given = value.if_object();
    if (!given) throw LineFault{"is no JSON object"};
    Attribution attribution;
    attribution.source = role_of(*given, "source");
    attribution.cue = role_of(*given, "cue");
    attribution.content = role_of(*given, "content");
    attribution.confidence = confidence_of(*given);
    return attribution;
} catch (const LineFault& fault) {
    throw LineFault{"attribution " + std::to_string(number) + ": " + fault.cause};
}

std::vector<Attribution> attributions_of(const json::object& line, AnnotationKind kind) {
    const json::value* value = line.if_contains("attributions");
    if (!value && kind == AnnotationKind::predicted) return {};
    if (!value || !value->is_array()) throw LineFault{"has no \"attributions\", or some that are no list"};
    std::vector<Attribution> attributions;
    for (const json::value& given : value->get_array())
        attributions.push_back(attribution_of(given, attributions.size() + 1));
    return attributions;
}

}  // namespace

AnnotatedDocument parse_annotated_line(std::string_view bytes, AnnotationKind kind) {
    const json::object line = parse(bytes);
    AnnotatedDocument document;
    document.id = id_of(line);
    if (kind == AnnotationKind::gold) document.text = text_of(line);
    document.attributions = attributions_of(line, kind);
    return document;
}

}  // namespace hearsay
