// SPDX-License-Identifier: Apache-2.0
#include "hearsay/source/gazetteer.hpp"

#include <algorithm>

#include "source/gazetteer_tables.hpp"
#include "source/name_walk.hpp"

namespace hearsay {

namespace {

using Table = NameUse::Table;

constexpr std::size_t kLongestName = 200;  // bytes; nothing longer is a name

std::string_view without_possessive(std::string_view name) {
    for (const std::string_view ending : {"'s", "’s", "'", "’"})
        if (name.ends_with(ending)) return name.substr(0, name.size() - ending.size());
    return name;
}

template <typename Accept>
const NameUse* find_use(const NameIndex& names, const NameKey& key, std::string_view text, Accept accept) {
    const NameIndex::Node* node = names.find(text);
    if (!node) return nullptr;
    const auto fits = [&](const NameUse& use) {
        const bool exact = use.common_word || use.form == NameForm::short_form;
        return accept(use) && (!exact || use.written_in(key));
    };
    const auto found = std::ranges::find_if(node->uses, fits);
    return found == node->uses.end() ? nullptr : &*found;
}

// Calls `look` with the key of the name and of its shorter forms until one is known.
template <typename Look>
auto first_known(const MediaNouns& nouns, std::string_view name, Look look) -> decltype(look(NameKey(), name)) {
    if (name.size() > kLongestName) return {};
    for (const std::string_view spelling : {name, without_possessive(name)}) {
        const NameKey key(spelling);
        for (std::string_view text = key.text(); !text.empty(); text = nouns.strip(text))
            if (const auto found = look(key, text)) return found;
    }
    return {};
}

}  // namespace

Gazetteer Gazetteer::load(const std::filesystem::path& directory, const std::vector<SourceRow>& rows) {
    return Gazetteer(std::make_shared<const Tables>(directory, rows));
}

const SourceRow* Gazetteer::listed(std::string_view name, std::string_view country) const {
    if (name.size() > kLongestName) return nullptr;
    const SourceRow* row = tables_->listed(NameKey(name).text());
    const bool other = row && !row->country.empty() && !country.empty() && row->country != country;
    return other ? nullptr : row;
}

const GazetteerEntry* Gazetteer::outlet(std::string_view name) const {
    const auto certain = [](const NameUse& use) {
        return use.table == Table::outlet && use.form != NameForm::short_form;
    };
    const auto* use = first_known(tables_->nouns, name, [&](const NameKey& key, std::string_view text) {
        return find_use(tables_->names, key, text, certain);
    });
    return use ? &tables_->outlets[use->entry] : nullptr;
}

std::span<const GazetteerEntry* const> Gazetteer::outlets_short(std::string_view name) const {
    const auto shared = [](const NameUse& use) { return use.form == NameForm::short_form; };
    const auto* node = first_known(tables_->nouns, name, [&](const NameKey& key, std::string_view text) {
        return find_use(tables_->names, key, text, shared) ? tables_->names.find(text) : nullptr;
    });
    if (!node) return {};
    return node->candidates;
}

const GazetteerEntry* Gazetteer::body(std::string_view name) const {
    const auto is_body = [](const NameUse& use) { return use.table == Table::body; };
    const auto* use = first_known({}, name, [&](const NameKey& key, std::string_view text) {
        return find_use(tables_->names, key, text, is_body);
    });
    return use ? &tables_->bodies[use->entry] : nullptr;
}

const Country* Gazetteer::country(std::string_view name) const {
    const auto is_country = [](const NameUse& use) { return use.table == Table::country; };
    const auto* use = first_known({}, name, [&](const NameKey& key, std::string_view text) {
        return find_use(tables_->names, key, text, is_country);
    });
    return use ? &tables_->countries[use->entry] : nullptr;
}

const Country* Gazetteer::country_by_code(std::string_view code) const {
    const auto found = std::ranges::find(tables_->countries, code, &Country::code);
    return found == tables_->countries.end() ? nullptr : &*found;
}

const GazetteerEntry* Gazetteer::outlet_by_domain(std::string_view url_or_host) const {
    return tables_->by_domain(url_or_host);
}

std::optional<GazetteerMatch> Gazetteer::longest_match(const TokenizedText& text, std::uint32_t token,
                                                       std::uint32_t limit) const {
    std::optional<GazetteerMatch> best;
    for (NameWalk walk(tables_->names, text, token, limit); walk.step();) {
        if (!walk.use()) continue;
        best = tables_->match(walk.node(), *walk.use(), walk.tokens());
        best->common_word = walk.common_word();
    }
    if (best && !best->country) tables_->nouns.extend(*best, text, limit);
    if (best && tables_->in_longer_name(*best, text)) best.reset();
    return best;
}

const std::vector<GazetteerEntry>& Gazetteer::outlets() const { return tables_->outlets; }
const std::vector<GazetteerEntry>& Gazetteer::bodies() const { return tables_->bodies; }
const std::vector<Country>& Gazetteer::countries() const { return tables_->countries; }

}  // namespace hearsay
