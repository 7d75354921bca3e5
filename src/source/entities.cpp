// SPDX-License-Identifier: Apache-2.0
#include "entities.hpp"

#include <algorithm>

#include "state_bodies.hpp"

namespace hearsay {

namespace {

constexpr std::string_view kUnnamed = "unnamed source";
constexpr std::size_t kMostAliases = 24;  // an article that writes a name in more ways than that is no article

Entity entity_of(SourceKind kind, std::string_view name) {
    Entity entity;
    entity.source.name = name;
    entity.source.kind = kind;
    entity.words = name_words(name);
    return entity;
}

}  // namespace

EntityId EntityTable::add(Entity entity) {
    entities_.push_back(std::move(entity));
    return static_cast<EntityId>(entities_.size() - 1);
}

EntityId EntityTable::add(std::string key, Entity entity) {
    const EntityId id = add(std::move(entity));
    by_key_.emplace(std::move(key), id);
    return id;
}

EntityId EntityTable::of_country(const Country& country) {
    if (const auto found = by_record_.find(&country); found != by_record_.end()) return found->second;
    Entity entity = entity_of(SourceKind::government, country.name);
    entity.source.country = country.code;
    entity.source.wikidata = country.wikidata;
    entity.source.reliability = country.reliability;
    return by_record_[&country] = add(std::move(entity));
}

EntityId EntityTable::of_entry(const GazetteerEntry& entry) {
    if (const EntityId known = find_entry(entry); known != kNoEntity) return known;
    Entity entity = entity_of(entry.kind, entry.name);
    entity.source.country = entry.country;
    entity.source.owner = entry.owner;
    if (const Country* state = gazetteer_->country_by_code(entry.country)) make_of_state(entity.source, *state);
    entity.source.wikidata = entry.wikidata;
    entity.source.reliability = entry.reliability;
    entity.entry = &entry;
    return by_record_[&entry] = add(std::move(entity));
}

EntityId EntityTable::find_entry(const GazetteerEntry& entry) const {
    const auto found = by_record_.find(&entry);
    return found == by_record_.end() ? kNoEntity : found->second;
}

EntityId EntityTable::named(SourceKind kind, std::string_view name, bool certain) {
    return named(kind, name, name_key(name), certain);
}

EntityId EntityTable::named(SourceKind kind, std::string_view name, std::string_view name_key, bool certain) {
    std::string key = "name:";
    key += name_key;
    if (const auto found = by_key_.find(key); found != by_key_.end()) return found->second;
    Entity entity = entity_of(kind, name);
    entity.certain = certain;
    return add(std::move(key), std::move(entity));
}

Entity EntityTable::description(SourceKind kind, std::string_view text, std::string_view head, bool plural) {
    Entity entity = entity_of(kind, text);
    entity.source.unnamed = kind != SourceKind::document;
    entity.head = head;
    entity.plural = plural;
    return entity;
}

EntityId EntityTable::described(SourceKind kind, std::string_view text, std::string_view country, std::string_view head,
                                bool plural) {
    std::string key = state_body_key(*gazetteer_, text, country);
    key = key.empty() ? "text:" + name_key(text) : "body:" + key;
    const auto found = by_key_.find(key);
    return found != by_key_.end() ? found->second : add(std::move(key), description(kind, text, head, plural));
}

EntityId EntityTable::another(SourceKind kind, std::string_view text, std::string_view head, bool plural) {
    return add("text:" + name_key(text), description(kind, text, head, plural));
}

std::string EntityTable::joint_name(const std::vector<EntityId>& members) const {
    std::string name;
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (i != 0) name += i + 1 == members.size() ? " and " : ", ";
        name += entities_[members[i]].source.name;
    }
    return name;
}

EntityId EntityTable::joint(std::vector<EntityId> members, std::string_view text) {
    const std::string name = joint_name(members);
    std::string key = "joint:" + name;
    auto found = by_key_.find(key);
    if (found == by_key_.end()) {
        const auto all_states =
            std::ranges::all_of(members, [&](EntityId m) { return entities_[m].is(SourceKind::government); });
        Entity entity = entity_of(all_states ? SourceKind::government : SourceKind::group, name);
        entity.plural = true;
        entity.members = std::move(members);
        add(key, std::move(entity));
        found = by_key_.find(key);
    }
    add_alias(found->second, text);
    return found->second;
}

EntityId EntityTable::unnamed() {
    if (const auto found = by_key_.find("unnamed"); found != by_key_.end()) return found->second;
    Entity entity = entity_of(SourceKind::anonymous, kUnnamed);
    entity.source.unnamed = true;
    return add("unnamed", std::move(entity));
}

void EntityTable::add_alias(EntityId id, std::string_view text) {
    if (text != entities_[id].source.name) add_form(id, display_form(text));
}

void EntityTable::add_form(EntityId id, std::string_view form) {
    Source& source = entities_[id].source;
    if (form.empty() || form == source.name || source.aliases.size() >= kMostAliases) return;
    if (std::ranges::find(source.aliases, form) == source.aliases.end()) source.aliases.emplace_back(form);
}

}  // namespace hearsay
