// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "hearsay/text/tokenizer.hpp"

namespace hearsay {

/// The noun phrase in a source: without points around it, marks that have no partner in it, "according to", and the
/// time or age at its end ("an official this week", "Ann Lee, 31"). Nothing of an article or a number alone.
TokenRange trimmed(const TokenizedText& text, TokenRange source);

/// "in", "near": what stands before a place.
bool is_placing(std::string_view word);
/// Whether the name at a token, in a stretch that begins at `first`, stands for a place: "in the Gulf", "near Akron".
bool is_placed(const TokenizedText& text, std::uint32_t name, std::uint32_t first);

/// What of a noun phrase tells whom it describes, without what only adds detail: "parents of the boy[, who was hurt]".
/// With the mark behind it that closes what it opens.
TokenRange essential(const TokenizedText& text, TokenRange phrase);

}  // namespace hearsay
