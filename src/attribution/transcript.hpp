// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "attribution/classed_text.hpp"

namespace hearsay {

/// What somebody says in a transcript, in tokens, up to the next name before a colon, or the end of the last one's paragraph.
struct Turn {
    TokenRange speaker, words;
};

/// The turns of a transcript in which each speaker's name stands in capitals before what he says: "SECRETARY POWELL:
/// Well, good afternoon. ... QUESTION: Why now?". Empty where fewer than two take turns; without the turns of those who
/// mostly ask. A speaker goes by two words or more, so that "FACT:" and "RE:" are none.
std::vector<Turn> turns_in(const ClassedText& text);

}  // namespace hearsay
