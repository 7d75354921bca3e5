// SPDX-License-Identifier: Apache-2.0
#include "hearsay/claim/mentions.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <unordered_map>

#include "attribution/judgement.hpp"
#include "attribution/recordings.hpp"
#include "attribution/stance.hpp"
#include "attribution/word_classes.hpp"
#include "document/dates.hpp"
#include "hearsay/resources.hpp"
#include "hearsay/text/string_map.hpp"

namespace hearsay {
namespace {

constexpr std::uint32_t kSentenceLength = 400;    // code points
constexpr std::size_t kFewestWords = 4;           // of a whole sentence
constexpr std::size_t kFewestWordsOfVerdict = 3;  // "This is false."
constexpr std::uint32_t kFarthestTold = 2;        // sentences
constexpr std::uint32_t kFarthestShown = 3;       // sentences
constexpr std::size_t kFewestWordsOfPart = 6;     // of what attributions leave of a sentence

struct ClauseWords {
    StringSet verbs, conjunctions, grammar, hearsay;
};

const ClauseWords& words() {
    static const auto loaded = [] {
        const auto lexicons = resource_directory() / "lexicons";
        ClauseWords words;
        read_table(lexicons / "finite_verbs.tsv", {"form"}, [&](const auto& row) { words.verbs.emplace(row[0]); });
        words.verbs.erase("'s");  // mostly a genitive
        read_table(lexicons / "stopwords.tsv", {"word", "kind"}, [&](const auto& row) {
            if (row[1] == "clause") words.conjunctions.emplace(row[0]);
            if (row[1] == "function") words.grammar.emplace(row[0]);
        });
        read_table(lexicons / "loose_sources.tsv", {"word", "kind"}, [&](const auto& row) {
            if (row[1] == "hearsay" || row[1] == "rumour") words.hearsay.emplace(row[0]);
        });
        return words;
    }();
    return loaded;
}

const JudgementReader& judgements() {
    static const auto loaded = JudgementReader::load(resource_directory() / "lexicons");
    return loaded;
}

const WordClasses& classes() {
    static const auto loaded = WordClasses::load(resource_directory() / "lexicons");
    return loaded;
}

constexpr std::uint32_t kNoSentence = UINT32_MAX;

/// What a document states, gathered in one pass over its sentences.
class StatementFinder {
  public:
    StatementFinder(const Document& document, const std::vector<Attribution>& attributions,
                    const DocumentSources& sources)
        : document_(document),
          text_(document.tokens),
          attributions_(attributions),
          resolved_(sources.attributions),
          covered_(text_.tokens().size()) {
        for (const Attribution& a : attributions)
            if (a.reports)
                for (const Spans* role : {&a.source, &a.cue, &a.content}) cover(*role);
        for (std::uint32_t i = 0; i < sources.attributions.size(); ++i) {
            const Attribution& a = attributions[sources.attributions[i].attribution];
            if (a.reports) note_speech(a, i);
            if (a.reports && is_stated(text_, a) && !only_cites(a)) add_attributed(sources.attributions[i], i);
        }
        for (const TokenRange sentence : document.content_sentences()) add_own_voice(sentence);
        hedge_what_others_judge();
        lead_to_who_told_it();
        lead_to_recording();
    }

    std::vector<Statement> finish() {
        std::stable_sort(found_.begin(), found_.end(),
                         [](const Statement& a, const Statement& b) { return hull(a.spans) < hull(b.spans); });
        return std::move(found_);
    }

  private:
    void cover(const Spans& spans) {
        for (const Span span : spans) {
            const TokenRange range = text_.tokens_in(span);
            std::fill(covered_.begin() + range.begin, covered_.begin() + range.end, true);
        }
    }

    /// A denial may have no content but what it is about ("The ministry denied this"): its sentence stands for it then.
    void add_attributed(const ResolvedAttribution& resolved, std::uint32_t index) {
        const Attribution& attribution = attributions_[resolved.attribution];
        if (!attribution.content.empty()) {
            const Judgement judged = judgements().by_teller(text_, attribution);
            const Spans& said = add(judged.said, index).spans;
            if (!said.empty() && !said.back().empty())
                content_ends_[text_.tokens_in(said.back()).end] = found_.size() - 1;
            if (judged.stance != Stance::asserts) add_judged(judged, index);
        } else if (resolved.about && !attribution.cue.empty()) {
            add({hull(attribution.cue)}, index);
        }
    }

