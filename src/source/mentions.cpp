// SPDX-License-Identifier: Apache-2.0
#include "mentions.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace hearsay {

namespace {

constexpr std::uint32_t kLongestPhrase = 60;  // tokens of a source; the rest of a longer one is no description

}  // namespace

MentionResolver::MentionResolver(const Reading& reading, const std::vector<Attribution>& attributions)
    : in_(reading),
      attributions_(attributions),
      phrases_(reading),
      offices_(reading),
      salience_(reading.entities),
      resolved_(attributions.size(), kNoEntity) {}

void MentionResolver::advance(std::uint32_t token) {
    const auto names = in_.names.all();
    for (; next_name_ < names.size() && names[next_name_].tokens.begin < token; ++next_name_) {
        const NameMention& name = names[next_name_];
        if (name.adjective || name.aside) continue;
        const std::uint32_t at = name.tokens.begin;
        salience_.note(
            {name.entity, at, in_.sentence_of(at), in_.paragraph_of(at), false, false, name.quoted, name.modifier});
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
    for (const std::uint32_t attribution : order) {
        resolved_[attribution] = resolve(attribution);
        const TokenRange at = in_.tokens(attributions_[attribution].source);
        if (!at.empty()) note_speaker(resolved_[attribution], at.begin);
    }
    return resolved_;
}

void MentionResolver::note_speaker(EntityId id, std::uint32_t token) {
    const Entity& entity = in_.entities[id];
    if (!entity.head.empty()) by_head_[entity.head].note(id);
    salience_.note({id, token, in_.sentence_of(token), in_.paragraph_of(token), false, true, false, false});
}

EntityId MentionResolver::resolve(std::uint32_t attribution) {
    const Attribution& a = attributions_[attribution];
    const TokenRange source = phrases_.trimmed(in_.tokens(a.source));
    if (source.empty())
        return a.cue.empty() && salience_.last_speaker() != kNoEntity ? salience_.last_speaker()
                                                                      : in_.entities.unnamed();
    advance(source.begin);
    const auto first = in_.text().norm(source.begin);
    const Pronoun* pronoun = in_.lexicon.pronoun(first);
    if (pronoun && pronoun->antecedent == Antecedent::both) return both_states(source, attribution);
    if (pronoun && source.size() == 1) {
        const EntityId meant = antecedent(*pronoun, source.begin, attribution);
        return meant != kNoEntity ? meant : in_.entities.unnamed();
    }
    return noun_phrase(source);
}

/// Whom an attribution's source names, if it is a plain name; it may not have been resolved yet.
EntityId MentionResolver::peek(std::uint32_t attribution) const {
    if (resolved_[attribution] != kNoEntity) return resolved_[attribution];
    const TokenRange source = phrases_.trimmed(in_.tokens(attributions_[attribution].source));
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
                         in_.tokens(attributions_[attribution].content)};
    // Nobody speaks of himself as "he" in his own words, nor in "according to".
    const EntityId not_meant = from.quoted || (parent && according_to(*parent)) ? around : kNoEntity;
    const auto best = [&](auto fits) {
        return salience_.best(from, [&](EntityId id) { return id != not_meant && fits(in_.entities[id]); });
    };
    const auto person = [&](const Entity& e) {
        const bool other =
            e.gender != Gender::unknown && pronoun.gender != Gender::unknown && e.gender != pronoun.gender;
        return (e.is(SourceKind::person) || e.is(SourceKind::anonymous)) && !e.plural && !other;
    };
    const auto thing = [](const Entity& e) {
        return !e.plural && !e.is(SourceKind::person) && !e.is(SourceKind::anonymous) && !e.is(SourceKind::social);
    };
    const auto group = [](const Entity& e) {
        return (e.plural || e.is(SourceKind::group)) && !e.is(SourceKind::document);
    };
    switch (pronoun.antecedent) {
        case Antecedent::person:
            return best(person);
        case Antecedent::thing:
            return best(thing);
        case Antecedent::self:
            return around != kNoEntity ? around : salience_.last_speaker();
        case Antecedent::who:
            return salience_.last([&](EntityId id) { return !thing(in_.entities[id]); });
        case Antecedent::which:
            return salience_.last([&](EntityId id) { return thing(in_.entities[id]); });
        default:
            break;
    }
    const EntityId several = best(group);
    return several != kNoEntity ? several : best(thing);
}

