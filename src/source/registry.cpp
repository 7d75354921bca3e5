// SPDX-License-Identifier: Apache-2.0
#include "hearsay/source/registry.hpp"

#include <algorithm>

#include "hearsay/resources.hpp"
#include "name_forms.hpp"
#include "state_bodies.hpp"

namespace hearsay {

namespace {

constexpr std::size_t kMostHolders = 16;  // of one office; more tell that it is none that a single person holds

constexpr std::size_t kMostAliases = 500;  // of one source
constexpr std::size_t kMostMerges = 24;    // remembered of one source

MergeRule rule_of(std::string_view key) {
    if (key.starts_with("outlet:") || key.starts_with("state:") || key.starts_with("listed:"))
        return MergeRule::gazetteer;
    return key.starts_with("joint") ? MergeRule::members : MergeRule::full_name;
}

void note(std::vector<SourceMerge>& merges, const SourceMerge& merge) {
    const auto same = [&](const SourceMerge& known) { return known.name == merge.name && known.rule == merge.rule; };
    if (merges.size() < kMostMerges && std::ranges::none_of(merges, same)) merges.push_back(merge);
}

/// Keeps the aliases sorted.
void add_alias(Source& source, const std::string& alias) {
    const auto place = std::ranges::lower_bound(source.aliases, alias);
    const bool known = alias == source.name || (place != source.aliases.end() && *place == alias);
    if (!known && source.aliases.size() < kMostAliases) source.aliases.insert(place, alias);
}

bool particular_person(const Source& source) { return name_words(source.name).size() >= 2; }

/// "robert x marlow" -> "robert marlow".
std::string without_initials(const std::string& name) {
    const auto words = name_words(name);
    std::string bare;
    for (std::size_t i = 0; i < words.size(); ++i)
        if (i == 0 || i + 1 == words.size() || words[i].size() > 1) bare.append(i ? " " : "").append(words[i]);
    return bare;
}

std::string joint_key(const Source& source, const std::vector<SourceId>& ids) {
    std::vector<std::uint32_t> members;
    for (const SourceId local : source.members)
        members.push_back(static_cast<std::uint32_t>(ids.at(static_cast<std::size_t>(local))));
    std::ranges::sort(members);
    std::string key = "joint";
    for (const auto member : members) key.append(":").append(std::to_string(member));
    return key;
}

}  // namespace

SourceRegistry::SourceRegistry(const Gazetteer& gazetteer)
    : SourceRegistry(gazetteer, resource_directory() / "lexicons") {}

SourceRegistry::SourceRegistry(const Gazetteer& gazetteer, const std::filesystem::path& lexicons)
    : gazetteer_(&gazetteer) {
    read_table(lexicons / "generic_bodies.tsv", {"word"}, [&](const auto& row) { generic_words_.emplace(row[0]); });
}

/// Whether many bodies bear the name: without a state, each document's is its own.
bool SourceRegistry::generic(std::string_view name) const {
    return std::ranges::all_of(name_words(name), [&](const auto& word) { return generic_words_.contains(word); });
}

/// What makes two sources one. Those that nothing but a description tells apart get the document's number.
std::string SourceRegistry::key(const Source& source, const std::vector<SourceId>& ids, bool publishes) const {
    const std::string name = name_key(source.name);
    std::string own = "document:";
    own.append(std::to_string(documents_)).append(":").append(to_string(source.kind)).append(":").append(name);
    if (!source.members.empty()) return joint_key(source, ids);
    if (source.unnamed || name.empty()) return own;
    if (const SourceRow* row = gazetteer_->listed(source.name, source.country)) return "listed:" + row->where;
    if (source.kind == SourceKind::government && gazetteer_->country(source.name)) return "state:" + source.country;
    if (const GazetteerEntry* entry = gazetteer_->outlet(source.name)) return "outlet:" + entry->name;
    if (!gazetteer_->outlets_short(source.name)
             .empty())  // "the Times", of nobody knows which city, but one for the run
        return publishes ? "publisher:" + name : own;
    if (source.kind == SourceKind::person) return particular_person(source) ? "person:" + name : own;
    if (source.kind == SourceKind::document || (source.country.empty() && generic(source.name))) return own;
    if (const std::string body = state_body_key(*gazetteer_, source.name, source.country); !body.empty())
        return std::string(to_string(source.kind)).append(":").append(body);
    std::string shared(to_string(source.kind));
    shared.append(":").append(name);
    if (generic(source.name)) shared.append(":").append(source.country);
    return shared;
}

void SourceRegistry::merge(Source& known, const Source& seen, MergeRule rule, std::uint32_t document) const {
    for (const auto& alias : seen.aliases) add_alias(known, alias);
    if (seen.name != known.name) {
        add_alias(known, seen.name);
        note(known.merges, {seen.name, rule, document});
    }
    for (const SourceMerge& earlier : seen.merges) note(known.merges, earlier);
    if (known.country.empty()) known.country = seen.country;
    if (known.owner.empty()) known.owner = seen.owner;
    if (known.role.empty()) known.role = seen.role;
    if (known.wikidata.empty()) known.wikidata = seen.wikidata;
    if (!known.reliability) known.reliability = seen.reliability;
}

/// Named and rated as the user's row has it.
Source SourceRegistry::as_listed(Source source) const {
    std::ranges::sort(source.aliases);
    const SourceRow* row = source.unnamed ? nullptr : gazetteer_->listed(source.name, source.country);
    if (!row) return source;
    Source listed = source;
    listed.aliases.clear();
    listed.name = row->name;
    listed.kind = row->kind.value_or(source.kind);
    listed.reliability = row->reliability;
    listed.wikidata = row->wikidata;
    for (const std::string& alias : row->aliases) add_alias(listed, alias);
    if (listed.country.empty()) listed.country = row->country;
    source.reliability.reset();
    merge(listed, source, MergeRule::gazetteer, documents_);
    return listed;
}

SourceId SourceRegistry::find_or_add(std::string key, const Source& source) {
    auto found = by_key_.find(key);
    const bool person = source.kind == SourceKind::person && !source.unnamed;
    if (found != by_key_.end() && person && !source.country.empty()) {
        // Two people of one name: what they hold office in tells them apart.
        const std::string& known = (*this)[found->second].country;
        if (!known.empty() && known != source.country) {
            key.append(":").append(source.country);
            found = by_key_.find(key);
        }
    }
    if (found != by_key_.end()) {
        merge(sources_[static_cast<std::size_t>(found->second)], source, rule_of(found->first), documents_);
        return found->second;
    }
    const auto id = static_cast<SourceId>(sources_.size());
    by_key_.emplace(std::move(key), id);
    sources_.push_back(as_listed(source));
    sources_.back().members.clear();
    first_document_.push_back(documents_);
    return id;
}

std::vector<SourceId> SourceRegistry::add(const DocumentSources& found) {
    std::vector<SourceId> ids(found.sources.size(), SourceId{});
    // Members first: what they are decides who a joint source is.
    for (const bool joint : {false, true})
        for (std::size_t i = 0; i < found.sources.size(); ++i)
            if (found.sources[i].members.empty() != joint)
                ids[i] = find_or_add(key(found.sources[i], ids, i == found.publisher), found.sources[i]);
    for (std::size_t i = 0; i < found.sources.size(); ++i) {
        auto& members = sources_[static_cast<std::size_t>(ids[i])].members;
        if (!members.empty()) continue;
        for (const SourceId local : found.sources[i].members)
            members.push_back(ids.at(static_cast<std::size_t>(local)));
        std::ranges::sort(members);
        const auto rest = std::ranges::unique(members);
        members.erase(rest.begin(), rest.end());
    }
    note_offices(found, ids);
    if (const Source& publisher = found.sources.at(found.publisher); !publisher.unnamed)
        publishers_.emplace(name_key(publisher.name), ids[found.publisher]);
    ++documents_;
    return ids;
}

void SourceRegistry::note_offices(const DocumentSources& found, const std::vector<SourceId>& ids) {
    std::vector<SourceId> named;
    for (std::size_t i = 0; i < found.sources.size(); ++i) {
        const Source& source = found.sources[i];
        if (source.kind != SourceKind::person || source.unnamed) continue;
        named.push_back(ids[i]);
        if (source.office.empty() || source.role.empty()) continue;
        auto& holders = holders_[source.office];
        if (std::ranges::find(holders, ids[i]) == holders.end() && holders.size() < kMostHolders)
            holders.push_back(ids[i]);
    }
    for (std::size_t i = 0; i < found.sources.size(); ++i)
        if (!found.sources[i].office.empty() && found.sources[i].role.empty())
            office_mentions_.push_back({ids[i], named});
}

/// The one named person who holds the office: of the same country, or of no other and named in the same article.
std::optional<SourceId> SourceRegistry::holder(const OfficeMention& mention) const {
    const Source& unnamed = (*this)[mention.id];
    const auto known = holders_.find(unnamed.office);
    if (known == holders_.end()) return std::nullopt;
    std::vector<SourceId> fitting, beside;
    for (const SourceId id : known->second) {
        const std::string& country = (*this)[id].country;
        const bool same = !country.empty() && country == unnamed.country;
        const bool open = country.empty() || unnamed.country.empty();
        const bool here = std::ranges::find(mention.beside, id) != mention.beside.end();
        if (same || (open && here)) fitting.push_back(id);
        if (here && (same || open)) beside.push_back(id);
    }
    if (beside.size() == 1) return beside.front();
    return fitting.size() == 1 ? std::optional(fitting.front()) : std::nullopt;
}

/// "Robert X. Marlow" is "Robert Marlow" where the run knows him by one middle initial only: "George W." and "George
/// H. W." are two, and nobody can tell whom the name without one means; nor are both in one article one man.
void SourceRegistry::join_initials(std::vector<SourceId>& joined) const {
    struct Spelling {
        SourceId first{};
        std::string with, country;
        bool clear = true;
    };
    std::unordered_map<std::string, Spelling> plain;  // looked up only
    const auto person = [&](std::size_t i) {
        return sources_[i].kind == SourceKind::person && !sources_[i].unnamed && particular_person(sources_[i]);
    };
    for (std::size_t i = 0; i < sources_.size(); ++i) {
        if (!person(i)) continue;
        const std::string name = name_key(sources_[i].name), bare = without_initials(name);
        const std::string& country = sources_[i].country;
        const auto [place, added] = plain.try_emplace(bare, Spelling{static_cast<SourceId>(i), "", country, true});
        Spelling& known = place->second;
        if (name != bare) known.clear &= known.with.empty() || known.with == name, known.with = name;
        known.clear &= country.empty() || known.country.empty() || country == known.country;
        known.clear &= added || first_document_[i] != first_document_[static_cast<std::size_t>(known.first)];
    }
    for (std::size_t i = 0; i < sources_.size(); ++i) {
        if (!person(i) || joined[i] != static_cast<SourceId>(i)) continue;
        const Spelling& known = plain.at(without_initials(name_key(sources_[i].name)));
        const bool free = joined[static_cast<std::size_t>(known.first)] == known.first;
        if (known.clear && !known.with.empty() && free) joined[i] = known.first;
    }
}

std::vector<SourceId> SourceRegistry::join() {
    std::vector<SourceId> joined(sources_.size());
    std::vector<MergeRule> rules(sources_.size(), MergeRule::publisher);
    for (std::size_t i = 0; i < joined.size(); ++i) {
        joined[i] = static_cast<SourceId>(i);
        if (sources_[i].unnamed) continue;
        const std::string name = name_key(sources_[i].name);
        for (const std::string& written : {name, "the " + name})  // "the Tribune" in an article is The Tribune
            if (const auto found = publishers_.find(written); found != publishers_.end()) {
                joined[i] = found->second;
                break;
            }
    }
    join_initials(joined);
    for (const OfficeMention& mention : office_mentions_)
        if (const auto person = holder(mention)) {
            joined[static_cast<std::size_t>(mention.id)] = joined[static_cast<std::size_t>(*person)];
            rules[static_cast<std::size_t>(mention.id)] = MergeRule::office;
        }
    std::vector<SourceId> last(sources_.size());
    std::vector<Source> kept;
    for (std::size_t i = 0; i < sources_.size(); ++i) {
        if (joined[i] != static_cast<SourceId>(i)) continue;
        last[i] = static_cast<SourceId>(kept.size());
        kept.push_back(std::move(sources_[i]));
    }
    for (std::size_t i = 0; i < sources_.size(); ++i) {
        if (joined[i] == static_cast<SourceId>(i)) continue;
        last[i] = last[static_cast<std::size_t>(joined[i])];
        merge(kept[static_cast<std::size_t>(last[i])], sources_[i], rules[i], first_document_[i]);
    }
    for (Source& source : kept)
        for (SourceId& member : source.members) member = last[static_cast<std::size_t>(member)];
    sources_ = std::move(kept);
    return last;
}

std::vector<SourceId> SourceRegistry::finish() {
    std::vector<SourceId> last = join();
    fill_groups();
    return last;
}

void SourceRegistry::fill_groups() {
    std::unordered_map<std::string, std::vector<SourceId>> outlets;  // by country; looked up only
    for (std::size_t i = 0; i < sources_.size(); ++i)
        if (sources_[i].kind == SourceKind::outlet && !sources_[i].unnamed && !sources_[i].country.empty())
            outlets[sources_[i].country].push_back(static_cast<SourceId>(i));
    for (Source& source : sources_) {
        const auto words = name_words(source.name);
        const bool media =
            !words.empty() && (words.back() == "media" || words.back() == "newspapers" || words.back() == "press");
        if (source.kind != SourceKind::group || source.unnamed || !media || source.country.empty() ||
            !source.members.empty())
            continue;
        if (const auto found = outlets.find(source.country); found != outlets.end()) source.members = found->second;
    }
}

}  // namespace hearsay
