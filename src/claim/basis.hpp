// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "claim/content.hpp"
#include "claim/mention_facts.hpp"
#include "claim/term_weights.hpp"

namespace hearsay {

/// By mention: the attributed mention of the same article that backs up what the article says in its own voice. A lead
/// that states flatly what the text below attributes is no second source; nor is a later sentence that repeats it.
/// `known`: those of the first mentions, of whole articles.
std::vector<std::optional<std::uint32_t>> bases_of(const std::vector<MentionFacts>& mentions,
                                                   const std::vector<Content>& contents, const TermWeights& weights,
                                                   std::vector<std::optional<std::uint32_t>> known);

}  // namespace hearsay
