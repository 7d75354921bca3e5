// SPDX-License-Identifier: Apache-2.0
#include "name_scanner.hpp"

#include <algorithm>
#include <cctype>
#include <unordered_set>

#include "raw_names.hpp"
#include "recency.hpp"
#include "state_bodies.hpp"

namespace hearsay {

void NameMentions::add(NameMention mention) {
    for (std::uint32_t t = mention.tokens.begin; t < mention.tokens.end; ++t)
        at_[t] = static_cast<std::uint32_t>(mentions_.size());
    mentions_.push_back(mention);
}

namespace {

constexpr std::size_t kMostOffices = 8;  // of one person in one article

class NameScanner {
  public:
    NameScanner(const Document& document, const SourceLexicon& lexicon, EntityTable& entities, EntityId publisher,
                const std::vector<bool>& cues)
        : document_(document),
          text_(document.tokens),
          lexicon_(lexicon),
          entities_(entities),
          gazetteer_(entities.gazetteer()),
          publisher_(publisher),
          names_(find_names(text_, lexicon, gazetteer_, cues)) {}

    NameMentions run();

  private:
    using Namesakes = std::unordered_map<const GazetteerEntry*, EntityId>;  // looked up only

    void cut_to_known_names();
    void note_keys();
    void name_long_forms();
    void name_short_forms(NameMentions& mentions);
    EntityId of_match(const GazetteerMatch& match);
    bool shortens_publisher(const std::string& key) const;
    EntityId entity_of(std::size_t i);
    EntityId short_form(std::size_t i, const RecentByWord& recent, const NameMentions& mentions);
    void note_evidence(const RawName& name, EntityId id);
    void note_acronym(const RawName& name, EntityId id);
    bool acronym(TokenRange tokens) const;
    const Country* possessor(TokenRange name) const;
    EntityId namesake(const RawName& name, Namesakes& namesakes);
    SourceKind kind_of(const RawName& name, bool& certain) const;
    void note_employers(const NameMentions& mentions);
    bool modifier(const RawName& name) const;
    bool has_kin(const RawName& name) const;
    std::string country_before(const NameMentions& mentions, std::uint32_t token) const;
    const NameWord* last_word(TokenRange tokens) const { return lexicon_.name_word(text_.norm(tokens.end - 1)); }

