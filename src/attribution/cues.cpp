// SPDX-License-Identifier: Apache-2.0
#include "attribution/cues.hpp"

#include <algorithm>
#include <optional>

#include "attribution/noun_phrases.hpp"

namespace hearsay {

namespace wc = word_class;

namespace {

/// One sentence at a time; knows the cues found so far, whose sources later ones may share.
class CueFinder {
  public:
    CueFinder(const ClassedText& reading, const CueLexicon& lexicon, TokenRange sentence)
        : r_(reading), lexicon_(lexicon), sentence_(sentence) {}

    std::vector<Cue> run() {
        for (auto i = sentence_.begin; i < sentence_.end;) {
            const auto cue = r_.is_word(i) ? cue_at(i) : std::nullopt;
            if (cue) cues_.push_back(*cue);
            i = cue ? std::max(i + 1, cue->tokens.end) : i + 1;
        }
        return std::move(cues_);
    }

  private:
    std::optional<Cue> cue_at(std::uint32_t i) {
        words_.clear();
        const auto end = std::min<std::size_t>(sentence_.end, i + lexicon_.longest());
        for (auto k = i; k != end; ++k) words_.push_back(r_.norm(k));
        for (const CueForm& form : lexicon_.match(words_)) {
            Cue cue;
            cue.entry = form.entry;
            cue.tokens = {i, i + form.length};
            cue.group = i;
            cue.clause = clause_around(i);
            const bool found = form.entry->kind == CueKind::verb   ? verb(cue, form.inflections)
                               : form.entry->kind == CueKind::noun ? noun(cue)
                                                                   : preposition(cue);
            if (found) return cue;
        }
        return std::nullopt;
    }

    TokenRange clause_around(std::uint32_t i) const {
        const auto level = r_.speech(i);
        if (level == ClassedText::kNone) return sentence_;
        const TokenRange quotation = r_.quotations()[level].tokens;
        return {std::max(sentence_.begin, quotation.begin + 1), std::min(sentence_.end, quotation.end)};
    }

    /// A phrase before the cue begins after the verb cue before it: "Powell said Bush agreed".
    std::uint32_t floor(const Cue& cue) const {
        for (auto other = cues_.rbegin(); other != cues_.rend(); ++other)
            if (other->clause == cue.clause && other->entry->kind == CueKind::verb && other->tokens.end < cue.group)
                return other->tokens.end;
        return cue.clause.begin;
    }

    bool preposition(Cue& cue) const {
        if (cue.has(frame::name)) {
            const auto name = cue.tokens.end + r_.is(cue.tokens.end, "the");
            const bool behind_comma = cue.tokens.begin != cue.clause.begin && r_.is(cue.tokens.begin - 1, ",");
            if (!behind_comma || r_.capitalized(cue.tokens.begin) || !r_.capitalized(name)) return false;  // "Per Berg"
        }
        cue.source = phrase_after(r_, cue.tokens.end, cue.clause.end);
        leave_subject(cue);
        return !cue.source.empty();
    }

    /// "According to the institute, the largest species is ...", "As reported by ...": what looks like an apposition,
    /// but has no comma behind it, is what the content speaks of.
    void leave_subject(Cue& cue) const {
        const bool opens = r_.words({cue.clause.begin, cue.tokens.begin}) <= 1;
        if (!opens || r_.is(cue.source.end, ",")) return;
        for (auto i = cue.source.end; i-- > cue.source.begin;)
            if (r_.is(i, ",")) cue.source.end = i;
    }

    /// "the ministry's claim that", "reports from Kyiv that"; a noun needs its "that" or "of" to be a cue.
    bool noun(Cue& cue) const {
        const auto after = cue.tokens.end;
        const bool possessed = cue.group > cue.clause.begin && r_.is(cue.group - 1, wc::possessive);
        if (possessed) {
            const bool pronoun = !r_.is(cue.group - 1, "'s") && !r_.is(cue.group - 1, "'");
            cue.source = pronoun ? TokenRange{cue.group - 1, cue.group} : phrase_before(r_, floor(cue), cue.group - 1);
        }
        if (cue.source.empty() &&
            (r_.is(after, "by") || r_.is(after, "from") || r_.is(after, "in") || r_.is(after, "among")))
            cue.source = phrase_after(r_, after + 1, cue.clause.end);
        const auto content = cue.source.empty() || possessed ? after : cue.source.end;
        const bool introduced = (cue.has(frame::that) && r_.is(content, "that")) ||
                                (cue.has(frame::of) && possessed && r_.is(content, "of"));
        if (!introduced || content + 2 >= cue.clause.end) return false;
        if (cue.source.empty()) cue.source = supporting_subject(cue);
        if (cue.source.empty() && cue.has(frame::passive)) cue.source = with_modifiers(cue.tokens);
        return !cue.source.empty();
    }

