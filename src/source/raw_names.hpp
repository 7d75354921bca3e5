// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <vector>

#include "offices.hpp"

namespace hearsay {

/// A name in the text before it is known whom it names.
struct RawName {
    TokenRange tokens;                    ///< the name alone
    TokenRange phrase;                    ///< with title, office or honorific before it
    std::uint32_t limit = 0;              ///< where its sentence ends
    std::optional<GazetteerMatch> match;  ///< if the gazetteer knows it
    std::optional<Office> office;         ///< read before or after it
    TokenRange office_words;              ///< where that was read
    Gender gender = Gender::unknown;      ///< as the title tells
    bool titled = false;                  ///< a title or office tells that it is a person
    bool quoted = false;                  ///< between quotation marks

    RawName(TokenRange name, std::uint32_t sentence_end) : tokens(name), phrase(name), limit(sentence_end) {}
};

/// Finds the names of a text: what the gazetteer knows, and sequences of capitalised words, with titles around them.
/// `cues`: by token, whether it belongs to an attribution's cue and so to no name ("Ann Lee Says Bridge Is Safe").
std::vector<RawName> find_names(const TokenizedText& text, const SourceLexicon& lexicon, const Gazetteer& gazetteer,
                                const std::vector<bool>& cues);

}  // namespace hearsay
