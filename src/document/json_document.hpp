// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <variant>

#include "hearsay/document/reader.hpp"

namespace hearsay {

/// Why a JSON line holds no document, and the column (code points, from 1) where that is known, else 0.
struct JsonProblem {
    std::string cause;
    std::size_t column = 0;
};

/// Reads one line. `id` is left empty where the line has none.
std::variant<RawDocument, JsonProblem> parse_json_document(std::string_view line);

}  // namespace hearsay
