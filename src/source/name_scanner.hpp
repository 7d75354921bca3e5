// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "entities.hpp"
#include "hearsay/document/document.hpp"
#include "offices.hpp"

namespace hearsay {

/// A name in the text and whom it means.
struct NameMention {
    TokenRange tokens;  ///< the name, without title and "'s"
    TokenRange phrase;  ///< with the title, office or honorific before it
    EntityId entity = kNoEntity;
    bool quoted = false;     ///< stands between quotation marks
    bool modifier = false;   ///< an adjective or possessive before a noun: "Russian", "Boeing's"
    bool adjective = false;  ///< the first of these
    bool aside = false;      ///< in a dateline, caption or other boilerplate
};

/// The names of a document in text order, and for every token the mention that covers it.
class NameMentions {
  public:
    explicit NameMentions(std::size_t tokens) : at_(tokens, kNone) {}
    void add(NameMention mention);
    std::span<const NameMention> all() const { return mentions_; }
    /// The mention whose name covers the token, or null.
    const NameMention* at(std::uint32_t token) const { return at_[token] == kNone ? nullptr : &mentions_[at_[token]]; }
    /// The mention that covers the token means somebody else.
    void reassign(std::uint32_t token, EntityId entity) { mentions_[at_[token]].entity = entity; }

  private:
    static constexpr std::uint32_t kNone = ~std::uint32_t{0};
    std::vector<NameMention> mentions_;
    std::vector<std::uint32_t> at_;
};

/// Finds every capitalised name and decides whom it means: full names and acronyms first, then short forms by what was
/// named last. Fills `entities` with names, kinds, genders, offices and countries. `cues`: see find_names.
NameMentions scan_names(const Document& document, const SourceLexicon& lexicon, EntityTable& entities,
                        EntityId publisher, const std::vector<bool>& cues);

}  // namespace hearsay
