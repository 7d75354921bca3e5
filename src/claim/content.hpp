// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <compare>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attribution/word_classes.hpp"
#include "claim/lexicon.hpp"
#include "claim/quantities.hpp"
#include "hearsay/attribution/attribution.hpp"
#include "hearsay/text/string_map.hpp"
#include "hearsay/text/tokenizer.hpp"

namespace hearsay {

enum class TermId : std::uint32_t {};

/// A content word of a statement.
struct Term {
    TermId id;          ///< its class of synonyms: what is compared
    TermId form;        ///< its own stem: what is weighed. "Deploy" tells more than "send", though they are synonyms
    bool contrary : 1;  ///< negated, or the opposite of what the term names, but not both
    bool negated : 1 = false;    ///< stands behind a negation in its clause
    bool untouched : 1 = false;  ///< stands before one, which says nothing of it
    bool supposed : 1 = false;   ///< in what nobody states: "a strike would close the port"
    bool counted : 1 = false;    ///< stands right behind a number: tells of what there are so many
    std::uint8_t slot = 0;       ///< the words before, hashed, that it is the object of ("caused by"); 0 for none
    auto operator<=>(const Term&) const = default;
};

/// What a statement says, as far as it can be compared: its terms, each once, by id, and its amounts, sorted.
struct Content {
    std::vector<Term> terms;
    std::vector<Quantity> quantities;
    auto operator<=>(const Content&) const = default;
};

/// The terms by which a report of a death and its denials are known, where they were met: the words "hoax" and "alive",
/// and whatever means dying.
struct DeathTerms {
    std::optional<TermId> hoax, alive, death;

    bool tells_hoax(const Term& term) const { return !term.negated && term.form == hoax; }
    bool tells_life(const Term& term) const { return term.contrary && !term.negated && term.form == alive; }
    bool tells_death(const Term& term) const { return !term.contrary && term.id == death; }
};

/// Reads statements into terms, and numbers the terms in the order in which they come.
class ContentReader {
  public:
    explicit ContentReader(const std::filesystem::path& lexicons);

    /// `voice`: indirect where the words are the article's own for what somebody said ("that he would go").
    Content read(const TokenizedText& statement, Voice voice = Voice::direct);
    /// The forms of the words of a text that is no statement.
    std::vector<TermId> words(const TokenizedText& text);
    const std::vector<std::string>& terms() const { return terms_; }  ///< by TermId
    /// The term of a word, if it was met in any form.
    std::optional<TermId> known(std::string_view lower);
    DeathTerms death_terms();
    /// Whether the term is mostly written as a name, or names a state.
    bool is_name(TermId id) const;
    const ClaimLexicon& lexicon() const { return lexicon_; }

    /// How often a term was written with a capital where only names have one, and how often not. What begins a
    /// statement tells little.
    struct Spelling {
        std::uint32_t capital = 0, small = 0, first = 0;
    };
    const std::vector<Spelling>& spellings() const { return spellings_; }  ///< by TermId
    /// From here on known terms remain names or none, whatever is read, and new ones go by where they are met first.
    void settle_names() { settled_ = true; }
    /// Begins with what another reader had read, its names settled. Before anything is read.
    void restore(std::vector<std::string> terms, std::vector<Spelling> spellings);

  private:
    friend class StatementReader;
    struct Word {
        WordKind kind;
        std::uint32_t classes;    ///< a set of word_class
        std::vector<Term> terms;  ///< one for each part of a hyphenated word
    };
    const Word& word(std::string_view lower);
    TermId intern(const std::string& term);

    ClaimLexicon lexicon_;
    WordClasses classes_;
    QuantityLexicon quantities_;
    StringMap<Word> words_;  // a cache: words recur
    StringMap<TermId> ids_;
    std::vector<std::string> terms_;
    std::vector<Spelling> spellings_;  // by TermId
    bool settled_ = false;
};

}  // namespace hearsay
