// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "hearsay/text/tokenizer.hpp"

namespace hearsay {

/// The noun phrase in a source: without points around it, marks that have no partner in it, "according to", and the
/// time or age at its end ("an official this week", "Ann Lee, 31"). Nothing of an article or a number alone.
TokenRange trimmed(const TokenizedText& text, TokenRange source);

/// What of a noun phrase tells whom it describes, without what only adds detail: "parents of the boy[, who was hurt]".
/// With the mark behind it that closes what it opens.
TokenRange essential(const TokenizedText& text, TokenRange phrase);

}  // namespace hearsay
