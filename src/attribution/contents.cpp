// SPDX-License-Identifier: Apache-2.0
#include "attribution/contents.hpp"

#include <algorithm>
#include <optional>

#include "attribution/noun_phrases.hpp"

namespace hearsay {

namespace wc = word_class;

namespace {

constexpr std::uint32_t kShortestClause = 3;      // tokens of a clause without "that"
constexpr std::uint32_t kFarthestAddressee = 16;  // tokens between "told" and "that"

class ContentFinder {
  public:
    ContentFinder(const ClassedText& reading, const std::vector<Cue>& cues) : r_(reading), cues_(cues) {
        for (const Cue& cue : cues_) rights_.push_back(right_start(cue));
    }

    std::vector<std::vector<TokenRange>> run() {
        std::vector<std::vector<TokenRange>> contents;
        for (std::size_t n = 0; n != cues_.size(); ++n) {
            contents.push_back(tells_nothing(n) ? std::vector<TokenRange>{} : content_of(n));
            std::erase_if(contents.back(), [&](TokenRange range) { return says_nothing(range); });
        }
        return contents;
    }

  private:
    /// "has not said what caused it"
    bool tells_nothing(std::size_t n) const {
        const bool question = rights_[n] && r_.is(*rights_[n], wc::subordinator) && !r_.is(*rights_[n], "that");
        return question && cues_[n].negated && cues_[n].entry->stance == Stance::asserts;
    }

    // Which side of the cue the content stands on ------------------------------------------------------------------

    std::vector<TokenRange> content_of(std::size_t n) {
        const Cue& cue = cues_[n];
        if (cue.entry->kind == CueKind::preposition) return according_to(cue, n);
        if (const auto main_clause = behind_as(cue)) return {until_break(*main_clause, n)};
        if (cue.passive) return passive_content(cue, n);
        const auto left = left_content(cue);
        const bool quote_left = left && r_.ends_in_speech(*left);
        if (rights_[n] && !quote_left) return {right_content(n)};
        if (!left) return rights_[n] ? std::vector{right_content(n)} : std::vector<TokenRange>{};
        std::vector<TokenRange> content{*left};
        if (rights_[n] && (r_.speech(*rights_[n]) != r_.speech(cue.tokens.begin))) content.push_back(right_content(n));
        return content;
    }

    std::vector<TokenRange> according_to(const Cue& cue, std::size_t n) {
        const bool first = r_.words({cue.clause.begin, cue.tokens.begin}) <= 1;
        if (first && r_.is(cue.source.end, ",")) return {until_break(cue.source.end + 1, n)};
        auto end = cue.tokens.begin;
        if (end > cue.clause.begin && r_.is(end - 1, ",")) --end;
        return {left_range(cue, end)};
    }

    /// "As the Times reported on Monday, ...", "As reported by the Times, ...": where the main clause begins.
    std::optional<std::uint32_t> behind_as(const Cue& cue) const {
        const auto subject = cue.clause.begin + 1;
        const bool opens = r_.is(cue.clause.begin, "as") && !cue.linked && cue.has(frame::clause | frame::after) &&
                           (cue.source.begin == subject || (cue.passive && cue.group == subject));
        if (!opens) return std::nullopt;
        const auto p = r_.past_times(std::max(cue.tokens.end, cue.source.end));
        return r_.is(p, ",") && r_.finite_clause({p + 1, cue.clause.end}) ? std::optional(p + 1) : std::nullopt;
    }

