// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "claim/content.hpp"
#include "claim/like_pairs.hpp"

namespace hearsay {

/// What a ClaimMatcher found of its mentions that stays true when others are added behind them: a matcher that begins
/// with it finds the same as one that does not, in a fraction of the time.
struct ClaimMemory {
    struct KnownMention {
        std::uint32_t proposition;           ///< at most the number of those before it: then a new one
        std::optional<std::uint32_t> basis;  ///< a mention of the same document
        float obscurity;
    };
    std::vector<std::string> terms;                  ///< by TermId
    std::vector<ContentReader::Spelling> spellings;  ///< by TermId
    std::vector<KnownMention> mentions;              ///< in the order of adding, of whole documents
    std::vector<Content> contents;                   ///< by proposition
    std::vector<LikePair> pairs;                     ///< the likest first

    /// How many of each were there before the mentions that were added last.
    struct Counts {
        std::size_t terms = 0, mentions = 0, contents = 0;
    } before{};
    Counts counts() const { return {terms.size(), mentions.size(), contents.size()}; }
};

}  // namespace hearsay
