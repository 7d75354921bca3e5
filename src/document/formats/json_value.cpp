// SPDX-License-Identifier: Apache-2.0
#include "document/formats/json_value.hpp"

#include <algorithm>
#include <boost/json/parser.hpp>

#include "hearsay/text/text.hpp"

namespace hearsay {

namespace json = boost::json;

namespace {

JsonProblem problem_at(std::string_view bytes, std::size_t at, std::string cause) {
    const std::string_view before = bytes.substr(0, at);
    const auto lines = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    const std::string_view line = before.substr(before.rfind('\n') + 1);
    return {std::move(cause), lines, Text::decode(line).size() + 1};
}

std::string cause_of(const json::error_code& error, std::size_t depth) {
    if (error == json::error::too_deep)
        return "is nested deeper than " + std::to_string(depth) + " levels; raise --max-depth to read it";
    return "malformed JSON: " + error.message();
}

}  // namespace

std::variant<json::value, JsonProblem> parse_json(std::string_view bytes, std::size_t depth) {
    json::parse_options options;
    options.allow_invalid_utf8 = true;
    options.max_depth = depth;
    json::parser parser({}, options);
    json::error_code error;
    const std::size_t read = parser.write_some(bytes.data(), bytes.size(), error);
    if (error) return problem_at(bytes, read, cause_of(error, depth));
    if (bytes.find_first_not_of(" \t\r\n", read) != bytes.npos)
        return problem_at(bytes, read, "malformed JSON: more text after the value");
    return parser.release();
}

}  // namespace hearsay
