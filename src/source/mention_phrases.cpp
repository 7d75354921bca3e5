// SPDX-License-Identifier: Apache-2.0
// How MentionResolver leads a noun phrase back to an entity; pronouns are in mentions.cpp.
#include <algorithm>
#include <array>
#include <utility>

#include "mentions.hpp"
#include "phrase_bounds.hpp"
#include "state_bodies.hpp"

namespace hearsay {

namespace {

constexpr std::uint32_t kLongestPhrase = 60;  // tokens of a source; the rest of a longer one is no description
constexpr std::uint32_t kSilent = 3;          // times that somebody is named who never speaks
constexpr std::size_t kNamesakes = 64;        // names looked back for the elder or younger of one surname
constexpr std::array<std::string_view, 3> kOlder = {"elder", "older", "senior"};
constexpr std::array<std::string_view, 2> kYounger = {"younger", "junior"};
constexpr std::array<std::string_view, 3> kSenior = {"sr", "senior", "i"};
constexpr std::array<std::string_view, 3> kJunior = {"jr", "junior", "ii"};

template <std::size_t Size>
bool in(const std::array<std::string_view, Size>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

}  // namespace

Identified MentionResolver::noun_phrase(TokenRange tokens) {
    using Step = EntityId (MentionResolver::*)(const NounPhrase&);
    static constexpr std::array<std::pair<Naming, Step>, 12> kSteps = {
        {{Naming::joint, &MentionResolver::joint},
         {Naming::name, &MentionResolver::named},
         {Naming::owner, &MentionResolver::owned},
         {Naming::owner, &MentionResolver::employer},
         {Naming::author, &MentionResolver::author},
         {Naming::office, &MentionResolver::office_holder},
         {Naming::body, &MentionResolver::body_spoken_for},
         {Naming::alias, &MentionResolver::state_of},
         {Naming::earlier, &MentionResolver::known_description},
         {Naming::outlet, &MentionResolver::outlet_named_elsewhere},
         {Naming::name, &MentionResolver::leading_name},
         {Naming::description, &MentionResolver::new_description}}};
    tokens.end = std::min(tokens.end, tokens.begin + kLongestPhrase);
    const NounPhrase phrase = phrases_.parse(tokens);
    Identified found{kNoEntity, Naming::name, tokens};
    for (const auto& [naming, step] : kSteps) {
        found.entity = (this->*step)(phrase);
        found.naming = naming == Naming::name && found ? naming_of(phrase, found.entity) : naming;
        if (found) break;
    }
    in_.entities.add_form(found.entity, text_of(in_.text(), tokens));
    return found;
}

EntityId MentionResolver::named(const NounPhrase& phrase) {
    const EntityId id = phrases_.named(phrase);
    if (id != kNoEntity && phrase.noun && is_body(*phrase.noun)) take_for_body(id);  // "the operator, Tokai Power"
    const NameMention* head = name_at(phrase.head);
    const bool surname = id != kNoEntity && head && head->entity == id && head->tokens.size() == 1 &&
                         in_.entities[id].is(SourceKind::person) && in_.entities[id].words.size() > 1;
    if (!surname) return id;
    const EntityId meant = bearer(phrase, *head);
    if (meant == kNoEntity || meant == id) return id;
    in_.names.reassign(phrase.head, meant);
    return meant;
}

/// Whom a surname means beyond what the names before it tell: "the elder Bush"; after "the unification minister said",
/// the minister rather than his namesake, who was named last; and rather than a dead hostage, whom the article names
/// again and again and never lets speak, his brother, who does.
EntityId MentionResolver::bearer(const NounPhrase& phrase, const NameMention& surname) {
    if (surname.tokens.begin > phrase.all.begin) {
        const auto before = in_.text().norm(surname.tokens.begin - 1);
        if (in(kOlder, before) || in(kYounger, before)) return of_generation(surname, in(kOlder, before));
        return kNoEntity;
    }
    const auto spoke = spoke_last_.find(name_key(text_of(in_.text(), surname.tokens)));
    if (spoke == spoke_last_.end() || surname.phrase.begin < surname.tokens.begin) return kNoEntity;
    const std::uint32_t here = in_.sentence_of(surname.tokens.begin), there = in_.sentence_of(spoke->second.token);
    const Namings named = namings_[surname.entity];
    const bool silent = named.times >= kSilent && !named.spoke;
    const bool later = named.last < spoke->second.token && there < here && here - there == 1;
    return silent || later ? spoke->second.speaker : kNoEntity;
}

/// Of two people of one surname the one with "Sr." or "Jr.", or the other one.
EntityId MentionResolver::of_generation(const NameMention& surname, bool older) const {
    const std::string word = name_key(text_of(in_.text(), surname.tokens));
    const auto names = in_.names.all();
    EntityId plain = kNoEntity, suffixed = kNoEntity;
    for (std::size_t i = 0; i < std::min(next_name_, kNamesakes); ++i) {
        const EntityId id = names[next_name_ - 1 - i].entity;
        const auto& words = in_.entities[id].words;
        if (words.size() < 2 || std::ranges::find(words, word) == words.end()) continue;
        if (in(older ? kSenior : kJunior, words.back())) return id;
        (in(older ? kJunior : kSenior, words.back()) ? suffixed : plain) = id;
    }
    return suffixed == kNoEntity ? kNoEntity : plain;
}

Naming MentionResolver::naming_of(const NounPhrase& phrase, EntityId id) const {
    for (std::uint32_t t = phrase.all.begin; t < phrase.all.end; ++t)
        if (const NameMention* name = name_at(t); name && name->entity == id) return resolve_name(*name).naming;
    return Naming::name;
}

/// "The US, South Korea and Japan": every part is a name.
EntityId MentionResolver::joint(const NounPhrase& phrase) {
    const std::vector<TokenRange> parts = phrases_.coordinated(phrase.all);
    if (parts.size() < 2) return kNoEntity;
    std::vector<EntityId> members;
    for (const TokenRange part : parts) {
        const NameMention* name = name_at(part.end - 1);
        if (!name || name->phrase.begin > part.begin || name->tokens.end != part.end) return kNoEntity;
        members.push_back(name->entity);
    }
    return in_.entities.joint(std::move(members), text_of(in_.text(), phrase.all));
}

/// "Wolfowitz's letter", "a Politico report", "the Walla news site": what somebody puts out speaks for him.
EntityId MentionResolver::owned(const NounPhrase& phrase) {
    const NameMention* owner = phrases_.owner(phrase);
    if (!owner) return kNoEntity;
    Entity& entity = in_.entities[owner->entity];
    if (phrase.title && in_newsroom(*phrase.title) && entity.is(SourceKind::outlet)) return owner->entity;
    if (!phrase.noun) return kNoEntity;
    const NounKind kind = phrase.noun->kind;
    const bool published = kind == NounKind::document || kind == NounKind::media;
    if (published && !phrase.noun->plural && !entity.certain && kind == NounKind::media) {
        entity.source.kind = SourceKind::outlet;
        entity.certain = true;
    }
    if (entity.is(SourceKind::outlet)) return published || kind == NounKind::organization ? owner->entity : kNoEntity;
    if (published && entity.is(SourceKind::person) && owner->modifier) return owner->entity;
    return kNoEntity;
}

/// "a respected journalist for Forbes" without a name writes what Forbes prints.
EntityId MentionResolver::employer(const NounPhrase& phrase) {
    if (!phrase.title || !in_newsroom(*phrase.title)) return kNoEntity;
    const TokenRange employer = phrases_.complement(phrase);
    const NameMention* name =
        employer.empty() || employer.begin < phrase.core.end ? nullptr : name_at(employer.end - 1);
    if (!name || name->phrase.begin > employer.begin) return kNoEntity;
    Entity& entity = in_.entities[name->entity];
    if (entity.is(SourceKind::person) && entity.certain) return kNoEntity;
    if (!entity.certain) entity.source.kind = SourceKind::outlet, entity.certain = true;
    return entity.is(SourceKind::outlet) ? name->entity : kNoEntity;
}

/// "a report by Seoul's spy agency", "an article from the Diplomat", "comments made by Kim": who wrote it speaks, and
/// in "a report in Forbes" who printed it.
EntityId MentionResolver::author(const NounPhrase& phrase) {
    for (std::uint32_t t = phrase.all.begin; t + 2 < phrase.all.end; ++t) {
        const SourceNoun* noun = in_.lexicon.noun(in_.text().norm(t));
        if (!in_.lexicon.report_noun(in_.text().norm(t)) && !(noun && noun->kind == NounKind::document)) continue;
        const bool participle = in_.text().norm(t + 1).ends_with("ed") || in_.text().norm(t + 1).ends_with("en") ||
                                in_.text().norm(t + 1) == "made";
        const std::uint32_t link = participle ? t + 2 : t + 1;
        const auto by = in_.text().norm(link);
        const NameMention* where = by == "in" || by == "on" ? name_at(std::min(link + 2, phrase.all.end - 1)) : nullptr;
        const bool printed = where && in_.entities[where->entity].is(SourceKind::outlet);
        if (by != "by" && by != "from" && !printed) continue;
        std::uint32_t end = link + 1;
        while (end < phrase.all.end && in_.text().norm(end) != "," && in_.text().norm(end) != "to") ++end;
        if (end == link + 1) continue;
        const NounPhrase who = phrases_.parse({link + 1, end});
        const bool place = by == "from" && !who.noun && !who.title && !name_at(who.head);  // "from a battlefield"
        if (!place) return noun_phrase(who.all).entity;
    }
    return kNoEntity;
}

/// A phrase that is no noun phrase but begins with a name: "China extended an apology", "Ann Lee an adviser to Li Na".
EntityId MentionResolver::leading_name(const NounPhrase& phrase) {
    const NameMention* name = name_at(phrase.all.begin);
    if (!name || name->modifier || name->tokens.end >= phrase.all.end) return kNoEntity;
    const auto next = in_.text().norm(name->tokens.end);
    const bool bare = (!phrase.noun && !phrase.title && next != "of") || next == "a" || next == "an";
    return bare ? name->entity : kNoEntity;
}

/// Whom "his" or "her" before a spokesman means: who of that sex was named last.
EntityId MentionResolver::last_of(const Pronoun& pronoun) const {
    if (pronoun.antecedent != Antecedent::person) return kNoEntity;
    return salience_.last([&](EntityId id) {
        const Entity& e = in_.entities[id];
        const bool other =
            e.gender != Gender::unknown && pronoun.gender != Gender::unknown && e.gender != pronoun.gender;
        return e.is(SourceKind::person) && !e.plural && !other && e.head.empty();
    });
}

/// "a spokesman for Hunter" whom the article names nowhere: whom he speaks for.
EntityId MentionResolver::body_spoken_for(const NounPhrase& phrase) {
    if (!phrase.office || phrase.office->role != "spokesperson") return kNoEntity;
    const TokenRange body = phrases_.complement(phrase);
    if (body.empty() || body.size() >= phrase.all.size()) return kNoEntity;
    const Pronoun* his = body.size() == 1 ? in_.lexicon.pronoun(in_.text().norm(body.begin)) : nullptr;
    if (his) return last_of(*his);
    const EntityId id = noun_phrase(body).entity;
    take_for_body(id);
    return id;
}

/// "the Canadian government": the state itself.
EntityId MentionResolver::state_of(const NounPhrase& phrase) {
    const auto head = in_.text().norm(phrase.head);
    if (head != "government" && head != "governments") return kNoEntity;
    const NameMention* before = phrase.head > phrase.all.begin ? name_at(phrase.head - 1) : nullptr;
    if (!before && phrase.head > phrase.all.begin + 1) before = name_at(phrase.head - 2);
    const bool state = before && in_.entities[before->entity].is(SourceKind::government);
    return state && !in_.entities[before->entity].source.country.empty() ? before->entity : kNoEntity;
}

EntityId MentionResolver::office_holder(const NounPhrase& phrase) {
    const bool definite = phrase.definite || (phrase.office && phrase.office->role == "spokesperson");
    if (!phrase.office || !definite) return kNoEntity;
    return offices_.holder(*phrase.office, position_);
}

/// "a South Korean newspaper" in the first sentence: the one that the article names further on, or "the newspaper": the
/// one that it named before. Not "state television", nor a news agency but for "the agency".
EntityId MentionResolver::outlet_named_elsewhere(const NounPhrase& phrase) {
    if (!phrase.noun || phrase.noun->kind != NounKind::media || phrase.noun->plural || phrase.other) return kNoEntity;
    if (phrase.core.begin == phrase.all.begin && !phrase.definite) return kNoEntity;
    const bool agency = in_.text().norm(phrase.head) == "agency";
    const auto fits = [&](EntityId id) {
        const Entity& e = in_.entities[id];
        return e.is(SourceKind::outlet) && id != in_.publisher && (agency || !e.entry || !e.entry->agency) &&
               (phrase.country.empty() || e.source.country.empty() || e.source.country == phrase.country);
    };
    if (phrase.definite)
        if (const EntityId before = salience_.last(fits); before != kNoEntity) return before;
    const auto names = in_.names.all();
    for (std::size_t i = next_name_; i < names.size() && i < next_name_ + 24; ++i)
        if (fits(names[i].entity)) return names[i].entity;
    return kNoEntity;
}

/// "the officials": those described before, in words that don't contradict.
EntityId MentionResolver::known_description(const NounPhrase& phrase) {
    if (phrase.other || !phrase.anaphoric) return kNoEntity;
    auto words = name_words(text_of(in_.text(), phrase.core));
    if (phrase.core.end < phrase.all.end && in_.text().norm(phrase.core.end) == "of")
        for (std::string& word : name_words(text_of(in_.text(), phrases_.complement(phrase))))
            if (word != "the") words.push_back(std::move(word));
    const auto told = [&](EntityId id) {
        const auto& known = in_.entities[id].words;
        return std::ranges::all_of(words, [&](const auto& w) { return std::ranges::find(known, w) != known.end(); });
    };
    if (const auto found = by_head_.find(phrases_.head_key(phrase)); found != by_head_.end())
        for (const EntityId id : found->second)
            if (told(id)) return id;
    if (phrase.noun && (phrase.noun->kind == NounKind::organization || phrase.noun->kind == NounKind::firm))
        return known_body(phrase, told);
    if (phrase.noun && phrase.noun->kind == NounKind::document && phrase.definite)
        return salience_.last([&](EntityId id) { return in_.entities[id].is(SourceKind::document); });
    const bool kin = in_.lexicon.pronoun(in_.text().norm(phrase.all.begin)) != nullptr;  // "his wife"
    const bool epithet = phrase.title && phrase.title->kind == TitleKind::epithet && !kin;
    if ((epithet || in_.text().norm(phrase.head).ends_with("-year-old")) && phrase.definite)
        return salience_.last(
            [&](EntityId id) { return in_.entities[id].is(SourceKind::person) && in_.entities[id].certain; });
    return kNoEntity;
}

/// A name of which nothing has told what it names is a body's.
void MentionResolver::take_for_body(EntityId id) const {
    Entity& entity = in_.entities[id];
    if (entity.certain || !entity.is(SourceKind::person)) return;
    entity.source.kind = SourceKind::organization;
    entity.certain = true;
}

/// Whether "the company" may be a body of that name; "River Watch" is none.
bool MentionResolver::may_be_firm(const Entity& body) const {
    static constexpr std::array<std::string_view, 22> kNone{
        "watch",   "union",      "alliance", "coalition", "campaign",   "movement",   "association", "federation",
        "society", "party",      "council",  "committee", "commission", "ministry",   "police",      "court",
        "church",  "university", "hospital", "charity",   "parliament", "observatory"};
    return std::ranges::none_of(body.words,
                                [](const std::string& word) { return std::ranges::find(kNone, word) != kNone.end(); });
}

/// "the committee": the last body with the word in its name; "the company": the last firm named, but for whom it
/// contradicts; "the agency": perhaps a news agency.
EntityId MentionResolver::known_body(const NounPhrase& phrase, const std::function<bool(EntityId)>& told) const {
    const auto body = [&](EntityId id) {
        return in_.entities[id].is(SourceKind::organization) || in_.entities[id].is(SourceKind::government);
    };
    const EntityId by_word = salience_.last([&](EntityId id) { return body(id) && told(id); });
    if (by_word != kNoEntity) return by_word;
    const bool owned = in_.lexicon.pronoun(in_.text().norm(phrase.core.begin)) != nullptr;  // "its operator"
    const bool alone = phrase.definite && phrase.core.size() == 1u + owned && phrase.core.end == phrase.all.end;
    if (const auto* words = alone && !owned ? in_.lexicon.in_name_of(in_.text().norm(phrase.head)) : nullptr) {
        const EntityId called = salience_.last([&](EntityId id) {
            return body(id) && id != contradicted_ &&
                   std::ranges::find_first_of(in_.entities[id].words, *words) != in_.entities[id].words.end();
        });
        if (called != kNoEntity) return called;
    }
    if (in_.text().norm(phrase.head) == "agency")
        return salience_.last([&](EntityId id) { return in_.entities[id].entry && in_.entities[id].entry->agency; });
    if (!alone || phrase.noun->kind != NounKind::firm) return kNoEntity;
    const auto head = in_.text().norm(phrase.head);
    const bool group = head == "group" || head.starts_with("organi") || head.starts_with("instit");
    const EntityId named = salience_.last([&](EntityId id) {
        const Entity& firm = in_.entities[id];
        return id != contradicted_ && firm.is(SourceKind::organization) && firm.head.empty() &&
               (firm.certain || !owned) && (group || may_be_firm(firm));
    });
    if (named != kNoEntity || owned) return named;
    const EntityId unsure =
        salience_.last([&](EntityId id) { return id != contradicted_ && !in_.entities[id].certain; });
    if (unsure != kNoEntity) take_for_body(unsure);
    return unsure;
}

std::string MentionResolver::state_name(const std::string& code) const {
    const Country* state = in_.entities.gazetteer().country_by_code(code);
    return state ? state->name : std::string();
}

EntityId MentionResolver::new_description(const NounPhrase& phrase) {
    const std::string head = phrases_.head_key(phrase);
    const NameMention* const related = phrases_.whose_kin(phrase);
    const std::string text = related ? in_.entities[related->entity].source.name + "'s " + head
                                     : text_of(in_.text(), essential(in_.text(), phrase.all));
    const bool plural = phrase.noun && phrase.noun->plural;
    const SourceKind kind = phrases_.kind(phrase);
    const EntityId id = phrase.other ? in_.entities.another(kind, text, head, plural)
                                     : in_.entities.described(kind, text, phrase.country, head, plural);
    Entity& entity = in_.entities[id];
    entity.source.country = phrase.country;
    const bool of_state = phrase.noun && phrase.noun->kind == NounKind::organization && !phrase.country.empty();
    if (of_state && !separate_power(text)) entity.source.owner = state_name(phrase.country);
    entity.source.unnamed = kind != SourceKind::document && !phrases_.particular(phrase) && !related;
    if (phrase.title) entity.gender = phrase.title->gender;
    const bool one = !plural && !phrase.other && (phrase.definite || !phrase.country.empty());
    if (phrase.office && one && entity.offices.empty()) entity.offices.push_back(*phrase.office);
    return id;
}

}  // namespace hearsay
