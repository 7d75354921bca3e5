// SPDX-License-Identifier: Apache-2.0
#include "document/json_document.hpp"

#include <boost/json/parser.hpp>
#include <boost/json/serialize.hpp>

namespace hearsay {

namespace json = boost::json;

namespace {

using Parsed = std::variant<json::value, JsonProblem>;

std::size_t column_of(std::string_view line, std::size_t byte) { return Text::decode(line.substr(0, byte)).size() + 1; }

Parsed parse(std::string_view line) {
    json::parse_options options;
    options.allow_invalid_utf8 = true;  // counted and replaced with the text's other bytes
    json::parser parser({}, options);
    json::error_code error;
    const std::size_t read = parser.write_some(line.data(), line.size(), error);
    if (error) return JsonProblem{"malformed JSON: " + error.message(), column_of(line, read)};
    if (line.find_first_not_of(" \t\r", read) != line.npos)
        return JsonProblem{"malformed JSON: more text after the object", column_of(line, read)};
    return parser.release();
}

std::string repaired(std::string_view bytes) { return std::string(Text::decode(bytes).utf8()); }

/// Takes a string out of the object; other types stay among the unknown fields.
std::string take_string(json::object& object, std::string_view key) {
    const auto found = object.find(key);
    if (found == object.end()) return {};
    const bool number = found->value().is_number() && key == "id";
    if (!number && !found->value().is_string() && !found->value().is_null()) return {};
    const std::string value = found->value().is_string() ? repaired(found->value().get_string())
                              : number                   ? json::serialize(found->value())
                                                         : std::string();
    object.erase(found);
    return value;
}

Metadatum take_field(json::object& object, std::string_view key) {
    std::string value = take_string(object, key);
    return value.empty() ? Metadatum{} : Metadatum{std::move(value), Evidence::field};
}

}  // namespace

std::variant<RawDocument, JsonProblem> parse_json_document(std::string_view line) {
    Parsed parsed = parse(line);
    if (auto* problem = std::get_if<JsonProblem>(&parsed)) return std::move(*problem);
    auto* object = std::get<json::value>(parsed).if_object();
    if (!object) return JsonProblem{"is no JSON object"};
    const json::value* text = object->if_contains("text");
    if (!text) return JsonProblem{"has no \"text\""};
    if (!text->is_string()) return JsonProblem{"\"text\" is no string"};
    RawDocument document;
    document.text = std::string(text->get_string());
    object->erase("text");
    document.id = take_string(*object, "id");
    document.publisher = take_field(*object, "publisher");
    document.published = take_field(*object, "published");
    document.url = take_field(*object, "url");
    document.title = take_field(*object, "title");
    document.fields = std::move(*object);
    return document;
}

}  // namespace hearsay
