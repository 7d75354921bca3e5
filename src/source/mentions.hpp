// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "hearsay/attribution/attribution.hpp"
#include "hop.hpp"
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
    MentionResolver(const SourceReading& reading, const std::vector<Attribution>& attributions);
    /// By attribution; every one has an entity.
    std::vector<EntityId> resolve_all();
    /// How the source of an attribution was led to its entity, once all are resolved.
    const Identified& identified(std::uint32_t attribution) const { return resolved_[attribution]; }
    /// A source phrase elsewhere: "citing [an anonymous source]". No entity for an empty one.
    Identified resolve_phrase(TokenRange phrase);
    /// Whether a description is of somebody who can say something: "two diplomats", but not "safety concerns".
    bool may_speak(const Identified& found) const;
    /// Whom a name means, and whether it is written in full.
    Identified resolve_name(const NameMention& name) const;

  private:
    void advance(std::uint32_t token);
    Identified resolve(std::uint32_t attribution);
    void note_speaker(EntityId id, std::uint32_t token);
    EntityId peek(std::uint32_t attribution) const;
    bool quoted(std::uint32_t token, std::uint32_t attribution) const;
    bool according_to(std::uint32_t attribution) const;

    EntityId antecedent(const Pronoun& pronoun, std::uint32_t token, std::uint32_t attribution);
    EntityId right_before(std::uint32_t relative);
    Identified both_states(TokenRange phrase, std::uint32_t attribution);
    Identified noun_phrase(TokenRange tokens);
    Naming naming_of(const NounPhrase& phrase, EntityId id) const;
    // The readings of a noun phrase, in the order in which they are tried; kNoEntity where one doesn't fit.
    EntityId joint(const NounPhrase& phrase);
    EntityId named(const NounPhrase& phrase);
    EntityId bearer(const NounPhrase& phrase, const NameMention& surname);
    EntityId of_generation(const NameMention& surname, bool older) const;
    EntityId owned(const NounPhrase& phrase);
    EntityId employer(const NounPhrase& phrase);
    EntityId author(const NounPhrase& phrase);
    EntityId leading_name(const NounPhrase& phrase);
    EntityId body_spoken_for(const NounPhrase& phrase);
    EntityId last_of(const Pronoun& pronoun) const;
    void take_for_body(EntityId id) const;
    bool contradicts(std::uint32_t attribution) const;
    EntityId state_of(const NounPhrase& phrase);
    EntityId office_holder(const NounPhrase& phrase);
    EntityId outlet_named_elsewhere(const NounPhrase& phrase);
    EntityId known_description(const NounPhrase& phrase);
    EntityId known_body(const NounPhrase& phrase, const std::function<bool(EntityId)>& told) const;
    bool may_be_firm(const Entity& body) const;
    EntityId new_description(const NounPhrase& phrase);
    std::string state_name(const std::string& code) const;
    const NameMention* name_at(std::uint32_t token) const { return in_.names.at(token); }

    SourceReading in_;
    const std::vector<Attribution>& attributions_;
    PhraseReader phrases_;
    OfficeHolders offices_;
    Salience salience_;
    std::vector<Identified> resolved_;
    struct Speech {
        EntityId speaker = kNoEntity;
        std::uint32_t token = 0;
    };
    struct Namings {
        std::uint32_t times = 0, last = 0;  // token
        bool spoke = false;
    };
    std::unordered_map<std::string, Recent<EntityId, 4>> by_head_;  // looked up only
    std::unordered_map<std::string, Speech> spoke_last_;            // by word of the speaker's name; looked up only
    std::unordered_map<EntityId, Namings> namings_;                 // looked up only
    std::size_t next_name_ = 0;
    std::uint32_t position_ = 0;
    EntityId contradicted_ = kNoEntity;  // whose claims the attribution at hand denies
};

}  // namespace hearsay
