// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "claim/stemmer.hpp"
#include "hearsay/source/gazetteer.hpp"
#include "hearsay/text/string_map.hpp"

namespace hearsay {

enum class WordKind : std::uint8_t { content, function, hedge, reporting, vague, negation, failure, clause };

/// What comparing statements needs to know of words:
/// data/lexicons/{stopwords,spellings,stem_traps,synonyms,antonyms,phrases,word_frequency}.tsv.
class ClaimLexicon {
  public:
    explicit ClaimLexicon(const std::filesystem::path& lexicons);

    WordKind kind(std::string_view lower) const;

    /// A word's term: its class of synonyms, else its stem. `contrary` where the word is the opposite of what the term
    /// names: "fall" is a contrary "rise".
    struct Canonical {
        std::string term, stem;
        bool contrary = false;
    };
    Canonical canonical(std::string_view lower);

    /// The word that a phrase beginning with these words stands for, and the phrase's length; 0 for none.
    std::pair<std::string_view, std::size_t> phrase(const std::vector<std::string_view>& words, std::size_t from) const;

    /// Terms of which one statement has only the one and another only the other: killed, wounded.
    const std::vector<std::pair<std::string, std::string>>& exclusive() const { return exclusive_; }
    /// Of 10,000 news articles, how many hold a word of this stem ("form:..."), or the name of this state
    /// ("country:..."). 0 where unknown.
    double articles(const std::string& term) const;

    const Gazetteer& gazetteer() const { return gazetteer_; }

  private:
    using Words = StringMap<std::string>;

    void read_synonyms(const std::filesystem::path& file);
    void read_antonyms(const std::filesystem::path& file);
    void read_phrases(const std::filesystem::path& file);
    void read_frequencies(const std::filesystem::path& file);
    std::string american(std::string_view lower) const;
    std::vector<std::string> american_words(std::string_view line) const;
    std::string class_of(const std::string& word, const std::string& stem) const;

    Gazetteer gazetteer_;
    Stemmer stemmer_;
    StringMap<WordKind> stopwords_;
    Words spellings_;  // by what a word begins with
    std::size_t longest_beginning_ = 0;
    Words class_by_word_, class_by_stem_;
    Words contrary_;  // term -> the term that it is the opposite of
    std::vector<std::pair<std::string, std::string>> exclusive_;
    StringMap<std::vector<std::pair<std::vector<std::string>, std::string>>> phrases_;  // by first word
    StringMap<double> articles_;
};

}  // namespace hearsay