    TokenRange with_modifiers(TokenRange noun) const {
        while (noun.begin > sentence_.begin && r_.is_word(noun.begin - 1) && !r_.is(noun.begin - 1, wc::closed) &&
               noun.size() < 3)
            --noun.begin;
        return noun;
    }

    /// "the council raised concerns that": the subject of a verb that only carries the noun.
    TokenRange supporting_subject(const Cue& cue) const {
        auto i = with_modifiers(cue.tokens).begin;
        for (auto k = i; k + 4 > cue.tokens.begin && k > cue.clause.begin; --k)
            if (r_.is(k, wc::support)) return phrase_before(r_, floor(cue), k);
        return {};
    }

    bool verb(Cue& cue, std::uint8_t inflections) {
        if (r_.capitalized(cue.tokens.begin) && !is_headline(r_, sentence_)) return false;
        const std::string_view form = r_.norm(cue.tokens.begin);
        const bool participle = form.ends_with("ing") && inflections == inflection::participle;
        bool be = false, auxiliary = false;
        const auto be_before_day = [&](std::uint32_t i) {  // "was on Thursday accused"
            return i >= cue.clause.begin + 3 && r_.is(i - 1, wc::time) && r_.is(i - 2, wc::preposition) &&
                   r_.is(i - 3, wc::be);
        };
        while (cue.group > cue.clause.begin && same_level(cue.group - 1, cue.group) && r_.is_word(cue.group - 1) &&
               (in_group(cue.group - 1) || be_before_day(cue.group))) {
            cue.group -= be_before_day(cue.group) ? 3 : 1;
            be |= r_.is(cue.group, wc::be);
            auxiliary |= r_.is(cue.group, wc::be | wc::auxiliary | wc::modal);
            cue.negated |= r_.is(cue.group, wc::negation);
        }
        const bool past_participle = !participle && (inflections & inflection::participle) != 0;
        // "a man suspected of", "a plan proposed by": a passive without its auxiliary.
        const bool reduced = !be && past_participle &&
                             (r_.is(cue.tokens.end, "by") || (r_.is(cue.tokens.end, "of") && cue.has(frame::passive)));
        if (reduced && !cue.has(frame::quote | frame::clause | frame::citing | frame::passive)) return false;
        cue.passive = past_participle && (be || reduced);
        cue.gerund = participle && !be;
        const bool finite = auxiliary || (inflections & (inflection::present | inflection::past)) != 0;
        if (!cue.gerund && !auxiliary && !stands_as_verb(cue, inflections)) return false;
        if (cue.passive) return passive(cue);
        if (cue.has(frame::citing) && quotes(cue)) return true;
        const bool cited = cue.gerund && cue.group > cue.clause.begin && r_.is(cue.group - 1, "as");  // "as saying"
        if (cue.gerund) return !cited && (modifies(cue) || share_source(cue)) && !speaks_of_self(cue);
        if (!active(cue)) return false;
        if (!finite && !plural(cue.source)) return false;
        return !speaks_of_self(cue) && !bare_noun(cue.source);
    }

    /// "renewed calls for", "Unconfirmed reports": one adjective, or common noun in the singular, is no subject.
    bool bare_noun(TokenRange source) const {
        if (source.size() == 1 && r_.is(source.begin, wc::modifier)) return true;
        if (is_headline(r_, sentence_)) return false;
        return source.size() == 1 && !r_.is(source.begin, wc::pronoun) && !r_.capitalized(source.begin) &&
               r_.token(source.begin).kind == TokenKind::word && !plural(source);
    }

    bool same_level(std::uint32_t a, std::uint32_t b) const { return r_.speech(a) == r_.speech(b); }

    bool in_group(std::uint32_t i) const {
        if (r_.is(i, wc::auxiliary | wc::modal | wc::negation))
            return !r_.is(i, "no") && !r_.is(i, "nor") && !r_.is(i, "neither");
        if (r_.is(i, wc::be)) return !r_.is(i, wc::possessive);
        return r_.is(i, wc::adverb) && !r_.is(i, wc::determiner | wc::pronoun | wc::subordinator | wc::time);
    }

