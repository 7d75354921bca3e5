// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>

#include "attribution/classed_text.hpp"
#include "attribution/word_classes.hpp"

namespace hearsay {

/// What a sentence tells of what a recording shows, in tokens.
struct Shown {
    TokenRange recording, cue, content;
};

/// "[Video taken in the hall] [shows] [smoke]", "[In] [the footage], [smoke can be seen]": whoever watches it has that
/// from the recording. Only where the sentence begins with it.
std::optional<Shown> shown_in(const ClassedText& text, TokenRange sentence);

/// Whether words tell of a recording: "video taken in the hall"; not "Sony Pictures".
bool tells_of_recording(const TokenizedText& text, const WordClasses& classes, TokenRange words);

}  // namespace hearsay
