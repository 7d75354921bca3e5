// SPDX-License-Identifier: Apache-2.0
#include "attribution/stance.hpp"

#include <algorithm>
#include <array>

#include "hearsay/error.hpp"
#include "hearsay/resources.hpp"

namespace hearsay {

namespace {

constexpr std::uint32_t kBeforeCue = 4, kAfterCue = 2, kBeforeSource = 2;  // tokens in which an adverb may stand
constexpr std::uint32_t kClause = 16;    // tokens of the content that a hedge may open
constexpr std::size_t kJudgement = 40;   // words of the content in which it may judge
constexpr std::size_t kLongSubject = 5;  // words of "Lee's latest claim"
constexpr std::size_t kBareVerdict = 5;  // words of "Absolutely not true"

enum Kind : unsigned {
    hedge = 1,
    hearsay_participle = 2,
    subject = 4,
    be = 8,
    negation = 16,
    helper = 32,
    degree = 64,
    tail = 128,
    event = 256,
    substance = 512,
    opening = 1024,
    clause = 2048,
    exhibit = 4096,
    request = 8192,
    emerge = 16384,
    rate = 32768,
    mistaken = 65536,
    known = 131072,
    unknown = 262144,
    affirmed = 524288,
    modal = 1048576,
    employed = 2097152,
    finite = 4194304  // verbs; from finite_verbs.tsv
};

unsigned kind_of(std::string_view name) {
    static constexpr std::array<std::string_view, 22> kNames{
        "hedge",    "hearsay",   "subject", "be",       "negation", "helper",  "degree", "tail",
        "event",    "substance", "opening", "clause",   "exhibit",  "request", "emerge", "rate",
        "mistaken", "known",     "unknown", "affirmed", "modal",    "employed"};
    const auto found = std::ranges::find(kNames, name);
    if (found == kNames.end()) throw ResourceError("stance_words.tsv: unknown kind '" + std::string(name) + "'");
    return 1U << (found - kNames.begin());
}

Stance stance_of(std::string_view name) {
    for (const Stance stance : {Stance::asserts, Stance::confirms, Stance::denies, Stance::doubts})
        if (to_string(stance) == name) return stance;
    throw ResourceError("verdicts.tsv: unknown stance '" + std::string(name) + "'");
}

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

bool begins_question(std::string_view word) {
    static constexpr std::array<std::string_view, 8> kWords{"why",   "how", "what",  "when",
                                                            "where", "who", "which", "if"};
    return std::ranges::find(kWords, word) != kWords.end();
}

/// "asked", "wondered", "was asking".
bool asks(const TokenizedText& text, TokenRange cue) {
    for (std::uint32_t t = cue.begin; t < cue.end; ++t)
        if (text.norm(t).starts_with("ask") || text.norm(t).starts_with("wonder")) return true;
    return false;
}

std::string_view first_word(const TokenizedText& text, const Spans& spans) {
    const TokenRange tokens = text.tokens_in(hull(spans));
    return tokens.empty() ? std::string_view() : text.norm(tokens.begin);
}

std::string_view last_word(const TokenizedText& text, const Spans& spans) {
    const TokenRange tokens = text.tokens_in(hull(spans));
    return tokens.empty() ? std::string_view() : text.norm(tokens.end - 1);
}

/// "refused to confirm", "has yet to confirm", "neither confirmed nor denied", "Nobody denied".
bool held_back(const TokenizedText& text, const Attribution& attribution) {
    constexpr std::uint32_t kBefore = 3;  // tokens before the cue
    const TokenRange cue = text.tokens_in(hull(attribution.cue)), source = text.tokens_in(hull(attribution.source));
    if (cue.empty()) return false;
    const auto first = first_word(text, attribution.source);
    if (first == "nobody" || first == "none" || (first == "no" && source.size() > 1)) return true;
    const std::uint32_t sentence = text.sentences()[text.tokens()[cue.begin].sentence].tokens.begin;
    const std::uint32_t begin = std::max(cue.begin > kBefore ? cue.begin - kBefore : 0, sentence);
    bool held = false;
    for (std::uint32_t t = begin; t < cue.end; ++t) {
        const auto word = text.norm(t);
        if (text.tokens()[t].kind == TokenKind::punctuation) held = false;
        const bool short_of = word == "short" && t > begin && text.norm(t - 1).starts_with("stop");
        const bool yet = word == "yet" && t + 1 < cue.end + 1 && text.norm(t + 1) == "to";
        held |= short_of || yet || word.starts_with("refus") || word.starts_with("declin") || word == "failed";
        held |= t < cue.begin && (word == "nor" || word == "neither");
    }
    const auto last = text.norm(cue.end - 1);
    return held && !last.starts_with("refus") && !last.starts_with("declin");  // "refused the offer"
}

/// "I don't think [anyone] believes it", "[few] engineers believe it", but "a few engineers".
bool hardly_anybody(const TokenizedText& text, const Attribution& attribution) {
    const auto first = first_word(text, attribution.source);
    return first == "anyone" || first == "anybody" || first == "any" || first == "few" || first == "hardly";
}

/// "called [claims] that the dam leaks "nonsense""
bool is_called(const TokenizedText& text, std::uint32_t noun) {
    return noun > 0 && text.norm(noun - 1).starts_with("call");
}

/// "Contrary to what the mayor said, [the bridge was closed]": that he said the opposite.
bool said_the_contrary(const TokenizedText& text, const Attribution& attribution) {
    const TokenRange source = text.tokens_in(hull(attribution.source));
    return source.begin >= 3 && text.norm(source.begin - 1) == "what" && text.norm(source.begin - 2) == "to" &&
           text.norm(source.begin - 3) == "contrary";
}

}  // namespace

StanceReader StanceReader::load(const std::filesystem::path& lexicons) {
    StanceReader reader;
    read_table(lexicons / "stance_words.tsv", {"word", "kind"},
               [&](const auto& row) { reader.kinds_[std::string(row[0])] |= kind_of(row[1]); });
    read_table(lexicons / "finite_verbs.tsv", {"form"},
               [&](const auto& row) { reader.kinds_[std::string(row[0])] |= finite; });
    read_table(lexicons / "verdicts.tsv", {"word", "stance", "negated"}, [&](const auto& row) {
        reader.verdicts_.emplace(row[0], Verdict{stance_of(row[1]), stance_of(row[2])});
    });
    read_table(lexicons / "report_nouns.tsv", {"noun", "kind"},
               [&](const auto& row) { reader.report_nouns_.emplace(row[0]); });
    return reader;
}

void StanceReader::judge(const Document& document, Attribution& attribution) const {
    attribution.hedged = is_hedged(document, attribution);
    if (first_word(document.tokens, attribution.source) == "nothing") attribution.reports = false;  // suggests that
    if (held_back(document.tokens, attribution))
        attribution.stance = attribution.stance == Stance::confirms ? Stance::doubts : Stance::asserts;
    const Words words = first_words(document.tokens, attribution.content);
    const bool dismisses = last_word(document.tokens, attribution.cue).starts_with("dismiss");
    if (attribution.stance == Stance::denies && (names(words, request) || (dismisses && names(words, employed))))
        attribution.stance = Stance::asserts, attribution.reports = false;
    if (attribution.stance == Stance::asserts) attribution.stance = by_content(words);
    if (attribution.stance == Stance::asserts)
        attribution.stance = of_clause(document.tokens, attribution.content).stance;
    if (attribution.stance == Stance::asserts && is_reported(document.tokens, attribution) &&
        !told_by_report(document.tokens, attribution))
        attribution.stance = of_report(document.tokens, attribution).stance;
    if (attribution.stance == Stance::asserts && hardly_anybody(document.tokens, attribution))
        attribution.stance = Stance::doubts;
    if (attribution.stance == Stance::asserts && said_the_contrary(document.tokens, attribution))
        attribution.stance = Stance::denies;
}

/// "rejected [a 35-million-euro offer]", "denied [him bail]", "dismissed [forty drivers]": who does not grant what is
/// asked, or sends people away, denies nothing said.
bool StanceReader::names(const Words& words, unsigned kind) const {
    constexpr std::size_t kNounPhrase = 5;  // words
    for (std::size_t i = 0; i < std::min(words.size(), kNounPhrase); ++i) {
        if (words[i] == "that" || words[i] == "," || is(words[i], be)) return false;
        if (is(words[i], kind)) return true;
    }
    return false;
}

Stance StanceReader::verdict(const TokenizedText& text, const Spans& statement) const {
    return by_content(first_words(text, statement));
}

bool StanceReader::names_report(const TokenizedText& text, TokenRange words) const {
    for (; !words.empty(); ++words.begin)
        if (report_nouns_.contains(text.norm(words.begin)) || is(text.norm(words.begin), exhibit)) return true;
    return false;
}

bool StanceReader::is(std::string_view word, unsigned kind) const {
    const auto found = kinds_.find(word);
    return found != kinds_.end() && (found->second & kind) != 0;
}

/// "Kim reportedly told", "Reportedly, Kim said", "he is said to", "Kim said they were allegedly shot".
bool StanceReader::is_hedged(const Document& document, const Attribution& attribution) const {
    const TokenizedText& text = document.tokens;
    const auto tokens = [&](const Spans& spans) { return spans.empty() ? TokenRange{} : text.tokens_in(hull(spans)); };
    const TokenRange cue = tokens(attribution.cue), source = tokens(attribution.source);
    if (!attribution.content.empty()) {
        const TokenRange first = text.tokens_in(attribution.content.front());
        if (hedge_in(text, {first.begin, std::min(first.end, first.begin + kClause)})) return true;
    }
    if (cue.empty()) return false;
    const TokenRange sentence = text.sentences()[text.tokens()[cue.begin].sentence].tokens;
    const auto back = [&](std::uint32_t token, std::uint32_t by) {
        return token > sentence.begin + by ? token - by : sentence.begin;
    };
    TokenRange before{back(cue.begin, kBeforeCue), cue.begin};
    if (source.begin < cue.begin) before.begin = std::clamp(source.end, before.begin, cue.begin);
    if (hedge_in(text, before) || hedge_in(text, {cue.begin, std::min(sentence.end, cue.end + kAfterCue)})) return true;
    if (source.empty()) return is_hearsay(text, cue);
    return source.begin >= sentence.begin && source.begin < sentence.end &&
           hedge_in(text, {back(source.begin, kBeforeSource), source.begin});
}

/// "is said to", "was widely believed to": after a form of "be".
bool StanceReader::is_hearsay(const TokenizedText& text, TokenRange cue) const {
    for (std::uint32_t t = cue.begin; t < cue.end; ++t) {
        if (!is(text.norm(t), hearsay_participle)) continue;
        for (std::uint32_t k = t; k-- > 0 && t - k <= 3;)
            if (is(text.norm(k), be)) return true;
    }
    return false;
}

bool StanceReader::hedge_in(const TokenizedText& text, TokenRange tokens) const {
    for (; !tokens.empty(); ++tokens.begin)
        if (is(text.norm(tokens.begin), hedge)) return true;
    return false;
}

/// "It is not true", "the report was fake", "Complete nonsense", "that never happened", "there is no truth to it".
Stance StanceReader::by_content(const Words& words) const {
    const auto word = [&](std::size_t i) { return i < words.size() ? words[i] : std::string_view(); };
    std::size_t at = 0;
    while (is(word(at), opening)) at += word(at + 1) == "," ? 2 : 1;
    const bool pronoun = is(word(at + 1), helper | negation) || (is(word(at + 1), be) && word(at + 1) != "are");
    if (word(at) == "that" && !pronoun) ++at;
    if (word(at) == "there" && is(word(at + 1), be) && word(at + 2) == "no" && is(word(at + 3), substance))
        return Stance::denies;
    at = past_emergence(words, at);
    const bool none = (word(at) == "none" || word(at) == "nothing") && word(at + 1) == "of";
    if (none) at += 2;
    const std::size_t predicate = subject_end(words, at);
    const bool bare = words.size() <= kBareVerdict && !is(word(at), be);
    if (predicate == at) return bare ? judged(words, at) : rated(words, at);
    std::size_t verb = predicate;
    while (is(word(verb), helper)) ++verb;
    if (word(verb) == "never" && is(word(verb + 1), event) && ends(words, verb + 2)) return Stance::denies;
    return judged(words, predicate, none);  // also without a verb: "called the report a lie"
}

/// "It is false that [the dam leaks]", "called it a lie that", "it is not clear whether", "it is too early to say
/// that"; "whether [it leaks] is unclear", "reports that [it leaks] are false"; "there is no doubt that [it leaks]".
/// Where it is "not true", the clause is negated itself.
Judgement StanceReader::of_clause(const TokenizedText& text, const Spans& statement) const {
    const std::vector<std::uint32_t> tokens = first_tokens(text, statement);
    const auto word = [&](std::size_t i) { return i < tokens.size() ? text.norm(tokens[i]) : std::string_view(); };
    const auto behind_word = [&](std::size_t i) { return behind(text, tokens[i], statement); };
    Judgement none{Stance::asserts, statement};
    if (const auto clause = word(0) == "whether" ? 1 : clause_of_report(text, tokens)) {
        const auto found = judged_at_end(text, text.tokens_in(hull(behind_word(clause - 1))), false);
        return found && (found->stance == Stance::doubts || clause > 1) ? *found : none;
    }
    if (const std::size_t clause = unverified(text, tokens)) return {Stance::doubts, behind_word(clause)};
    const bool nobody = word(0) == "nobody" || (word(0) == "no" && word(1) == "one");
    if (word(0) != "it" && word(0) != "there" && !nobody) return none;
    std::size_t at = word(0) == "no" ? 2 : 1;
    bool negated = nobody;
    for (; is(word(at), be | helper | degree | negation | modal) && !is(word(at), unknown); ++at)
        negated |= is(word(at), negation);
    if (negated && is(word(at), substance))  // "there is no truth to the claim that"
        for (std::size_t i = at + 1; i < std::min(at + kLongSubject, tokens.size()); ++i)
            if (word(i) == "that" && report_nouns_.contains(word(i - 1))) return {Stance::denies, behind_word(i)};
    if (word(at + 1) != "to" && verdicts_.contains(word(at + 1))) ++at;  // "a common misconception"
    const bool to_say =
        word(at + 1) == "to" && (word(at + 2) == "say" || word(at + 2) == "tell" || word(at + 2) == "know");
    const std::size_t clause = at + (to_say ? 3 : 1);
    const bool that = word(clause) == "that";
    if (!that && word(clause) != "whether" && word(clause) != "if") return none;
    Spans said = behind_word(clause);
    if (!has_word(text, said)) return none;
    if (is(word(at), negated ? known : unknown)) return {Stance::doubts, std::move(said)};
    if (negated && that && is(word(at), affirmed)) return {Stance::asserts, std::move(said)};
    const auto verdict = verdicts_.find(word(at));
    const bool moral = word(at) == "wrong" && !to_say;  // "it is wrong that they are paid less"
    const bool denied = verdict != verdicts_.end() && verdict->second.stance == Stance::denies;
    return denied && that && !negated && !moral ? Judgement{Stance::denies, std::move(said)} : none;
}

/// Where the clause begins in "the latest reports that [the dam leaks]"; 0 where the words begin otherwise.
std::size_t StanceReader::clause_of_report(const TokenizedText& text, const std::vector<std::uint32_t>& tokens) const {
    for (std::size_t i = 0; i < std::min(kLongSubject, tokens.size()); ++i)
        if (text.norm(tokens[i]) == "that")
            return i > 0 && i + 1 < tokens.size() && report_nouns_.contains(text.norm(tokens[i - 1])) ? i + 1 : 0;
    return 0;
}

/// The "that" of "the agency could not independently verify reports that"; 0 where the words begin otherwise.
std::size_t StanceReader::unverified(const TokenizedText& text, const std::vector<std::uint32_t>& tokens) const {
    bool negated = false, verified = false;
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        const auto word = text.norm(tokens[i]);
        if (word == "that" || word == "whether") return verified ? i : 0;
        negated |= i > 0 && is(text.norm(tokens[i - 1]), modal) && is(word, negation);
        verified |= negated && (word == "verify" || word == "confirm" || word == "corroborate");
    }
    return 0;
}

