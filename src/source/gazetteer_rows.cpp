// SPDX-License-Identifier: Apache-2.0
// What the user's table adds to the gazetteer and overrides in it.
#include <algorithm>
#include <utility>

#include "hearsay/error.hpp"
#include "source/gazetteer_tables.hpp"

namespace hearsay {

namespace {

bool matched_in_texts(SourceKind kind) {
    return kind == SourceKind::outlet || kind == SourceKind::social || kind == SourceKind::organization ||
           kind == SourceKind::government;
}

bool is_outlet(SourceKind kind) { return kind == SourceKind::outlet || kind == SourceKind::social; }

std::string key_of(std::string_view form) { return std::string(NameKey(form).text()); }

void add_forms(std::vector<std::string>& aliases, const std::vector<std::string>& more, const std::string& name) {
    for (const std::string& form : more)
        if (form != name && std::ranges::find(aliases, form) == aliases.end()) aliases.push_back(form);
}

}  // namespace

/// Puts rows into the tables, before those are indexed.
class Gazetteer::Tables::RowApplier {
  public:
    explicit RowApplier(Tables& tables) : tables_(tables) {
        note(tables.outlets, &Tables::outlets);
        note(tables.bodies, &Tables::bodies);
        for (std::size_t i = 0; i < tables.countries.size(); ++i) {
            const Country& country = tables.countries[i];
            states_.emplace(key_of(country.name), i);
            for (const auto* forms : {&country.aliases, &country.metonyms})
                for (const std::string& form : *forms) states_.emplace(key_of(form), i);
        }
    }

    void apply(const SourceRow& row) {
        const auto state = states_.find(key_of(row.name));
        const bool may_be_state = !row.kind || row.kind == SourceKind::government;
        if (state != states_.end() && may_be_state) return override_country(state->second, row);
        if (row.kind && !matched_in_texts(*row.kind)) return list(row);
        override_entry(row);
    }

  private:
    using Table = std::vector<GazetteerEntry> Tables::*;
    struct Place {
        Table table;
        std::size_t index;
    };

    void note(const std::vector<GazetteerEntry>& entries, Table table) {
        for (std::size_t i = 0; i < entries.size(); ++i) {
            entries_.emplace(key_of(entries[i].name), Place{table, i});
            for (const std::string& alias : entries[i].aliases) entries_.emplace(key_of(alias), Place{table, i});
        }
    }

    void override_entry(const SourceRow& row) {
        GazetteerEntry entry = taken_out(row);
        const std::string known = std::exchange(entry.name, tables_.unmarked(row.name));
        if (!known.empty() && key_of(known) != key_of(entry.name)) entry.aliases.push_back(known);
        add_forms(entry.aliases, unmarked(row.aliases), entry.name);
        if (row.kind) entry.kind = *row.kind;
        if (row.reliability) entry.reliability = row.reliability;
        if (!row.wikidata.empty()) entry.wikidata = row.wikidata;
        if (!row.country.empty()) entry.country = row.country;
        if (!row.domains.empty()) entry.domains = row.domains;
        entry.common_word = tables_.is_common(entry.name);
        claim(row, entry.name);
        (is_outlet(entry.kind) ? tables_.outlets : tables_.bodies).push_back(std::move(entry));
    }

    /// The entry of the row's name, which its table then no longer has; an empty one where there is none.
    GazetteerEntry taken_out(const SourceRow& row) {
        const auto found = entries_.find(key_of(row.name));
        if (found == entries_.end() && !row.kind)
            throw SourcesError(row.where + ": '" + row.name + "' is not in the gazetteer; fill in its kind");
        if (found == entries_.end()) return {};
        GazetteerEntry& entry = (tables_.*found->second.table)[found->second.index];
        const auto [first, is_new] = taken_.emplace(&entry, row.where);
        if (!is_new) fail_on_second(row, first->second);
        return std::exchange(entry, {});
    }

    void override_country(std::size_t index, const SourceRow& row) {
        Country& country = tables_.countries[index];
        const auto [first, is_new] = taken_.emplace(&country, row.where);
        if (!is_new) fail_on_second(row, first->second);
        add_forms(country.aliases, unmarked(row.aliases), country.name);
        if (row.reliability) country.reliability = row.reliability;
        if (!row.wikidata.empty()) country.wikidata = row.wikidata;
        claim(row, country.name);
    }

    [[noreturn]] static void fail_on_second(const SourceRow& row, const std::string& first) {
        throw SourcesError(row.where + ": '" + row.name + "' is the source of " + first + " too; keep one of the rows");
    }

    std::vector<std::string> unmarked(std::vector<std::string> forms) {
        for (std::string& form : forms) form = tables_.unmarked(form);
        return forms;
    }

    void claim(const SourceRow& row, const std::string& owner) {
        tables_.claimed_[key_of(row.name)] = owner;
        for (const std::string& form : row.aliases) tables_.claimed_[key_of(form)] = owner;
    }

    /// People, groups and documents are known again by the registry, not by a text's words.
    void list(const SourceRow& row) {
        tables_.listed_.emplace(key_of(row.name), tables_.listed_rows_.size());
        for (const std::string& alias : row.aliases)
            tables_.listed_.emplace(key_of(alias), tables_.listed_rows_.size());
        tables_.listed_rows_.push_back(row);
    }

    Tables& tables_;
    StringMap<Place> entries_;
    StringMap<std::size_t> states_;
    std::unordered_map<const void*, std::string> taken_;  // entry or country -> the row that took it; looked up only
};

void Gazetteer::Tables::apply(const std::vector<SourceRow>& rows) {
    if (rows.empty()) return;
    outlets.reserve(outlets.size() + rows.size());  // entries stay where they are while rows are applied
    bodies.reserve(bodies.size() + rows.size());
    RowApplier applier(*this);
    for (const SourceRow& row : rows) applier.apply(row);
    const auto taken_out = [](const GazetteerEntry& entry) { return entry.name.empty(); };
    std::erase_if(outlets, taken_out);
    std::erase_if(bodies, taken_out);
}

bool Gazetteer::Tables::claimed_by_other(std::string_view form, const std::string& owner) const {
    if (claimed_.empty()) return false;
    const auto found = claimed_.find(key_of(form));
    return found != claimed_.end() && found->second != owner;
}

const SourceRow* Gazetteer::Tables::listed(std::string_view key) const {
    const auto found = listed_.find(key);
    return found == listed_.end() ? nullptr : &listed_rows_[found->second];
}

}  // namespace hearsay
