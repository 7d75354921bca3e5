// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "hearsay/source/gazetteer.hpp"
#include "name_forms.hpp"
#include "source_lexicon.hpp"

namespace hearsay {

/// Index of an entity in the document's EntityTable.
using EntityId = std::uint32_t;
constexpr EntityId kNoEntity = ~EntityId{0};

/// An office as read from the words around a name or in a description: "South Korea's defense chief".
struct Office {
    std::string role;                ///< Title::role: "head"
    std::vector<std::string> words;  ///< what narrows it, in name_words form: {"defense"}
    std::string country;             ///< ISO code, or empty
    std::string text;                ///< as written: "Defense Minister"
    Voices voice = Voices::own;
};

/// Somebody or something that the document speaks of and that may be a source.
struct Entity {
    Source source;  ///< aliases unsorted until the end
    Gender gender = Gender::unknown;
    bool plural = false;
    bool certain = true;             ///< false: a capitalised name of which nothing tells what it names
    std::vector<std::string> words;  ///< name_words of its name
    std::string head;                ///< head noun of a description ("official"), or empty
    std::vector<Office> offices;
    std::vector<EntityId> members;
    const GazetteerEntry* entry = nullptr;

    bool is(SourceKind kind) const { return source.kind == kind; }
};

/// The entities of one document, each once.
class EntityTable {
  public:
    explicit EntityTable(const Gazetteer& gazetteer) : gazetteer_(&gazetteer) {}

    Entity& operator[](EntityId id) { return entities_[id]; }
    const Entity& operator[](EntityId id) const { return entities_[id]; }
    std::size_t size() const { return entities_.size(); }

    EntityId of_country(const Country& country);
    EntityId of_entry(const GazetteerEntry& entry);
    /// kNoEntity where the document hasn't named it yet.
    EntityId find_entry(const GazetteerEntry& entry) const;
    /// The entity of this name; `kind` and `certain` count only where it is new.
    EntityId named(SourceKind kind, std::string_view name, bool certain);
    /// The same where the name's key is known already.
    EntityId named(SourceKind kind, std::string_view name, std::string_view key, bool certain);
    /// A description ("senior officials"); one entity for each wording, a state's body one however the state is named.
    EntityId described(SourceKind kind, std::string_view text, std::string_view country, std::string_view head,
                       bool plural);
    /// A description that is somebody new though its wording has been met ("another official").
    EntityId another(SourceKind kind, std::string_view text, std::string_view head, bool plural);
    EntityId joint(std::vector<EntityId> members, std::string_view text);
    /// The source that an attribution without one is ascribed to.
    EntityId unnamed();

    void add_alias(EntityId id, std::string_view text);
    /// The same for a text that is in display_form already.
    void add_form(EntityId id, std::string_view form);
    const Gazetteer& gazetteer() const { return *gazetteer_; }

  private:
    static Entity description(SourceKind kind, std::string_view text, std::string_view head, bool plural);
    EntityId add(Entity entity);
    EntityId add(std::string key, Entity entity);
    std::string joint_name(const std::vector<EntityId>& members) const;

    const Gazetteer* gazetteer_;
    std::vector<Entity> entities_;
    std::unordered_map<std::string, EntityId> by_key_;     // looked up only, never walked through
    std::unordered_map<const void*, EntityId> by_record_;  // by entry or country; looked up only
};

}  // namespace hearsay
