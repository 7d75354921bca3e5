// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "hearsay/text/text.hpp"

namespace hearsay::encoder::test {

inline std::filesystem::path fixture(const char* name) {
    return std::filesystem::path(HEARSAY_SOURCE_DIR) / "tests" / "encoder" / name;
}

inline std::string content_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// What the Python reference reads.
inline boost::json::object expected() { return boost::json::parse(content_of(fixture("expected.json"))).as_object(); }

inline Spans spans_in(const boost::json::value& pairs) {
    Spans spans;
    for (const auto& pair : pairs.as_array())
        spans.push_back({pair.at(0).to_number<std::uint32_t>(), pair.at(1).to_number<std::uint32_t>()});
    return spans;
}

}  // namespace hearsay::encoder::test
