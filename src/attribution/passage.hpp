// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <vector>

#include "hearsay/text/tokenizer.hpp"
#include "syntax/words.hpp"

namespace hearsay {

/// Cuts a text into passages: whole paragraphs that syntax and attributions are read in without the rest of the text,
/// since no cue's window reaches over a border that no quotation touches.
std::vector<TokenRange> passages_of(const TokenizedText& text);

/// Tells passages apart by all that the models see of them. 128 bits keep those of any corpus apart.
struct PassageKey {
    std::uint64_t high, low;
    bool operator==(const PassageKey&) const = default;
};
PassageKey key_of(const TokenizedText& text, const std::vector<Word>& words, TokenRange passage);

}  // namespace hearsay
