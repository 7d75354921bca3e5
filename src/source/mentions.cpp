// SPDX-License-Identifier: Apache-2.0
#include "mentions.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "phrase_bounds.hpp"

namespace hearsay {

namespace {

constexpr std::array<std::string_view, 9> kOpening = {"the", "a", "an", "his", "her", "its", "their", "our", "another"};

}  // namespace

MentionResolver::MentionResolver(const SourceReading& reading, const std::vector<Attribution>& attributions)
    : in_(reading),
      attributions_(attributions),
      phrases_(reading),
      offices_(reading),
      salience_(reading.entities),
      resolved_(attributions.size()) {}

void MentionResolver::advance(std::uint32_t token) {
    const auto names = in_.names.all();
    for (; next_name_ < names.size() && names[next_name_].tokens.begin < token; ++next_name_) {
        const NameMention& name = names[next_name_];
        if (name.adjective || name.aside) continue;
        const std::uint32_t at = name.tokens.begin;
        Namings& namings = namings_[name.entity];
        ++namings.times;
        namings.last = at;
        const auto before = at > 0 ? in_.text().norm(at - 1) : std::string_view();
        const bool placed =
            is_placed(in_.text(), at, 0) || before == "its" || before == "their";  // "its Leipzig factory"
        const bool place = placed && !in_.entities[name.entity].is(SourceKind::outlet);
        salience_.note({name.entity, at, in_.sentence_of(at), in_.paragraph_of(at), false, false, name.quoted,
                        name.modifier, place});
    }
    position_ = token;
}

std::vector<EntityId> MentionResolver::resolve_all() {
    std::vector<std::uint32_t> order(attributions_.size());
    std::iota(order.begin(), order.end(), 0u);
    const auto place = [&](std::uint32_t a) {
        const Attribution& x = attributions_[a];
        return hull(x.source.empty() ? (x.cue.empty() ? x.content : x.cue) : x.source).begin;
    };
    std::ranges::stable_sort(order, {}, place);
    std::vector<EntityId> entities(attributions_.size());
    for (const std::uint32_t attribution : order) {
        resolved_[attribution] = resolve(attribution);
        entities[attribution] = resolved_[attribution].entity;
        const TokenRange at = in_.roles[attribution].source;
        if (!at.empty()) note_speaker(entities[attribution], at.begin);
    }
    return entities;
}

void MentionResolver::note_speaker(EntityId id, std::uint32_t token) {
    const Entity& entity = in_.entities[id];
    namings_[id].spoke = true;
    if (!entity.head.empty()) by_head_[entity.head].note(id);
    if (entity.is(SourceKind::person) || !entity.certain)
        for (const std::string& word : entity.words) spoke_last_[word] = {id, token};
    salience_.note({id, token, in_.sentence_of(token), in_.paragraph_of(token), false, true, false, false});
}

Identified MentionResolver::resolve(std::uint32_t attribution) {
    const Attribution& a = attributions_[attribution];
    const TokenRange source = trimmed(in_.text(), in_.roles[attribution].source);
    if (source.empty()) {
        const bool goes_on = a.cue.empty() && salience_.last_speaker() != kNoEntity;
        if (goes_on) return {salience_.last_speaker(), Naming::speaker, {}};
        return {in_.entities.unnamed(), Naming::nobody, {}};
    }
    advance(source.begin);
    contradicted_ = contradicts(attribution) ? salience_.last_speaker() : kNoEntity;
    const auto first = in_.text().norm(source.begin);
    const Pronoun* pronoun = in_.lexicon.pronoun(first);
    if (pronoun && pronoun->antecedent == Antecedent::both) return both_states(source, attribution);
    if (pronoun && source.size() == 1) {
        const EntityId meant = antecedent(*pronoun, source.begin, attribution);
        if (meant != kNoEntity) return {meant, Naming::pronoun, source};
        return {in_.entities.unnamed(), Naming::nobody, source};
    }
    return noun_phrase(source);
}

/// "denied [the claims]": what somebody else has said.
bool MentionResolver::contradicts(std::uint32_t attribution) const {
    constexpr std::uint32_t kFirst = 3;  // tokens
    const TokenRange content = in_.roles[attribution].content;
    if (attributions_[attribution].stance != Stance::denies) return false;
    for (std::uint32_t t = content.begin; t < std::min(content.end, content.begin + kFirst); ++t)
        if (const ReportNoun* noun = in_.lexicon.report_noun(in_.text().norm(t))) {
            const auto next = t + 1 < content.end ? in_.text().norm(t + 1) : std::string_view();
            return *noun != ReportNoun::report && next != "of" && next != "that" && next != "about";
        }
    return false;
}

/// Whom an attribution's source names, if it is a plain name; it may not have been resolved yet.
EntityId MentionResolver::peek(std::uint32_t attribution) const {
    if (resolved_[attribution]) return resolved_[attribution].entity;
    const TokenRange source = trimmed(in_.text(), in_.roles[attribution].source);
    return source.empty() ? kNoEntity : phrases_.named(phrases_.parse(source));
}

bool MentionResolver::quoted(std::uint32_t token, std::uint32_t attribution) const {
    const auto parent = attributions_[attribution].parent;
    if (!parent || *parent >= attributions_.size() || attributions_[*parent].voice == Voice::indirect) return false;
    const Span at = in_.text().tokens()[token].span;
    return std::ranges::any_of(attributions_[*parent].content, [&](Span s) { return s.contains(at); });
}

EntityId MentionResolver::antecedent(const Pronoun& pronoun, std::uint32_t token, std::uint32_t attribution) {
    const auto parent = attributions_[attribution].parent;
    const EntityId around = parent && *parent < attributions_.size() ? peek(*parent) : kNoEntity;
    const Viewpoint from{in_.sentence_of(token), in_.paragraph_of(token), quoted(token, attribution),
                         in_.roles[attribution].content};
    // Nobody speaks of himself as "he" in his own words, nor in "according to".
    const EntityId not_meant = from.quoted || (parent && according_to(*parent)) ? around : kNoEntity;
    const auto best = [&](auto fits) {
        return salience_.best(from, [&](EntityId id) { return id != not_meant && fits(in_.entities[id]); });
    };
    const auto person = [&](const Entity& e) {
        return (e.is(SourceKind::person) || e.is(SourceKind::anonymous)) && !e.plural &&
               !contradict(e.gender, pronoun.gender);
    };
    // "Zelensky", of whom nothing tells more than that he spoke.
    const auto speaker_of_one_name = [&](const Entity& e) {
        return !e.certain && e.is(SourceKind::organization) && e.words.size() == 1 &&
               spoke_last_.contains(e.words.front());
    };
    const auto thing = [](const Entity& e) {
        return !e.plural && !e.is(SourceKind::person) && !e.is(SourceKind::anonymous) && !e.is(SourceKind::social);
    };
    const auto group = [](const Entity& e) {
        return (e.plural || e.is(SourceKind::group)) && !e.is(SourceKind::document);
    };
    switch (pronoun.antecedent) {
        case Antecedent::person: {
            const EntityId meant = best(person);
            return meant != kNoEntity ? meant : best(speaker_of_one_name);
        }
        case Antecedent::thing:
            return best(thing);
        case Antecedent::self:
            return around != kNoEntity ? around : salience_.last_speaker();
        case Antecedent::who:
        case Antecedent::which: {
            const auto fits = [&](EntityId id) {
                return thing(in_.entities[id]) == (pronoun.antecedent == Antecedent::which);
            };
            const EntityId described = right_before(token);
            return described != kNoEntity && fits(described) ? described : salience_.last(fits);
        }
        default:
            break;
    }
    const EntityId several = best(group);
    return several != kNoEntity ? several : best(thing);
}

/// What a noun phrase before a relative pronoun describes, its nouns being such as can speak: "[a report by the harbour
/// authority to ministers], which said".
EntityId MentionResolver::right_before(std::uint32_t relative) {
    constexpr std::uint32_t kReach = 16;  // tokens
    const TokenizedText& text = in_.text();
    const std::uint32_t sentence = text.sentences()[in_.sentence_of(relative)].tokens.begin;
    std::uint32_t end = relative;
    while (end > sentence && text.norm(end - 1) == ",") --end;
    for (std::uint32_t t = end; t-- > sentence && end - t <= kReach;) {
        if (text.tokens()[t].kind != TokenKind::word && text.tokens()[t].kind != TokenKind::number) break;
        const NameMention* const name = name_at(t);
        const bool starts =
            name ? name->tokens.begin == t : std::ranges::find(kOpening, text.norm(t)) != kOpening.end();
        const bool placed = name && t > sentence && is_placing(text.norm(t - 1));
        if (!starts || placed) continue;
        std::uint32_t addressee = t + 1;
        while (addressee < end && text.norm(addressee) != "to") ++addressee;
        const TokenRange phrase = trimmed(text, {t, addressee});
        if (phrase.empty() || !phrases_.parse(phrase).noun) continue;
        return noun_phrase(phrase).entity;
    }
    return kNoEntity;
}

bool MentionResolver::according_to(std::uint32_t attribution) const {
    const TokenRange cue = in_.roles[attribution].cue;
    return !cue.empty() && in_.text().norm(cue.begin) == "according";
}

/// "Both countries": the two that the statement before spoke of, else the last two named.
Identified MentionResolver::both_states(TokenRange phrase, std::uint32_t attribution) {
    std::vector<EntityId> pair;
    for (std::uint32_t a = attribution; a-- > 0 && attribution - a <= 3 && pair.size() < 2;) {
        pair.clear();
        const TokenRange content = in_.roles[a].content;
        if (content.end > phrase.begin) continue;
        for (std::uint32_t t = content.begin; t < content.end && pair.size() < 2; ++t) {
            const NameMention* name = name_at(t);
            const bool state = name && in_.entities[name->entity].is(SourceKind::government);
            if (state && std::ranges::find(pair, name->entity) == pair.end()) pair.push_back(name->entity);
        }
    }
    if (pair.size() < 2) pair = salience_.last_states();
    if (pair.size() < 2) return noun_phrase(phrase);
    return {in_.entities.joint(std::move(pair), text_of(in_.text(), phrase)), Naming::pronoun, phrase};
}

Identified MentionResolver::resolve_phrase(TokenRange phrase) {
    const TokenRange source = trimmed(in_.text(), phrase);
    if (source.empty()) return {};
    position_ = source.begin;
    return noun_phrase(source);
}

bool MentionResolver::may_speak(const Identified& found) const {
    if (found.naming != Naming::description) return true;
    const std::string& head = in_.entities[found.entity].head;
    return in_.lexicon.noun(head) || in_.lexicon.title(head) || in_.lexicon.report_noun(head) ||
           in_.entities[found.entity].source.kind == SourceKind::person;
}

Identified MentionResolver::resolve_name(const NameMention& name) const {
    const Entity& entity = in_.entities[name.entity];
    const auto written = in_.text().text().slice(in_.text().span(name.tokens));
    const bool whole = written == entity.source.name || name_words(display_form(written)) == entity.words;
    const bool listed = entity.entry || (entity.is(SourceKind::government) && !entity.source.country.empty());
    return {name.entity, whole ? Naming::name : listed ? Naming::alias : Naming::short_form, name.tokens};
}

}  // namespace hearsay
