// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <string>

#include "hearsay/text/string_map.hpp"
#include "hearsay/text/tokenizer.hpp"

namespace hearsay {

/// Tells which words a claim is best shown by.
class ClaimWording {
  public:
    explicit ClaimWording(const std::filesystem::path& lexicons);

    /// How hard the words of a mention are for a reader without the article, from 0: easiest is what has a verb and a
    /// subject of its own ("he" points back) and moderate length. Infinite without a word.
    double obscurity(const TokenizedText& text) const;

  private:
    StringSet pointing_, verbs_;
};

/// A mention's words as a claim shows them: without a "that" before them.
std::string as_claim(std::string text);

}  // namespace hearsay