/// How the last words judge what stands before them: "[the dam leaks] turned out to be false", "[it leaks] is unclear".
/// `predicate`: they may do so without a verb.
std::optional<Judgement> StanceReader::judged_at_end(const TokenizedText& text, TokenRange words,
                                                     bool predicate) const {
    while (!words.empty() && text.tokens()[words.end - 1].kind != TokenKind::word) --words.end;
    if (words.empty()) return std::nullopt;
    const auto last = text.norm(words.end - 1);
    bool negated = false;
    for (--words.end; !words.empty(); --words.end) {
        const auto word = text.norm(words.end - 1);
        if (!is(word, be | helper | negation | degree | emerge | modal)) break;
        predicate |= is(word, be);
        negated |= is(word, negation);
    }
    bool tells = false;  // "the passports" doesn't
    for (std::uint32_t t = words.begin; t < words.end; ++t) tells |= is(text.norm(t), finite) && text.norm(t) != "'s";
    if (!predicate || !tells) return std::nullopt;
    Judgement found{Stance::doubts, {text.span(words)}};
    if (is(last, negated ? known : unknown)) return found;
    const auto verdict = verdicts_.find(last);
    if (verdict == verdicts_.end()) return std::nullopt;
    found.stance = negated ? verdict->second.negated : verdict->second.stance;
    return found;
}

