// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <vector>

#include "hearsay/attribution/attribution.hpp"

namespace hearsay {

/// The voice of a content, from how many of its words stand in quotation marks. `quotations` are in text order.
Voice voice_of(const TokenizedText& text, std::span<const TokenRange> quotations,
               const std::vector<TokenRange>& content);

}  // namespace hearsay
