// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "name_scanner.hpp"

namespace hearsay {

/// Where the parts of an attribution stand, each as one range. A source ends before whom it cites or is quoted by.
struct RoleTokens {
    TokenRange source, cue, content;
};
std::vector<RoleTokens> role_tokens(const TokenizedText& text, const std::vector<Attribution>& attributions,
                                    const SourceLexicon& lexicon);

/// A document being resolved: what every step reads.
struct SourceReading {
    const Document& document;
    const SourceLexicon& lexicon;
    EntityTable& entities;
    NameMentions& names;  ///< a surname's bearer may be corrected while sources are resolved
    EntityId publisher;
    const std::vector<RoleTokens>& roles;  ///< by attribution

    const TokenizedText& text() const { return document.tokens; }
    std::uint32_t sentence_of(std::uint32_t token) const { return text().tokens()[token].sentence; }
    std::uint32_t paragraph_of(std::uint32_t token) const { return text().sentences()[sentence_of(token)].paragraph; }
};

/// A source's noun phrase, taken apart: "two | senior State Department | officials | familiar with the matter".
struct NounPhrase {
    TokenRange all;   ///< as written
    TokenRange core;  ///< without determiner and what follows the head
    std::uint32_t head = 0;
    bool definite = false;             ///< "the", "this", "his", "Seoul's", or a bare title in a headline
    bool anaphoric = false;            ///< may mean somebody described before: definite, or a bare plural
    bool other = false;                ///< "another", "other": somebody new
    const SourceNoun* noun = nullptr;  ///< of the head
    const Title* title = nullptr;      ///< of the head
    std::optional<Office> office;
    std::string country;  ///< of the first state named in it
};

/// Takes noun phrases apart; knows names and lexicons but no context.
class PhraseReader {
  public:
    explicit PhraseReader(const SourceReading& reading)
        : in_(reading), offices_(reading.text(), reading.entities.gazetteer(), reading.lexicon) {}

    NounPhrase parse(TokenRange tokens) const;
    /// The parts of "A, B and C"; one where nothing is coordinated.
    std::vector<TokenRange> coordinated(TokenRange tokens) const;
    /// Whom the phrase names: its head is a name, or a name stands in apposition to it.
    EntityId named(const NounPhrase& phrase) const;
    /// The name before the head that puts it out or owns it.
    const NameMention* owner(const NounPhrase& phrase) const;
    /// Whose kin the phrase describes: "Ann Lee's parents", "the family of Ann Lee". Null for several people's.
    const NameMention* whose_kin(const NounPhrase& phrase) const;
    /// For whom a spokesperson speaks: "a spokesman for X", "an X spokesman".
    TokenRange complement(const NounPhrase& phrase) const;
    SourceKind kind(const NounPhrase& phrase) const;
    /// Whether a description tells one thing from all others: "North Korea's military", "Ukrainian media".
    bool particular(const NounPhrase& phrase) const;
    /// The head by which later mentions find it: singular and plural apart, all documents alike.
    std::string head_key(const NounPhrase& phrase) const;

  private:
    bool may_be_meant(const NameMention& name, const NounPhrase& phrase) const;
    bool holds(const NameMention& name, const NounPhrase& phrase) const;
    bool apposed(TokenRange name, const NounPhrase& phrase) const;
    std::uint32_t head_end(TokenRange tokens) const;
    void read_determiner(NounPhrase& phrase) const;
    const NameMention* name_at(std::uint32_t token) const { return in_.names.at(token); }

    SourceReading in_;
    OfficeReader offices_;
};

}  // namespace hearsay
