// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <boost/json/value.hpp>
#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

namespace hearsay {

/// Why bytes are no JSON value, and the line (from 0) and column (code points, from 1) in them.
struct JsonProblem {
    std::string cause;
    std::size_t line = 0, column = 0;
};

/// Reads one value. Bytes that are no UTF-8 are let through; whoever takes a string mends it.
std::variant<boost::json::value, JsonProblem> parse_json(std::string_view bytes, std::size_t depth);

}  // namespace hearsay
