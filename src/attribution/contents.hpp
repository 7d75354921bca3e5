// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "attribution/cues.hpp"

namespace hearsay {

/// What each cue of a sentence introduces, in the order of `cues`: one range of tokens, or several where the content is
/// interrupted, or none where the cue introduces nothing. A quotation that began in an earlier sentence, or goes on
/// after this one, is taken whole.
std::vector<std::vector<TokenRange>> find_contents(const ClassedText& reading, const std::vector<Cue>& cues);

}  // namespace hearsay
