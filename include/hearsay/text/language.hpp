// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

#include "hearsay/text/tokenizer.hpp"

namespace hearsay {

/// "en" where the text reads as English, else "und" (BCP 47: undetermined): too few English function words among its
/// words, or mostly letters of another script. Very short texts (under 12 words) get the benefit of the doubt unless another script
/// prevails.
///
///   if (detect_language(tokens) != "en") report_and_skip();
std::string_view detect_language(const TokenizedText& text);

}  // namespace hearsay