    /// States what the teller of an attribution holds of it: another source whose statement it lies in, or the article.
    void add_judged(const Judgement& judged, std::uint32_t index) {
        const ResolvedAttribution& said = resolved_[index];
        const Attribution& attribution = attributions_[said.attribution];
        std::optional<std::uint32_t> teller;
        if (attribution.parent) {
            const auto by =
                std::ranges::lower_bound(resolved_, *attribution.parent, {}, &ResolvedAttribution::attribution);
            if (by == resolved_.end() || by->attribution != *attribution.parent || by->stance != Stance::asserts)
                return;
            if (by->chain.front() != said.chain.front()) teller = static_cast<std::uint32_t>(by - resolved_.begin());
        }
        add(judged.said, teller).stance = backs(judged.stance) ? Stance::asserts : judged.stance;
    }

    Statement& add(Spans spans, std::optional<std::uint32_t> resolved) {
        Statement& statement = found_.emplace_back();
        const Judgement judged = judgements().of_clause(text_, spans, !resolved);
        spans = judged.said;
        const TokenRange tokens = text_.tokens_in(hull(spans));
        const Attribution* const said = resolved ? &attributions_[resolved_[*resolved].attribution] : nullptr;
        statement.text = document_.text().slice(spans);
        statement.sentence = sentence_around(hull(spans));
        statement.hedged = said ? said->hedged : is_hearsay(tokens);
        statement.quoted = said ? said->voice != Voice::indirect : quotes(tokens) || first_person(tokens);
        const Stance verdict = judgements().verdict(text_, spans);
        if (verdict != Stance::asserts) read_verdict(statement, tokens);
        if (said)
            statement.stance = resolved_[*resolved].stance;
        else
            statement.stance = statement.judges ? verdict : judged.stance;
        statement.spans = std::move(spans);
        statement.resolved = resolved;
        return statement;
    }

    /// "A video shows a shark. It is a fake": the sentence before tells what is judged, and not what the article is
    /// about. "They left after a bomb threat. It was a hoax" judges the threat, which nobody states.
    void read_verdict(Statement& statement, TokenRange tokens) const {
        statement.judges = true;
        const std::uint32_t sentence = tokens.empty() ? 0 : text_.tokens()[tokens.begin].sentence;
        if (sentence == 0) return;
        const TokenRange before = text_.sentences()[sentence - 1].tokens;
        statement.judges_last = judgements().names_report(text_, before);
        for (auto i = before.begin; i < before.end; ++i)
            if (text_.norm(i) == "threat" || text_.norm(i) == "threats") statement.judges = false;
    }

    /// "A video of a shark went viral, but experts say it is fake", "A photo shows a shark. It is a fake, police say":
    /// what an article tells so it does not vouch for.
    void hedge_what_others_judge() {
        std::unordered_map<std::uint32_t, std::uint32_t> judged;  // sentence and end of what is judged
        for (const Statement& statement : found_) {
            if (!statement.resolved || !statement.judges || backs(statement.stance)) continue;
            const std::uint32_t sentence = sentence_of(statement.spans), end = hull(statement.spans).begin;
            judged.emplace(sentence, end);
            if (statement.judges_last && sentence > 0) judged.emplace(sentence - 1, end);
        }
        if (judged.empty()) return;
        for (Statement& statement : found_) {
            const auto found = statement.resolved ? judged.end() : judged.find(sentence_of(statement.spans));
            if (found != judged.end()) statement.hedged |= hull(statement.spans).end <= found->second;
        }
    }

    /// "Ann Lee has died. The news was first reported by the Post": what an article tells in its own voice is whose it
    /// says that it is, and "the news" states nothing more.
    void lead_to_who_told_it() {
        std::map<std::uint32_t, std::vector<std::size_t>> own;  // statements by sentence
        std::unordered_map<std::uint32_t, std::size_t> stated;  // by index of what is resolved; looked up only
        for (std::size_t i = 0; i < found_.size(); ++i) {
            if (found_[i].resolved) stated.emplace(*found_[i].resolved, i);
            if (!found_[i].resolved && !found_[i].judges) own[sentence_of(found_[i].spans)].push_back(i);
        }
        std::vector<bool> needless(found_.size());
        for (std::uint32_t r = 0; r < resolved_.size(); ++r) {
            if (!points_back(resolved_[r])) continue;
            const std::uint32_t sentence = sentence_of(attributions_[resolved_[r].attribution].content);
            const auto behind = own.lower_bound(sentence);
            if (behind == own.begin() || sentence - std::prev(behind)->first > kFarthestTold) continue;
            for (const std::size_t told : std::prev(behind)->second) found_[told].resolved = r;
            if (const auto pointing = stated.find(r); pointing != stated.end()) needless[pointing->second] = true;
        }
        std::size_t next = 0;
        std::erase_if(found_, [&](const Statement&) { return needless[next++]; });
    }

