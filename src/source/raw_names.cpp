// SPDX-License-Identifier: Apache-2.0
#include "raw_names.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <unordered_set>

#include "hearsay/text/string_map.hpp"
#include "title_reader.hpp"

namespace hearsay {

namespace {

constexpr std::uint32_t kLongestName = 12;  // tokens; bounds the cost of a text in capitals
constexpr std::array<std::string_view, 9> kParticles = {"al", "bin", "de", "la", "von", "van", "der", "den", "&"};
constexpr std::array<std::string_view, 10> kPatrons = {"st",    "st.",    "saint",    "king", "queen",
                                                       "women", "people", "children", "guy",  "trinity"};
constexpr std::array<std::string_view, 3> kOfNames = {"of", "for", "on"};
constexpr std::array<std::string_view, 4> kBeforeOutlets = {"told", "to", "by", "with"};
constexpr std::array<std::string_view, 2> kBeforePlatforms = {"on", "via"};
constexpr std::array<std::string_view, 5> kAfterReports = {"in", "on", "from", "for", "at"};
constexpr std::array<std::string_view, 4> kReports = {"reports", "reported", "writes", "wrote"};
constexpr std::array<std::string_view, 20> kDescribing = {
    "based", "born",    "backed",   "led",    "run",        "owned",  "area",    "educated",   "funded", "bound",
    "old",   "written", "directed", "penned", "controlled", "linked", "aligned", "affiliated", "style",  "era"};
constexpr std::array<std::string_view, 16> kBeforeMonths = {"in",   "on",   "of",    "since", "until", "till",
                                                            "by",   "last", "next",  "early", "late",  "this",
                                                            "from", "to",   "after", "before"};

template <std::size_t Size>
bool in(const std::array<std::string_view, Size>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

/// "al-Sabah", "as-Safir": a name though it begins with a small letter.
bool arabic_article(std::string_view word) {
    if (word.size() < 5 || (word[0] != 'a' && word[0] != 'e')) return false;
    const auto hyphen = word.find('-');
    return (hyphen == 2 || hyphen == 3) && std::isupper(static_cast<unsigned char>(word[hyphen + 1]));
}

/// "Washington-based", "Iran-backed": describes what follows.
bool describes(std::string_view word) {
    const auto hyphen = word.rfind('-');
    return hyphen != word.npos && in(kDescribing, word.substr(hyphen + 1));
}

class NameFinder {
  public:
    NameFinder(const TokenizedText& text, const SourceLexicon& lexicon, const Gazetteer& gazetteer,
               const std::vector<bool>& cues)
        : text_(text), lexicon_(lexicon), gazetteer_(gazetteer), cues_(cues), titles_(text, lexicon, gazetteer) {}

    void collect(TokenRange sentence);
    std::vector<RawName> take();

  private:
    std::uint32_t gazetteer_name(const GazetteerMatch& match, TokenRange sentence);
    std::uint32_t capitalised_name(TokenRange sentence, std::uint32_t begin);
    std::uint32_t sequence_end(std::uint32_t begin, std::uint32_t from, std::uint32_t limit) const;
    bool joins(std::uint32_t begin, std::uint32_t connector, std::uint32_t limit) const;
    bool portfolio(std::uint32_t begin, std::uint32_t connector, std::uint32_t limit) const;
    bool starts_name(std::uint32_t token) const;
    bool common_first_name(std::uint32_t token) const;
    bool goes_on(std::uint32_t begin, std::uint32_t token, std::uint32_t limit) const;
    bool trusted(const GazetteerMatch& match, TokenRange sentence) const;
    bool is_surname(const GazetteerMatch& match, TokenRange sentence) const;
    bool is_first_name(std::uint32_t token) const;
    bool begins_person(std::uint32_t token, std::uint32_t limit) const;
    bool plain_noun(const RawName& name) const;
    bool known_surname(std::uint32_t token, TokenRange sentence) const;
    bool in_capitals(TokenRange tokens) const;

    const TokenizedText& text_;
    const SourceLexicon& lexicon_;
    const Gazetteer& gazetteer_;
    const std::vector<bool>& cues_;
    TitleReader titles_;
    std::vector<RawName> names_;
    std::vector<GazetteerMatch> doubtful_;  // words that may be names, by place in the text
    StringSet surnames_;                    // of people named so far
};

bool NameFinder::starts_name(std::uint32_t token) const {
    const Token& t = text_.tokens()[token];
    if (t.kind != TokenKind::word || (!t.capitalized && !arabic_article(text_.word(token)))) return false;
    if (lexicon_.common(text_.norm(token))) return common_first_name(token);
    return !describes(text_.word(token));
}

/// "Will Smith said", not "Will Smith stay?" nor "Why Will Smith Left".
bool NameFinder::common_first_name(std::uint32_t token) const {
    const auto tokens = text_.tokens();
    if (!is_first_name(token) || token + 1 == tokens.size()) return false;
    const bool capitals = token > 0 && tokens[token - 1].capitalized && !lexicon_.title(text_.norm(token - 1));
    const Token& next = tokens[token + 1];
    if (capitals || next.kind != TokenKind::word || !next.capitalized || lexicon_.common(text_.norm(token + 1)))
        return false;
    return text_.norm(text_.sentences()[tokens[token].sentence].tokens.end - 1) != "?";
}

/// Whether the name that starts at `begin` holds `token`.
bool NameFinder::goes_on(std::uint32_t begin, std::uint32_t token, std::uint32_t limit) const {
    if (cues_[token]) return false;
    if (starts_name(token) || joins(begin, token, limit)) return true;
    return token > begin && text_.tokens()[token].capitalized && lexicon_.common_or_name(text_.norm(token));
}

/// Whether a word between two capitalised ones belongs to the name: "Bank of China", "Osama bin Laden".
bool NameFinder::joins(std::uint32_t begin, std::uint32_t connector, std::uint32_t limit) const {
    if (connector + 1 >= limit || connector == begin) return false;
    const std::uint32_t next = connector + 1;
    const auto word = text_.norm(connector);
    const bool article = text_.norm(next) == "the" && next + 1 < limit;  // "Centre for the Study of"
    const bool capital = text_.tokens()[article ? next + 1 : next].capitalized;
    if (word == "the") return connector > begin + 1 && capital && in(kOfNames, text_.norm(connector - 1));
    if (in(kParticles, word)) {  // "Ursula von der Leyen"
        std::uint32_t last = next;
        while (last + 1 < limit && in(kParticles, text_.norm(last))) ++last;
        return text_.tokens()[last].capitalized;
    }
    if (word == "'s") {  // "St Anne's Hospital", but not "Iran's Foreign Ministry"
        const NameWord* named = lexicon_.name_word(text_.norm(next));
        return capital && named && *named == NameWord::organization && in(kPatrons, text_.norm(begin));
    }
    if ((word == "and" || word == ",") && portfolio(begin, connector, limit)) return true;
    if (word != "and" && !in(kOfNames, word)) return false;
    const auto before = text_.norm(connector - 1);
    if (word == "and") {
        std::uint32_t end = next;
        while (end < limit && starts_name(end)) ++end;
        const NameWord* last = capital && end > next ? lexicon_.name_word(text_.norm(end - 1)) : nullptr;
        return last && *last == NameWord::organization && end - next >= 2 && connector - begin >= 2;
    }
    const auto is_body = [&](std::uint32_t token) {
        const NameWord* named = lexicon_.name_word(text_.norm(token));
        return named && *named == NameWord::organization;
    };
    bool body = is_body(connector - 1) || (!article && before.size() > 3 && before.ends_with('s'));
    for (std::uint32_t i = begin + 1; i < connector; ++i)  // "Centre for the Study [of]"
        body = body || (in(kOfNames, text_.norm(i)) && is_body(i - 1));
    return body && capital && !lexicon_.title(before);
}

/// "Ministry of Agriculture, Fisheries and Food": whether the name goes on with what else the office is for.
bool NameFinder::portfolio(std::uint32_t begin, std::uint32_t connector, std::uint32_t limit) const {
    bool office = false;
    for (std::uint32_t i = begin; i + 1 < connector; ++i)
        office |= lexicon_.office(text_.norm(i)) && in(kOfNames, text_.norm(i + 1));
    std::uint32_t end = connector + 1;
    while (office && end < limit && starts_name(end)) ++end;
    return end > connector + 1 && lexicon_.portfolio(text_.norm(end - 1));
}

/// Where the name that starts at `begin`, and goes on at least up to `from`, ends.
std::uint32_t NameFinder::sequence_end(std::uint32_t begin, std::uint32_t from, std::uint32_t limit) const {
    std::uint32_t end = from;
    limit = std::min(limit, from + kLongestName);
    while (end < limit && goes_on(begin, end, limit)) ++end;
    return end;
}

/// "Mayor Bloomberg said", and "Bloomberg said" in an article that has named Michael Bloomberg.
bool NameFinder::is_surname(const GazetteerMatch& match, TokenRange sentence) const {
    const std::uint32_t at = match.tokens.begin;
    if (match.tokens.size() != 1 || !match.entry || match.entry->kind != SourceKind::outlet) return false;
    const Title* title = at > sentence.begin ? lexicon_.title(text_.norm(at - 1)) : nullptr;
    if (title && text_.tokens()[at - 1].capitalized && !in_newsroom(*title)) return true;
    return surnames_.contains(text_.norm(at)) && (at == sentence.begin || !in(kBeforeOutlets, text_.norm(at - 1)));
}

bool NameFinder::is_first_name(std::uint32_t token) const {
    return lexicon_.first_name(text_.norm(token)) != Gender::unknown;
}

/// A word that is also an outlet's name is one where the words around it tell: "told Time", "a report in Forbes", "a
/// Time story".
bool NameFinder::trusted(const GazetteerMatch& match, TokenRange sentence) const {
    if (is_surname(match, sentence)) return false;
    if (!match.common_word) return true;
    if (match.tokens.begin == sentence.begin) return false;
    const auto before = text_.norm(match.tokens.begin - 1);
    if (in(kBeforeOutlets, before)) return true;
    const bool longer = match.tokens.end < sentence.end && text_.tokens()[match.tokens.end].capitalized;
    if (match.entry && match.entry->kind == SourceKind::social && in(kBeforePlatforms, before)) return !longer;
    const bool outlet = match.entry && match.entry->kind == SourceKind::outlet;
    if (!outlet || match.tokens.begin < sentence.begin + 2) return false;
    if (match.tokens.end < sentence.end && in(kReports, text_.norm(match.tokens.end))) return true;
    const auto noun = text_.norm(match.tokens.begin - 2);
    const auto* title = lexicon_.title(noun);
    return in(kAfterReports, before) && (lexicon_.report_noun(noun) || (title && in_newsroom(*title)));
}

/// With what was doubtful, where the article has named it beyond doubt elsewhere.
std::vector<RawName> NameFinder::take() {
    std::unordered_set<const GazetteerEntry*> sure;
    for (const RawName& name : names_)
        if (name.match && name.match->common_word && name.match->entry) sure.insert(name.match->entry);
    for (const GazetteerMatch& match : doubtful_) {
        if (!sure.contains(match.entry)) continue;
        const auto name =
            std::ranges::lower_bound(names_, match.tokens.begin, {}, [](const RawName& n) { return n.tokens.begin; });
        if (name != names_.end() && name->tokens == match.tokens && !name->match && !name->titled) name->match = match;
    }
    return std::move(names_);
}

void NameFinder::collect(TokenRange sentence) {
    bool quoted = false;
    for (std::uint32_t i = sentence.begin; i < sentence.end;) {
        const Token& token = text_.tokens()[i];
        if (token.kind == TokenKind::open_quote) quoted = true;
        if (token.kind == TokenKind::close_quote) quoted = false;
        std::uint32_t next = i + 1;
        const std::size_t before = names_.size();
        if (token.kind == TokenKind::word && (token.capitalized || arabic_article(text_.word(i)))) {
            const auto match = gazetteer_.longest_match(text_, i, sentence.end);
            if (match && trusted(*match, sentence))
                next = gazetteer_name(*match, sentence);
            else if (starts_name(i))
                next = capitalised_name(sentence, i);
            if (names_.size() == before && known_surname(i, sentence))
                names_.emplace_back(TokenRange{i, i + 1}, sentence.end), next = i + 1;
            if (match && before < names_.size() && !names_[before].match) doubtful_.push_back(*match);
        }
        for (std::size_t k = before; k < names_.size(); ++k) names_[k].quoted = quoted;
        i = std::max(next, i + 1);
    }
}

/// A gazetteer name, unless it only begins a longer one: "Washington Free Beacon", "British Beer and Pub Association".
std::uint32_t NameFinder::gazetteer_name(const GazetteerMatch& match, TokenRange sentence) {
    const bool more = match.tokens.end < sentence.end && goes_on(match.tokens.end, match.tokens.end, sentence.end);
    const std::uint32_t end =
        more ? sequence_end(match.tokens.begin, match.tokens.end, sentence.end) : match.tokens.end;
    if (end > match.tokens.end && match.country) {
        const NameWord* last = lexicon_.name_word(text_.norm(end - 1));
        const bool free_word = end - match.tokens.end >= 2 || match.form != NameForm::adjective;
        const bool named_body = last && *last != NameWord::place && *last != NameWord::firm && free_word &&
                                !lexicon_.title(text_.norm(match.tokens.end));
        if (named_body) {
            const bool article = text_.norm(match.tokens.begin) == "the";
            names_.emplace_back(TokenRange{match.tokens.begin + article, end}, sentence.end);
            return end;
        }
    }
    names_.emplace_back(match.tokens, sentence.end).match = match;
    return match.tokens.end;
}

std::uint32_t NameFinder::capitalised_name(TokenRange sentence, std::uint32_t begin) {
    std::uint32_t end = begin;
    const std::uint32_t limit = std::min(sentence.end, begin + kLongestName);
    while (end < limit && goes_on(begin, end, limit)) {
        if (const auto title = lexicon_.title_at(text_, end, limit); title && title->second > end + 1) {
            end = title->second;  // "Chief of Staff", "Secretary of State"
            continue;
        }
        if (end > begin && text_.norm(end - 1) != "of") {
            const auto inner = gazetteer_.longest_match(text_, end, sentence.end);
            const bool first = end == begin + 1 || (end == begin + 2 && lexicon_.title(text_.norm(begin)));
            const bool surname = inner && inner->entry && inner->tokens.size() == 1 && first &&
                                 is_first_name(end - 1) && !lexicon_.common(text_.norm(end - 1));
            if (inner && !surname && !inner->common_word && (!inner->country || inner->form == NameForm::name)) break;
            if (begins_person(end, limit)) break;
        }
        ++end;
    }
    while (end > begin && !text_.tokens()[end - 1].capitalized && !starts_name(end - 1)) --end;
    if (end == begin) return begin + 1;
    RawName name{{begin, end}, sentence.end};
    titles_.read_before(name, sentence);
    if (name.tokens.empty() || plain_noun(name)) return end;
    titles_.read_appositions(name, sentence);
    if (name.tokens.size() > 1 && is_first_name(name.tokens.begin)) surnames_.emplace(text_.norm(name.tokens.end - 1));
    names_.push_back(std::move(name));
    return end;
}

/// "King said", "May said" in an article that has named Stephen King and Theresa May; not "in May" nor "King Charles".
bool NameFinder::known_surname(std::uint32_t token, TokenRange sentence) const {
    if (!surnames_.contains(text_.norm(token)) || cues_[token]) return false;
    const bool dated = token > sentence.begin && in(kBeforeMonths, text_.norm(token - 1));
    if (lexicon_.common(text_.norm(token)) && dated) return false;
    return token + 1 == sentence.end || text_.tokens()[token + 1].kind == TokenKind::punctuation ||
           !starts_name(token + 1);
}

/// "Meteoroid Environment Office | Bill Cooke": behind a body's name, a person's.
bool NameFinder::begins_person(std::uint32_t token, std::uint32_t limit) const {
    const NameWord* before = lexicon_.name_word(text_.norm(token - 1));
    return before && *before == NameWord::organization && token + 1 < limit && starts_name(token + 1) &&
           is_first_name(token);
}

/// A capital that only begins a sentence or a headline, or is one of many: "Supporters of the deal", "the Government",
/// "SECURITY SOURCE SAYS".
bool NameFinder::plain_noun(const RawName& name) const {
    const bool plain = name.tokens.size() == 1 || in_capitals(name.tokens);
    return plain && !name.titled && lexicon_.noun(text_.norm(name.tokens.end - 1));
}

/// Whether no letter is a small one.
bool NameFinder::in_capitals(TokenRange tokens) const {
    for (std::uint32_t t = tokens.begin; t < tokens.end; ++t)
        if (std::ranges::any_of(text_.word(t), [](char c) { return std::islower(static_cast<unsigned char>(c)); }))
            return false;
    return true;
}

}  // namespace

std::vector<RawName> find_names(const TokenizedText& text, const SourceLexicon& lexicon, const Gazetteer& gazetteer,
                                const std::vector<bool>& cues) {
    NameFinder finder(text, lexicon, gazetteer, cues);
    for (const Sentence& sentence : text.sentences()) finder.collect(sentence.tokens);
    return finder.take();
}

}  // namespace hearsay
