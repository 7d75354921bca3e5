// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "hearsay/source/chain_resolver.hpp"

namespace hearsay {

/// A statement found in one document, before its chain has run-wide source ids.
struct Statement {
    Spans spans;
    std::string text;
    std::string sentence;  ///< the sentence (or sentences) around it, cut to 400 code points
    bool hedged = false;   ///< told as hearsay ("reportedly", "unconfirmed")
    bool quoted = false;   ///< somebody's own words: in quotation marks, or with "I" or "we"
    Stance stance = Stance::asserts;
    bool judges = false;       ///< its words judge something told before: "The story is a hoax"
    bool judges_last = false;  ///< and that is the statement before it
    /// Index in DocumentSources::attributions; absent: on the article's own authority.
    std::optional<std::uint32_t> resolved;
};

/// What a document states: the content of each resolved attribution, and every sentence or clause outside attributions,
/// boilerplate and questions, which the article says on its own authority. Where "a post falsely claims" something, the
/// post states it, and whoever tells of the post denies it. In text order.
std::vector<Statement> statements_of(const Document& document, const std::vector<Attribution>& attributions,
                                     const DocumentSources& sources);

}  // namespace hearsay