bool MentionResolver::according_to(std::uint32_t attribution) const {
    const TokenRange cue = in_.tokens(attributions_[attribution].cue);
    return !cue.empty() && in_.text().norm(cue.begin) == "according";
}

/// "Both countries": the two that the statement before spoke of, else the last two named.
EntityId MentionResolver::both_states(TokenRange phrase, std::uint32_t attribution) {
    std::vector<EntityId> pair;
    for (std::uint32_t a = attribution; a-- > 0 && attribution - a <= 3 && pair.size() < 2;) {
        pair.clear();
        const TokenRange content = in_.tokens(attributions_[a].content);
        if (content.end > phrase.begin) continue;
        for (std::uint32_t t = content.begin; t < content.end && pair.size() < 2; ++t) {
            const NameMention* name = name_at(t);
            const bool state = name && in_.entities[name->entity].is(SourceKind::government);
            if (state && std::ranges::find(pair, name->entity) == pair.end()) pair.push_back(name->entity);
        }
    }
    if (pair.size() < 2) pair = salience_.last_states();
    if (pair.size() < 2) return noun_phrase(phrase);
    return in_.entities.joint(std::move(pair), text_of(in_.text(), phrase));
}

EntityId MentionResolver::resolve_phrase(TokenRange phrase) {
    const TokenRange trimmed = phrases_.trimmed(phrase);
    position_ = trimmed.empty() ? position_ : trimmed.begin;
    return trimmed.empty() ? kNoEntity : noun_phrase(trimmed);
}

