// SPDX-License-Identifier: Apache-2.0
#include "claim/content.hpp"

#include <algorithm>
#include <array>

#include "claim/hashing.hpp"

namespace hearsay {

constexpr std::size_t kMostAmounts = 16;  // of a table that was taken for a sentence
constexpr std::array<std::string_view, 5> kPlacing = {"in", "on", "at", "inside", "aboard"};
constexpr std::array<std::string_view, 6> kDating = {"last", "next", "this", "early", "mid", "late"};
constexpr std::uint32_t kEndSlots = word_class::conjunction | word_class::subordinator | word_class::relative |
                                    word_class::be | word_class::auxiliary | word_class::modal;
constexpr std::uint32_t kBeginsClause = word_class::conjunction | word_class::subordinator | word_class::relative |
                                        word_class::finite | word_class::be | word_class::auxiliary;
constexpr std::array<std::string_view, 4> kNothing = {"no", "nobody", "nothing", "none"};
constexpr std::size_t kNowhere = ~std::size_t{0};
constexpr unsigned kCounted = 2;        // "six [people] [died]"
constexpr std::size_t kFirstWords = 1;  // a content that begins with "whether" is what is asked or doubted

/// One statement on its way through the tokens.
class StatementReader {
  public:
    StatementReader(ContentReader& reader, const TokenizedText& statement, Voice voice)
        : reader_(reader), text_(statement), voice_(voice) {
        for (std::size_t i = 0; i < text_.tokens().size(); ++i) norms_.push_back(text_.norm(i));
    }

    Content read() {
        find_supposed();
        while (at_ < norms_.size())
            if (!skip_open_clause() && !read_phrase() && !read_country() && !read_amount() && !read_month())
                read_word();
        sort_terms();
        std::sort(content_.quantities.begin(), content_.quantities.end());
        content_.terms.shrink_to_fit();  // all contents of a run are held
        return std::move(content_);
    }

  private:
    /// "is looking into [whether the alarm was off]", "[if the pumps stop], the cellars will flood": nobody states
    /// that.
    bool skip_open_clause() {
        const bool first = at_ <= kFirstWords;
        if (norms_[at_] != (first ? "if" : "whether")) return false;
        std::size_t end = at_;
        while (end < norms_.size() && !ends_clause(end) && !(first && concludes(end))) ++end;
        if (first && end + 1 >= norms_.size()) return false;  // "doubts [if he will resign]"
        at_ = end;
        return true;
    }

    /// "If the pumps stop [it will] flood the cellars"
    bool concludes(std::size_t i) const {
        return i + 1 < norms_.size() && (reader_.word(norms_[i]).classes & word_class::pronoun) &&
               (reader_.word(norms_[i + 1]).classes & word_class::modal);
    }

    /// "A strike would close the port", unless that is how "will" is reported.
    void find_supposed() {
        if (voice_ == Voice::indirect || norms_.empty() || (norms_[0] != "a" && norms_[0] != "an")) return;
        std::size_t end = 1;
        while (end < norms_.size() && !ends_clause(end) && !(reader_.word(norms_[end]).classes & kBeginsClause)) ++end;
        if (end == norms_.size() || norms_[end] != "would") return;
        while (end < norms_.size() && !ends_clause(end)) ++end;
        supposed_ = end;
    }

    bool ends_clause(std::size_t i) const { return text_.tokens()[i].kind == TokenKind::punctuation; }

    bool read_phrase() {
        const auto [word, length] = reader_.lexicon_.phrase(norms_, at_);
        if (length > 0) add(reader_.word(word));
        at_ += length;
        return length > 0;
    }

    /// The longest run of tokens, of up to three, that names a state.
    bool read_country() {
        if (!text_.tokens()[at_].capitalized) return false;
        for (std::size_t length = std::min<std::size_t>(3, norms_.size() - at_); length > 0; --length) {
            const auto begin = static_cast<std::uint32_t>(at_);
            const Span span = text_.span({begin, begin + static_cast<std::uint32_t>(length)});
            const Country* country = reader_.lexicon_.gazetteer().country(text_.text().slice(span));
            if (!country) continue;
            add_name("country:" + country->code);
            at_ += length;
            return true;
        }
        return false;
    }

    bool read_amount() {
        const auto number = read_number(text_, at_, reader_.quantities_);
        if (!number) return false;
        if (number->quantity && content_.quantities.size() < kMostAmounts)
            content_.quantities.push_back(*number->quantity), behind_number_ = kCounted;
        if (!number->date.empty()) add_name("date:" + number->date);
        at_ = std::max(number->end, at_ + 1);
        return true;
    }

