// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>

#include "source/name_index.hpp"

namespace hearsay {

/// Follows a text token by token through the index, from one token on, for as long as a name can still come of it.
///
///   for (NameWalk walk(names, text, token, limit); walk.step();)
///       if (walk.use()) longest = walk.tokens();
class NameWalk {
  public:
    NameWalk(const NameIndex& names, const TokenizedText& text, std::uint32_t token, std::uint32_t limit);

    /// Takes one more token; false where no name begins like this.
    bool step();
    /// The form that the tokens so far spell, or null.
    const NameUse* use() const { return use_; }
    const NameIndex::Node& node() const { return *node_; }
    TokenRange tokens() const { return {begin_, next_}; }
    /// Whether the form so far is also a word; an acronym is one only in a headline in capitals.
    bool common_word() const;

  private:
    bool may_take(std::uint32_t token) const;
    bool may_go_on() const;
    bool cut_in_word() const;

    const NameIndex& names_;
    const TokenizedText& text_;
    NameKey key_;
    const NameIndex::Node* node_ = nullptr;
    const NameUse* use_ = nullptr;
    std::uint32_t begin_, first_, next_, limit_;  // first_: after an article
};

}  // namespace hearsay
