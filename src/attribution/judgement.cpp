// SPDX-License-Identifier: Apache-2.0
#include "attribution/judgement.hpp"

#include <algorithm>
#include <array>

namespace hearsay {

namespace sw = stance_word;

namespace {

constexpr std::size_t kJudgement = 40;        // words of the content in which it may judge
constexpr std::size_t kLongSubject = 5;       // words of "Lee's latest claim"
constexpr std::size_t kBareVerdict = 5;       // words of "Absolutely not true"
constexpr std::uint32_t kShortestJudged = 4;  // tokens of what stands before it
constexpr std::uint32_t kLastClause = 10;     // tokens of ", but it turned out to be a hoax."

/// The first tokens of the content that are no quotation marks.
std::vector<std::uint32_t> first_tokens(const TokenizedText& text, const Spans& content) {
    std::vector<std::uint32_t> tokens;
    for (const Span span : content)
        for (TokenRange rest = text.tokens_in(span); !rest.empty() && tokens.size() < kJudgement; ++rest.begin) {
            const TokenKind kind = text.tokens()[rest.begin].kind;
            if (kind != TokenKind::open_quote && kind != TokenKind::close_quote) tokens.push_back(rest.begin);
        }
    return tokens;
}

/// Those tokens' words; a comma, dash or full stop counts as one.
std::vector<std::string_view> first_words(const TokenizedText& text, const Spans& content) {
    std::vector<std::string_view> words;
    for (const std::uint32_t token : first_tokens(text, content)) words.push_back(text.norm(token));
    return words;
}

/// What of the content stands behind a token of it.
Spans behind(const TokenizedText& text, std::uint32_t token, Spans content) {
    const std::uint32_t end = text.tokens()[token].span.end;
    std::erase_if(content, [&](Span span) { return span.end <= end; });
    if (!content.empty() && content.front().begin < end) {
        const TokenRange rest{token + 1, text.tokens_in(content.front()).end};
        content.front().begin = rest.empty() ? content.front().end : text.span(rest).begin;
    }
    return content;
}

bool has_word(const TokenizedText& text, const Spans& spans) {
    TokenRange tokens = spans.empty() ? TokenRange{} : text.tokens_in(hull(spans));
    while (!tokens.empty() && text.tokens()[tokens.begin].kind != TokenKind::word) ++tokens.begin;
    return !tokens.empty();
}

/// "called [claims] that the dam leaks "nonsense""
bool is_called(const TokenizedText& text, std::uint32_t noun) {
    return noun > 0 && text.norm(noun - 1).starts_with("call");
}

}  // namespace

bool said_the_contrary(const TokenizedText& text, const Attribution& attribution) {
    const TokenRange source = text.tokens_in(hull(attribution.source));
    return source.begin >= 3 && text.norm(source.begin - 1) == "what" && text.norm(source.begin - 2) == "to" &&
           text.norm(source.begin - 3) == "contrary";
}

bool JudgementReader::names_request(const TokenizedText& text, const Spans& phrase, unsigned also) const {
    constexpr std::size_t kNounPhrase = 8;  // words
    const Words words = first_words(text, phrase);
    for (std::size_t i = 0; i < std::min(words.size(), kNounPhrase); ++i) {
        const auto word = words[i];
        if (word == "that" || word == "," || words_.report(word) || (is(word, sw::be) && word != "'s")) return false;
        const bool owner = i + 1 < words.size() && words[i + 1] == "'s";  // "the government's claim"
        if (is(word, sw::request | also) && !owner) return true;
    }
    return false;
}

Stance JudgementReader::verdict(const TokenizedText& text, const Spans& statement) const {
    return by_content(first_words(text, statement));
}

bool JudgementReader::names_report(const TokenizedText& text, TokenRange words) const {
    for (; !words.empty(); ++words.begin)
        if (words_.report(text.norm(words.begin)) || is(text.norm(words.begin), sw::exhibit)) return true;
    return false;
}

/// "It is not true", "the report was fake", "Complete nonsense", "that never happened", "there is no truth to it".
Stance JudgementReader::by_content(const Words& words) const {
    const auto word = [&](std::size_t i) { return i < words.size() ? words[i] : std::string_view(); };
    std::size_t at = 0;
    while (is(word(at), sw::opening)) at += word(at + 1) == "," ? 2 : 1;
    const bool pronoun =
        is(word(at + 1), sw::helper | sw::negation) || (is(word(at + 1), sw::be) && word(at + 1) != "are");
    if (word(at) == "that" && !pronoun) ++at;
    if (word(at) == "there" && is(word(at + 1), sw::be) && word(at + 2) == "no" && is(word(at + 3), sw::substance))
        return Stance::denies;
    at = past_emergence(words, at);
    const bool none = (word(at) == "none" || word(at) == "nothing") && word(at + 1) == "of";
    if (none) at += 2;
    const std::size_t predicate = subject_end(words, at);
    const bool bare = words.size() <= kBareVerdict && !is(word(at), sw::be);
    if (predicate == at) return bare ? judged(words, at) : rated(words, at);
    std::size_t verb = predicate;
    while (is(word(verb), sw::helper)) ++verb;
    if (word(verb) == "never" && is(word(verb + 1), sw::event) && ends(words, verb + 2)) return Stance::denies;
    return judged(words, predicate, none);  // also without a verb: "called the report a lie"
}

/// "It is false that [the dam leaks]", "called it a lie that", "it is not clear whether", "it is too early to say
/// that"; "whether [it leaks] is unclear", "reports that [it leaks] are false"; "there is no doubt that [it leaks]".
/// Where it is "not true", the clause is negated itself.
Judgement JudgementReader::of_clause(const TokenizedText& text, const Spans& statement, bool own_voice) const {
    const std::vector<std::uint32_t> tokens = first_tokens(text, statement);
    const auto word = [&](std::size_t i) { return i < tokens.size() ? text.norm(tokens[i]) : std::string_view(); };
    const auto behind_word = [&](std::size_t i) { return behind(text, tokens[i], statement); };
    Judgement none{Stance::asserts, statement};
    if (const std::size_t clause = denied_ourselves(text, tokens)) {
        Spans said = behind_word(clause - 1);
        return has_word(text, said) ? Judgement{Stance::denies, std::move(said)} : none;
    }
    if (const TokenRange all = statement.empty() ? TokenRange{} : text.tokens_in(hull(statement)); !all.empty())
        if (const auto last = last_clause(text, all)) {
            const TokenRange rest{all.begin, last->begin};
            if ((last->sentential && own_voice) || names_report(text, rest)) return {last->stance, {text.span(rest)}};
        }
    if (const std::size_t clause = disbelieved(text, tokens)) return {Stance::doubts, behind_word(clause - 1)};
    if (const auto clause = word(0) == "whether" ? 1 : clause_of_report(text, tokens)) {
        const auto found = judged_at_end(text, text.tokens_in(hull(behind_word(clause - 1))), false);
        return found && (found->stance == Stance::doubts || clause > 1) ? *found : none;
    }
    if (const std::size_t clause = unverified(text, tokens)) return {Stance::doubts, behind_word(clause)};
    const bool nobody = word(0) == "nobody" || (word(0) == "no" && word(1) == "one");
    if (word(0) != "it" && word(0) != "there" && !nobody) return none;
    std::size_t at = word(0) == "no" ? 2 : 1;
    bool negated = nobody;
    for (; is(word(at), sw::be | sw::helper | sw::degree | sw::negation | sw::modal) && !is(word(at), sw::unknown);
         ++at)
        negated |= is(word(at), sw::negation);
    if (negated && is(word(at), sw::substance))  // "there is no truth to the claim that"
        for (std::size_t i = at + 1; i < std::min(at + kLongSubject, tokens.size()); ++i)
            if (word(i) == "that" && words_.report(word(i - 1))) return {Stance::denies, behind_word(i)};
    if (const std::size_t that = negated ? clause_of_evidence(text, tokens, at) : 0)  // "no sign that"
        return {Stance::doubts, behind_word(that)};
    if (word(at + 1) != "to" && words_.verdict(word(at + 1))) ++at;  // "a common misconception"
    const bool to_say =
        word(at + 1) == "to" && (word(at + 2) == "say" || word(at + 2) == "tell" || word(at + 2) == "know");
    const std::size_t clause = at + (to_say ? 3 : 1);
    const bool bare = to_say && !negated && word(at) == "wrong";  // "it is wrong to say the dam leaks"
    const bool that = word(clause) == "that" || bare;
    if (!that && word(clause) != "whether" && word(clause) != "if") return none;
    Spans said = behind_word(word(clause) == "that" || !bare ? clause : clause - 1);
    if (!has_word(text, said)) return none;
    if (is(word(at), negated ? sw::known : sw::unknown)) return {Stance::doubts, std::move(said)};
    if (negated && that && is(word(at), sw::affirmed)) return {Stance::asserts, std::move(said)};
    const auto* const verdict = words_.verdict(word(at));
    const bool moral = word(at) == "wrong" && !to_say;  // "it is wrong that they are paid less"
    const bool denied = verdict && verdict->stance == Stance::denies;
    return denied && that && !negated && !moral ? Judgement{Stance::denies, std::move(said)} : none;
}

/// Where what is denied begins in "We strongly deny that [we did it]", "I reject [the allegations]"; 0 where the words
/// begin otherwise.
std::size_t JudgementReader::denied_ourselves(const TokenizedText& text,
                                              const std::vector<std::uint32_t>& tokens) const {
    const auto word = [&](std::size_t i) { return i < tokens.size() ? text.norm(tokens[i]) : std::string_view(); };
    if (word(0) != "we" && word(0) != "i") return 0;
    std::size_t verb = 1;
    while (word(verb).ends_with("ly") || is(word(verb), sw::degree) || word(verb) == "have" || word(verb) == "always")
        ++verb;
    const auto stem = word(verb);
    if (!stem.starts_with("deny") && !stem.starts_with("denied") && !stem.starts_with("refute") && stem != "reject")
        return 0;
    for (std::size_t i = verb + 1; i < std::min(verb + kLongSubject, tokens.size()); ++i)
        if (word(i) == "that") return i + 1;
    return verb + 1;
}

/// Where the clause begins in "he did not believe reports that [the dam leaks]"; 0 where the words begin otherwise.
std::size_t JudgementReader::disbelieved(const TokenizedText& text, const std::vector<std::uint32_t>& tokens) const {
    const auto word = [&](std::size_t i) { return i < tokens.size() ? text.norm(tokens[i]) : std::string_view(); };
    static constexpr std::array<std::string_view, 5> kSubjects{"he", "she", "they", "i", "we"};
    if (std::ranges::find(kSubjects, word(0)) == kSubjects.end()) return 0;
    std::size_t verb = 1;
    bool negated = false;
    for (; is(word(verb), sw::helper | sw::modal | sw::negation); ++verb) negated |= is(word(verb), sw::negation);
    if (!negated || word(verb) != "believe") return 0;
    for (std::size_t i = verb + 1; i + 1 < std::min(verb + kLongSubject, tokens.size()); ++i)
        if (word(i) == "that") return words_.report(word(i - 1)) ? i + 1 : 0;
    return 0;
}

/// Where the clause begins in "the latest reports that [the dam leaks]"; 0 where the words begin otherwise.
std::size_t JudgementReader::clause_of_report(const TokenizedText& text,
                                              const std::vector<std::uint32_t>& tokens) const {
    for (std::size_t i = 0; i < std::min(kLongSubject, tokens.size()); ++i)
        if (text.norm(tokens[i]) == "that")
            return i > 0 && i + 1 < tokens.size() && words_.report(text.norm(tokens[i - 1])) ? i + 1 : 0;
    return 0;
}

/// The "that" of "credible evidence that", "evidence to suggest that" at `at`; 0 where other words stand there.
std::size_t JudgementReader::clause_of_evidence(const TokenizedText& text, const std::vector<std::uint32_t>& tokens,
                                                std::size_t at) const {
    bool evidence = false;
    for (std::size_t i = at; i + 1 < std::min(at + kLongSubject, tokens.size()); ++i) {
        if (evidence && text.norm(tokens[i]) == "that") return i;
        evidence |= is(text.norm(tokens[i]), sw::evidence);
    }
    return 0;
}

/// The "that" of "the agency could not independently verify reports that"; 0 where the words begin otherwise.
std::size_t JudgementReader::unverified(const TokenizedText& text, const std::vector<std::uint32_t>& tokens) const {
    bool negated = false, verified = false;
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        const auto word = text.norm(tokens[i]);
        if (word == "that" || word == "whether") return verified ? i : 0;
        negated |= i > 0 && is(text.norm(tokens[i - 1]), sw::modal) && is(word, sw::negation);
        verified |= negated && (word == "verify" || word == "confirm" || word == "corroborate");
    }
    return 0;
}