    std::vector<TokenRange> passive_content(const Cue& cue, std::size_t n) {
        const bool by_agent = !cue.source.empty() && cue.source.begin >= cue.tokens.end;
        auto after = by_agent ? cue.source.end : cue.tokens.end;  // "accused by police of"
        while (after < cue.clause.end && r_.is(after, wc::adverb) && !r_.is(after, wc::preposition)) ++after;
        after = r_.past_times(after);  // "on Thursday of"
        if (cue.has(frame::citing)) {
            if (rights_[n]) return {right_content(n)};
            const auto left = left_content(cue);
            return left ? std::vector{*left} : std::vector<TokenRange>{};
        }
        const TokenRange subject = phrase_before(r_, cue.clause.begin, cue.group);
        const bool it = subject.size() == 1 && r_.is(subject.begin, "it");
        if (it || cue.has(frame::addressee)) {
            if (rights_[n] && (it || r_.is(*rights_[n], "that"))) return {right_content(n)};
            const auto left = it && !rights_[n] ? left_content_before(cue, subject.begin) : std::nullopt;
            return left ? std::vector{*left} : std::vector<TokenRange>{};
        }
        if (rights_[n] && r_.is(*rights_[n], "that")) return {right_content(n)};
        if (r_.is(after, "of") || r_.is(after, "to") || r_.is(after, "as")) {
            const TokenRange rest = until_break(r_.is(after, "to") ? after : after + 1, n);
            const bool reduced = cue.group == cue.tokens.begin;  // "arrested a man suspected of"
            return reduced && r_.is(after, "of") ? std::vector{rest} : std::vector{subject, rest};
        }
        return {subject};
    }

    // Content after the cue ----------------------------------------------------------------------------------------

    /// Where the content after the cue begins, if there is any.
    std::optional<std::uint32_t> right_start(const Cue& cue) const {
        auto p = cue.end();
        const auto hi = cue.clause.end;
        if (cue.entry->kind == CueKind::noun) {
            while (p < hi && !r_.is(p, "that") && !r_.is(p, "of")) ++p;
            return p < hi ? std::optional(r_.is(p, "of") ? p + 1 : p) : std::nullopt;
        }
        if (cue.has(frame::citing)) {
            if (!cue.passive && !cue.gerund && cue.source.end <= cue.group)
                return cue.has(frame::object) && begins_phrase(p) ? std::optional(p) : std::nullopt;
            for (const auto limit = std::min(hi, p + kFarthestAddressee); p + 1 < limit && !r_.is(p, "."); ++p)
                if (r_.is(p, "as") && r_.norm(p + 1).ends_with("ing")) return introduced(p + 2, cue);
            return std::nullopt;
        }
        return introduced(p, cue);
    }

    std::optional<std::uint32_t> introduced(std::uint32_t p, const Cue& cue) const {
        const auto hi = cue.clause.end;
        const bool clausal = cue.has(frame::quote | frame::clause | frame::that | frame::addressee | frame::citing);
        const bool object = cue.has(frame::object) && !cue.passive && !cue.inverted && p < hi &&
                            r_.speech(p) == r_.speech(cue.tokens.begin) && begins_phrase(p) && !r_.is(p, "that");
        if (object) return p;
        if (clausal) {
            const bool quotes = cue.has(frame::quote | frame::clause | frame::addressee | frame::citing);
            const auto marked = marked_start(p, cue);
            if (marked && (quotes || r_.is(*marked, wc::subordinator))) return marked;
        }
        if (cue.has(frame::to) && r_.is(p, "to") && p + 2 < hi) return p;
        if (cue.inverted || p >= hi) return std::nullopt;
        if (cue.has(frame::addressee)) p = phrase_after(r_, p, hi).end;
        while (p < hi && r_.is(p, wc::time)) ++p;
        const bool clause = cue.has(frame::clause) || cue.has(frame::addressee) || cue.has(frame::citing);
        if (clause && p != cue.tokens.begin && begins_phrase(p) && r_.words({p, hi}) >= kShortestClause &&
            r_.finite_clause({p, hi}))
            return p;
        return std::nullopt;
    }

