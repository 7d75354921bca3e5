// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "hearsay/text/tokenizer.hpp"

namespace hearsay {

/// One past the last token of the sentence that begins with token `first`; `last` is one past the paragraph's tokens.
/// Calls over one paragraph are linear in its tokens together.
std::uint32_t sentence_end(const TokenizedText& text, std::uint32_t first, std::uint32_t last);

}  // namespace hearsay
