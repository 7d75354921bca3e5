// SPDX-License-Identifier: Apache-2.0
#include "source/gazetteer_tables.hpp"

#include <algorithm>
#include <stdexcept>

#include "hearsay/error.hpp"
#include "hearsay/resources.hpp"
#include "text/split.hpp"

namespace hearsay {

namespace {

namespace fs = std::filesystem;
using Table = NameUse::Table;

constexpr std::size_t kLongestHost = 253;  // RFC 1035

SourceKind read_kind(std::string_view field, const fs::path& file, std::string_view name) {
    try {
        return source_kind(field);
    } catch (const std::invalid_argument& error) {
        throw ResourceError(file.string() + ": " + std::string(name) + ": " + error.what());
    }
}

// The host of an address, without user, port and path; a bare host name is its own.
std::string host_of(std::string_view address) {
    if (const auto scheme = address.find("://"); scheme != address.npos) address.remove_prefix(scheme + 3);
    address = address.substr(0, address.find_first_of("/?#"));
    if (const auto user = address.rfind('@'); user != address.npos) address.remove_prefix(user + 1);
    std::string host(address.substr(0, address.find(':')));
    std::ranges::transform(host, host.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return host;
}

}  // namespace

void MediaNouns::read(const fs::path& file) {
    read_table(file, {"noun"}, [&](const auto& fields) { phrases_.emplace_back(NameKey(fields[0]).text()); });
    std::ranges::stable_sort(phrases_, std::ranges::greater{}, &std::string::size);
}

std::string_view MediaNouns::strip(std::string_view key) const {
    for (const std::string& phrase : phrases_)
        if (key.size() > phrase.size() + 1 && key.ends_with(phrase) && key[key.size() - phrase.size() - 1] == ' ')
            return key.substr(0, key.size() - phrase.size() - 1);
    return {};
}

void MediaNouns::extend(GazetteerMatch& match, const TokenizedText& text, std::uint32_t limit) const {
    constexpr std::uint32_t kLongestPhrase = 3;
    NameKey key;
    const std::uint32_t begin = match.tokens.end;
    const std::uint32_t end =
        std::min({limit, begin + kLongestPhrase, static_cast<std::uint32_t>(text.tokens().size())});
    for (std::uint32_t i = begin; i < end; ++i) {
        if (text.tokens()[i].kind != TokenKind::word || !text.tokens()[i].space_before) return;
        key.append(text.word(i), true);
        if (std::ranges::find(phrases_, key.text()) == phrases_.end()) continue;
        match.tokens.end = i + 1;
        match.common_word = false;
    }
}

Gazetteer::Tables::Tables(const fs::path& directory, const std::vector<SourceRow>& rows) {
    nouns.read(directory / "media_nouns.tsv");
    read_outlets(directory / "outlets.tsv");
    read_bodies(directory / "bodies.tsv");
    read_countries(directory / "countries.tsv");
    read_plain_capitals(directory / "name_words.tsv");
    apply(rows);
    for (std::size_t i = 0; i < outlets.size(); ++i) index_entry(outlets[i], Table::outlet, i);
    for (std::size_t i = 0; i < bodies.size(); ++i) index_entry(bodies[i], Table::body, i);
    for (std::size_t i = 0; i < countries.size(); ++i) index_country(countries[i], i);
    index_domains();
}

// A trailing '!' marks a word or a person's name, a trailing '?' a form that outlets share.
std::string Gazetteer::Tables::unmarked(std::string_view name, bool* ambiguous) {
    bool common = false;
    for (; name.ends_with('!') || name.ends_with('?'); name.remove_suffix(1)) {
        if (name.back() == '!') common = true;
        if (name.back() == '?' && ambiguous) *ambiguous = true;
    }
    if (common) common_words_.emplace(NameKey(name).text());
    return std::string(name);
}

bool Gazetteer::Tables::is_common(std::string_view name) const {
    return common_words_.contains(NameKey(name).text());
}

std::vector<std::string> Gazetteer::Tables::unmarked_list(std::string_view list) {
    std::vector<std::string> parts;
    for (const std::string_view part : items(list, '|')) parts.push_back(unmarked(part));
    return parts;
}

void Gazetteer::Tables::read_outlets(const fs::path& file) {
    read_table(file, {"name", "kind", "aliases", "country", "domain", "owner", "agency", "wikidata"},
               [&](const auto& f) {
                   GazetteerEntry entry;
                   const auto add_form = [&](std::string_view form, bool is_name) {
                       bool shared = false;
                       std::string plain = unmarked(form, &shared);
                       if (is_name) entry.name = plain;
                       if (shared)
                           entry.short_aliases.push_back(std::move(plain));
                       else if (!is_name)
                           entry.aliases.push_back(std::move(plain));
                   };
                   add_form(f[0], true);
                   for (const std::string_view alias : items(f[2], '|')) add_form(alias, false);
                   entry.kind = read_kind(f[1], file, entry.name);
                   entry.country = f[3];
                   const auto domains = items(f[4], '|');
                   entry.domains.assign(domains.begin(), domains.end());
                   entry.owner = f[5];
                   entry.agency = f[6] == "yes";
                   entry.wikidata = f[7];
                   entry.common_word = is_common(entry.name);
                   outlets.push_back(std::move(entry));
               });
}

void Gazetteer::Tables::read_bodies(const fs::path& file) {
    read_table(file, {"name", "kind", "aliases", "country", "wikidata"}, [&](const auto& f) {
        GazetteerEntry body;
        body.name = unmarked(f[0]);
        body.kind = read_kind(f[1], file, body.name);
        body.aliases = unmarked_list(f[2]);
        body.country = f[3];
        body.wikidata = f[4];
        body.common_word = is_common(body.name);
        bodies.push_back(std::move(body));
    });
}

void Gazetteer::Tables::read_countries(const fs::path& file) {
    read_table(file, {"code", "name", "aliases", "adjectives", "demonyms", "metonyms", "wikidata"}, [&](const auto& f) {
        countries.push_back({std::string(f[0]), unmarked(f[1]), unmarked_list(f[2]), unmarked_list(f[3]),
                             unmarked_list(f[4]), unmarked_list(f[5]), std::string(f[6])});
    });
}

// Words that begin sentences, days and months.
void Gazetteer::Tables::read_plain_capitals(const fs::path& file) {
    read_table(file, {"word", "kind"}, [&](const auto& f) {
        if (f[1] == "common") plain_capitals_.emplace(f[0]);
    });
}

void Gazetteer::Tables::index_entry(const GazetteerEntry& entry, Table table, std::size_t number) {
    const auto add = [&](const std::string& name, NameForm form) {
        if (claimed_by_other(name, entry.name)) return;
        const bool shared = form == NameForm::short_form;
        names.add(name, {table, form, is_common(name), static_cast<std::uint32_t>(number)}, shared ? &entry : nullptr);
    };
    if (std::ranges::find(entry.short_aliases, entry.name) == entry.short_aliases.end())
        add(entry.name, NameForm::name);
    for (const std::string& alias : entry.aliases) add(alias, NameForm::alias);
    for (const std::string& alias : entry.short_aliases) add(alias, NameForm::short_form);
}

void Gazetteer::Tables::index_country(const Country& country, std::size_t number) {
    const auto add_all = [&](const std::vector<std::string>& forms, NameForm form) {
        for (const std::string& name : forms)
            if (!claimed_by_other(name, country.name))
                names.add(name, {Table::country, form, is_common(name), static_cast<std::uint32_t>(number)}, nullptr);
    };
    add_all({country.name}, NameForm::name);
    add_all(country.aliases, NameForm::alias);
    add_all(country.adjectives, NameForm::adjective);
    add_all(country.demonyms, NameForm::demonym);
    add_all(country.metonyms, NameForm::metonym);
}

void Gazetteer::Tables::index_domains() {
    for (const GazetteerEntry& entry : outlets)
        for (const std::string& domain : entry.domains) domains_.emplace(domain, &entry);
}

// A capitalised word in the same sentence, other than in a headline in capitals.
bool Gazetteer::Tables::is_name_part(const TokenizedText& text, std::uint32_t token, std::uint32_t beside) const {
    const auto tokens = text.tokens();
    if (token >= tokens.size() || tokens[token].sentence != tokens[beside].sentence) return false;
    if (tokens[token].kind != TokenKind::word || !tokens[token].capitalized) return false;
    const std::string_view word = text.word(token);
    return tokens[std::max(token, beside)].space_before && !plain_capitals_.contains(text.norm(token)) &&
           std::ranges::any_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

bool Gazetteer::Tables::in_longer_name(const GazetteerMatch& match, const TokenizedText& text) const {
    if (!match.common_word && match.form != NameForm::short_form) return false;
    const auto [begin, end] = match.tokens;
    const bool article = text.norm(begin) == "the";
    return (!article && begin > 0 && is_name_part(text, begin - 1, begin)) || is_name_part(text, end, end - 1);
}

GazetteerMatch Gazetteer::Tables::match(const NameIndex::Node& node, const NameUse& use, TokenRange tokens) const {
    GazetteerMatch match;
    match.form = use.form;
    match.tokens = tokens;
    if (use.form == NameForm::short_form || use.table == Table::country) match.candidates = node.candidates;
    if (use.form == NameForm::short_form) return match;
    if (use.table == Table::country) match.country = &countries[use.entry];
    if (use.table == Table::outlet) match.entry = &outlets[use.entry];
    if (use.table == Table::body) match.entry = &bodies[use.entry];
    return match;
}

const GazetteerEntry* Gazetteer::Tables::by_domain(std::string_view url_or_host) const {
    const std::string host = host_of(url_or_host);
    if (host.size() > kLongestHost) return nullptr;
    for (std::string_view rest = host; !rest.empty();) {
        if (const auto found = domains_.find(rest); found != domains_.end()) return found->second;
        const std::size_t dot = rest.find('.');
        rest.remove_prefix(dot == rest.npos ? rest.size() : dot + 1);
    }
    return nullptr;
}

}  // namespace hearsay
