// SPDX-License-Identifier: Apache-2.0
#include "noun_phrase.hpp"

#include <algorithm>
#include <array>

namespace hearsay {

namespace {

/// Words that end the part of a noun phrase that holds its head.
constexpr std::array<std::string_view, 30> kAfterHead = {
    "of",      "for",  "in",       "at",    "on",        "with",   "from",   "to",     "who",   "whom",
    "which",   "that", "familiar", "close", "near",      "inside", "within", "linked", "named", "speaking",
    "briefed", "by",   "involved", "known", "belonging", "belong", "about",  "as",     "and",   "or"};
constexpr std::array<std::string_view, 12> kMade = {"taken", "posted",   "obtained", "released", "uploaded",  "filmed",
                                                    "shot",  "recorded", "made",     "written",  "published", "shared"};
constexpr std::array<std::string_view, 14> kDefinite = {"the", "this",  "that", "these", "those", "his",   "her",
                                                        "its", "their", "our",  "my",    "both",  "whose", "'s"};
constexpr std::array<std::string_view, 13> kIndefinite = {"a",     "an",   "one",      "some", "several", "many", "two",
                                                          "three", "four", "multiple", "few",  "most",    "any"};
constexpr std::array<std::string_view, 13> kQuoting = {"citing",   "quoting",  "quoted",  "cited",    "seen",
                                                       "obtained", "reviewed", "viewed",  "examined", "leaked",
                                                       "shared",   "verified", "received"};
constexpr std::array<std::string_view, 3> kOther = {"another", "other", "others"};

template <std::size_t Size>
bool in(const std::array<std::string_view, Size>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

}  // namespace

std::vector<RoleTokens> role_tokens(const TokenizedText& text, const std::vector<Attribution>& attributions,
                                    const SourceLexicon& lexicon) {
    const auto tokens = [&](const Spans& spans) {
        const Span all = hull(spans);
        return all.empty() ? TokenRange{} : text.tokens_in(all);
    };
    // Of a source in several parts the last one before the cue, as a subject stands: "[I] told her, and [she] said".
    const auto subject = [&](const Attribution& a) {
        if (a.source.size() < 2) return tokens(a.source);
        Span part = a.source.front();
        for (const Span s : a.source)
            if (s.end <= hull(a.cue).begin) part = s;
        return text.tokens_in(part);
    };
    // "a Reuters report [citing the Guardian]", "officials [quoted by Xinhua]"
    const auto speaker = [&](TokenRange source) {
        for (std::uint32_t t = source.begin + 1; t < source.end; ++t) {
            const auto relay = in(kQuoting, text.norm(t)) ? lexicon.relay_at(text, t, source.end) : std::nullopt;
            if (relay && relay->end < source.end) return TokenRange{source.begin, t};
        }
        return source;
    };
    std::vector<RoleTokens> roles;
    roles.reserve(attributions.size());
    for (const Attribution& a : attributions) roles.push_back({speaker(subject(a)), tokens(a.cue), tokens(a.content)});
    return roles;
}

/// Where the part that ends with the head ends: before "of", "who", a comma, but not inside a name.
std::uint32_t PhraseReader::head_end(TokenRange tokens) const {
    for (std::uint32_t t = tokens.begin + 1; t < tokens.end; ++t) {
        const NameMention* name = name_at(t);
        if (name && name->tokens.begin < t) continue;
        const auto word = in_.text().norm(t);
        const bool told = in(kMade, word) && in_.lexicon.noun(in_.text().norm(t - 1));  // "video [taken in the hall]"
        if (word == "," || word == "(" || in(kAfterHead, word) || told) return t;
    }
    return tokens.end;
}

void PhraseReader::read_determiner(NounPhrase& phrase) const {
    const auto first = in_.text().norm(phrase.all.begin);
    phrase.other = in(kOther, first);
    const bool indefinite = phrase.other || in(kIndefinite, first);
    phrase.definite = in(kDefinite, first);
    for (std::uint32_t t = phrase.all.begin; t < phrase.head && !phrase.definite && !indefinite; ++t)
        phrase.definite = in_.text().norm(t) == "'s";
    if (indefinite || phrase.definite) {
        const bool article = indefinite || in_.text().norm(phrase.all.begin) == "the";
        if (article && phrase.core.size() > 1) ++phrase.core.begin;
    }
    const bool bare = !indefinite && !phrase.definite;
    phrase.anaphoric = phrase.definite || (bare && phrase.noun && phrase.noun->plural && phrase.core.size() == 1);
    const bool office = phrase.title ? phrase.title->kind == TitleKind::office : phrase.office.has_value();
    if (bare && office) phrase.definite = true;  // as headlines leave out "the"
}

NounPhrase PhraseReader::parse(TokenRange tokens) const {
    NounPhrase phrase;
    phrase.all = tokens;
    phrase.core = {tokens.begin, head_end(tokens)};
    phrase.head = phrase.core.end - 1;
    phrase.noun = in_.lexicon.noun(in_.text().norm(phrase.head));
    phrase.title = in_.lexicon.title(in_.text().norm(phrase.head));
    const TokenRange title = offices_.title_in(tokens);
    if (!title.empty() && title.end <= phrase.core.end && title.end > phrase.head) phrase.office = offices_.in(tokens);
    for (std::uint32_t t = tokens.begin; t < tokens.end && phrase.country.empty(); ++t)
        if (const NameMention* name = name_at(t)) phrase.country = in_.entities[name->entity].source.country;
    read_determiner(phrase);
    return phrase;
}

std::vector<TokenRange> PhraseReader::coordinated(TokenRange tokens) const {
    std::vector<TokenRange> parts;
    bool conjunction = false;
    std::uint32_t begin = tokens.begin;
    const auto finish = [&](std::uint32_t end) {
        while (begin < end && (in_.text().norm(begin) == "the" || in_.text().norm(begin) == "both")) ++begin;
        if (begin < end) parts.push_back({begin, end});
    };
    for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
        const auto word = in_.text().norm(t);
        const NameMention* name = name_at(t);
        const bool link = (word == "and" || word == "&") && !(name && name->tokens.begin < t);
        if (!link && word != ",") continue;
        conjunction |= link;
        finish(t);
        begin = t + 1;
    }
    finish(tokens.end);
    if (!conjunction) return {tokens};
    return parts;
}

EntityId PhraseReader::named(const NounPhrase& phrase) const {
    const NameMention* head = name_at(phrase.head);
    if (head && head->tokens.end >= phrase.core.end) return head->entity;
    for (std::uint32_t t = phrase.core.end; t < phrase.all.end; ++t) {
        const NameMention* name = name_at(t);
        if (!name) continue;
        const bool source = may_be_meant(*name, phrase) && !name->modifier;
        if (source && (name->phrase.begin <= phrase.head || apposed(name->phrase, phrase) || holds(*name, phrase)))
            return name->entity;
        t = name->tokens.end - 1;
    }
    return kNoEntity;
}

/// A person or an outlet; of an organization only the name of what the phrase calls one: "the operator, Tokai Power,
/// said", "a third, El Paso Gas, said".
bool PhraseReader::may_be_meant(const NameMention& name, const NounPhrase& phrase) const {
    const Entity& entity = in_.entities[name.entity];
    if (!entity.is(SourceKind::organization)) return entity.is(SourceKind::person) || entity.is(SourceKind::outlet);
    if (phrase.noun) return is_body(*phrase.noun);
    const bool closed = name.tokens.end == phrase.all.end || in_.text().norm(name.tokens.end) == ",";
    return entity.certain && closed && name.tokens.size() > 1 && !phrase.title && !phrase.office;
}

/// "the ambassador, Bao Shusheng", "WHO's director of communications, Christy Feig", "the owner, 30-year-old Li Na".
bool PhraseReader::apposed(TokenRange name, const NounPhrase& phrase) const {
    const auto after_comma = [&](std::uint32_t t) { return t > phrase.core.end && in_.text().norm(t - 1) == ","; };
    if (after_comma(name.begin)) return true;
    if (name.begin <= phrase.core.end) return false;
    const bool the = in_.text().norm(name.begin - 1) == "the";
    return (the || name.end == phrase.all.end) && after_comma(name.begin - 1);
}

/// "WHO director of communications Christy Feig", "co-chair of the Union Party (UP) Jan Berg"; but not "the director of
/// a film with Ann Lee".
bool PhraseReader::holds(const NameMention& name, const NounPhrase& phrase) const {
    const bool office = phrase.title && phrase.title->voice != Voices::own && phrase.title->role != "spokesperson";
    if (!office || name.tokens.end != phrase.all.end || !in_.entities[name.entity].is(SourceKind::person)) return false;
    const auto before = in_.text().norm(name.phrase.begin - 1);
    const bool body = before == ")" || in_.text().tokens()[name.phrase.begin - 1].kind == TokenKind::word;
    return body && before != "'s" && !in(kAfterHead, before) && !in(kDefinite, before) && !in(kIndefinite, before);
}

const NameMention* PhraseReader::owner(const NounPhrase& phrase) const {
    const NameMention* adjoining = nullptr;
    for (std::uint32_t t = phrase.head; t-- > phrase.core.begin;) {
        const NameMention* name = name_at(t);
        if (!name || in_.entities[name->entity].is(SourceKind::social)) continue;  // "Rosenberg's Facebook page"
        if (name->modifier && !name->adjective) return name;
        if (!adjoining && name->tokens.end == phrase.head) adjoining = name;
        t = std::max(name->tokens.begin, phrase.core.begin);
    }
    return adjoining;
}

const NameMention* PhraseReader::whose_kin(const NounPhrase& phrase) const {
    if (!phrase.noun || phrase.noun->kind != NounKind::kin || phrase.other) return nullptr;
    const TokenRange whose = complement(phrase);
    const NameMention* const name = whose.empty() ? nullptr : name_at(whose.end - 1);
    const bool person = name && in_.entities[name->entity].is(SourceKind::person);
    return person && name->phrase.begin >= whose.begin && coordinated(whose).size() == 1 ? name : nullptr;
}

TokenRange PhraseReader::complement(const NounPhrase& phrase) const {
    if (phrase.core.end < phrase.all.end) {
        const auto link = in_.text().norm(phrase.core.end);
        if (link == "for" || link == "of" || link == "at" || link == "from") {
            std::uint32_t end = phrase.core.end + 1;
            while (end < phrase.all.end && in_.text().norm(end) != ",") ++end;
            return {phrase.core.end + 1, end};
        }
    }
    TokenRange before{phrase.core.begin, phrase.head};
    if (before.size() > 1 && in_.text().norm(before.end - 1) == "'s") --before.end;
    return before;
}

SourceKind PhraseReader::kind(const NounPhrase& phrase) const {
    if (const ReportNoun* report = in_.lexicon.report_noun(in_.text().norm(phrase.head));
        report && phrase.noun && phrase.noun->plural)
        return *report == ReportNoun::report ? SourceKind::anonymous : SourceKind::group;
    if (!phrase.noun) return phrase.title ? SourceKind::person : SourceKind::group;
    switch (phrase.noun->kind) {
        case NounKind::anonymous:
            return SourceKind::anonymous;
        case NounKind::group:
        case NounKind::kin:
            return SourceKind::group;
        case NounKind::media:
            return phrase.noun->plural ? SourceKind::group : SourceKind::outlet;
        case NounKind::document:
            return SourceKind::document;
        default:
            return SourceKind::organization;
    }
}

bool PhraseReader::particular(const NounPhrase& phrase) const {
    const bool media = phrase.noun && phrase.noun->kind == NounKind::media && phrase.noun->plural;
    const bool body = phrase.noun && is_body(*phrase.noun);
    return !phrase.country.empty() && (media || body || phrase.office);
}

std::string PhraseReader::head_key(const NounPhrase& phrase) const {
    return fold_spelling(in_.text().norm(phrase.head));
}

}  // namespace hearsay