    /// After "that", a question word, a colon or an opening quotation mark, perhaps behind an addressee or a date.
    std::optional<std::uint32_t> marked_start(std::uint32_t p, const Cue& cue) const {
        const auto level = r_.speech(cue.tokens.begin);
        const auto hi = std::min(cue.clause.end, p + kFarthestAddressee);
        if (const auto after = after_interpolation(p, hi)) return after;
        if (r_.is(p, ",") && r_.is(p + 1, wc::adverb) && r_.is(p + 2, ",")) p += 3;  // "said, however: ..."
        for (auto i = p; i < hi; ++i) {
            if (r_.speech(i) != level) {
                const bool mark = i == p || !r_.is_word(i - 1) || !cue.has(frame::clause) || cue.has(frame::addressee);
                return mark || i < p + 6 ? std::optional(i) : std::nullopt;
            }
            if (r_.token(i).kind == TokenKind::open_quote && i == p) return i;
            if (r_.is(i, ":")) return i + 1 < cue.clause.end ? std::optional(i + 1) : std::nullopt;
            if (r_.is(i, "that") && i + 2 < cue.clause.end) return i;
            const bool question =
                r_.is(i, "whether") ||
                ((r_.is(i, "how") || r_.is(i, "why") || r_.is(i, "what") || r_.is(i, "if")) && i == p);
            if (question) return i;
            const bool comma =
                r_.is(i, ",") && (i == p || r_.speech(i + 1) != level) && i + 1 < hi && r_.speech(i + 1) != level;
            if (comma) return i + 1;
            if (!r_.is_word(i) && r_.token(i).kind != TokenKind::open_quote &&
                r_.token(i).kind != TokenKind::close_quote && !r_.is(i, "'s"))
                return std::nullopt;
            if (i > p && r_.is(i, wc::be | wc::modal | wc::auxiliary) && !r_.is(i, wc::possessive)) return std::nullopt;
        }
        return std::nullopt;
    }

    /// "reported on Monday, citing two officials, that": where a clause begins that waits behind what stands between
    /// commas.
    std::optional<std::uint32_t> after_interpolation(std::uint32_t p, std::uint32_t hi) const {
        p = r_.past_times(p);
        if (!r_.is(p, ",")) return std::nullopt;
        for (auto i = p + 1; i + 2 < hi && (r_.is_word(i) || r_.is(i, "'s") || r_.is(i, ",")); ++i)
            if (r_.is(i, ",") && r_.is(i + 1, "that") && r_.speech(i) == r_.speech(p)) return i + 1;
        return std::nullopt;
    }

    bool begins_phrase(std::uint32_t p) const {
        if (p >= r_.size()) return false;
        if (r_.token(p).kind == TokenKind::open_quote) return true;
        if (!r_.is_word(p)) return r_.is(p, "$");
        if (r_.is(p, wc::determiner | wc::possessive | wc::pronoun) || r_.token(p).kind == TokenKind::number)
            return true;
        if (r_.is(p, "at")) return r_.is(p + 1, "least") || r_.is(p + 1, "most");
        if (r_.is(p, wc::preposition | wc::adverb) && p + 1 < r_.size() && !r_.is(p, "in") && !r_.is(p, "on"))
            return r_.token(p + 1).kind == TokenKind::number || r_.is(p + 1, "half");
        return !r_.is(p, wc::closed);
    }

    TokenRange right_content(std::size_t n) { return until_break(*rights_[n], n); }

    /// From `p` to where another attribution of the sentence begins that is not inside this content, else to its end.
    TokenRange until_break(std::uint32_t p, std::size_t n) {
        const Cue& cue = cues_[n];
        auto end = cue.clause.end;
        for (std::size_t m = 0; m != cues_.size(); ++m) {
            if (m == n || cues_[m].clause != cue.clause || cues_[m].tokens.begin < p) continue;
            const auto stop = break_before(m);
            if (stop && *stop > p) {
                end = std::min(end, *stop);
                break;
            }
        }
        TokenRange range{p, end};
        trim(range);
        if (!range.empty() && r_.speech(range.end - 1) != r_.speech(cue.tokens.begin)) {
            const auto speech = r_.speech(range.end - 1);
            if (speech != ClassedText::kNone) range.end = std::max(range.end, r_.quotations()[speech].tokens.end);
        }
        return range;
    }