    /// "The tape shows a man. Six shots can be heard": that is what one hears there.
    void lead_to_recording() {
        std::map<std::uint32_t, std::uint32_t> recordings;  // what is resolved, by sentence
        for (std::uint32_t r = 0; r < resolved_.size(); ++r)
            if (is_recording(resolved_[r]))
                recordings.emplace(sentence_of(attributions_[resolved_[r].attribution].content), r);
        for (Statement& statement : found_) {
            if (statement.resolved || !is_perceived(text_.tokens_in(hull(statement.spans)))) continue;
            const std::uint32_t sentence = sentence_of(statement.spans);
            const auto behind = recordings.upper_bound(sentence);
            if (behind != recordings.begin() && sentence - std::prev(behind)->first <= kFarthestShown)
                statement.resolved = std::prev(behind)->second;
        }
    }

    bool is_recording(const ResolvedAttribution& resolved) const {
        const Attribution& a = attributions_[resolved.attribution];
        if (!a.reports || a.source.empty() || a.content.empty() || resolved.stance != Stance::asserts) return false;
        return tells_of_recording(text_, classes(), text_.tokens_in(hull(a.source)));
    }

    /// "can be heard", "you can hear"; not "can be seen from twenty miles away"
    bool is_perceived(TokenRange tokens) const {
        const auto is = [&](std::uint32_t t, std::string_view a, std::string_view b) {
            return text_.norm(t) == a || text_.norm(t) == b;
        };
        for (std::uint32_t t = tokens.begin; t + 2 < tokens.end; ++t) {
            if (t + 3 < tokens.end && text_.norm(t + 3) == "from") continue;
            if (is(t, "can", "could") && text_.norm(t + 1) == "be" && is(t + 2, "heard", "seen")) return true;
            if (text_.norm(t) == "you" && text_.norm(t + 1) == "can" && is(t + 2, "hear", "see")) return true;
        }
        return false;
    }

    std::uint32_t sentence_of(const Spans& spans) const {
        const TokenRange tokens = spans.empty() ? TokenRange{} : text_.tokens_in(hull(spans));
        return tokens.empty() ? kNoSentence : text_.tokens()[tokens.begin].sentence;
    }

    /// "[The news] was confirmed by", "confirmed [his death]": a few words for what was told before, by somebody whom
    /// the article names.
    bool points_back(const ResolvedAttribution& resolved) const {
        static constexpr std::array<std::string_view, 12> kTold{"reported",  "confirmed", "announced", "revealed",
                                                                "published", "broke",     "broken",    "disclosed",
                                                                "reports",   "confirms",  "announces", "reveals"};
        const Attribution& a = attributions_[resolved.attribution];
        if (!a.reports || resolved.about || !backs(resolved.stance) || a.source.empty() || a.cue.empty()) return false;
        const TokenRange said = text_.tokens_in(hull(a.content)), cue = text_.tokens_in(hull(a.cue));
        return stands_for_news(text_, classes(), said) && !has_verb(said) && !cue.empty() &&
               std::ranges::find(kTold, text_.norm(cue.end - 1)) != kTold.end();
    }

    /// "It has reportedly begun to leak", "Claim: the dam leaks"; but not "despite rumours, he is alive".
    bool is_hearsay(TokenRange tokens) const {
        if (tokens.size() > 1 && text_.norm(tokens.begin) == "claim" && text_.norm(tokens.begin + 1) == ":")
            return true;
        for (std::size_t i = tokens.begin; i < tokens.end; ++i)
            if (words().hearsay.contains(text_.norm(i)) && (i == tokens.begin || text_.norm(i - 1) != "despite"))
                return true;
        return false;
    }

    bool quotes(TokenRange tokens) const {
        return std::any_of(
            text_.tokens().begin() + tokens.begin, text_.tokens().begin() + tokens.end,
            [](const Token& t) { return t.kind == TokenKind::open_quote || t.kind == TokenKind::close_quote; });
    }

    /// "I will always treasure the four years": somebody's own words, marked or not.
    bool first_person(TokenRange tokens) const {
        static constexpr std::array<std::string_view, 6> kWords{"i", "we", "my", "our", "me", "us"};
        for (std::size_t i = tokens.begin; i < tokens.end; ++i) {
            const bool name = i > tokens.begin && text_.tokens()[i].capitalized &&
                              (text_.word(i) != "I" || text_.tokens()[i - 1].capitalized);  // "World War I"
            if (!name && text_.word(i) != "US" && std::ranges::find(kWords, text_.norm(i)) != kWords.end()) return true;
        }
        return false;
    }

