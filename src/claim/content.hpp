// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <compare>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "claim/lexicon.hpp"
#include "claim/quantities.hpp"
#include "hearsay/text/tokenizer.hpp"

namespace hearsay {

enum class TermId : std::uint32_t {};

/// A content word of a statement.
struct Term {
    TermId id;
    bool contrary;  ///< negated, or the opposite of what the term names, but not both
    bool name;      ///< written as a name, or a country
    auto operator<=>(const Term&) const = default;
};

/// What a statement says, as far as it can be compared: its terms, each once, by id, and its amounts, sorted.
struct Content {
    std::vector<Term> terms;
    std::vector<Quantity> quantities;
    auto operator<=>(const Content&) const = default;
};

/// Reads statements into terms, and numbers the terms in the order in which they come.
class ContentReader {
  public:
    explicit ContentReader(const std::filesystem::path& lexicons);

    Content read(std::string_view statement);
    const std::vector<std::string>& terms() const { return names_; }  ///< by TermId
    const ClaimLexicon& lexicon() const { return lexicon_; }

  private:
    friend class StatementReader;
    struct Word {
        WordKind kind;
        std::vector<std::pair<TermId, bool>> terms;  ///< the parts of a hyphenated word, and whether they are contrary
    };
    const Word& word(std::string_view lower);
    TermId intern(const std::string& term);

    ClaimLexicon lexicon_;
    QuantityLexicon quantities_;
    std::unordered_map<std::string, Word> words_;  // a cache: words recur
    std::unordered_map<std::string, TermId> ids_;
    std::vector<std::string> names_;
};

}  // namespace hearsay