    /// "in [May]", "last [May]": a month is a date of its own where neither day nor year stands beside it.
    bool read_month() {
        if (!text_.tokens()[at_].capitalized || at_ == 0) return false;
        const auto* month = reader_.quantities_.find(norms_[at_], QuantityLexicon::Kind::month);
        if (!month) return false;
        const bool dates = (reader_.word(norms_[at_ - 1]).classes & word_class::preposition) ||
                           std::ranges::find(kDating, norms_[at_ - 1]) != kDating.end();
        if (!dates) return false;
        if (++at_ == norms_.size() || text_.tokens()[at_].kind != TokenKind::number)
            add_name("month:" + std::to_string(static_cast<int>(month->value)));
        return true;
    }

    void read_word() {
        const Token& token = text_.tokens()[at_];
        if (token.kind == TokenKind::word || token.kind == TokenKind::number) {
            const ContentReader::Word& word = reader_.word(norms_[at_]);
            if (word.classes & word_class::preposition)
                open_slot();
            else if (word.classes & kEndSlots)
                slot_ = word_slot_ = 0;
            add(word);
        }
        if (ends_clause(at_)) begin_clause();
        ++at_;
    }

    void add(const ContentReader::Word& word) {
        const auto next = at_ + 1 < norms_.size() ? norms_[at_ + 1] : std::string_view();
        const bool fails = word.kind == WordKind::failure && next == "to";       // but "a failed rescue"
        const bool adds = next == "only" || next == "just" || next == "merely";  // "not only"
        if ((word.kind == WordKind::negation && !adds) || fails) negate();
        if (word.kind == WordKind::clause && !between_names()) begin_clause();
        for (Term term : word.terms) {
            term.contrary = term.contrary != negated_;
            term.negated = negated_;
            term.supposed = at_ < supposed_;
            term.counted = behind_number_ > 0;
            term.slot = word_slot_;
            content_.terms.push_back(term);
            note_spelling(term.form);
        }
        if (word.terms.empty()) return;
        last_word_ = at_;
        if (behind_number_ > 0) --behind_number_;
    }

    /// "Ann Lee [and] Bo Holt"
    bool between_names() const {
        const auto name = [this](std::size_t i) { return i < norms_.size() && text_.tokens()[i].capitalized; };
        return at_ > 0 && name(at_ - 1) && name(at_ + 1);
    }

    void add_name(const std::string& name) {
        const TermId id = reader_.intern(name);
        content_.terms.push_back({.id = id, .form = id, .contrary = false, .slot = slot_});
    }

    /// The word behind which a preposition stands and the preposition are what comes next belongs to. Of places only
    /// names tell: what is "in an attack" may be "in the city" too.
    void open_slot() {
        slot_ = word_slot_ = 0;
        if (content_.terms.size() == clause_) return;
        const std::string& governor = reader_.terms_[static_cast<std::size_t>(content_.terms.back().id)];
        slot_ = static_cast<std::uint8_t>(1 + mix(fnv1a(governor) ^ mix(fnv1a(norms_[at_]))) % 255);
        if (std::ranges::find(kPlacing, norms_[at_]) == kPlacing.end()) word_slot_ = slot_;
    }

    void begin_clause() {
        negated_ = false;
        slot_ = word_slot_ = 0;
        behind_number_ = 0;
        last_word_ = kNowhere;
        clause_ = content_.terms.size();
    }

    void negate() {
        if (!negated_) {
            for (std::size_t t = clause_; t != content_.terms.size(); ++t) content_.terms[t].untouched = true;
            if (is_object()) negate_verb();
        }
        negated_ = true;
    }

    /// "threatened [no] one", "paid for [no] study": what the last word tells did not happen.
    bool is_object() const {
        if (std::ranges::find(kNothing, norms_[at_]) == kNothing.end() || last_word_ == kNowhere) return false;
        const bool behind_preposition =
            last_word_ + 2 == at_ && (reader_.word(norms_[at_ - 1]).classes & word_class::preposition);
        return last_word_ + 1 == at_ || behind_preposition;
    }
    void negate_verb() {
        Term& verb = content_.terms.back();
        verb.contrary = !verb.contrary;
        verb.negated = true, verb.untouched = false;
    }