    const Document& document_;
    const TokenizedText& text_;
    const SourceLexicon& lexicon_;
    EntityTable& entities_;
    const Gazetteer& gazetteer_;
    EntityId publisher_;
    std::vector<RawName> names_;
    std::vector<std::string> written_, keys_;                  // of names_: as an alias shows it, as it is looked up
    std::string publisher_key_;                                // empty where it has no name
    std::vector<EntityId> entity_;                             // of names_, kNoEntity while a short form
    std::unordered_map<std::string, EntityId> first_by_word_;  // looked up only
};

bool NameScanner::acronym(TokenRange tokens) const {
    if (tokens.size() != 1) return false;
    const auto word = text_.word(tokens.begin);
    const auto letters =
        std::ranges::count_if(word, [](char c) { return std::isupper(static_cast<unsigned char>(c)); });
    const bool plain = std::ranges::none_of(word, [](char c) { return std::islower(static_cast<unsigned char>(c)); });
    return plain && letters >= 2 && word.size() <= 8;
}

SourceKind NameScanner::kind_of(const RawName& name, bool& certain) const {
    certain = true;
    const NameWord* last = last_word(name.tokens);
    if (last && *last == NameWord::media) return SourceKind::outlet;
    if (last && *last == NameWord::organization) return SourceKind::organization;
    if (acronym(name.tokens)) return SourceKind::organization;
    const bool first_name =
        name.tokens.size() >= 2 && lexicon_.first_name(text_.norm(name.tokens.begin)) != Gender::unknown;
    if (last && *last == NameWord::firm && name.tokens.size() >= 2 && (!first_name || name.tokens.size() > 2))
        return SourceKind::organization;  // "Lucky Stores", but "Samantha Power"
    for (std::uint32_t i = name.tokens.begin; i + 1 < name.tokens.end; ++i)
        if (text_.norm(i) == "of" || text_.norm(i) == "for" || text_.norm(i) == "on") return SourceKind::organization;
    certain = name.titled;
    if (name.tokens.size() == 1 && !name.titled) {
        certain = lexicon_.first_name(text_.norm(name.tokens.begin)) != Gender::unknown;
        return certain ? SourceKind::person : SourceKind::organization;
    }
    const NameWord* first = lexicon_.name_word(text_.norm(name.tokens.begin));
    certain = name.titled || first_name;
    if (!certain && ((last && *last == NameWord::place) || (first && *first == NameWord::place)))
        return SourceKind::organization;
    return SourceKind::person;
}

EntityId NameScanner::of_match(const GazetteerMatch& match) {
    if (match.country) return entities_.of_country(*match.country);
    if (match.entry) return entities_.of_entry(*match.entry);
    return kNoEntity;
}

/// "the Gazette" in The Brackwater Gazette.
bool NameScanner::shortens_publisher(const std::string& key) const {
    return !key.empty() && publisher_key_.size() > key.size() + 1 && publisher_key_.ends_with(key) &&
           publisher_key_[publisher_key_.size() - key.size() - 1] == ' ';
}

EntityId NameScanner::entity_of(std::size_t i) {
    const RawName& name = names_[i];
    if (shortens_publisher(keys_[i])) return publisher_;
    if (name.match) return of_match(*name.match);
    if (name.tokens.size() < 2 && !acronym(name.tokens)) return kNoEntity;
    bool certain = false;
    const SourceKind kind = kind_of(name, certain);
    return entities_.named(kind, written_[i], keys_[i], certain);
}

void NameScanner::note_evidence(const RawName& name, EntityId id) {
    Entity& entity = entities_[id];
    if (name.titled && !entity.certain && !entity.entry) {
        entity.source.kind = SourceKind::person;
        entity.certain = true;
    }
    if (!entity.is(SourceKind::person)) return;
    if (entity.gender == Gender::unknown) entity.gender = name.gender;
    if (entity.gender == Gender::unknown && name.tokens.size() > 1)
        entity.gender = lexicon_.first_name(text_.norm(name.tokens.begin));
    if (entity.source.country.empty()) {
        const Country* owner = name.office ? nullptr : possessor(name.tokens);
        entity.source.country = name.office ? name.office->country : owner ? owner->code : std::string();
    }
    if (!name.office) return;
    if (entity.offices.size() < kMostOffices) entity.offices.push_back(*name.office);
    if (name.phrase.begin < name.tokens.begin)
        entities_.add_alias(id, text_of(text_, {name.phrase.begin, name.tokens.end}));
}

/// "Joint Chiefs of Staff (JCS)": the acronym in brackets means the same.
void NameScanner::note_acronym(const RawName& name, EntityId id) {
    const std::uint32_t open = name.tokens.end;
    if (open + 2 >= name.limit || text_.norm(open) != "(" || text_.norm(open + 2) != ")") return;
    if (!acronym({open + 1, open + 2}) || entities_[id].is(SourceKind::person)) return;
    entities_.add_alias(id, text_.word(open + 1));
    first_by_word_[name_key(text_.word(open + 1))] = id;
}

/// "Hold Melania Trump Accountable": what stands around a name that the article has elsewhere is no part of it.
void NameScanner::cut_to_known_names() {
    std::unordered_set<std::string> known;
    const auto plain = [](const RawName& name) { return !name.match && name.tokens.size() >= 2; };
    const auto key = [&](TokenRange tokens) { return name_key(text_of(text_, tokens)); };
    for (const RawName& name : names_)
        if (plain(name)) known.insert(key(name.tokens));
    for (RawName& name : names_) {
        if (!plain(name) || last_word(name.tokens)) continue;
        for (std::uint32_t begin = name.tokens.begin; begin + 2 <= name.tokens.end; ++begin)
            for (std::uint32_t end = name.tokens.end; end >= begin + 2 && end - begin < name.tokens.size(); --end)
                if (known.contains(key({begin, end}))) name.tokens = {begin, end};
    }
}

void NameScanner::note_keys() {
    for (const RawName& name : names_) {
        written_.push_back(text_of(text_, name.tokens));
        keys_.push_back(name_key(written_.back()));
    }
    const Entity& publisher = entities_[publisher_];
    if (publisher.source.unnamed) return;
    for (const std::string& word : publisher.words) publisher_key_ += (publisher_key_.empty() ? "" : " ") + word;
}

void NameScanner::name_long_forms() {
    for (std::size_t i = 0; i < names_.size(); ++i)
        if (!names_[i].match && names_[i].tokens.size() >= 2) note_acronym(names_[i], entity_of(i));
    Namesakes namesakes;
    for (std::size_t i = 0; i < names_.size(); ++i) {
        const RawName& name = names_[i];
        if (const EntityId own = namesake(name, namesakes); own != kNoEntity) {
            entity_.push_back(own);
            continue;
        }
        const bool short_acronym = !name.match && acronym(name.tokens);
        const auto known = short_acronym ? first_by_word_.find(keys_[i]) : first_by_word_.end();
        const EntityId id = known != first_by_word_.end() ? known->second : short_acronym ? kNoEntity : entity_of(i);
        entity_.push_back(id);
        if (id == kNoEntity) continue;
        for (const auto& word : entities_[id].words) first_by_word_.try_emplace(word, id);
        if (entities_[id].is(SourceKind::organization)) first_by_word_.try_emplace(initials(entities_[id].words), id);
        note_evidence(name, id);
    }
}

/// The state in whose possessive the name stands or with which it begins: "South Korea's Joint Chiefs of Staff".
const Country* NameScanner::possessor(TokenRange name) const {
    std::uint32_t mark = name.begin > 0 ? name.begin - 1 : 0;
    for (std::uint32_t t = name.begin; t < name.end; ++t)
        if (text_.norm(t) == "'s") mark = t;
    if (text_.norm(mark) != "'s" || mark == 0) return nullptr;
    for (std::uint32_t begin = mark > 3 ? mark - 3 : 0; begin < mark; ++begin) {
        const auto match = gazetteer_.longest_match(text_, begin, mark);
        if (match && match->country && match->tokens.end == mark) return match->country;
    }
    return nullptr;
}

/// A body that the gazetteer knows as another state's or as nobody's in particular. What the article then calls the JCS
/// are the ones that it named with their state.
EntityId NameScanner::namesake(const RawName& name, Namesakes& namesakes) {
    const GazetteerEntry* entry = name.match ? name.match->entry : nullptr;
    if (!entry || entry->kind == SourceKind::outlet || entry->kind == SourceKind::social) return kNoEntity;
    const Country* owner = possessor(name.tokens);
    if (owner && owner->code != entry->country) {
        const EntityId id = entities_.named(entry->kind, owner->name + "'s " + entry->name, true);
        make_of_state(entities_[id].source, *owner);
        namesakes[entry] = id;
        note_acronym(name, id);
    }
    const auto known = namesakes.find(entry);
    return known == namesakes.end() ? kNoEntity : known->second;
}

bool NameScanner::modifier(const RawName& name) const {
    if (name.match && name.match->form == NameForm::adjective) return true;
    if (name.tokens.end >= name.limit) return false;
    const auto next = text_.norm(name.tokens.end);
    return next == "'s" || next == "'";
}

/// "Kim Jong Un's [younger] sister", "the sister of Kim Jong Un": the next Kim is hardly the one whose sister she is.
bool NameScanner::has_kin(const RawName& name) const {
    constexpr std::uint32_t kWords = 3;
    const auto is_kin = [&](std::uint32_t t) {
        const Title* kin = text_.tokens()[t].capitalized ? nullptr : lexicon_.title(text_.norm(t));
        return kin && kin->gender != Gender::unknown;
    };
    if (name.match) return false;
    const std::uint32_t begin = name.phrase.begin;
    if (begin > 1 && text_.norm(begin - 1) == "of" && is_kin(begin - 2)) return true;
    if (!modifier(name)) return false;
    for (std::uint32_t t = name.tokens.end + 1; t < std::min(name.limit, name.tokens.end + 1 + kWords); ++t)
        if (is_kin(t)) return true;
    return false;
}

/// The state whose possessive or adjective stands right before: "North Korea's Kim".
std::string NameScanner::country_before(const NameMentions& mentions, std::uint32_t token) const {
    if (token == 0) return {};
    const std::uint32_t last = token > 1 && text_.norm(token - 1) == "'s" ? token - 2 : token - 1;
    const NameMention* before = mentions.at(last);
    const bool state = before && entities_[before->entity].is(SourceKind::government);
    return state ? entities_[before->entity].source.country : std::string();
}

/// Whom a form means that no long form has decided.
EntityId NameScanner::short_form(std::size_t i, const RecentByWord& recent, const NameMentions& mentions) {
    const RawName& name = names_[i];
    EntityId id = kNoEntity;
    if (name.match) id = recent.among(name.match->candidates, name_words(written_[i]), publisher_);
    if (id != kNoEntity) return id;
    const std::string country = name.office ? name.office->country : country_before(mentions, name.tokens.begin);
    id = recent.by_word(keys_[i], country, name.gender);
    if (id != kNoEntity) return id;
    // Not "Mr. Obama", after Michelle Obama.
    const auto first = first_by_word_.find(keys_[i]);
    if (first != first_by_word_.end() && !contradict(entities_[first->second].gender, name.gender))
        return first->second;
    bool certain = false;
    const SourceKind kind = name.match ? SourceKind::outlet : kind_of(name, certain);
    return entities_.named(kind, written_[i], keys_[i], name.match.has_value() || certain);
}

/// In text order, so that a short form means whom its word named last, or else whom it will name first.
void NameScanner::name_short_forms(NameMentions& mentions) {
    RecentByWord recent(entities_);
    for (std::size_t i = 0; i < names_.size(); ++i) {
        const RawName& name = names_[i];
        const EntityId id = entity_[i] != kNoEntity ? entity_[i] : short_form(i, recent, mentions);
        note_evidence(name, id);
        entities_.add_form(id, written_[i]);
        recent.note(id, text_.tokens()[name.tokens.begin].sentence, has_kin(name));
        const bool adjective = name.match && name.match->form == NameForm::adjective;
        mentions.add({name.tokens, name.phrase, id, name.quoted, modifier(name), adjective,
                      document_.is_boilerplate(text_.span(name.tokens))});
    }
}

/// For whom the holder of an office speaks: "Boeing spokeswoman Ann Reed", "South Korea's foreign minister, Cho", but
/// not "U.S. Senator Lee" nor "a former Boeing executive".
void NameScanner::note_employers(const NameMentions& mentions) {
    const auto past = [](const std::string& word) { return word == "former" || word == "ex"; };
    for (const RawName& name : names_) {
        if (!name.office || name.office->voice == Voices::own || std::ranges::any_of(name.office->words, past))
            continue;
        const NameMention* person = mentions.at(name.tokens.begin);
        if (!person || !entities_[person->entity].is(SourceKind::person)) continue;
        std::string& owner = entities_[person->entity].source.owner;
        for (std::uint32_t t = name.office_words.begin; t < name.office_words.end && owner.empty(); ++t) {
            const NameMention* body = mentions.at(t);
            if (!body || body->adjective || body->entity == person->entity) continue;
            const Entity& entity = entities_[body->entity];
            const bool state = entity.is(SourceKind::government) && !entity.entry;
            const bool known = entity.certain && !entity.is(SourceKind::person);
            if (known && (!state || name.office->voice == Voices::state)) owner = entity.source.name;
        }
    }
}

NameMentions NameScanner::run() {
    cut_to_known_names();
    note_keys();
    name_long_forms();
    NameMentions mentions(text_.tokens().size());
    name_short_forms(mentions);
    note_employers(mentions);
    return mentions;
}

}  // namespace

NameMentions scan_names(const Document& document, const SourceLexicon& lexicon, EntityTable& entities,
                        EntityId publisher, const std::vector<bool>& cues) {
    return NameScanner(document, lexicon, entities, publisher, cues).run();
}

}  // namespace hearsay
