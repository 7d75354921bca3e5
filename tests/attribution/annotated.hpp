// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/attribution/attribution.hpp"

namespace hearsay::test {

/// The span of the first `words` in an ASCII text; none for no words.
inline Spans span_of(std::string_view text, std::string_view words) {
    if (words.empty()) return {};
    const auto begin = static_cast<std::uint32_t>(text.find(words));
    return {{begin, begin + static_cast<std::uint32_t>(words.size())}};
}

/// An attribution by its words in an ASCII text.
inline Attribution attribution(std::string_view text, std::string_view source, std::string_view cue,
                               std::string_view content, double confidence = 1) {
    Attribution a;
    a.source = span_of(text, source);
    a.cue = span_of(text, cue);
    a.content = span_of(text, content);
    a.confidence = confidence;
    return a;
}

}  // namespace hearsay::test
