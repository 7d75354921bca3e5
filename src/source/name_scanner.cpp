// SPDX-License-Identifier: Apache-2.0
#include "name_scanner.hpp"

#include <algorithm>
#include <cctype>

#include "recency.hpp"

namespace hearsay {

void NameMentions::add(NameMention mention) {
    for (std::uint32_t t = mention.tokens.begin; t < mention.tokens.end; ++t) at_[t] = static_cast<std::uint32_t>(mentions_.size());
    mentions_.push_back(mention);
}

namespace {

constexpr std::uint32_t kOfficeWords = 6;  // looked at before a title

/// A capitalised sequence, before it is known whom it names.
struct RawName {
    TokenRange tokens, phrase;
    std::optional<GazetteerMatch> match;
    std::optional<Office> office;
    Gender gender = Gender::unknown;
    bool titled = false;
    bool quoted = false;
    std::uint32_t limit = 0;  // of its sentence
};

/// "al-Sabah", "as-Safir": a name though it begins with a small letter.
bool arabic_article(std::string_view word) {
    if (word.size() < 5 || (word[0] != 'a' && word[0] != 'e')) return false;
    const auto hyphen = word.find('-');
    return (hyphen == 2 || hyphen == 3) && std::isupper(static_cast<unsigned char>(word[hyphen + 1]));
}

class NameScanner {
  public:
    NameScanner(const Document& document, const SourceLexicon& lexicon, EntityTable& entities, EntityId publisher)
        : document_(document), text_(document.tokens), lexicon_(lexicon), entities_(entities),
          gazetteer_(entities.gazetteer()), offices_(text_, gazetteer_, lexicon), publisher_(publisher) {}

    NameMentions run();

  private:
    void collect(TokenRange sentence);
    std::uint32_t gazetteer_name(const GazetteerMatch& match, TokenRange sentence);
    std::uint32_t capitalised_name(TokenRange sentence, std::uint32_t begin);
    std::uint32_t sequence_end(std::uint32_t begin, std::uint32_t limit) const;
    bool joins(std::uint32_t begin, std::uint32_t connector, std::uint32_t limit) const;
    bool starts_name(std::uint32_t token) const;
    bool goes_on(std::uint32_t begin, std::uint32_t token, std::uint32_t limit) const;
    bool trusted(const GazetteerMatch& match, TokenRange sentence) const;
    bool plain_noun(const RawName& name) const;
    void split_title(RawName& name, TokenRange sentence) const;
    void read_title_before(RawName& name, TokenRange sentence) const;
    std::uint32_t title_before(std::uint32_t name, std::uint32_t begin) const;
    std::uint32_t office_begin(std::uint32_t title, std::uint32_t limit) const;
    void read_apposition(RawName& name, TokenRange sentence) const;
    void read_apposition_before(RawName& name, TokenRange sentence) const;

    void cut_to_known_names();
    void name_long_forms();
    void name_short_forms(NameMentions& mentions);
    EntityId of_match(const GazetteerMatch& match);
    EntityId entity_of(const RawName& name);
    void note_evidence(const RawName& name, EntityId id);
    void note_acronym(const RawName& name, EntityId id);
    bool acronym(TokenRange tokens) const;
    using Namesakes = std::unordered_map<const GazetteerEntry*, EntityId>;  // looked up only
    const Country* possessor(TokenRange name) const;
    EntityId namesake(const RawName& name, Namesakes& namesakes);
    SourceKind kind_of(const RawName& name, bool& certain) const;
    bool modifier(const RawName& name) const;
    std::string country_before(const NameMentions& mentions, std::uint32_t token) const;
    const NameWord* last_word(TokenRange tokens) const { return lexicon_.name_word(text_.norm(tokens.end - 1)); }

