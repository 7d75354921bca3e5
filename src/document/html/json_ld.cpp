// SPDX-License-Identifier: Apache-2.0
#include "document/html/json_ld.hpp"

#include <algorithm>
#include <boost/json/object.hpp>
#include <vector>

#include "document/formats/json_value.hpp"

namespace hearsay {

namespace json = boost::json;

namespace {

using Objects = std::vector<const json::object*>;

/// All objects of the graph, outer ones first.
void collect(const json::value& value, Objects& found) {
    if (const auto* array = value.if_array())
        for (const json::value& element : *array) collect(element, found);
    const auto* object = value.if_object();
    if (!object) return;
    found.push_back(object);
    for (const std::string_view key : {"@graph", "mainEntity", "mainEntityOfPage", "publisher"})
        if (const auto* inner = object->if_contains(key)) collect(*inner, found);
}

bool is_article_type(const json::value& type) {
    if (const auto* array = type.if_array()) return std::any_of(array->begin(), array->end(), is_article_type);
    const auto* name = type.if_string();
    return name && (name->ends_with("Article") || name->ends_with("BlogPosting"));
}

bool is_article(const json::object* object) {
    const auto* type = object->if_contains("@type");
    return type && is_article_type(*type);
}

std::string_view string_in(const json::object& object, std::string_view key) {
    const auto* value = object.if_contains(key);
    const auto* array = value ? value->if_array() : nullptr;
    if (array && !array->empty()) value = &array->front();
    const auto* text = value ? value->if_string() : nullptr;
    return text ? std::string_view(*text) : std::string_view();
}

/// The name of the publisher, which may be an object, a list of them, a reference to one elsewhere or a mere string.
std::string_view publisher_of(const json::object& article, const Objects& all) {
    const json::value* value = article.if_contains("publisher");
    if (!value) value = article.if_contains("sourceOrganization");
    if (value && value->is_array() && !value->get_array().empty()) value = &value->get_array().front();
    if (!value) return {};
    if (!value->is_object()) return string_in(article, "publisher");
    const json::object& publisher = value->get_object();
    if (const auto name = string_in(publisher, "name"); !name.empty()) return name;
    const std::string_view id = string_in(publisher, "@id");
    const auto named = std::find_if(all.begin(), all.end(), [&](const json::object* object) {
        return !id.empty() && string_in(*object, "@id") == id && object->contains("name");
    });
    return named == all.end() ? std::string_view() : string_in(**named, "name");
}

std::string_view url_of(const json::object& article) {
    if (const auto url = string_in(article, "url"); !url.empty()) return url;
    const auto* page = article.if_contains("mainEntityOfPage");
    if (!page) return {};
    return page->is_object() ? string_in(page->get_object(), "@id") : string_in(article, "mainEntityOfPage");
}

void take(std::string& field, std::string_view value) {
    if (field.empty()) field = Text::decode(value).utf8();
}

}  // namespace

void read_json_ld(std::string_view script, std::size_t depth, PageMetadata& found) {
    std::string bytes(script);
    // Raw line breaks in strings are no JSON, but common.
    std::replace_if(
        bytes.begin(), bytes.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    const auto parsed = parse_json(bytes, depth);
    const auto* value = std::get_if<json::value>(&parsed);
    if (!value) return;
    Objects objects;
    collect(*value, objects);
    const auto article = std::find_if(objects.begin(), objects.end(), is_article);
    if (article == objects.end()) return;
    take(found.title, string_in(**article, "headline"));
    take(found.publisher, publisher_of(**article, objects));
    take(found.published, string_in(**article, "datePublished"));
    take(found.url, url_of(**article));
    take(found.body, string_in(**article, "articleBody"));
}

}  // namespace hearsay