/// Whether words have a verb: "the passports" tells nothing.
bool JudgementReader::tells(const TokenizedText& text, TokenRange words) const {
    for (; !words.empty(); ++words.begin)
        if (is(text.norm(words.begin), sw::finite) && text.norm(words.begin) != "'s") return true;
    return false;
}

/// How the last words judge what stands before them: "[the dam leaks] turned out to be false", "[it leaks] is unclear".
/// `predicate`: they may do so without a verb.
std::optional<Judgement> JudgementReader::judged_at_end(const TokenizedText& text, TokenRange words,
                                                        bool predicate) const {
    while (!words.empty() && text.tokens()[words.end - 1].kind != TokenKind::word) --words.end;
    if (words.empty()) return std::nullopt;
    const bool made_up = words.size() > 1 && text.norm(words.end - 1) == "up" && text.norm(words.end - 2) == "made";
    const auto last = made_up ? std::string_view("made-up") : text.norm(words.end - 1);
    bool negated = false;
    for (words.end -= 1 + made_up; !words.empty(); --words.end) {
        const auto word = text.norm(words.end - 1);
        if (text.tokens()[words.end - 1].kind == TokenKind::open_quote) continue;  // is "categorically false"
        if (!is(word, sw::be | sw::helper | sw::negation | sw::degree | sw::emerge | sw::modal)) break;
        predicate |= is(word, sw::be);
        negated |= is(word, sw::negation);
    }
    // "Rumours that [he died] spread, but they are false"
    if (words.size() > 3 && is(text.norm(words.end - 1), sw::subject) && text.norm(words.end - 2) == "but")
        words.end -= 2;
    while (!words.empty() && text.norm(words.end - 1) == ",") --words.end;
    if (!predicate || !tells(text, words)) return std::nullopt;
    Judgement found{Stance::doubts, {text.span(words)}};
    if (is(last, negated ? sw::known : sw::unknown)) return found;
    const auto* const verdict = words_.verdict(last);
    if (!verdict) return std::nullopt;
    found.stance = negated ? verdict->negated : verdict->stance;
    return found;
}

