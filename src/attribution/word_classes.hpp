// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "hearsay/text/string_map.hpp"
#include "hearsay/text/tokenizer.hpp"

namespace hearsay {

/// Closed word classes; a set of these bits. data/lexicons/word_classes.tsv says what each stands for.
namespace word_class {
enum WordClass : std::uint32_t {
    determiner = 1 << 0,
    possessive = 1 << 1,
    pronoun = 1 << 2,
    relative = 1 << 3,
    be = 1 << 4,
    auxiliary = 1 << 5,
    modal = 1 << 6,
    negation = 1 << 7,
    adverb = 1 << 8,
    preposition = 1 << 9,
    conjunction = 1 << 10,
    subordinator = 1 << 11,
    time = 1 << 12,
    calendar = 1 << 13,
    person = 1 << 14,
    first = 1 << 15,
    medium = 1 << 16,
    reporter = 1 << 17,
    support = 1 << 18,
    modifier = 1 << 19,
    finite = 1 << 20,
    label = 1 << 21,
    recording = 1 << 22,
    news = 1 << 23,
    closed = (1 << 16) - 1  ///< any of the classes whose members are no nouns
};
}

class WordClasses {
  public:
    /// Reads word_classes.tsv and finite_verbs.tsv.
    static WordClasses load(const std::filesystem::path& lexicons);
    /// The classes of a normalised word; an unlisted word that ends in -ly is an adverb.
    std::uint32_t of(std::string_view norm) const;
    /// Whether only its ending tells that the word is an adverb: with a capital it may be a name ("Connolly").
    bool adverb_by_ending(std::string_view norm) const;

  private:
    StringMap<std::uint32_t> classes_;
};

/// "The news", "her sudden death": whether two or three words are all there is for something told before.
bool stands_for_news(const TokenizedText& text, const WordClasses& classes, TokenRange words);

}  // namespace hearsay