/// "Reports [that the dam leaks turned out to be false]", "called claims [that it leaks "nonsense"]", "posts claiming
/// [that it leaks are false]".
Judgement StanceReader::of_report(const TokenizedText& text, const Attribution& attribution) const {
    const TokenRange content = attribution.content.empty() ? TokenRange{} : text.tokens_in(hull(attribution.content));
    const bool own = verdict(text, attribution.content) != Stance::asserts;  // "that the image is a fake"
    if (content.size() < 2 || own || text.norm(content.begin) != "that") return {Stance::asserts, attribution.content};
    const bool called = content.begin > 0 && is_called(text, content.begin - 1);
    const auto found = judged_at_end(text, content, called);
    return found ? *found : Judgement{Stance::asserts, attribution.content};
}

/// Whether the content stands behind a report's noun: the "claim" of "Lee's claim that the dam leaks".
bool StanceReader::is_reported(const TokenizedText& text, const Attribution& attribution) const {
    const TokenRange content = attribution.content.empty() ? TokenRange{} : text.tokens_in(hull(attribution.content));
    return !content.empty() && content.begin > 0 && report_nouns_.contains(text.norm(content.begin - 1));
}

/// Whether what follows the content can only be of what tells it: "Claims [that ...]", "Lee's claim [that ...]", "Posts
/// claiming [that ...]".
bool StanceReader::told_by_report(const TokenizedText& text, const Attribution& attribution) const {
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

Judgement StanceReader::by_teller(const TokenizedText& text, const Attribution& attribution) const {
    Judgement found{Stance::asserts, attribution.content};
    if (told_by_report(text, attribution)) found = of_report(text, attribution);
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
    bool wrong = is(word(behind), mistaken) && behind < sentence.end && !in_content(behind);
    for (std::uint32_t t = std::max(sentence.begin, cue.begin > 2 ? cue.begin - 2 : 0); t < cue.end; ++t)
        wrong |= (t + 1 >= cue.begin && is(word(t), mistaken)) || (word(t) == "wrong" && word(t + 1) == "to");
    if (is_reported(text, attribution) && !attribution.parent && content.begin > sentence.begin + 1) {
        // "the false claim that", unless somebody repeats it
        const auto adjective = verdicts_.find(word(content.begin - 2));
        wrong |= adjective != verdicts_.end() && adjective->second.stance == Stance::denies;
    }
    if (wrong) found.stance = Stance::denies;
    return found;
}

/// Past "it turns out that" and "it later emerged that", which say no more than what comes behind.
std::size_t StanceReader::past_emergence(const Words& words, std::size_t at) const {
    std::size_t next = at;
    const auto skip = [&](auto allowed) { next += next < words.size() && allowed(words[next]); };
    skip([](auto word) { return word == "it"; });
    skip([&](auto word) { return is(word, degree); });
    if (next >= words.size() || !is(words[next], emerge)) return at;
    ++next;
    for (const std::string_view word : {"out", ",", "that"}) skip([=](auto found) { return found == word; });
    return subject_end(words, next) > next ? next : at;
}

/// "We rate the claim false", "has rated the photo as a likely fake".
Stance StanceReader::rated(const Words& words, std::size_t at) const {
    for (std::size_t i = at; i < words.size(); ++i) {
        const std::size_t predicate = is(words[i], rate) ? subject_end(words, i + 1) : i + 1;
        if (predicate > i + 1) return judged(words, predicate);
    }
    return Stance::asserts;
}

/// Past "it", "that", "the report", "Lee's latest claim" that stands at `at`; `at` where no such subject does.
std::size_t StanceReader::subject_end(const Words& words, std::size_t at) const {
    if (at < words.size() && is(words[at], subject)) return at + 1;
    for (std::size_t i = at; i < std::min(words.size(), at + kLongSubject) && words[i] != ","; ++i) {
        if (is(words[i], be | helper | clause)) break;
        const bool predicate = i + 1 < words.size() &&
                               (is(words[i + 1], be | helper | negation | degree) || verdicts_.contains(words[i + 1]));
        if (predicate && (report_nouns_.contains(words[i]) || is(words[i], exhibit))) return i + 1;
    }
    return at;
}

/// The judgement that "not a complete lie" passes; none where more follows that may change its meaning.
Stance StanceReader::judged(const Words& words, std::size_t at, bool negated) const {
    for (std::size_t i = at; i < words.size(); ++i) {
        const bool made_up = words[i] == "made" && i + 1 < words.size() && words[i + 1] == "up";
        const auto verdict = verdicts_.find(made_up ? "made-up" : words[i]);
        if (verdict != verdicts_.end())
            return !ends(words, i + 1 + made_up) ? Stance::asserts
                   : negated                     ? verdict->second.negated
                                                 : verdict->second.stance;
        if (!is(words[i], degree | negation | be | helper)) break;
        negated |= is(words[i], negation);
    }
    return Stance::asserts;
}

/// Whether the clause ends there, but for a noun that the verdict qualifies: "fake news", "a false claim".
bool StanceReader::ends(const Words& words, std::size_t at) const {
    while (at < words.size() && (is(words[at], tail) || report_nouns_.contains(words[at]))) ++at;
    static constexpr std::array<std::string_view, 20> kEnds{
        ",",  ".",  ";",     ":",       "-",       "!",        "?",           "and",  "but",   "or",
        "as", "by", "timed", "created", "started", "designed", "perpetrated", "from", "which", "because"};
    return at >= words.size() || std::ranges::find(kEnds, words[at]) != kEnds.end();
}

bool is_stated(const TokenizedText& text, const Attribution& attribution) {
    constexpr std::uint32_t kFirstWords = 6;
    const TokenRange content = text.tokens_in(hull(attribution.content)), cue = text.tokens_in(hull(attribution.cue));
    if (content.empty()) return true;
    if (held_back(text, attribution)) return attribution.stance == Stance::doubts;
    const bool asserts = attribution.stance == Stance::asserts;
    const auto first = text.norm(content.begin);
    const auto second = content.size() > 1 ? text.norm(content.begin + 1) : std::string_view();
    if ((first == "each" && second == "other") || (first == "one" && second == "another")) return false;
    if (asserts && (first == "whether" || (asks(text, cue) && begins_question(first)))) return false;
    if (asserts && content.size() == 2 && text.norm(content.begin) == "the") return false;
    const auto verb = cue.empty() ? std::string_view() : text.norm(cue.begin);
    const auto asked = cue.empty() ? std::string_view() : text.norm(cue.end - 1);
    if (asked.starts_with("question") && (first == "her" || first == "him" || first == "them")) return false;
    bool refused = verb.starts_with("declin") || verb.starts_with("refus");
    for (std::uint32_t i = content.begin; i < std::min(content.end, content.begin + kFirstWords); ++i) {
        const auto word = text.norm(i);
        refused = refused || word == "not";
        if (word == "anonymity" || word == "anonymous") return false;
        if (refused && (word == "named" || word == "identified" || word == "comment")) return false;
    }
    return true;
}

}  // namespace hearsay
