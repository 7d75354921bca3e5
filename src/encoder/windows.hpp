// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <vector>

#include "encoder/word_pieces.hpp"

namespace hearsay::encoder {

/// A stretch of pieces that is read at once. Those before `own` belong to the window before and are context.
struct Window {
    std::size_t begin, end, own;
};

/// Cuts a text into windows of at most `room` pieces: whole paragraphs where they fill more than half of it. Each
/// begins with up to `context` pieces of the one before, from a paragraph's begin where it can. Time and windows are
/// linear in the pieces. scripts/encoder/corpus.py cuts the training articles alike.
std::vector<Window> windows(const std::vector<Piece>& pieces, std::size_t room, std::size_t context);

}  // namespace hearsay::encoder
