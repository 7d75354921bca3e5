// SPDX-License-Identifier: Apache-2.0
#include "metrics/one_voice.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>

#include "metrics/kin.hpp"
#include "metrics/voice_lexicon.hpp"
#include "source/name_forms.hpp"
#include "text/ascii.hpp"

namespace hearsay {

namespace {

constexpr std::array<std::string_view, 6> kLinking = {"the", "a", "an", "of", "and", "s"};
constexpr std::array<std::string_view, 5> kBehindOffices = {"for", "of", "at", "with", "from"};
constexpr std::size_t kMostCompared = 32;  // of those with a word in common
constexpr std::size_t kTellingName = 5;    // letters of a surname that one slip makes no other one
constexpr std::size_t kStem = 4;  // letters that the names of a state and of its people share: Norway, Norwegian

template <std::size_t Size>
bool in(const std::array<std::string_view, Size>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

using Words = std::vector<std::string>;

bool is(VoiceWord kind, std::string_view word) { return VoiceLexicon::get().is(kind, word); }
bool any_is(VoiceWord kind, const Words& words) {
    return std::ranges::any_of(words, [kind](const auto& word) { return is(kind, word); });
}
Words::const_iterator find(VoiceWord kind, const Words& words) {
    return std::ranges::find_if(words, [kind](const auto& word) { return is(kind, word); });
}

Words words_of(std::string_view name) {
    Words words;
    for (std::string& word : name_words(name)) {
        if (word.ends_with("'s")) word.resize(word.size() - 2);
        if (word.ends_with('\'')) word.pop_back();
        if (word == "minister") word = "ministry";
        if (word == "gov") word = "governor";
        if (word == "firefighters") word = "fire";
        if (!word.empty() && !in(kLinking, word)) words.push_back(std::move(word));
    }
    // "Ministry of Defence"
    if (words.size() > 1 && words.front() == "ministry") std::ranges::rotate(words, words.begin() + 1);
    if (words.size() > 2 && words.back() == "ministry") std::erase(words, "country");  // "the country's"
    return words;
}

/// "Kelder" of "analysts at Kelder".
Words body_behind(const Words& words, VoiceWord people) {
    for (std::size_t i = 1; i < words.size(); ++i)
        if (in(kBehindOffices, words[i]) && is(people, words[i - 1])) {
            std::string rest;
            for (std::size_t k = i + 1; k < words.size(); ++k) rest.append(words[k]).append(" ");
            return words_of(rest);
        }
    return {};
}

/// The body in a role: "coast guard" of "coast guard chief" and of "spokeswoman for the coast guard", "fire" of "chief
/// fire officer".
Words body_in(std::string_view role) {
    Words words = name_words(role);
    if (any_is(VoiceWord::former, words)) return {};
    if (Words body = body_behind(words, VoiceWord::office); !body.empty()) return body;
    words = words_of(role);
    const std::size_t whole = words.size();
    if (!words.empty() && is(VoiceWord::police, words.back())) return {"police"};
    while (!words.empty() && is(VoiceWord::office, words.back())) words.pop_back();
    if (words.size() < whole && !words.empty() && is(VoiceWord::office, words.front())) words.erase(words.begin());
    return words;
}

/// The body in a description: "Kelder" of "Kelder researchers", of "analysts at Kelder" and of "the software company
/// Kelder".
Words body_described(std::string_view name) {
    Words words = words_of(name);
    if (any_is(VoiceWord::former, words)) return {};
    if (Words body = body_behind(name_words(name), VoiceWord::product); !body.empty()) return body;
    const std::size_t whole = words.size();
    const auto firm = find(VoiceWord::firm, words);
    if (firm != words.end()) words.erase(words.begin(), firm + 1);
    while (!words.empty() && is(VoiceWord::product, words.back())) words.pop_back();
    return words.size() < whole ? words : Words{};
}

/// The one of whom a group has several: "witness" of "witnesses".
std::string singular(std::string word) {
    if (word.ends_with("sses"))
        word.resize(word.size() - 2);
    else if (word.ends_with('s') && !word.ends_with("ss"))
        word.pop_back();
    return word;
}

/// A speaker as far as his name goes.
struct Voice {
    const Source* source;
    Words name;              ///< where he has one
    Words body;              ///< of the body that he is or speaks for
    std::string surname;     ///< of a person, or of what is called by one word
    std::string title;       ///< of an outlet or document
    std::optional<Kin> kin;  ///< of whoever speaks as somebody's relatives
    bool person, is_body;
    bool recording;         ///< "video taken in the hall"
    bool state, officials;  ///< of one: "Nicaragua", "Nicaraguan officials"

    explicit Voice(const Source& s)
        : source(&s),
          name(s.unnamed ? Words{} : name_words(s.name)),
          person(s.kind == SourceKind::person),
          is_body(s.kind == SourceKind::organization || s.kind == SourceKind::government),
          recording(s.kind == SourceKind::document && any_is(VoiceWord::recording, name_words(s.name))),
          state(s.kind == SourceKind::government && !s.country.empty()),
          officials(s.kind == SourceKind::group && (s.name.ends_with("officials") || s.name.ends_with("authorities"))) {
        if (is_body) body = words_of(s.name);
        if (person && !s.unnamed) body = body_in(s.role);
        if (s.kind == SourceKind::document || (s.kind == SourceKind::group && s.members.empty()))
            body = body_described(s.name);
        if (!name.empty() && (person || name.size() == 1)) surname = name.back();
        if (s.kind == SourceKind::document || s.kind == SourceKind::outlet) title = ascii_lower(s.name);
        if (s.kind == SourceKind::group || s.kind == SourceKind::anonymous || (person && s.unnamed))
            kin = kin_in(s.name);
    }
    bool one_word() const { return name.size() == 1; }
    bool same_country(const Voice& other) const {
        return !source->country.empty() && source->country == other.source->country;
    }
    bool other_country(const Voice& other) const {
        return !source->country.empty() && !other.source->country.empty() && !same_country(other);
    }
};

/// "Yemeni" and "Yemen", "Ukrainian" and "Ukraine".
bool same_people(std::string_view a, std::string_view b) {
    const auto common = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
    return common >= kStem && common + 1 >= std::min(a.size(), b.size());
}

/// What a body's name ends in, but for its form: "police" of "Akron Police Department".
const std::string& head_of(const Words& body) {
    const auto head =
        std::find_if_not(body.rbegin(), body.rend(), [](const auto& word) { return is(VoiceWord::form, word); });
    return head == body.rend() ? body.back() : *head;
}

/// Whether all that a body is called by is in what the other one is called by.
bool within(const Voice& a, const Voice& b) {
    if (a.body.empty() || b.body.empty() || a.other_country(b)) return false;
    const bool countrymen = a.same_country(b), ministries = a.body.back() == "ministry" && b.body.back() == "ministry";
    const auto alike = [&](std::string_view x, std::string_view y) {
        return x == y || (countrymen && x.size() > kStem && x.substr(0, kStem) == y.substr(0, kStem)) ||
               (ministries && same_people(x, y));
    };
    const bool state = a.source->kind == SourceKind::government && a.body.size() == 1 && countrymen &&
                       alike(a.body.front(), b.body.front()) && is(VoiceWord::state_body, b.body.back());
    if (state) return true;
    // "the mayor's office", beside Mayor Ann Lee and "spokeswoman for Mayor Ann Lee"
    const bool office = a.body.size() > 1 && a.body.back() == "office" && a.body.size() <= b.body.size() + 1 &&
                        std::equal(a.body.begin(), a.body.end() - 1, b.body.begin());
    if (office) return true;
    const auto holds = [&](std::string_view x) {
        return std::ranges::any_of(b.body, [&](std::string_view y) { return alike(x, y); });
    };
    if (!std::ranges::all_of(a.body, holds)) return false;
    const auto rest = std::ranges::mismatch(a.body, b.body);
    const bool form = rest.in1 == a.body.end() &&
                      std::all_of(rest.in2, b.body.end(), [](const auto& w) { return is(VoiceWord::form, w); });
    return form || alike(a.body.back(), b.body.back()) || alike(head_of(a.body), head_of(b.body));
}

/// "Its operator", beside a firm by its name or who leads one: a claim is about one firm.
bool is_firm_of(const Voice& a, const Voice& b) {
    constexpr std::array<std::string_view, 4> kPointing = {"its", "their", "his", "her"};
    if (a.source->kind != SourceKind::organization || !a.source->unnamed || b.source->unnamed) return false;
    const bool firm = !a.body.empty() && is(VoiceWord::firm, a.body.back()) &&
                      (a.body.size() == 1 || (a.body.size() == 2 && in(kPointing, a.body.front())));
    if (!firm || !b.person) return firm && b.source->kind == SourceKind::organization;
    const Words role = name_words(b.source->role);
    return !b.source->owner.empty() && any_is(VoiceWord::leader, role);
}

bool described(const Voice& voice) {
    return voice.source->kind == SourceKind::document || voice.source->kind == SourceKind::group;
}
/// "The software company Kelder": whose body is surely a name, while "security officials" and "security experts" are
/// two.
bool named_firm(const Voice& voice) {
    const Words words = words_of(voice.source->name);
    const auto firm = find(VoiceWord::firm, words);
    return firm != words.end() && firm + 1 != words.end();
}
bool same_body(const Voice& a, const Voice& b) { return !a.body.empty() && a.body == b.body; }

/// "Inaky Blanco" of "Inaky Blanco Cabrera", "Murillo Karam" of "Jesus Murillo Karam", "Taugan Kadalim" of "Taugan Tan
/// Kadalim".
bool is_part_of(const Words& part, const Words& whole) {
    if (part.size() < 2 || part.size() >= whole.size()) return false;
    const auto front = std::ranges::mismatch(part, whole).in1 - part.begin();
    const auto back = std::mismatch(part.rbegin(), part.rend(), whole.rbegin()).first - part.rbegin();
    const auto size = std::ssize(part);
    return front == size || back == size || (size == 2 && front == 1 && back == 1);
}

/// Whether one letter more or less, another one, or two that changed places tell the two apart: "Huston", "Hutson".
bool one_slip_apart(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > 1) return false;
    const auto [x, y] = std::ranges::mismatch(a, b);
    const std::string_view rest_a(x, a.end()), rest_b(y, b.end());
    if (rest_b.empty()) return false;
    if (rest_a.size() < rest_b.size()) return rest_a == rest_b.substr(1);
    if (rest_a.substr(1) == rest_b.substr(1)) return true;
    return rest_a.size() > 1 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] &&
           rest_a.substr(2) == rest_b.substr(2);
}

/// ... of two names that are long enough to be no others.
bool misspelled(std::string_view a, std::string_view b) {
    return std::min(a.size(), b.size()) >= kTellingName && one_slip_apart(a, b);
}

bool same_surname(const Voice& a, const Voice& b) { return a.surname == b.surname || misspelled(a.surname, b.surname); }

/// "Witnesses" beside the witness Tom Weir, "Yale researchers" beside a researcher at Yale, "health officials" beside
/// the health minister or his ministry.
bool is_group_of(const Voice& group, const Voice& b) {
    const bool loose = group.source->kind == SourceKind::group || (group.is_body && group.source->unnamed);
    if (!loose || b.source->kind == SourceKind::group) return false;
    Words words = words_of(group.source->name);
    if (words.empty()) return false;
    const std::string member = singular(words.back());
    words.pop_back();
    const bool officials = member == "official" && !words.empty();
    if (b.is_body) {
        if (words.empty() && b.body.size() == 2 && b.body.front() == member && b.body.back() == "office") return true;
        const auto rest = std::ranges::mismatch(words, b.body);
        return officials && rest.in1 == words.end() && rest.in2 != b.body.end() &&
               std::all_of(rest.in2, b.body.end(),
                           [](const auto& w) { return w == "ministry" || is(VoiceWord::form, w); });
    }
    if (!b.person || b.source->unnamed) return false;
    const Words role = words_of(b.source->role);
    const auto is_his = [&](const std::string& word) { return std::ranges::find(role, word) != role.end(); };
    return (officials || is_his(member)) && std::ranges::all_of(words, is_his) &&
           !is(VoiceWord::former, role.empty() ? "" : role.front());
}

/// "James Foley's family" beside his parents, and beside Diane Foley.
bool is_kin_of(const Voice& a, const Voice& b) {
    if (!a.kin) return false;
    if (b.kin) return includes(*a.kin, *b.kin) && !includes(*b.kin, *a.kin);
    return b.person && !b.source->unnamed && includes(*a.kin, b.name, b.source->role);
}

/// "U.S. officials" beside "U.S. counterterrorism officials".
bool is_wider_group(const Voice& a, const Voice& b) {
    if (a.source->kind != SourceKind::group || b.source->kind != SourceKind::group) return false;
    const Words wide = words_of(a.source->name), narrow = words_of(b.source->name);
    return wide.size() > 1 && wide.size() < narrow.size() && wide.front() == narrow.front() &&
           wide.back() == narrow.back() &&
           std::ranges::all_of(wide, [&](const auto& word) { return std::ranges::find(narrow, word) != narrow.end(); });
}

/// "Nicaraguan officials", "government officials" beside Nicaragua.
bool speaks_for_state(const Voice& a, const Voice& b) {
    if (!a.officials || !b.state || b.body.size() != 1) return false;
    Words words = words_of(a.source->name);
    if (words.size() < 2) return false;
    words.pop_back();
    return std::ranges::all_of(
        words, [&](const std::string& word) { return word == "government" || same_people(word, b.body.front()); });
}

/// Whether the first is no second voice beside the second.
bool is_voice_of(const Voice& a, const Voice& b) {
    if (a.kin || b.kin) return is_kin_of(a, b);
    if (is_firm_of(a, b) || is_group_of(a, b) || is_wider_group(a, b) || speaks_for_state(a, b)) return true;
    if (described(a) || described(b)) return described(a) && b.is_body && !b.source->unnamed && same_body(a, b);
    if (a.person && b.person) {
        if (a.source->unnamed && !b.source->unnamed)
            return !a.source->office.empty() && a.source->office == b.source->office && !a.other_country(b);
        return (a.one_word() && !b.one_word() && a.surname == b.surname) || is_part_of(a.name, b.name);
    }
    if (a.person) return false;
    if (b.person && !a.name.empty() && a.name == b.name) return true;  // taken for a person once
    if (b.person && a.one_word() && !b.one_word() && same_surname(a, b)) return true;
    if (b.person) return within(a, b) || within(b, a);
    return within(a, b) && (a.body.size() < b.body.size() || !within(b, a));
}

/// "Nurse Peter Hansen" and "fire chief Peter Jansen".
bool other_callings(const Voice& a, const Voice& b) {
    const Words x = name_words(a.source->role), y = name_words(b.source->role);
    return !x.empty() && !y.empty() && std::ranges::find_first_of(x, y) == x.end();
}

/// Two who go by one and the same word, or by one name in two spellings, or with a first name cut short: different
/// articles' people until a claim has both. And bodies of one name, and what comes from one firm: "the software company
/// Kelder", its report.
bool namesakes(const Voice& a, const Voice& b) {
    if (a.other_country(b)) return false;
    if (a.kin && b.kin) return includes(*a.kin, *b.kin) && includes(*b.kin, *a.kin);
    if (a.recording && b.recording) return true;
    if (!a.title.empty() && a.title == b.title) return true;
    if (a.is_body && b.is_body)
        return same_body(a, b) || (a.body.size() == b.body.size() && within(a, b) && within(b, a));
    if (described(a) && described(b)) return same_body(a, b) && (named_firm(a) || named_firm(b));
    if (!a.person || !b.person || a.name.size() != b.name.size() || a.name.empty()) return false;
    if (a.one_word()) return a.surname == b.surname;
    const auto &x = a.name, &y = b.name;
    const bool same_rest = std::equal(x.begin() + 1, x.end(), y.begin() + 1);
    if (same_rest && misspelled(x.front(), y.front())) return true;  // "Darlene", "Darleen Druyun"
    const bool short_form =
        same_rest && VoiceLexicon::get().full_name(x.front()) == VoiceLexicon::get().full_name(y.front());
    const bool slip = std::equal(x.begin(), x.end() - 1, y.begin()) && misspelled(x.back(), y.back());
    return (short_form || slip) && !other_callings(a, b);
}

}  // namespace

