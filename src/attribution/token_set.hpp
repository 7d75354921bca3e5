// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <vector>

#include "hearsay/text/tokenizer.hpp"

namespace hearsay {

/// A set of tokens as sorted ranges that neither overlap nor touch, so that equal sets have equal ranges.
using TokenSet = std::vector<TokenRange>;

TokenSet token_set(std::vector<TokenRange> ranges);
std::uint32_t size(const TokenSet& tokens);
std::uint32_t common_size(const TokenSet& left, const TokenSet& right);

}  // namespace hearsay