/// "[A photo of a shark went viral], but it is a fake": the clause at the end that judges what stands before it.
std::optional<JudgementReader::LastClause> JudgementReader::last_clause(const TokenizedText& text,
                                                                        TokenRange words) const {
    static constexpr std::array<std::string_view, 6> kBreaks{",", ";", "-", "--", "\u2013", "\u2014"};
    static constexpr std::array<std::string_view, 6> kLinks{"but", "and", "though", "although", "however", "yet"};
    const auto among = [&](const auto& list, std::uint32_t t) {
        return std::ranges::find(list, text.norm(t)) != list.end();
    };
    const auto end = words.end;
    const auto judges = [&](std::uint32_t t) { return words_.verdict(text.norm(t)) || text.norm(t) == "made"; };
    std::uint32_t verdict = end;
    for (auto t = end; t-- > words.begin && end - t < kLongSubject && verdict == end;)
        if (judges(t)) verdict = t;
    if (verdict == end) return std::nullopt;
    std::uint32_t begin = verdict;  // of the clause
    while (begin > words.begin && end - begin < kLastClause && !among(kBreaks, begin - 1) && !among(kLinks, begin - 1))
        --begin;
    std::uint32_t mark = begin;
    while (mark > words.begin && (among(kBreaks, mark - 1) || among(kLinks, mark - 1))) --mark;
    if (mark == begin || mark < words.begin + kShortestJudged) return std::nullopt;
    Words clause;
    for (auto t = begin; t != end; ++t) {
        const TokenKind kind = text.tokens()[t].kind;
        if (kind != TokenKind::open_quote && kind != TokenKind::close_quote) clause.push_back(text.norm(t));
    }
    const bool which = clause.front() == "which";
    if (which) clause.front() = "it";
    if (subject_end(clause, 0) == 0) return std::nullopt;
    const Stance stance = by_content(clause);
    if (stance != Stance::denies && stance != Stance::doubts) return std::nullopt;
    if (!tells(text, {words.begin, mark})) return std::nullopt;
    return LastClause{mark, stance, which || clause.front() == "that" || clause.front() == "this"};
}