    /// Sorts "he claims" from "his claims" and "of reports" by the word before and the word after.
    bool stands_as_verb(const Cue& cue, std::uint8_t inflections) const {
        if (cue.group == cue.clause.begin) return false;
        const auto before = cue.group - 1;
        if (r_.is(before, "to")) return false;
        const bool name = r_.capitalized(before) && before > cue.clause.begin;  // "Page Six", "Group of Ten"
        if (!name && r_.is(before, wc::determiner | wc::possessive) && !r_.is(before, wc::pronoun)) return false;
        const bool as_reported = before == cue.clause.begin && r_.is(before, "as");
        if (r_.is(before, wc::preposition) && !r_.is(before, "because") && !as_reported) return false;
        const bool ambiguous = cue.entry->also_noun && (inflections & (inflection::base | inflection::present)) != 0 &&
                               (inflections & inflection::past) == 0;
        if (!ambiguous || r_.is(before, wc::pronoun | wc::relative)) return true;
        const auto after = cue.tokens.end;
        return r_.is(after, "that") || r_.is(after, wc::pronoun | wc::determiner) || r_.capitalized(after) ||
               (after < cue.clause.end &&
                (r_.token(after).kind == TokenKind::open_quote || (!r_.is_word(after) && inverted_place(cue))));
    }

    bool inverted_place(const Cue& cue) const {
        const auto b = phrase_before(r_, floor(cue), cue.group);
        return !b.empty() && b.begin > cue.clause.begin &&
               (r_.is(b.begin - 1, ",") || r_.token(b.begin - 1).kind == TokenKind::close_quote);
    }

    bool active(Cue& cue) {
        if (cue.group == cue.clause.begin) return false;
        const auto before = cue.group - 1;
        const bool quote_before = !same_level(before, cue.group);
        if (quote_before || r_.is(before, ",")) {
            cue.source = apposed_phrase_before(r_, floor(cue), cue.group);
            if (!quote_before && !cue.source.empty() && !names_speaker_behind(cue)) return true;
            if (invert(cue)) return true;
            const bool listed = !cues_.empty() || cue.group != cue.tokens.begin;  // not "orders, expected this spring"
            return !quote_before && (interrupted(cue) || (listed && share_source(cue)));
        }
        if (r_.is(before, wc::conjunction)) return share_source(cue);
        if (r_.is(before, wc::relative)) {
            const bool comma = before > cue.clause.begin && r_.is(before - 1, ",");
            cue.source = phrase_before(r_, floor(cue), comma ? before - 1 : before);
            return !cue.source.empty();
        }
        cue.source = phrase_before(r_, floor(cue), cue.group);
        return !cue.source.empty();
    }

    /// "..., said Kim": a source after the verb, content before it.
    bool invert(Cue& cue) const {
        if (!cue.has(frame::quote) || cue.group != cue.tokens.begin || cue.group < cue.clause.begin + 3) return false;
        const TokenRange source = phrase_after(r_, cue.tokens.end, cue.clause.end);
        if (source.empty() || r_.is(source.begin, "it") || bare_noun(source)) return false;
        if (source.end < cue.clause.end && r_.is(source.end, wc::be | wc::modal | wc::auxiliary) &&
            r_.speech(source.end) == r_.speech(cue.group))
            return false;
        cue.source = source;
        cue.inverted = true;
        return true;
    }

    /// "Berg, the mayor, shut the gate, said Anna Reed.": what stands between the first comma and the cue is no
    /// apposition.
    bool names_speaker_behind(Cue cue) const {
        if (cue.has(frame::addressee) || !r_.finite_clause({floor(cue), cue.group}) || !invert(cue)) return false;
        const TokenRange source = cue.source;
        if (source.end < cue.clause.end && r_.is_word(source.end)) return false;
        bool named = false;
        for (auto i = source.begin; i != source.end; ++i) {
            if (r_.is(i, wc::finite) && !r_.capitalized(i)) return false;
            named = named || (r_.capitalized(i) && !r_.is(i, wc::time | wc::calendar));
        }
        return named;
    }

    /// "reports from Kyiv indicating that": the noun before speaks.
    bool modifies(Cue& cue) const {
        if (cue.group == cue.clause.begin || !same_level(cue.group - 1, cue.group) || !r_.is_word(cue.group - 1))
            return false;
        if (r_.is(cue.group - 1, wc::closed) || floor(cue) == cue.clause.begin) return false;
        cue.source = phrase_before(r_, floor(cue), cue.group);
        for (auto verb = cue.source.begin + 1; verb + 1 < cue.source.end; ++verb)  // "[Kim] wrote a letter saying"
            if (r_.is(verb, wc::finite) && !r_.is(verb - 1, wc::determiner | wc::possessive)) cue.source.end = verb;
        return !cue.source.empty();
    }

