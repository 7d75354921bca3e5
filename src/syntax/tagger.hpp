// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "hearsay/text/tokenizer.hpp"
#include "learn/features.hpp"
#include "syntax/words.hpp"

namespace hearsay {

inline constexpr char kTaggerFeatures[] = "tagger/1";
inline constexpr char kEntityFeatures[] = "entities/2";

/// Features of part-of-speech tags for the words of one sentence.
void tag_features(const std::vector<Word>& words, TokenRange sentence, learn::FeatureSequence& out);
/// Features of named entities, which see the tags; few of words without a capital or digit, which names seldom hold.
void entity_features(const std::vector<Word>& words, const std::vector<std::uint8_t>& tags, TokenRange sentence,
                     learn::FeatureSequence& out);

}  // namespace hearsay
