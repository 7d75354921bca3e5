// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>

#include "entities.hpp"

namespace hearsay {

/// Reads and compares offices: "South Korea’s defence chief" holds what "Defense Minister Kim Yong-hyun" holds.
///
///   const OfficeReader offices{text, gazetteer, lexicon};
///   if (const auto office = offices.in(range)) ...
class OfficeReader {
  public:
    OfficeReader(const TokenizedText& text, const Gazetteer& gazetteer, const SourceLexicon& lexicon)
        : text_(&text), gazetteer_(&gazetteer), lexicon_(&lexicon) {}

    /// The office that the description names; none where no word of it is a title of office or rank.
    std::optional<Office> in(TokenRange description) const;
    /// The token where the title of `description` begins and the one after it; empty where there is none.
    TokenRange title_in(TokenRange description) const;

  private:
    void narrow(Office& office, TokenRange words) const;

    const TokenizedText* text_;
    const Gazetteer* gazetteer_;
    const SourceLexicon* lexicon_;
};

/// Whether the word makes another office of it: "former", "deputy".
bool is_degree(std::string_view word);

/// How well the office that a mention names fits one that somebody is known to hold; 0: it doesn't.
double fit(const Office& mentioned, const Office& held);

}  // namespace hearsay
