// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>

#include "attribution/classed_text.hpp"

namespace hearsay {

/// Noun phrases found from closed-class words, capitals and punctuation alone. All stay within [begin, end) and on one
/// level: a phrase never enters or leaves an utterance in quotation marks. An empty range means there is none.

/// The noun phrase that ends right before `end`: "South Korea's defence chief", "officials in Moscow", "Seoul,
/// Washington and Kyiv".
TokenRange phrase_before(const ClassedText& reading, std::uint32_t begin, std::uint32_t end);

/// The noun phrase that begins at `begin`, with its apposition: "Kang Dongwan, a professor of political science".
TokenRange phrase_after(const ClassedText& reading, std::uint32_t begin, std::uint32_t end);

/// The noun phrase before an apposition that ends with a comma right before `end`, together with it: "Chad O'Carroll,
/// head of a risk firm,".
TokenRange apposed_phrase_before(const ClassedText& reading, std::uint32_t begin, std::uint32_t end);

}  // namespace hearsay