    std::string sentence_around(Span span) const {
        const TokenRange tokens = text_.tokens_in(span);
        if (!tokens.empty()) {
            const auto sentences = text_.sentences();
            span.begin = std::min(span.begin, sentences[text_.tokens()[tokens.begin].sentence].span.begin);
            span.end = std::max(span.end, sentences[text_.tokens()[tokens.end - 1].sentence].span.end);
        }
        span.end = std::min(span.end, span.begin + kSentenceLength);
        return std::string(document_.text().slice(span));
    }

    void add_own_voice(TokenRange sentence) {
        if (ends_with(sentence, "?") || asks_for_comment(sentence)) return;
        while (!sentence.empty() && is_bullet(sentence.begin)) ++sentence.begin;
        const bool whole = std::none_of(covered_.begin() + sentence.begin, covered_.begin() + sentence.end,
                                        [](bool covered) { return covered; });
        if (whole) {
            const bool closed = ends_with(sentence, ".") || ends_with(sentence, "!");
            // A headline may do without a verb: "Unconfirmed Reports of Fire at Dockyard".
            const bool tells = closed || has_verb(sentence) || is_hearsay(sentence);
            const Spans spans{text_.span(sentence)};
            const std::size_t words = words_in(sentence);
            const bool enough = words >= kFewestWords || (words >= kFewestWordsOfVerdict &&
                                                          judgements().verdict(text_, spans) != Stance::asserts);
            if (tells && enough) add(spans, {});
            return;
        }
        for (std::uint32_t begin = sentence.begin; begin < sentence.end;) {
            std::uint32_t end = begin;
            while (end < sentence.end && covered_[end] == covered_[begin]) ++end;
            if (!covered_[begin]) add_part({begin, end});
            begin = end;
        }
    }

    /// "The report cites two officials": whom it has it from, and no statement.
    bool only_cites(const Attribution& a) const {
        const TokenRange cue = text_.tokens_in(hull(a.cue)), content = text_.tokens_in(hull(a.content));
        if (cue.empty() || a.stance != Stance::asserts || has_verb(content)) return false;
        const auto verb = text_.norm(cue.end - 1);
        return verb.starts_with("cite") || verb == "citing" || verb.starts_with("quot");
    }

    /// "Dean could not be reached for comment.", "The firm did not respond to a request for comment on Monday."
    bool asks_for_comment(TokenRange sentence) const {
        constexpr std::uint32_t kMost = 24;  // tokens
        for (std::uint32_t i = sentence.begin; sentence.size() <= kMost && i + 1 < sentence.end; ++i)
            if (text_.norm(i) == "for" && text_.norm(i + 1) == "comment") return true;
        return false;
    }

    /// What attributions leave of a sentence counts where it is a clause of its own: with a verb that something stands
    /// before, and not torn off in the middle ("On Thursday he lashed out at what").
    void add_part(TokenRange part) {
        const auto trimmed = [&](std::size_t i) { return !is_word(i) || joins_clauses(i); };
        const auto speech = said_before(part.begin);
        bool goes_on = false;
        if (part.begin > 0 && covered_[part.begin - 1]) part.begin = past_day(part);
        for (; !part.empty() && trimmed(part.begin); ++part.begin) goes_on |= circumstance(part.begin);
        if (part.size() > 1 && text_.norm(part.begin) == "as" && part.begin > 0 && text_.norm(part.begin - 1) == ",")
            ++part.begin;
        const auto links = [&](std::size_t i) { return trimmed(i) || text_.norm(i) == "as"; };  // "..., as he said"
        while (!part.empty() && links(part.end - 1)) --part.end;
        if (words_in(part) < kFewestWordsOfPart || is_verb(part.begin) || is_grammar(part.end - 1)) return;
        if (text_.norm(part.end - 1) == "deny" || text_.norm(part.end - 1) == "confirm") return;  // "reports that"
        if (text_.norm(part.begin) == "citing" || text_.norm(part.begin) == "quoting" || only_tells_where(part)) return;
        if (completes_content(part)) return;
        if (has_verb(part)) add({text_.span(part)}, goes_on ? speech : std::nullopt);
    }

    /// "..., [the journalist whose death was the first]": tells more of what a content ends with, and nothing by
    /// itself.
    bool completes_content(TokenRange part) {
        if (part.begin < 2 || text_.norm(part.begin - 1) != ",") return false;
        const auto content = content_ends_.find(part.begin - 1);
        if (content == content_ends_.end()) return false;
        const auto relates = [&](std::uint32_t t) {
            const auto word = text_.norm(t);
            return word == "who" || word == "whose" || word == "whom" || word == "which";
        };
        std::uint32_t first = part.begin;
        while (first < part.end && !relates(first) && !is_verb(first)) ++first;
        if (first == part.end || !relates(first)) return false;
        Statement& statement = found_[content->second];
        statement.spans.back().end = text_.span(part).end;
        statement.text = document_.text().slice(statement.spans);
        return true;
    }

