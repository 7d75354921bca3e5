// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

namespace hearsay {

/// The bytes of one paragraph, without the white space around it.
struct Block {
    std::uint32_t begin, end;
};

/// Cuts a text into paragraphs: at blank lines, and at line breaks too unless the text is hard-wrapped (lines of up to
/// 100 columns whose sentences run on) or the next line goes on in lower case. Linear in the text.
std::vector<Block> lay_out(std::string_view utf8);

}  // namespace hearsay