/// "Reports [that the dam leaks turned out to be false]", "called claims [that it leaks "nonsense"]", "posts claiming
/// [that it leaks are false]".
Judgement JudgementReader::reported(const TokenizedText& text, const Attribution& attribution) const {
    const TokenRange content = attribution.content.empty() ? TokenRange{} : text.tokens_in(hull(attribution.content));
    const bool own = verdict(text, attribution.content) != Stance::asserts;  // "that the image is a fake"
    if (content.size() < 2 || own || text.norm(content.begin) != "that") return {Stance::asserts, attribution.content};
    const bool called = content.begin > 0 && is_called(text, content.begin - 1);
    const auto found = judged_at_end(text, content, called);
    return found ? *found : Judgement{Stance::asserts, attribution.content};
}

/// "slammed [claims that]", "hit back at suggestions that": but what is condemned where reports tell of it may be so.
bool JudgementReader::attacks_report(const TokenizedText& text, const Attribution& attribution) const {
    TokenRange words = text.tokens_in(hull(attribution.cue));
    const TokenRange content = attribution.content.empty() ? TokenRange{} : text.tokens_in(hull(attribution.content));
    if (words.empty() || content.begin < words.end) return false;
    while (!words.empty() && !is(text.norm(words.begin), sw::attack)) ++words.begin;
    if (words.empty() || (text.norm(words.begin) == "hit" && words.size() == 1)) return false;
    const bool condemns =
        text.norm(words.begin).starts_with("condemn") || text.norm(words.begin).starts_with("denounc");
    const std::uint32_t end = std::min<std::uint32_t>(content.end, content.begin + kLongSubject);
    for (std::uint32_t t = words.begin + 1; t < end; ++t)
        if (text.norm(t) == "that")
            return words_.report(text.norm(t - 1)) && !(condemns && text.norm(t - 1).starts_with("report"));
    return false;
}

