// SPDX-License-Identifier: Apache-2.0
#include "document/formats/record.hpp"

#include <algorithm>
#include <array>
#include <boost/json/serialize.hpp>
#include <chrono>
#include <optional>
#include <stdexcept>

#include "document/dates.hpp"
#include "document/html/page_text.hpp"
#include "hearsay/error.hpp"
#include "hearsay/resources.hpp"

namespace hearsay {

namespace json = boost::json;

namespace {

constexpr std::array<std::string_view, 6> kRoleNames = {"id", "text", "publisher", "published", "url", "title"};

std::string folded(std::string_view name) {
    std::string out;
    for (const char c : name)
        if (c != '_' && c != '-' && c != ' ') out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return out;
}

void for_each_part(std::string_view list, char separator, const auto& use) {
    for (std::size_t end; !list.empty(); list.remove_prefix(std::min(end + 1, list.size()))) {
        end = std::min(list.find(separator), list.size());
        use(list.substr(0, end));
    }
}

std::string repaired(std::string_view bytes) { return std::string(Text::decode(bytes).utf8()); }

std::string joined_paragraphs(const json::array& paragraphs) {
    std::string text;
    for (const json::value& paragraph : paragraphs) {
        if (!paragraph.is_string()) return {};
        text.append(text.empty() ? "" : "\n\n").append(paragraph.get_string());
    }
    return text;
}

/// Seconds or milliseconds since 1970, as many services write dates.
std::string date_of_epoch(const json::value& value) {
    constexpr std::int64_t kEarliest = 100'000'000, kLatest = 4'000'000'000;
    std::int64_t seconds = value.is_int64() ? value.get_int64() : 0;
    if (seconds > kLatest) seconds /= 1000;
    if (seconds < kEarliest || seconds > kLatest) return {};
    const std::chrono::year_month_day day{
        std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds{std::chrono::seconds{seconds}})};
    return CalendarDate{int(day.year()), static_cast<int>(unsigned(day.month())), static_cast<int>(unsigned(day.day()))}
        .iso();
}

}  // namespace

FieldMap parse_field_map(std::string_view written) {
    FieldMap map;
    for_each_part(written, ',', [&](std::string_view part) {
        const std::size_t equals = std::min(part.find('='), part.size());
        const std::string_view field = part.substr(0, equals), name = part.substr(std::min(equals + 1, part.size()));
        if (name.empty()) throw std::invalid_argument("'" + std::string(part) + "' is not of the form FIELD=NAME");
        if (std::find(kRoleNames.begin(), kRoleNames.end(), field) == kRoleNames.end())
            throw std::invalid_argument("'" + std::string(field) +
                                        "' is none of id, text, publisher, published, url and title");
        map[std::string(field)] = name;
    });
    return map;
}

/// Where in the record a role's value lies.
struct FieldNames::Found {
    Role role = kRoles;
    std::size_t rank = 0;
    json::object* in = nullptr;
    std::string name{}, value{};
};

FieldNames::FieldNames(const FieldMap& chosen) {
    const auto table = resource_directory() / "lexicons" / "article_fields.tsv";
    read_table(table, {"field", "names"}, [&](const std::vector<std::string_view>& row) {
        const auto* role = std::find(kRoleNames.begin(), kRoleNames.end(), row[0]);
        if (row[0] != "articles" && (role == kRoleNames.end() || chosen.contains(std::string(row[0])))) return;
        std::size_t rank = 0;
        for_each_part(row[1], '|', [&](std::string_view name) {
            if (row[0] == "articles") return void(lists_.insert(folded(name)));
            add(static_cast<Role>(role - kRoleNames.begin()), name, rank++);
        });
    });
    for (const auto& [field, name] : chosen) {
        const auto* role = std::find(kRoleNames.begin(), kRoleNames.end(), field);
        if (role == kRoleNames.end()) throw std::invalid_argument("there is no field '" + field + "'");
        add(static_cast<Role>(role - kRoleNames.begin()), name, 0);
        if (field == "text") text_name_ = name;
    }
}

