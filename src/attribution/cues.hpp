// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <cstdint>
#include <vector>

#include "attribution/classed_text.hpp"
#include "hearsay/attribution/cue_lexicon.hpp"

namespace hearsay {

/// A cue that was found in a sentence, with the source that its place in the sentence gives it.
struct Cue {
    const CueEntry* entry = nullptr;
    TokenRange tokens;        ///< the cue's own words
    std::uint32_t group = 0;  ///< first token of its verb group: "[has also] said"
    TokenRange source;        ///< empty where nobody is named
    TokenRange clause;        ///< bounds: the sentence, or the part of it inside one quotation
    bool passive = false;
    bool negated = false;
    bool inverted = false;  ///< source after the verb: "..., said Kim"
    bool linked = false;    ///< shares the source of the cue before: "... and added", "..., saying"
    bool gerund = false;
    std::uint32_t citing_subject =
        0;  ///< where "a Herald report" in "a Herald report quoted her as saying" begins; 0: none

    /// Where its own words begin: source, auxiliaries or cue.
    std::uint32_t begin() const {
        if (citing_subject != 0) return citing_subject;
        return source.empty() || inverted || linked ? group : std::min(source.begin, group);
    }
    std::uint32_t end() const { return inverted ? source.end : tokens.end; }
    bool has(int frames) const { return (entry->frames & frames) != 0; }
};

/// The cues of one sentence, or part of one, in text order.
std::vector<Cue> find_cues(const ClassedText& reading, const CueLexicon& lexicon, TokenRange sentence);

}  // namespace hearsay