Stance JudgementReader::of_report(const TokenizedText& text, const Attribution& attribution) const {
    if (attacks_report(text, attribution)) return Stance::denies;
    const bool own = is_reported(text, attribution) && !told_by_report(text, attribution);
    return own ? reported(text, attribution).stance : Stance::asserts;
}

/// Whether the content stands behind a report's noun: the "claim" of "Lee's claim that the dam leaks".
bool JudgementReader::is_reported(const TokenizedText& text, const Attribution& attribution) const {
    const TokenRange content = attribution.content.empty() ? TokenRange{} : text.tokens_in(hull(attribution.content));
    return !content.empty() && content.begin > 0 && words_.report(text.norm(content.begin - 1));
}

/// Whether what follows the content can only be of what tells it: "Claims [that ...]", "Lee's claim [that ...]", "Posts
/// claiming [that ...]".
bool JudgementReader::told_by_report(const TokenizedText& text, const Attribution& attribution) const {
    const TokenRange source = text.tokens_in(hull(attribution.source)), cue = text.tokens_in(hull(attribution.cue));
    if (source.empty() || cue.empty() || attribution.content.empty()) return false;
    if (is_reported(text, attribution)) {
        const std::uint32_t noun = text.tokens_in(hull(attribution.content)).begin - 1;
        if (is_called(text, noun)) return false;
        return cue == TokenRange{noun, noun + 1} || source.end == noun + 1;
    }
    const std::uint32_t begin = text.sentences()[text.tokens()[cue.begin].sentence].tokens.begin;
    return source.begin == begin && source.end == cue.begin && text.norm(cue.end - 1).ends_with("ing") &&
           names_report(text, {source.end - 1, source.end});
}

Judgement JudgementReader::by_teller(const TokenizedText& text, const Attribution& attribution) const {
    Judgement found{Stance::asserts, attribution.content};
    if (told_by_report(text, attribution)) found = reported(text, attribution);
    if (found.stance != Stance::asserts) return found;
    const TokenRange source = text.tokens_in(hull(attribution.source)), cue = text.tokens_in(hull(attribution.cue));
    const auto word = [&](std::uint32_t t) { return t < text.tokens().size() ? text.norm(t) : std::string_view(); };
    if (said_the_contrary(text, attribution)) return {Stance::confirms, attribution.content};
    const bool contrary = source.begin >= 2 && word(source.begin - 1) == "to" && word(source.begin - 2) == "contrary";
    if (contrary) found.stance = Stance::denies;
    if (cue.empty()) return found;
    const TokenRange sentence = text.sentences()[text.tokens()[cue.begin].sentence].tokens;
    const TokenRange content = attribution.content.empty() ? TokenRange{} : text.tokens_in(hull(attribution.content));
    const std::uint32_t behind = cue.end + (word(cue.end) == ",");  // "claimed, falsely, that"
    const auto in_content = [&](std::uint32_t t) { return content.begin <= t && t < content.end; };
    bool wrong = is(word(behind), sw::mistaken) && behind < sentence.end && !in_content(behind);
    for (std::uint32_t t = std::max(sentence.begin, cue.begin > 2 ? cue.begin - 2 : 0); t < cue.end; ++t)
        wrong |= (t + 1 >= cue.begin && is(word(t), sw::mistaken)) || (word(t) == "wrong" && word(t + 1) == "to");
    if (is_reported(text, attribution) && !attribution.parent && content.begin > sentence.begin + 1) {
        // "the false claim that", unless somebody repeats it
        const auto* const adjective = words_.verdict(word(content.begin - 2));
        wrong |= adjective && adjective->stance == Stance::denies;
    }
    if (wrong) found.stance = Stance::denies;
    if (found.stance != Stance::asserts || content.begin < cue.end || content.end > sentence.end) return found;
    // "claimed that it leaks, but that is not true", wherever what he claimed was thought to end
    if (const auto last = last_clause(text, {content.begin, sentence.end});
        last && (last->begin == content.end || (last->sentential && last->begin < content.end)))
        if (attribution.voice == Voice::indirect) found = {last->stance, {text.span({content.begin, last->begin})}};
    return found;
}

