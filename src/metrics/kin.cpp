// SPDX-License-Identifier: Apache-2.0
#include "metrics/kin.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "metrics/voice_lexicon.hpp"
#include "source/name_forms.hpp"

namespace hearsay {

namespace {

/// Whether whoever is in the second relation to somebody is in the first one too.
bool holds(std::string_view wide, std::string_view narrow) {
    if (wide == narrow || wide == "family") return true;
    if (wide == "parents") return narrow == "mother" || narrow == "father";
    if (wide == "siblings") return narrow == "brother" || narrow == "sister";
    return wide == "children" && (narrow == "son" || narrow == "daughter");
}

bool several(std::string_view relation) {
    return relation == "family" || relation == "parents" || relation == "siblings" || relation == "children";
}

bool capital(std::string_view word) { return !word.empty() && std::isupper(static_cast<unsigned char>(word.front())); }

/// The people named one after the other: "James Foley and Steven Sotloff".
std::vector<std::vector<std::string>> people_in(std::string_view text) {
    std::vector<std::vector<std::string>> people;
    bool within = false;
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(text.size(), word.size() + 1));
        if (capital(word)) {
            if (!within) people.emplace_back();
            for (std::string& part : name_words(word))
                if (part != "s") people.back().push_back(part.ends_with("'s") ? part.substr(0, part.size() - 2) : part);
        }
        within = capital(word) && !word.ends_with(',') && !word.ends_with("s'");
    }
    std::erase_if(people, [](const auto& name) { return name.empty(); });
    return people;
}

/// Whether the two may be one person's name: "Foley", "James Foley".
bool same_person(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    return a.back() == b.back() && (a.size() == 1 || b.size() == 1 || a.front() == b.front());
}

}  // namespace

std::optional<Kin> kin_in(std::string_view name) {
    for (std::size_t begin = 0; begin < name.size();) {
        const std::size_t end = std::min(name.find(' ', begin), name.size());
        if (const auto found = VoiceLexicon::get().relation(name.substr(begin, end - begin)); !found.empty()) {
            const std::string_view behind = name.substr(std::min(end + 1, name.size()));
            Kin kin{std::string(found),
                    people_in(behind.starts_with("of ") ? behind.substr(3) : name.substr(0, begin))};
            return kin.of.empty() ? std::nullopt : std::optional(std::move(kin));
        }
        begin = end + 1;
    }
    return std::nullopt;
}

bool includes(const Kin& kin, const Kin& others) {
    return holds(kin.relation, others.relation) && std::ranges::all_of(others.of, [&](const auto& other) {
               return std::ranges::any_of(kin.of, [&](const auto& name) { return same_person(name, other); });
           });
}

bool includes(const Kin& kin, const std::vector<std::string>& name, std::string_view role) {
    if (const auto described = kin_in(role)) return includes(kin, *described);
    if (name.size() < 2 || !several(kin.relation)) return false;
    return std::ranges::any_of(kin.of, [&](const auto& of) {
        return of.back() == name.back() && (of.size() == 1 || of.front() != name.front());
    });
}

}  // namespace hearsay