    const Document& document_;
    const TokenizedText& text_;
    const SourceLexicon& lexicon_;
    EntityTable& entities_;
    const Gazetteer& gazetteer_;
    OfficeReader offices_;
    EntityId publisher_;
    std::vector<RawName> names_;
    std::vector<EntityId> entity_;                            // of names_, kNoEntity while a short form
    std::unordered_map<std::string, EntityId> first_by_word_; // looked up only
};

bool NameScanner::starts_name(std::uint32_t token) const {
    const Token& t = text_.tokens()[token];
    if (t.kind != TokenKind::word || (!t.capitalized && !arabic_article(text_.word(token)))) return false;
    return !lexicon_.common(text_.norm(token));
}

/// Whether the name that starts at `begin` holds `token`.
bool NameScanner::goes_on(std::uint32_t begin, std::uint32_t token, std::uint32_t limit) const {
    if (starts_name(token) || joins(begin, token, limit)) return true;
    return token > begin && text_.tokens()[token].capitalized && lexicon_.common_or_name(text_.norm(token));
}

/// Whether a word between two capitalised ones belongs to the name: "Bank of China", "Osama bin Laden".
bool NameScanner::joins(std::uint32_t begin, std::uint32_t connector, std::uint32_t limit) const {
    if (connector + 1 >= limit || connector == begin) return false;
    const std::uint32_t next = connector + 1;
    const auto word = text_.norm(connector);
    const bool capital = text_.tokens()[next].capitalized;
    if (word == "al" || word == "bin" || word == "de" || word == "von" || word == "van" || word == "der" || word == "&") return capital;
    if (word != "of" && word != "for" && word != "on" && word != "and") return false;
    const auto before = text_.norm(connector - 1);
    const NameWord* kind = lexicon_.name_word(before);
    if (word == "and") {
        const auto end = sequence_end(next, limit);
        const NameWord* last = capital && end > next ? lexicon_.name_word(text_.norm(end - 1)) : nullptr;
        return last && *last == NameWord::organization && end - next >= 2 && connector - begin >= 2;
    }
    const bool body = (kind && *kind == NameWord::organization) || (before.size() > 3 && before.ends_with('s'));
    return body && capital && !lexicon_.title(before);
}

std::uint32_t NameScanner::sequence_end(std::uint32_t begin, std::uint32_t limit) const {
    std::uint32_t end = begin;
    while (end < limit && goes_on(begin, end, limit)) ++end;
    return end;
}

bool NameScanner::trusted(const GazetteerMatch& match, TokenRange sentence) const {
    if (!match.common_word) return true;
    if (match.tokens.begin == sentence.begin) return false;
    const auto before = text_.norm(match.tokens.begin - 1);
    return before == "told" || before == "to" || before == "by" || before == "with";
}

void NameScanner::collect(TokenRange sentence) {
    bool quoted = false;
    for (std::uint32_t i = sentence.begin; i < sentence.end;) {
        const Token& token = text_.tokens()[i];
        if (token.kind == TokenKind::open_quote) quoted = true;
        if (token.kind == TokenKind::close_quote) quoted = false;
        std::uint32_t next = i + 1;
        const std::size_t before = names_.size();
        if (token.kind == TokenKind::word) {
            const auto match = gazetteer_.longest_match(text_, i, sentence.end);
            if (match && trusted(*match, sentence)) next = gazetteer_name(*match, sentence);
            else if (starts_name(i)) next = capitalised_name(sentence, i);
        }
        for (std::size_t k = before; k < names_.size(); ++k) names_[k].quoted = quoted;
        i = std::max(next, i + 1);
    }
}

/// A gazetteer name, unless it only begins a longer one: "Washington Free Beacon", "British Beer and Pub Association".
std::uint32_t NameScanner::gazetteer_name(const GazetteerMatch& match, TokenRange sentence) {
    const std::uint32_t end = sequence_end(match.tokens.end, sentence.end);
    const bool country = match.country != nullptr;
    if (end > match.tokens.end && country && !text_.tokens()[match.tokens.end - 1].span.empty()) {
        const NameWord* last = lexicon_.name_word(text_.norm(end - 1));
        const bool free_word = end - match.tokens.end >= 2 || match.form != NameForm::adjective;
        const bool named_body = last && *last != NameWord::place && free_word && !lexicon_.title(text_.norm(match.tokens.end));
        if (named_body) {
            RawName name{{match.tokens.begin, end}, {match.tokens.begin, end}, std::nullopt, std::nullopt};
            name.limit = sentence.end;
            if (text_.norm(name.tokens.begin) == "the") ++name.tokens.begin;
            names_.push_back(std::move(name));
            return end;
        }
    }
    RawName name{match.tokens, match.tokens, match, std::nullopt};
    name.limit = sentence.end;
    names_.push_back(std::move(name));
    return match.tokens.end;
}

std::uint32_t NameScanner::capitalised_name(TokenRange sentence, std::uint32_t begin) {
    std::uint32_t end = begin;
    while (end < sentence.end && goes_on(begin, end, sentence.end)) {
        if (const auto title = lexicon_.title_at(text_, end, sentence.end); title && title->second > end + 1) {
            end = title->second;  // "Chief of Staff", "Secretary of State"
            continue;
        }
        if (end > begin && text_.norm(end - 1) != "of") {
            const auto inner = gazetteer_.longest_match(text_, end, sentence.end);
            if (inner && !inner->common_word && (!inner->country || inner->form == NameForm::name)) break;
        }
        ++end;
    }
    while (end > begin && !text_.tokens()[end - 1].capitalized && !starts_name(end - 1)) --end;
    if (end == begin) return begin + 1;
    RawName name{{begin, end}, {begin, end}, std::nullopt, std::nullopt};
    name.limit = sentence.end;
    split_title(name, sentence);
    if (name.tokens.empty() || plain_noun(name)) return end;
    read_apposition(name, sentence);
    if (!name.office) read_apposition_before(name, sentence);
    names_.push_back(std::move(name));
    return end;
}

/// A capital that only begins a sentence or a headline: "Supporters of the deal", "the Government".
bool NameScanner::plain_noun(const RawName& name) const {
    return name.tokens.size() == 1 && !name.titled && lexicon_.noun(text_.norm(name.tokens.begin));
}

/// "Defense Minister Kim Yong-hyun": the title goes into the phrase.
void NameScanner::split_title(RawName& name, TokenRange sentence) const {
    const NameWord* last = last_word(name.tokens);
    const bool body = last && *last == NameWord::organization;
    const Title* epithet = lexicon_.title(text_.norm(name.tokens.end - 1));
    if (epithet && epithet->kind == TitleKind::epithet && name.tokens.size() > 1) {
        name.tokens.begin = name.tokens.end;  // "The San Diego Republican" names nobody
        return;
    }
    std::uint32_t after = name.tokens.begin;
    for (std::uint32_t i = name.tokens.begin; !body && i < name.tokens.end; ++i) {
        const auto title = lexicon_.title_at(text_, i, name.tokens.end);
        if (!title) continue;
        if (title->first.kind == TitleKind::honorific) name.gender = title->first.gender;
        after = title->second;
        name.titled = true;
        i = after - 1;
    }
    name.tokens.begin = after;
    if (!name.tokens.empty()) read_title_before(name, sentence);
}

/// Where the title that stands right before `name` begins, or `name` itself: "spokesman Dmitry Peskov", "Ambassador to
/// the U.N. John Danforth".
std::uint32_t NameScanner::title_before(std::uint32_t name, std::uint32_t begin) const {
    const std::uint32_t first = name > begin + 3 ? name - 3 : begin;
    for (std::uint32_t i = first; i < name; ++i)
        if (const auto title = lexicon_.title_at(text_, i, name); title && title->second == name) return i;
    std::uint32_t i = name;
    for (std::uint32_t steps = 0; i > begin && steps < 6; ++steps) {
        const auto word = text_.norm(i - 1);
        const bool small = word == "of" || word == "to" || word == "for" || word == "the";
        const bool link = text_.tokens()[i - 1].capitalized || (small && i != name);
        const auto title = lexicon_.title_at(text_, i - 1, i);
        if (title && i != name && title->first.kind == TitleKind::office) return i - 1;
        if (!link) break;
        --i;
    }
    return name;
}

/// Where the words before a title that narrow it begin: "former [Federal Reserve] Chairman", "[South Korea's defense] chief".
/// A small letter before a capital ends them ("met Health Minister"), but for "former" and its kin.
std::uint32_t NameScanner::office_begin(std::uint32_t title, std::uint32_t limit) const {
    std::uint32_t begin = title;
    for (std::uint32_t steps = 0; begin > limit && steps < kOfficeWords; ++steps, --begin) {
        const Token& t = text_.tokens()[begin - 1];
        const auto word = text_.norm(begin - 1);
        if (word == "'s") continue;
        if (t.kind != TokenKind::word || lexicon_.common(word)) break;
        if (!t.capitalized && text_.tokens()[begin].capitalized && !is_degree(word)) break;
    }
    return begin;
}

void NameScanner::read_title_before(RawName& name, TokenRange sentence) const {
    const std::uint32_t title = name.titled ? name.phrase.begin : title_before(name.tokens.begin, sentence.begin);
    if (!name.titled && title == name.tokens.begin) return;
    const std::uint32_t begin = office_begin(title, sentence.begin);
    name.phrase.begin = begin;
    const TokenRange words{begin, name.tokens.begin};
    name.office = offices_.in(words);
    name.titled = true;
    for (std::uint32_t i = title; i < name.tokens.begin; ++i)
        if (const auto found = lexicon_.title_at(text_, i, name.tokens.begin); found && found->first.gender != Gender::unknown)
            name.gender = found->first.gender;
}

/// "Chad O'Carroll, CEO of Korea Risk Group, said".
void NameScanner::read_apposition(RawName& name, TokenRange sentence) const {
    if (name.tokens.end + 1 >= sentence.end || text_.norm(name.tokens.end) != ",") return;
    const std::uint32_t begin = name.tokens.end + 1;
    std::uint32_t end = begin;
    const std::uint32_t limit = std::min<std::uint32_t>(sentence.end, begin + 14);
    while (end < limit && text_.tokens()[end].kind != TokenKind::punctuation && text_.norm(end) != "said") ++end;
    const TokenRange title = offices_.title_in({begin, end});
    if (title.empty() || title.begin > begin + 6) return;
    const bool named = title.end < end && text_.tokens()[title.end].capitalized && text_.tokens()[title.end].kind == TokenKind::word;
    if (named) return;  // "said Kim, President Obama was"
    const auto first = lexicon_.title_at(text_, title.begin, title.end);
    if (name.gender == Gender::unknown) name.gender = first->first.gender;
    if (!name.office) name.office = offices_.in({begin, end});
    name.titled = true;
}

/// "the head of the army, Gen Juan Cheyre, said".
void NameScanner::read_apposition_before(RawName& name, TokenRange sentence) const {
    const std::uint32_t start = name.phrase.begin;
    if (start < sentence.begin + 3 || text_.norm(start - 1) != ",") return;
    std::uint32_t begin = start - 1;
    bool determined = false;
    for (int steps = 0; begin > sentence.begin && steps < 12; ++steps, --begin) {
        if (text_.tokens()[begin - 1].kind != TokenKind::word) break;
        const auto word = text_.norm(begin - 1);
        determined |= word == "the" || word == "a" || word == "an" || word == "his" || word == "her" || word == "its" || word == "'s" || word == "their";
    }
    const TokenRange words{begin, start - 1};
    const TokenRange title = determined ? offices_.title_in(words) : TokenRange{};
    if (title.empty()) return;
    const auto next = title.end < words.end ? text_.norm(title.end) : std::string_view("of");
    if (next != "of" && next != "for" && next != "to" && next != "at" && next != "in") return;
    name.office = offices_.in(words);
    name.titled = true;
    if (const auto found = lexicon_.title_at(text_, title.begin, title.end); name.gender == Gender::unknown) name.gender = found->first.gender;
}

bool NameScanner::acronym(TokenRange tokens) const {
    if (tokens.size() != 1) return false;
    const auto word = text_.word(tokens.begin);
    const auto letters = std::ranges::count_if(word, [](char c) { return std::isupper(static_cast<unsigned char>(c)); });
    const bool plain = std::ranges::none_of(word, [](char c) { return std::islower(static_cast<unsigned char>(c)); });
    return plain && letters >= 2 && word.size() <= 8;
}

SourceKind NameScanner::kind_of(const RawName& name, bool& certain) const {
    certain = true;
    const NameWord* last = last_word(name.tokens);
    if (last && *last == NameWord::media) return SourceKind::outlet;
    if (last && *last == NameWord::organization) return SourceKind::organization;
    if (acronym(name.tokens)) return SourceKind::organization;
    for (std::uint32_t i = name.tokens.begin; i + 1 < name.tokens.end; ++i)
        if (text_.norm(i) == "of" || text_.norm(i) == "for" || text_.norm(i) == "on") return SourceKind::organization;
    certain = name.titled;
    if (name.tokens.size() == 1 && !name.titled) return SourceKind::organization;
    const bool first_name = name.tokens.size() >= 2 && lexicon_.first_name(text_.norm(name.tokens.begin)) != Gender::unknown;
    const NameWord* first = lexicon_.name_word(text_.norm(name.tokens.begin));
    certain = name.titled || first_name;
    if (!certain && ((last && *last == NameWord::place) || (first && *first == NameWord::place))) return SourceKind::organization;
    return SourceKind::person;
}

EntityId NameScanner::of_match(const GazetteerMatch& match) {
    if (match.country) return entities_.of_country(*match.country);
    if (match.entry) return entities_.of_entry(*match.entry);
    return kNoEntity;
}

EntityId NameScanner::entity_of(const RawName& name) {
    if (name.match) return of_match(*name.match);
    if (name.tokens.size() < 2 && !acronym(name.tokens)) return kNoEntity;
    bool certain = false;
    const SourceKind kind = kind_of(name, certain);
    return entities_.named(kind, text_of(text_, name.tokens), certain);
}

void NameScanner::note_evidence(const RawName& name, EntityId id) {
    Entity& entity = entities_[id];
    if (name.titled && !entity.certain && !entity.entry) {
        entity.source.kind = SourceKind::person;
        entity.certain = true;
    }
    if (!entity.is(SourceKind::person)) return;
    if (entity.gender == Gender::unknown) entity.gender = name.gender;
    if (entity.gender == Gender::unknown && name.tokens.size() > 1) entity.gender = lexicon_.first_name(text_.norm(name.tokens.begin));
    if (!name.office) return;
    if (entity.source.country.empty()) entity.source.country = name.office->country;
    if (entity.offices.size() < 8) entity.offices.push_back(*name.office);
    if (name.phrase.begin < name.tokens.begin) entities_.add_alias(id, text_of(text_, {name.phrase.begin, name.tokens.end}));
}

/// "Joint Chiefs of Staff (JCS)": the acronym in brackets means the same.
void NameScanner::note_acronym(const RawName& name, EntityId id) {
    const std::uint32_t open = name.tokens.end;
    if (open + 2 >= name.limit || text_.norm(open) != "(" || text_.norm(open + 2) != ")") return;
    if (!acronym({open + 1, open + 2}) || entities_[id].is(SourceKind::person)) return;
    entities_.add_alias(id, text_.word(open + 1));
    first_by_word_[name_key(text_.word(open + 1))] = id;
}

/// "Hold Melania Trump Accountable": what stands before a name that the article has elsewhere is no part of it.
void NameScanner::cut_to_known_names() {
    std::unordered_map<std::string, bool> known;
    const auto plain = [](const RawName& name) { return !name.match && name.tokens.size() >= 2; };
    for (const RawName& name : names_)
        if (plain(name)) known.emplace(name_key(text_of(text_, name.tokens)), true);
    for (RawName& name : names_) {
        const NameWord* last = last_word(name.tokens);
        if (!plain(name) || name.tokens.size() < 3 || last) continue;
        const TokenRange rest{name.tokens.begin + 1, name.tokens.end};
        if (known.contains(name_key(text_of(text_, rest)))) name.tokens = rest;
    }
}

void NameScanner::name_long_forms() {
    for (const RawName& name : names_) {
        if (name.match || name.tokens.size() < 2) continue;
        const EntityId id = entity_of(name);
        note_acronym(name, id);
    }
    Namesakes namesakes;
    for (const RawName& name : names_) {
        if (const EntityId own = namesake(name, namesakes); own != kNoEntity) {
            entity_.push_back(own);
            continue;
        }
        const bool short_acronym = !name.match && acronym(name.tokens);
        const auto known = short_acronym ? first_by_word_.find(name_key(text_.word(name.tokens.begin))) : first_by_word_.end();
        const EntityId id = known != first_by_word_.end() ? known->second : short_acronym ? kNoEntity : entity_of(name);
        entity_.push_back(id);
        if (id == kNoEntity) continue;
        for (const auto& word : entities_[id].words) first_by_word_.emplace(word, id);
        if (entities_[id].is(SourceKind::organization)) first_by_word_.emplace(initials(entities_[id].words), id);
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
        entities_[id].source.country = owner->code;
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

/// The state whose possessive or adjective stands right before: "North Korea's Kim".
std::string NameScanner::country_before(const NameMentions& mentions, std::uint32_t token) const {
    if (token == 0) return {};
    const std::uint32_t last = token > 1 && text_.norm(token - 1) == "'s" ? token - 2 : token - 1;
    const NameMention* before = mentions.at(last);
    const bool state = before && entities_[before->entity].is(SourceKind::government);
    return state ? entities_[before->entity].source.country : std::string();
}

/// In text order, so that a short form means whom its word named last, or else whom it will name first.
void NameScanner::name_short_forms(NameMentions& mentions) {
    RecentByWord recent(entities_);
    for (std::size_t i = 0; i < names_.size(); ++i) {
        const RawName& name = names_[i];
        EntityId id = entity_[i];
        if (id == kNoEntity && name.match) id = recent.among(name.match->candidates, publisher_);
        if (id == kNoEntity) {
            const auto word = name_key(text_of(text_, name.tokens));
            const auto first = first_by_word_.find(word);
            const std::string country = name.office ? name.office->country : country_before(mentions, name.tokens.begin);
            id = recent.by_word(word, country, name.gender);
            if (id == kNoEntity && first != first_by_word_.end()) id = first->second;
        }
        if (id == kNoEntity) {
            bool certain = false;
            const SourceKind kind = name.match ? SourceKind::outlet : kind_of(name, certain);
            id = entities_.named(kind, text_of(text_, name.tokens), name.match.has_value() || certain);
        }
        note_evidence(name, id);
        entities_.add_alias(id, text_of(text_, name.tokens));
        recent.note(id, text_.tokens()[name.tokens.begin].sentence);
        const bool adjective = name.match && name.match->form == NameForm::adjective;
        mentions.add({name.tokens, name.phrase, id, name.quoted, modifier(name), adjective, document_.is_boilerplate(text_.span(name.tokens))});
    }
}

NameMentions NameScanner::run() {
    for (const Sentence& sentence : text_.sentences()) collect(sentence.tokens);
    cut_to_known_names();
    name_long_forms();
    NameMentions mentions(text_.tokens().size());
    name_short_forms(mentions);
    return mentions;
}

}  // namespace

NameMentions scan_names(const Document& document, const SourceLexicon& lexicon, EntityTable& entities, EntityId publisher) {
    return NameScanner(document, lexicon, entities, publisher).run();
}

}  // namespace hearsay
