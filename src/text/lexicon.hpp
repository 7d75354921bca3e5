// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "hearsay/text/string_map.hpp"

namespace hearsay {

/// How the full stop of an abbreviation bears on the end of a sentence.
enum class AbbreviationClass : std::uint8_t {
    title,      ///< a name or more follows: never an end ("Gen.", "vs.")
    reference,  ///< an abbreviation only before a number ("No. 10")
    month,      ///< no end before a number ("Oct. 3")
    clock,      ///< no end before a day, a month or a time zone ("9 a.m. Monday")
    general     ///< an end only before a word that begins sentences ("Inc. The")
};

/// The words that tokenizing needs to know: data/lexicons/abbreviations.tsv and token_words.tsv.
class TextLexicon {
  public:
    /// Loaded on first use. Throws ResourceError.
    static const TextLexicon& get();

    /// `form` as written, without its last full stop. An entry with an upper-case letter asks for the same case.
    std::optional<AbbreviationClass> abbreviation(std::string_view form) const;
    bool starts_sentence(std::string_view lower) const { return starters_.contains(lower); }
    bool is_speech_verb(std::string_view lower) const { return speech_.contains(lower); }
    bool is_elision(std::string_view lower) const { return elisions_.contains(lower); }
    bool is_domain(std::string_view lower) const { return domains_.contains(lower); }
    bool follows_clock(std::string_view lower) const { return clock_.contains(lower); }

  private:
    TextLexicon();
    StringMap<AbbreviationClass> abbreviations_;
    StringSet starters_, speech_, elisions_, domains_, clock_;
};

}  // namespace hearsay