    /// "Kim, on Tuesday, said"
    bool interrupted(Cue& cue) const {
        const auto limit = cue.group > 6 ? std::max(cue.clause.begin, cue.group - 6) : cue.clause.begin;
        for (auto comma = cue.group - 1; comma-- > limit;)
            if (r_.is(comma, ",")) {
                if (!r_.is(comma + 1, wc::preposition | wc::adverb | wc::time)) return false;
                cue.source = phrase_before(r_, floor(cue), comma);
                return !cue.source.empty();
            }
        return false;
    }

    /// "... and added", "..., saying": the source of the cue before, else the sentence's first noun phrase.
    bool share_source(Cue& cue) const {
        cue.linked = true;
        for (auto other = cues_.rbegin(); other != cues_.rend(); ++other)
            if (other->entry->kind == CueKind::verb && other->clause == cue.clause && !other->source.empty() &&
                other->has(frame::quote | frame::citing)) {
                cue.source = other->source;
                return true;
            }
        auto first = cue.clause.begin;
        while (first < cue.group && (!r_.is_word(first) || r_.is(first, wc::adverb | wc::conjunction))) ++first;
        if (r_.is(first, wc::preposition | wc::subordinator)) return false;
        cue.source = phrase_after(r_, first, cue.group);
        for (auto i = cue.source.begin + 1; i < cue.source.end; ++i)
            if (r_.is(i, wc::finite) && !r_.is(i, wc::possessive) && !r_.capitalized(i)) cue.source.end = i;
        return !cue.source.empty();
    }

    bool passive(Cue& cue) const {
        const auto after = cue.tokens.end;
        auto as = after;
        if (cue.has(frame::citing) && r_.is(after, "by")) as = phrase_after(r_, after + 1, cue.clause.end).end;
        if (cue.has(frame::citing) && r_.is(as, "as")) {
            cue.source = phrase_before(r_, floor(cue), cue.group);
            return !cue.source.empty();
        }
        const auto by = r_.past_times(after);  // "was accused on Thursday by"
        if (r_.is(by, "by")) {
            cue.source = phrase_after(r_, by + 1, cue.clause.end);
            leave_subject(cue);
        }
        const bool may = r_.is(cue.group, wc::modal);  // "could be announced"
        return (cue.has(frame::passive) && !may) || !cue.source.empty();
    }

    /// "a Herald report quoted the minister as saying": the minister speaks.
    bool quotes(Cue& cue) const {
        const TokenRange quoted = phrase_after(r_, cue.tokens.end, cue.clause.end);
        if (quoted.empty() || !r_.is(quoted.end, "as") ||
            !r_.norm(std::min(quoted.end + 1, r_.size() - 1)).ends_with("ing"))
            return false;
        cue.source = quoted;
        cue.citing_subject = phrase_before(r_, floor(cue), cue.group).begin;
        return true;
    }

    bool plural(TokenRange source) const {
        if (source.empty()) return false;
        static constexpr std::string_view kPlural[] = {"they",  "we",  "i",     "you", "people", "police",
                                                       "media", "men", "women", "who", "others"};
        const auto last = source.end - 1;
        if (std::find(std::begin(kPlural), std::end(kPlural), r_.norm(last)) != std::end(kPlural)) return true;
        if (r_.is(source.begin, "a") || r_.is(source.begin, "an") || r_.is(source.begin, "this") ||
            r_.is(source.begin, "each") || r_.is(source.begin, "every"))
            return false;
        for (auto i = source.begin; i != source.end; ++i)
            if (r_.is(i, wc::conjunction) ||
                (!r_.is(i, wc::closed) && r_.norm(i).size() > 2 && r_.norm(i).ends_with('s') &&
                 !r_.norm(i).ends_with("ss")) ||
                r_.is(i, "some") || r_.is(i, "many"))
                return true;
        return false;
    }

    /// The writer's, or speaker's, own "I think" is no report of somebody.
    bool speaks_of_self(const Cue& cue) const {
        return cue.source.size() == 1 && (r_.is(cue.source.begin, wc::first) || r_.is(cue.source.begin, "you"));
    }

    const ClassedText& r_;
    const CueLexicon& lexicon_;
    TokenRange sentence_;
    std::vector<Cue> cues_;
    std::vector<std::string_view> words_;
};

}  // namespace

std::vector<Cue> find_cues(const ClassedText& reading, const CueLexicon& lexicon, TokenRange sentence) {
    return CueFinder(reading, lexicon, sentence).run();
}

}  // namespace hearsay
