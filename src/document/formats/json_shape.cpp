// SPDX-License-Identifier: Apache-2.0
#include "document/formats/json_shape.hpp"

#include <algorithm>

namespace hearsay {

namespace json = boost::json;

namespace {

constexpr std::string_view kSpace = " \t\r\n";

/// Whether every bracket in the line is closed in it.
bool is_balanced(std::string_view line) {
    std::size_t depth = 0;
    bool in_string = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (in_string) {
            if (c == '\\') ++i;
            in_string = c != '"';
        } else if (c == '"') {
            in_string = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if ((c == '}' || c == ']') && depth-- == 0) {
            return false;
        }
    }
    return depth == 0 && !in_string;
}

/// `{ "`, `{}`, `[ {`, `[]`: no text begins so.
bool begins_json(std::string_view bytes) {
    const std::size_t second = bytes.find_first_not_of(kSpace, 1);
    if (bytes.empty() || second == bytes.npos) return false;
    if (bytes[0] == '{') return bytes[second] == '"' || bytes[second] == '}';
    return bytes[0] == '[' && (bytes[second] == '{' || bytes[second] == ']');
}

}  // namespace

JsonShape json_shape(const Sample& sample) {
    std::string_view bytes = sample.bytes;
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    bytes.remove_prefix(std::min(bytes.find_first_not_of(kSpace), bytes.size()));
    const bool by_lines = sample.ending == "jsonl" || sample.ending == "ndjson";
    const bool named = by_lines || sample.ending == "json" || sample.ending == "-";
    const bool bracket = bytes.starts_with('{') || bytes.starts_with('[');
    if (!begins_json(bytes) && !(named && bracket)) return JsonShape::none;
    const std::size_t end = bytes.find('\n');
    const std::string_view first = bytes.substr(0, end);
    if (first.find_first_not_of(" \t\r", 1) == first.npos) return JsonShape::document;
    if (by_lines) return JsonShape::lines;
    if (end == bytes.npos && !sample.whole)
        return sample.ending == "json" || first[0] == '[' ? JsonShape::document : JsonShape::lines;
    return sample.ending == "-" || is_balanced(first) ? JsonShape::lines : JsonShape::document;
}

bool holds_objects(const json::array& array) { return !array.empty() && array.front().is_object(); }

json::value* find_list(json::object& object, const FieldNames& names) {
    const auto is_text = [&](const auto& field) { return field.value().is_string() && names.is_text(field.key()); };
    if (std::any_of(object.begin(), object.end(), is_text)) return nullptr;
    for (auto& field : object) {
        json::value& value = field.value();
        const bool list = value.is_object() || (value.is_array() && holds_objects(value.get_array()));
        if (list && names.is_list(field.key())) return &value;
    }
    return nullptr;
}

}  // namespace hearsay
