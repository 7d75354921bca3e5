// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "hearsay/attribution/attribution.hpp"
#include "noun_phrase.hpp"
#include "office_holders.hpp"
#include "salience.hpp"

namespace hearsay {

/// Leads the source of each attribution back to an entity, in text order, as a reader would.
///
///   MentionResolver mentions{reading, attributions};
///   const std::vector<EntityId> sources = mentions.resolve_all();
class MentionResolver {
  public:
    MentionResolver(const Reading& reading, const std::vector<Attribution>& attributions);
    /// By attribution; every one has an entity.
    std::vector<EntityId> resolve_all();
    /// A source phrase elsewhere: "citing [an anonymous source]". kNoEntity for an empty one.
    EntityId resolve_phrase(TokenRange phrase);

  private:
    void advance(std::uint32_t token);
    EntityId resolve(std::uint32_t attribution);
    void note_speaker(EntityId id, std::uint32_t token);
    EntityId peek(std::uint32_t attribution) const;
    bool quoted(std::uint32_t token, std::uint32_t attribution) const;
    bool according_to(std::uint32_t attribution) const;

    EntityId antecedent(const Pronoun& pronoun, std::uint32_t token, std::uint32_t attribution);
    EntityId both_states(TokenRange phrase, std::uint32_t attribution);
    EntityId noun_phrase(TokenRange tokens);
    EntityId joint(const NounPhrase& phrase);
    EntityId owned(const NounPhrase& phrase);
    EntityId author(const NounPhrase& phrase);
    EntityId leading_name(const NounPhrase& phrase) const;
    EntityId spokesperson(const NounPhrase& phrase);
    EntityId state_of(const NounPhrase& phrase) const;
    EntityId office_holder(const NounPhrase& phrase);
    EntityId outlet_named_later(const NounPhrase& phrase) const;
    EntityId known_description(const NounPhrase& phrase);
    EntityId known_body(const NounPhrase& phrase, const std::function<bool(EntityId)>& told) const;
    EntityId new_description(const NounPhrase& phrase);
    const NameMention* name_at(std::uint32_t token) const { return in_.names.at(token); }

    Reading in_;
    const std::vector<Attribution>& attributions_;
    PhraseReader phrases_;
    OfficeHolders offices_;
    Salience salience_;
    std::vector<EntityId> resolved_;
    std::unordered_map<std::string, Recent<EntityId, 4>> by_head_;  // looked up only
    std::size_t next_name_ = 0;
    std::uint32_t position_ = 0;
};

}  // namespace hearsay