    /// Past when somebody spoke: "it rose, officials said [late on Monday], as shops closed".
    std::uint32_t past_day(TokenRange part) const {
        constexpr std::uint32_t kLongestTime = 5;  // words
        bool day = false;
        for (std::uint32_t i = part.begin; i < std::min(part.end, part.begin + kLongestTime + 1); ++i) {
            if (text_.norm(i) == "," || text_.norm(i) == ".") return day ? i : part.begin;
            day |= is_weekday(text_.norm(i)) || is_relative_day(text_.norm(i));
        }
        return part.begin;
    }

    /// "In a memo obtained by Politico, [the department warned]", "In an interview published on Friday, [she said]".
    bool only_tells_where(TokenRange part) const {
        if (text_.norm(part.begin) != "in") return false;
        for (std::size_t i = part.begin; i < part.end; ++i) {
            const auto next = i + 1 < part.end ? text_.norm(i + 1) : std::string_view();
            if (is_verb(i) && next != "by" && next != "on") return false;
        }
        return true;
    }

    /// Remembers where the words end by which a content before them is ascribed: "it rose, [the ministry said]".
    void note_speech(const Attribution& a, std::uint32_t resolved) {
        const TokenRange cue = text_.tokens_in(hull(a.cue)), content = text_.tokens_in(hull(a.content)),
                         source = text_.tokens_in(hull(a.source));
        if (!cue.empty() && !content.empty() && content.end <= cue.begin && a.stance == Stance::asserts)
            speech_ends_[std::max(cue.end, source.end)] = resolved;
    }

    std::optional<std::uint32_t> said_before(std::uint32_t token) const {
        const auto found = speech_ends_.find(token);
        return found == speech_ends_.end() ? std::nullopt : std::optional(found->second);
    }

    /// "..., the ministry said, after two workers died": what goes on so is mostly the ministry's as well.
    bool circumstance(std::size_t i) const {
        const auto word = text_.norm(i);
        return word == "after" || word == "because" || word == "when" || word == "while" || word == "since";
    }

    bool is_bullet(std::size_t i) const {
        const auto mark = text_.norm(i);
        return mark == "-" || mark == "*" || mark == "\u2022" || mark == "\u2013" || mark == "\u2014";
    }
    bool is_word(std::size_t i) const {
        const TokenKind kind = text_.tokens()[i].kind;
        return kind == TokenKind::word || kind == TokenKind::number;
    }
    std::size_t words_in(TokenRange range) const {
        std::size_t words = 0;
        for (std::size_t i = range.begin; i < range.end; ++i) words += is_word(i);
        return words;
    }
    bool is_verb(std::size_t i) const { return words().verbs.contains(text_.norm(i)); }
    bool joins_clauses(std::size_t i) const { return words().conjunctions.contains(text_.norm(i)); }
    bool is_grammar(std::size_t i) const { return words().grammar.contains(text_.norm(i)); }
    bool has_verb(TokenRange range) const {
        for (std::size_t i = range.begin; i < range.end; ++i)
            if (is_verb(i)) return true;
        return false;
    }
    /// Whether the range's last mark, closing quotation marks and brackets aside, is this one.
    bool ends_with(TokenRange range, std::string_view mark) const {
        std::size_t end = range.end;
        while (end > range.begin &&
               (text_.tokens()[end - 1].kind == TokenKind::close_quote || text_.norm(end - 1) == ")"))
            --end;
        return end > range.begin && text_.norm(end - 1).ends_with(mark);
    }

    const Document& document_;
    const TokenizedText& text_;
    const std::vector<Attribution>& attributions_;
    const std::vector<ResolvedAttribution>& resolved_;
    std::vector<bool> covered_;                                     // by token: said by an attribution
    std::unordered_map<std::uint32_t, std::uint32_t> speech_ends_;  // by token; looked up only
    std::unordered_map<std::uint32_t, std::size_t> content_ends_;   // by token behind one: of found_; looked up only
    std::vector<Statement> found_;
};

}  // namespace

std::vector<Statement> statements_of(const Document& document, const std::vector<Attribution>& attributions,
                                     const DocumentSources& sources) {
    return StatementFinder(document, attributions, sources).finish();
}

}  // namespace hearsay