/// Past "it turns out that" and "it later emerged that", which say no more than what comes behind.
std::size_t JudgementReader::past_emergence(const Words& words, std::size_t at) const {
    std::size_t next = at;
    const auto skip = [&](auto allowed) { next += next < words.size() && allowed(words[next]); };
    skip([](auto word) { return word == "it"; });
    skip([&](auto word) { return is(word, sw::degree); });
    if (next >= words.size() || !is(words[next], sw::emerge)) return at;
    ++next;
    for (const std::string_view word : {"out", ",", "that"}) skip([=](auto found) { return found == word; });
    return subject_end(words, next) > next ? next : at;
}

/// "We rate the claim false", "has rated the photo as a likely fake".
Stance JudgementReader::rated(const Words& words, std::size_t at) const {
    for (std::size_t i = at; i < words.size(); ++i) {
        const std::size_t predicate = is(words[i], sw::rate) ? subject_end(words, i + 1) : i + 1;
        if (predicate > i + 1) return judged(words, predicate);
    }
    return Stance::asserts;
}

/// Past "it", "that", "the report", "Lee's latest claim" that stands at `at`; `at` where no such subject does.
std::size_t JudgementReader::subject_end(const Words& words, std::size_t at) const {
    const bool alone = at + 1 >= words.size() || !words_.report(words[at + 1]);  // but "these claims"
    if (at < words.size() && is(words[at], sw::subject) && alone) return at + 1;
    for (std::size_t i = at; i < std::min(words.size(), at + kLongSubject) && words[i] != ","; ++i) {
        if (is(words[i], sw::be | sw::helper | sw::clause)) break;
        const bool predicate =
            i + 1 < words.size() &&
            (is(words[i + 1], sw::be | sw::helper | sw::negation | sw::degree) || words_.verdict(words[i + 1]));
        if (predicate && (words_.report(words[i]) || is(words[i], sw::exhibit))) return i + 1;
    }
    return at;
}

/// The judgement that "not a complete lie" passes; none where more follows that may change its meaning.
Stance JudgementReader::judged(const Words& words, std::size_t at, bool negated) const {
    for (std::size_t i = at; i < words.size(); ++i) {
        const bool made_up = words[i] == "made" && i + 1 < words.size() && words[i + 1] == "up";
        if (const auto* const verdict = words_.verdict(made_up ? "made-up" : words[i]))
            return !ends(words, i + 1 + made_up) ? Stance::asserts : negated ? verdict->negated : verdict->stance;
        if (!is(words[i], sw::degree | sw::negation | sw::be | sw::helper)) break;
        negated |= is(words[i], sw::negation);
    }
    return Stance::asserts;
}

/// Whether the clause ends there, but for a noun that the verdict qualifies: "fake news", "a false claim".
bool JudgementReader::ends(const Words& words, std::size_t at) const {
    while (at < words.size() && (is(words[at], sw::tail) || words_.report(words[at]))) ++at;
    static constexpr std::array<std::string_view, 20> kEnds{
        ",",  ".",  ";",     ":",       "-",       "!",        "?",           "and",  "but",   "or",
        "as", "by", "timed", "created", "started", "designed", "perpetrated", "from", "which", "because"};
    return at >= words.size() || std::ranges::find(kEnds, words[at]) != kEnds.end();
}

}  // namespace hearsay
