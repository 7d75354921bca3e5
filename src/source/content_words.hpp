// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "noun_phrase.hpp"

namespace hearsay {

/// The words of a passage by which two passages are known to speak of one thing: cut to their first letters, so that
/// "deploy" and "deployment" meet; sorted, each once.
std::vector<std::string> content_words(const Reading& reading, TokenRange tokens);

/// How many words the two have in common.
std::size_t shared_words(const std::vector<std::string>& a, const std::vector<std::string>& b);

}  // namespace hearsay