    /// The token at which cue m's own clause leaves the one before it, if it does: ", according to", ", said Kim", ",
    /// but officials say".
    std::optional<std::uint32_t> break_before(std::size_t m) const {
        const Cue& cue = cues_[m];
        const auto begin = cue.begin();
        if (begin == cue.clause.begin) return std::nullopt;
        auto stop = begin;
        if (cue.entry->kind == CueKind::preposition) return r_.is(stop - 1, ",") ? stop - 1 : stop;
        if (cue.entry->kind == CueKind::noun) return std::nullopt;
        static constexpr std::string_view kLeaves[] = {"and", "but", "while", "as", "though", "although", "whereas"};
        const bool conjunction =
            std::find(std::begin(kLeaves), std::end(kLeaves), r_.norm(begin - 1)) != std::end(kLeaves);
        const bool comma = r_.is(begin - 1, ",");
        if (conjunction) return begin >= cue.clause.begin + 2 && r_.is(begin - 2, ",") ? begin - 2 : begin - 1;
        const bool trailing = !rights_[m] || cue.inverted;
        if (comma && (cue.linked || trailing)) return begin - 1;
        return std::nullopt;
    }

    // Content before the cue ---------------------------------------------------------------------------------------

    std::optional<TokenRange> left_content(const Cue& cue) const { return left_content_before(cue, cue.begin()); }

    /// "..., Kim said": what ends with a comma or a closing quotation mark right before `begin`.
    std::optional<TokenRange> left_content_before(const Cue& cue, std::uint32_t begin) const {
        if (begin <= cue.clause.begin || cue.linked) return std::nullopt;
        auto end = begin - 1;
        if (r_.is(end, "as") && end > cue.clause.begin) --end;
        const bool speech = r_.speech(end) != r_.speech(cue.tokens.begin);
        if (!speech && !r_.is(end, ",") && !r_.is(end, "-")) return std::nullopt;
        const TokenRange range = left_range(cue, speech ? end + 1 : end);
        const bool clause = cue.has(frame::clause | frame::after | frame::addressee | frame::citing) &&
                            r_.words(range) >= kShortestClause;
        if (!clause && !r_.ends_in_speech(range)) return std::nullopt;
        return range;
    }

    /// The clause that ends at `end`: from the sentence's begin, from the last break, or from where the quotation
    /// opened.
    TokenRange left_range(const Cue& cue, std::uint32_t end) const {
        TokenRange range{cue.clause.begin, end};
        for (std::size_t m = 0; m != cues_.size() && cues_[m].tokens.begin < cue.tokens.begin; ++m) {
            if (cues_[m].clause != cue.clause || cues_[m].tokens.end > end) continue;
            if (const auto stop = break_before(m);
                stop && *stop > range.begin && *stop < end && cues_[m].linked == false && m > 0)
                range.begin = r_.is(*stop, ",") ? *stop + 1 : *stop;
        }
        if (r_.ends_in_speech(range)) {
            const TokenRange quotation = r_.quotations()[r_.speech(range.end - 1)].tokens;
            const bool alone = quotation.begin <= range.begin || r_.words({range.begin, quotation.begin}) <= 1;
            if (alone) range.begin = quotation.begin;
        }
        trim(range);
        return range;
    }

    /// "denied it", "disputed that"
    bool says_nothing(TokenRange range) const {
        if (r_.words(range) == 0) return true;
        return r_.words(range) == 1 &&
               r_.is(range.begin, wc::pronoun | wc::determiner | wc::adverb | wc::time | wc::preposition);
    }

    void trim(TokenRange& range) const {
        const auto loose = [&](std::uint32_t i) {
            return !r_.is_word(i) && r_.speech(i) == ClassedText::kNone &&
                   (r_.is(i, ",") || r_.is(i, ".") || r_.is(i, "-") || r_.is(i, ";") || r_.is(i, ":") ||
                    r_.is(i, "?") || r_.is(i, "!"));
        };
        while (!range.empty() && loose(range.end - 1)) --range.end;
        while (!range.empty() && loose(range.begin)) ++range.begin;
    }

    const ClassedText& r_;
    const std::vector<Cue>& cues_;
    std::vector<std::optional<std::uint32_t>> rights_;  // where content after the cue begins
};

}  // namespace

std::vector<std::vector<TokenRange>> find_contents(const ClassedText& reading, const std::vector<Cue>& cues) {
    return ContentFinder(reading, cues).run();
}

}  // namespace hearsay