EntityId MentionResolver::noun_phrase(TokenRange tokens) {
    tokens.end = std::min(tokens.end, tokens.begin + kLongestPhrase);
    const NounPhrase phrase = phrases_.parse(tokens);
    EntityId id = joint(phrase);
    if (id == kNoEntity) id = phrases_.named(phrase);
    if (id == kNoEntity) id = owned(phrase);
    if (id == kNoEntity) id = author(phrase);
    if (id == kNoEntity) id = spokesperson(phrase);
    if (id == kNoEntity) id = state_of(phrase);
    if (id == kNoEntity) id = office_holder(phrase);
    if (id == kNoEntity) id = known_description(phrase);
    if (id == kNoEntity) id = outlet_named_later(phrase);
    if (id == kNoEntity) id = leading_name(phrase);
    if (id == kNoEntity) id = new_description(phrase);
    in_.entities.add_alias(id, text_of(in_.text(), tokens));
    return id;
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
    const bool staff = phrase.title && (phrase.title->role == "correspondent" || phrase.title->role == "reporter");
    if (staff && entity.is(SourceKind::outlet)) return owner->entity;
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

/// "a report by Seoul's spy agency", "an article from the Diplomat", "comments made by Kim": who wrote it speaks.
EntityId MentionResolver::author(const NounPhrase& phrase) {
    for (std::uint32_t t = phrase.all.begin; t + 2 < phrase.all.end; ++t) {
        const SourceNoun* noun = in_.lexicon.noun(in_.text().norm(t));
        if (!in_.lexicon.report_noun(in_.text().norm(t)) && !(noun && noun->kind == NounKind::document)) continue;
        const bool participle = in_.text().norm(t + 1).ends_with("ed") || in_.text().norm(t + 1).ends_with("en") ||
                                in_.text().norm(t + 1) == "made";
        const std::uint32_t link = participle ? t + 2 : t + 1;
        if (in_.text().norm(link) != "by" && in_.text().norm(link) != "from") continue;
        std::uint32_t end = link + 1;
        while (end < phrase.all.end && in_.text().norm(end) != "," && in_.text().norm(end) != "to") ++end;
        if (end > link + 1) return noun_phrase({link + 1, end});
    }
    return kNoEntity;
}

/// A phrase that is no noun phrase but begins with a name: "China extended an apology".
EntityId MentionResolver::leading_name(const NounPhrase& phrase) const {
    const NameMention* name = name_at(phrase.all.begin);
    const bool bare = name && !name->modifier && !phrase.noun && !phrase.title && name->tokens.end < phrase.all.end;
    return bare && in_.text().norm(name->tokens.end) != "of" ? name->entity : kNoEntity;
}

/// "a spokesman for Hunter": the person if he is named somewhere, else whom he speaks for.
EntityId MentionResolver::spokesperson(const NounPhrase& phrase) {
    if (!phrase.office || phrase.office->role != "spokesperson") return kNoEntity;
    if (const EntityId holder = office_holder(phrase); holder != kNoEntity) return holder;
    const TokenRange body = phrases_.complement(phrase);
    if (body.empty() || body.size() >= phrase.all.size()) return kNoEntity;
    const EntityId id = noun_phrase(body);
    if (Entity& entity = in_.entities[id]; entity.is(SourceKind::person) && !entity.certain)
        entity.source.kind = SourceKind::organization;
    return id;
}

/// "the Canadian government": the state itself.
EntityId MentionResolver::state_of(const NounPhrase& phrase) const {
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
/// one that it named before.
EntityId MentionResolver::outlet_named_later(const NounPhrase& phrase) const {
    if (!phrase.noun || phrase.noun->kind != NounKind::media || phrase.noun->plural || phrase.other) return kNoEntity;
    const auto fits = [&](EntityId id) {
        const Entity& e = in_.entities[id];
        return e.is(SourceKind::outlet) && id != in_.publisher &&
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
    const auto words = name_words(text_of(in_.text(), phrase.core));
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
    if (phrase.title && phrase.title->kind == TitleKind::epithet && phrase.definite)
        return salience_.last(
            [&](EntityId id) { return in_.entities[id].is(SourceKind::person) && in_.entities[id].certain; });
    return kNoEntity;
}

/// "the committee": the last body with the word in its name; "the company": the last firm named; "the agency": perhaps
/// a news agency.
EntityId MentionResolver::known_body(const NounPhrase& phrase, const std::function<bool(EntityId)>& told) const {
    const auto body = [&](EntityId id) {
        return in_.entities[id].is(SourceKind::organization) || in_.entities[id].is(SourceKind::government);
    };
    const EntityId by_word = salience_.last([&](EntityId id) { return body(id) && told(id); });
    if (by_word != kNoEntity) return by_word;
    if (in_.text().norm(phrase.head) == "agency")
        return salience_.last([&](EntityId id) { return in_.entities[id].entry && in_.entities[id].entry->agency; });
    const bool alone = phrase.core.size() == 1 && phrase.core.end == phrase.all.end;
    if (!phrase.definite || !alone || phrase.noun->kind != NounKind::firm) return kNoEntity;
    return salience_.last(
        [&](EntityId id) { return in_.entities[id].is(SourceKind::organization) && in_.entities[id].head.empty(); });
}

EntityId MentionResolver::new_description(const NounPhrase& phrase) {
    const std::string text = text_of(in_.text(), phrase.all);
    const std::string head = phrases_.head_key(phrase);
    const bool plural = phrase.noun && phrase.noun->plural;
    const SourceKind kind = phrases_.kind(phrase);
    const EntityId id = phrase.other ? in_.entities.another(kind, text, head, plural)
                                     : in_.entities.described(kind, text, head, plural);
    Entity& entity = in_.entities[id];
    entity.source.country = phrase.country;
    entity.source.unnamed = kind != SourceKind::document && !phrases_.particular(phrase);
    if (phrase.title) entity.gender = phrase.title->gender;
    return id;
}

}  // namespace hearsay
