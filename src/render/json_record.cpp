// SPDX-License-Identifier: Apache-2.0
#include "render/json_record.hpp"

#include <charconv>
#include <limits>

#include "hearsay/error.hpp"
#include "render/legible.hpp"

namespace hearsay {

namespace json = boost::json;

namespace {

constexpr auto kMost = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t kShown = 60;  // code points of a wrong value

std::string shown(std::string_view value) { return to_utf8(shorten(legible(value), kShown)); }

}  // namespace

JsonRecord::JsonRecord(const json::value& value, std::string where)
    : object_(value.if_object()), where_(std::move(where)) {
    if (!object_) throw ResultError(where_ + ": is no JSON object");
}

void JsonRecord::fail(std::string_view key, std::string_view cause) const {
    throw ResultError(where_ + ": \"" + std::string(key) + "\" " + std::string(cause));
}

void JsonRecord::fail_on_value(std::string_view key, std::string_view value) const {
    fail(key, "has the unknown value '" + shown(value) + "'");
}

const json::value* JsonRecord::find(std::string_view key) const {
    const json::value* found = object_->if_contains(key);
    return found && !found->is_null() ? found : nullptr;
}

std::string JsonRecord::text(std::string_view key) const {
    const json::value* found = find(key);
    if (!found || !found->is_string()) fail(key, "is missing or no text");
    return std::string(found->get_string());
}

std::string JsonRecord::text_or_empty(std::string_view key) const { return find(key) ? text(key) : std::string(); }

double JsonRecord::number(std::string_view key) const {
    const json::value* found = object_->if_contains(key);
    if (found && found->is_null()) return std::numeric_limits<double>::quiet_NaN();
    if (!found || !found->is_number()) fail(key, "is missing or no number");
    return found->to_number<double>();
}

std::uint32_t JsonRecord::count(std::string_view key) const {
    const json::value* found = find(key);
    json::error_code error;
    const auto number = found ? found->to_number<std::uint32_t>(error) : 0;
    if (!found || error) fail(key, "is missing or no count");
    return number;
}

bool JsonRecord::truth(std::string_view key) const {
    const json::value* found = find(key);
    if (found && !found->is_bool()) fail(key, "is neither true nor false");
    return found && found->get_bool();
}

Span JsonRecord::span_of(const json::value& value, std::string_view key) const {
    const json::array* ends = value.if_array();
    json::error_code error, second;
    if (!ends || ends->size() != 2) fail(key, "holds no [begin, end]");
    const Span span{(*ends)[0].to_number<std::uint32_t>(error), (*ends)[1].to_number<std::uint32_t>(second)};
    if (error || second || span.begin > span.end) fail(key, "holds no [begin, end]");
    return span;
}

Span JsonRecord::span(std::string_view key) const {
    const json::value* found = find(key);
    return found ? span_of(*found, key) : Span{};
}

Spans JsonRecord::spans(std::string_view key) const {
    Spans spans;
    for_each(key, [&](const json::value& value, const std::string&) { spans.push_back(span_of(value, key)); });
    return spans;
}

JsonRecord JsonRecord::record(std::string_view key) const {
    const json::value* found = find(key);
    if (!found) fail(key, "is missing");
    return {*found, where_ + "." + std::string(key)};
}

void JsonRecord::for_each(std::string_view key,
                          const std::function<void(const json::value&, const std::string&)>& each) const {
    const json::value* found = find(key);
    if (!found) return;
    if (!found->is_array()) fail(key, "is no list");
    const std::string where = (where_.empty() ? "" : where_ + ".") + std::string(key) + "[";
    std::size_t i = 0;
    for (const json::value& value : found->get_array()) each(value, where + std::to_string(i++) + "]");
}

std::size_t JsonRecord::index(const json::value& id, char letter, std::size_t size) const {
    const std::string_view name = id.is_string() ? std::string_view(id.get_string()) : std::string_view();
    std::size_t number = 0;
    const char* const end = name.data() + name.size();
    const bool numbered = name.size() > 1 && name.front() == letter &&
                          std::from_chars(name.data() + 1, end, number) == std::from_chars_result{end, std::errc{}};
    if (!numbered || number == 0 || number > size || number > kMost)
        throw ResultError(where_ + ": '" + shown(name) + "' is no id of this file");
    return number - 1;
}

}  // namespace hearsay
