// SPDX-License-Identifier: Apache-2.0
#include "hop_texts.hpp"

#include <algorithm>

namespace hearsay {

namespace {

constexpr std::uint32_t kSentenceLength = 400;  // code points
constexpr std::uint32_t kBefore = 120;          // of those, before the words in question

/// The sentences that the words stand in; of longer ones a piece around the words.
Span sentence_of(const Document& document, Span words) {
    const TokenRange tokens = document.tokens.tokens_in(words);
    if (tokens.empty()) return words;
    const auto sentence = [&](std::uint32_t token) {
        return document.tokens.sentences()[document.tokens.tokens()[token].sentence].span;
    };
    Span around{sentence(tokens.begin).begin, sentence(tokens.end - 1).end};
    if (around.size() <= kSentenceLength) return around;
    around.begin = std::max(around.begin, words.begin > kBefore ? words.begin - kBefore : 0);
    around.end = std::min(around.end, around.begin + kSentenceLength);
    return around;
}

}  // namespace

void quote_evidence(const Document& document, const ResolvedAttribution& resolved, AnalyzedAttribution& attribution) {
    const Attribution& a = attribution.attribution;
    const Span own = sentence_of(document, hull(a.cue.empty() ? a.content : a.cue));
    attribution.sentence = document.text().slice(own);
    for (const HopEvidence& evidence : resolved.evidence) {
        AnalyzedHop& hop = attribution.hops.emplace_back();
        hop.evidence = evidence;
        if (evidence.span.empty()) continue;
        hop.text = document.text().slice(evidence.span);
        if (!own.contains(evidence.span)) hop.sentence = document.text().slice(sentence_of(document, evidence.span));
    }
}

}  // namespace hearsay
