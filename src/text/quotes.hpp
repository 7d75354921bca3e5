// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "hearsay/text/tokenizer.hpp"

namespace hearsay {

/// Decides for every quotation mark and apostrophe of one paragraph whether it opens, closes, or is an apostrophe: by
/// its shape, by the white space around it, and by whether a quotation is open. `marks` are indices of the tokens;
/// `paragraph` is where its bytes begin and end. Linear in the number of marks.
void resolve_quotes(std::string_view utf8, std::span<Token> tokens, const std::vector<std::uint32_t>& marks,
                    std::uint32_t paragraph_begin, std::uint32_t paragraph_end);

}  // namespace hearsay
