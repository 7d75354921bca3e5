// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <vector>

#include "noun_phrase.hpp"

namespace hearsay {

/// The words of a passage by which two passages are known to speak of one thing: cut to their first letters, so that
/// "deploy" and "deployment" meet; sorted, each once. A word is the number that its letters make.
using ContentWords = std::vector<std::uint64_t>;
ContentWords content_words(const SourceReading& reading, TokenRange tokens);

/// How many words the two have in common.
std::size_t shared_words(const ContentWords& a, const ContentWords& b);

}  // namespace hearsay