/// A table may have a column that is called "source.name" with its dot.
void FieldNames::add(Role role, std::string_view name, std::size_t rank) {
    candidates_[folded(name)].push_back({role, rank, {}});
    if (name.find('.') == name.npos) return;
    std::vector<std::string> parts;
    for_each_part(name, '.', [&](std::string_view part) { parts.push_back(folded(part)); });
    candidates_[parts.front()].push_back({role, rank, {parts.begin() + 1, parts.end()}});
}

bool FieldNames::is_text(std::string_view name) const {
    const auto entry = candidates_.find(folded(name));
    return entry != candidates_.end() && std::any_of(entry->second.begin(), entry->second.end(),
                                                     [](const auto& c) { return c.role == text && c.rest.empty(); });
}

bool FieldNames::is_known(std::string_view name) const { return candidates_.contains(folded(name)); }

bool FieldNames::is_list(std::string_view name) const { return lists_.contains(folded(name)); }

namespace {

struct Leaf {
    json::object* in = nullptr;
    json::object::iterator at{};
};

std::optional<Leaf> follow(json::object& record, json::object::iterator at, const std::vector<std::string>& way) {
    Leaf leaf{&record, at};
    for (const std::string& part : way) {
        json::object* inner = leaf.at->value().if_object();
        if (!inner) return std::nullopt;
        leaf = {inner, std::find_if(inner->begin(), inner->end(), [&](auto& f) { return folded(f.key()) == part; })};
        if (leaf.at == inner->end()) return std::nullopt;
    }
    return leaf;
}

}  // namespace

/// The best field of each role, indexed by role.
std::vector<FieldNames::Found> FieldNames::find(json::object& record) const {
    std::vector<Found> best(kRoles);
    const auto value_of = [](Role role, const json::value& value) {
        if (value.is_string()) return role == text ? std::string(value.get_string()) : repaired(value.get_string());
        if (role == text && value.is_array()) return joined_paragraphs(value.get_array());
        if (role == published && value.is_int64()) return date_of_epoch(value);
        return role == id && value.is_number() ? json::serialize(value) : std::string();
    };
    for (auto field = record.begin(); field != record.end(); ++field) {
        const auto entry = candidates_.find(folded(field->key()));
        if (entry == candidates_.end()) continue;
        for (const Candidate& candidate : entry->second) {
            Found& known = best[candidate.role];
            if (known.role != kRoles && known.rank <= candidate.rank) continue;
            const auto leaf = follow(record, field, candidate.rest);
            std::string value = leaf ? value_of(candidate.role, leaf->at->value()) : std::string();
            if (value.empty()) continue;
            known = {candidate.role, candidate.rank, leaf->in, std::string(leaf->at->key()), std::move(value)};
        }
    }
    return best;
}

std::variant<RawDocument, std::string> FieldNames::document_of(json::object record, const InputLimits& limits) const {
    std::vector<Found> found = find(record);
    if (found[text].role == kRoles) return no_text(record);
    RawDocument document;
    document.text = std::move(found[text].value);
    // "text" is the article as given; what is called otherwise may be markup.
    if (folded(found[text].name) != "text" && holds_markup(document.text))
        document.text = fragment_text(document.text, limits);
    if (document.text.find_first_not_of(" \t\r\n\v\f") == std::string::npos) return '"' + text_name_ + "\" is empty";
    document.id = found[id].value;
    const std::pair<Role, Metadatum*> metadata[] = {{publisher, &document.publisher},
                                                    {published, &document.published},
                                                    {url, &document.url},
                                                    {title, &document.title}};
    for (const auto& [role, datum] : metadata)
        if (!found[role].value.empty()) *datum = {std::move(found[role].value), Evidence::field};
    for (const Found& field : found)
        if (field.role != kRoles && (field.in == &record || field.role == text)) field.in->erase(field.name);
    for (const std::string_view name : kRoleNames)
        if (const auto* value = record.if_contains(name); value && value->is_null()) record.erase(name);
    document.fields = std::move(record);
    return document;
}

std::string FieldNames::no_text(const json::object& record) const {
    const auto* value = record.if_contains(text_name_);
    const std::string quoted = '"' + text_name_ + '"';
    if (value && value->is_string()) return quoted + " is empty";
    if (value && !value->is_null()) return quoted + " is no string";
    return "has no " + quoted + "; name the field that holds the text with --map text=FIELD";
}

}  // namespace hearsay