std::vector<std::pair<std::uint32_t, std::uint32_t>> same_voices(const std::vector<const Source*>& speakers) {
    std::vector<Voice> voices;
    std::map<std::string, std::vector<std::uint32_t>> by_word;
    for (const Source* speaker : speakers) {
        const auto v = static_cast<std::uint32_t>(voices.size());
        const Voice& voice = voices.emplace_back(*speaker);
        std::vector<std::string> words{voice.surname, "office " + speaker->office};
        if (voice.person && voice.name.size() > 1) words.push_back("first " + voice.name.front());
        if (!voice.body.empty()) words.insert(words.end(), {voice.body.back(), voice.body.front()});
        if (!speaker->country.empty()) words.push_back("country " + speaker->country);
        if (!voice.title.empty()) words.push_back("title " + voice.title);
        if (voice.surname.size() >= kTellingName) words.push_back("slip " + voice.surname.substr(0, kStem));
        if (speaker->kind == SourceKind::organization || !speaker->owner.empty()) words.push_back("firm");
        if (voice.state || voice.officials) words.push_back("state");
        if (voice.recording) words.push_back("recording");
        if (voice.kin)
            for (const auto& name : voice.kin->of) words.push_back("kin " + name.back());
        else if (voice.person && !voice.surname.empty())
            words.push_back("kin " + voice.surname);
        const bool group = speaker->kind == SourceKind::group || voice.is_body;
        for (const std::string& word : words_of(group ? speaker->name : speaker->role))
            words.push_back("member " + (group ? singular(word) : word));
        for (const std::string& word : words)
            if (!word.empty() && word != "office ") by_word[word].push_back(v);
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (auto& [word, sharing] : by_word) {
        if (sharing.size() > kMostCompared) sharing.resize(kMostCompared);
        for (const std::uint32_t a : sharing)
            for (const std::uint32_t b : sharing)
                if ((a != b && is_voice_of(voices[a], voices[b])) || (a > b && namesakes(voices[a], voices[b])))
                    pairs.emplace_back(a, b);
    }
    std::ranges::sort(pairs);
    const auto again = std::ranges::unique(pairs);
    pairs.erase(again.begin(), again.end());
    return pairs;
}

}  // namespace hearsay