    void note_spelling(TermId id) {
        auto& spelling = reader_.spellings_[static_cast<std::size_t>(id)];
        if (reader_.settled_ && spelling.capital + spelling.small + spelling.first > 0) return;
        const Token& token = text_.tokens()[at_];
        const bool first = at_ == 0 || text_.sentences()[token.sentence].tokens.begin == at_ ||
                           text_.tokens()[at_ - 1].kind == TokenKind::open_quote;
        ++(token.capitalized ? (first ? spelling.first : spelling.capital) : spelling.small);
    }

    /// A term that comes both plain and contrary is plain: "prices rose after they had fallen" is no denial of a rise.
    void sort_terms() {
        auto& terms = content_.terms;
        std::sort(terms.begin(), terms.end());
        terms.erase(std::unique(terms.begin(), terms.end(), [](const Term& a, const Term& b) { return a.id == b.id; }),
                    terms.end());
    }

    ContentReader& reader_;
    const TokenizedText& text_;
    const Voice voice_;
    std::vector<std::string_view> norms_;
    Content content_;
    std::size_t at_ = 0;
    std::size_t clause_ = 0;    // terms before the one under way
    std::size_t supposed_ = 0;  // tokens that nobody states
    bool negated_ = false;
    std::uint8_t slot_ = 0, word_slot_ = 0;  // of names, and of other words
    unsigned behind_number_ = 0;             // terms to come that tell what is counted
    std::size_t last_word_ = kNowhere;       // of the clause, that has terms: its token
};

ContentReader::ContentReader(const std::filesystem::path& lexicons)
    : lexicon_(lexicons), classes_(WordClasses::load(lexicons)), quantities_(lexicons / "quantities.tsv") {}

Content ContentReader::read(const TokenizedText& statement, Voice voice) {
    return StatementReader(*this, statement, voice).read();
}

std::vector<TermId> ContentReader::words(const TokenizedText& text) {
    std::vector<TermId> forms;
    for (std::size_t i = 0; i < text.tokens().size(); ++i)
        if (text.tokens()[i].kind == TokenKind::word)
            for (const Term& term : word(text.norm(i)).terms) forms.push_back(term.form);
    return forms;
}

TermId ContentReader::intern(const std::string& term) {
    const auto [place, added] = ids_.try_emplace(term, TermId{static_cast<std::uint32_t>(terms_.size())});
    if (added) terms_.push_back(term), spellings_.emplace_back();
    return place->second;
}

void ContentReader::restore(std::vector<std::string> terms, std::vector<Spelling> spellings) {
    terms_ = std::move(terms);
    spellings_ = std::move(spellings);
    for (std::uint32_t id = 0; id < terms_.size(); ++id) ids_.emplace(terms_[id], TermId{id});
    settle_names();
}

std::optional<TermId> ContentReader::known(std::string_view lower) {
    const auto found = ids_.find(lexicon_.canonical(lower).term);
    return found == ids_.end() ? std::nullopt : std::optional(found->second);
}

DeathTerms ContentReader::death_terms() {
    const auto form = [this](std::string_view word) {
        const auto found = ids_.find("form:" + lexicon_.canonical(word).stem);
        return found == ids_.end() ? std::nullopt : std::optional(found->second);
    };
    return {form("hoax"), form("alive"), known("dead")};
}

bool ContentReader::is_name(TermId id) const {
    const std::string& term = terms_[static_cast<std::size_t>(id)];
    const Spelling& spelling = spellings_[static_cast<std::size_t>(id)];
    if (term.starts_with("country:")) return true;
    if (spelling.capital + spelling.small > 0) return spelling.capital > spelling.small;
    return spelling.first > 0 && lexicon_.articles(term) == 0;
}

const ContentReader::Word& ContentReader::word(std::string_view lower) {
    if (const auto found = words_.find(lower); found != words_.end()) return found->second;
    Word& word = words_[std::string(lower)];
    if (lower.size() > 1 && lower.ends_with('.')) lower.remove_suffix(1);  // "oct."
    word.kind = lexicon_.kind(lower);
    word.classes = classes_.of(lower);
    if (word.kind != WordKind::content) return word;
    for (std::size_t at = 0; at < lower.size();) {
        const std::size_t end = std::min(lower.find('-', at), lower.size());
        const std::string_view part = lower.substr(at, end - at);
        at = end + 1;
        if (part.size() < 2 || lexicon_.kind(part) != WordKind::content) continue;
        const auto canonical = lexicon_.canonical(part);
        word.terms.push_back({intern(canonical.term), intern("form:" + canonical.stem), canonical.contrary});
    }
    return word;
}

}  // namespace hearsay
