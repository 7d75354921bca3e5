// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "entities.hpp"

namespace hearsay {

/// The last few things of a kind, each once, most recent first.
template <class Value, std::size_t Size>
class Recent {
  public:
    void note(Value value) {
        std::size_t at = 0;
        while (at < used_ && values_[at] != value) ++at;
        if (at == used_ && used_ < Size) ++used_;
        if (at == Size) at = Size - 1;
        for (; at > 0; --at) values_[at] = values_[at - 1];
        values_[0] = value;
    }
    /// As `note`, but behind the most recent one.
    void note_behind(Value value) {
        if (empty()) return note(value);
        const Value first = values_[0];
        note(value);
        note(first);
    }
    const Value* begin() const { return values_.data(); }
    const Value* end() const { return values_.data() + used_; }
    bool empty() const { return used_ == 0; }

  private:
    std::array<Value, Size> values_{};
    std::size_t used_ = 0;
};

/// Whom a word of a name meant last; of two in one sentence, whom it named first, unless only as somebody's: "Ann Lee
/// came with her son, Tom Lee", but "Ann Lee's son, Tom Lee", "Lee said"; nor does "the brother of Ann Lee" take the
/// word from whom it meant before. Keeps four for each word, so that a look-up costs the same however many people of
/// one surname an article names.
class RecentByWord {
  public:
    explicit RecentByWord(const EntityTable& entities) : entities_(&entities) {}
    void note(EntityId id, std::uint32_t sentence, bool of_kin = false);
    /// The last one with this word in its name whom neither `country` nor `gender` contradicts, or kNoEntity; whoever
    /// is known to be of that gender before whoever may be.
    EntityId by_word(const std::string& word, std::string_view country, Gender gender) const;
    /// Which of the outlets that share a short form is meant: the last named that is a candidate or whose name ends
    /// with these words, else the publisher, else one named later.
    EntityId among(std::span<const GazetteerEntry* const> candidates, const std::vector<std::string>& words,
                   EntityId publisher) const;

  private:
    const EntityTable* entities_;
    struct Bearers {
        Recent<EntityId, 4> recent;
        std::uint32_t sentence = ~std::uint32_t{0};  // of the last mention
        bool of_kin = false;                         // the first mention in that sentence
    };
    void note(Bearers& bearers, EntityId id, std::uint32_t sentence, bool of_kin) const;

    std::unordered_map<std::string, Bearers> by_word_;  // looked up only
    Recent<EntityId, 8> outlets_;
};

/// "jcs" for {"joint", "chiefs", "of", "staff"}: the first letters of all but the little words.
std::string initials(const std::vector<std::string>& words);

}  // namespace hearsay
