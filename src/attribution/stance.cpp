// SPDX-License-Identifier: Apache-2.0
#include "attribution/stance.hpp"

#include <algorithm>
#include <array>

namespace hearsay {

namespace {

constexpr std::uint32_t kBeforeCue = 4, kAfterCue = 2, kBeforeSource = 2;  // tokens in which an adverb may stand
constexpr std::uint32_t kClause = 16;  // tokens of the content that a hedge may open

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

/// "has been questioned over"
bool is_passive(const TokenizedText& text, TokenRange cue) {
    static constexpr std::array<std::string_view, 6> kBe{"is", "was", "were", "be", "been", "being"};
    for (; !cue.empty(); ++cue.begin)
        if (std::ranges::find(kBe, text.norm(cue.begin)) != kBe.end()) return true;
    return false;
}

bool declines(std::string_view word) { return word.starts_with("refus") || word.starts_with("declin"); }

/// "has not [denied]", "did not [rule out]", "did not [respond to claims]": which says nothing of what is said.
bool left_open(const TokenizedText& text, TokenRange cue) {
    for (std::uint32_t t = cue.begin; t < cue.end; ++t) {
        const auto word = text.norm(t);
        if (word.starts_with("den") || word.starts_with("rul") || word.starts_with("respond")) return true;
    }
    return false;
}

/// "refused to confirm", "has yet to confirm", "neither confirmed nor denied", "Nobody denied", "has not denied".
bool held_back(const TokenizedText& text, const Attribution& attribution) {
    constexpr std::uint32_t kBefore = 3;  // tokens before the cue
    const TokenRange cue = text.tokens_in(hull(attribution.cue)), source = text.tokens_in(hull(attribution.source));
    if (cue.empty()) return false;
    const auto first = first_word(text, attribution.source);
    if (first == "nobody" || first == "none" || (first == "no" && source.size() > 1)) return true;
    const std::uint32_t sentence = text.sentences()[text.tokens()[cue.begin].sentence].tokens.begin;
    const bool either = cue.begin > 0 && text.norm(cue.begin - 1) == "or";  // "refused to confirm or deny"
    const std::uint32_t before = either ? kBefore + 2 : kBefore;
    const std::uint32_t begin = std::max(cue.begin > before ? cue.begin - before : 0, sentence);
    const bool open = left_open(text, cue);
    bool held = false;
    for (std::uint32_t t = begin; t < cue.end; ++t) {
        const auto word = text.norm(t);
        if (text.tokens()[t].kind == TokenKind::punctuation) held = false;
        const bool short_of = word == "short" && t > begin && text.norm(t - 1).starts_with("stop");
        const bool yet = word == "yet" && t + 1 < cue.end + 1 && text.norm(t + 1) == "to";
        held |= short_of || yet || declines(word) || word == "failed";
        held |= t < cue.begin && (word == "nor" || word == "neither");
        held |= open && (word == "not" || word == "n't" || word == "never");
    }
    return held && !declines(text.norm(cue.end - 1));  // "refused the offer"
}

/// "declined [to confirm or deny that it leaks]": what is declined belongs to the cue, and tells whether it is one.
void take_what_is_declined(const TokenizedText& text, Attribution& attribution) {
    const TokenRange cue = text.tokens_in(hull(attribution.cue));
    if (cue.empty() || attribution.content.empty()) return;
    TokenRange content = text.tokens_in(attribution.content.front());
    if (!declines(text.norm(cue.end - 1)) || content.begin != cue.end) return;
    const auto next = [&] { return content.empty() ? std::string_view() : text.norm(content.begin); };
    if (next() != "to") return;
    bool confirms = false, denies = false;
    for (++content.begin; !content.empty(); ++content.begin) {
        const bool confirm = next() == "confirm" || next() == "verify" || next() == "corroborate";
        const bool deny = next() == "deny" || next() == "rule";
        if (!confirm && !deny && next() != "or" && next() != "out") break;
        confirms |= confirm, denies |= deny;
    }
    if (content.empty() || (!confirms && !denies)) return;
    attribution.cue.back().end = text.tokens()[content.begin - 1].span.end;
    attribution.content.front().begin = text.tokens()[content.begin].span.begin;
    attribution.stance = denies ? Stance::denies : Stance::confirms;
    attribution.reports = true;
}

/// "I don't think [anyone] believes it", "[few] engineers believe it", but "a few engineers".
bool hardly_anybody(const TokenizedText& text, const Attribution& attribution) {
    const auto first = first_word(text, attribution.source);
    return first == "anyone" || first == "anybody" || first == "any" || first == "few" || first == "hardly";
}

}  // namespace

void StanceReader::judge(const Document& document, Attribution& attribution) const {
    const TokenizedText& text = document.tokens;
    Stance& stance = attribution.stance;
    take_what_is_declined(text, attribution);
    attribution.hedged = is_hedged(document, attribution);
    if (first_word(text, attribution.source) == "nothing") attribution.reports = false;  // suggests that
    const bool confirming = stance == Stance::confirms || stance == Stance::doubts;
    if (held_back(text, attribution)) stance = confirming ? Stance::doubts : Stance::asserts;
    const auto verb = last_word(text, attribution.cue);
    const bool dismisses = verb.starts_with("dismiss"), contradicts = verb.starts_with("den");
    const unsigned also = dismisses ? stance_word::employed : contradicts ? 0U : stance_word::proposed;
    if (stance == Stance::denies && judgements_.names_request(text, attribution.content, also))
        stance = Stance::asserts, attribution.reports = false;
    if (stance == Stance::asserts) stance = judgements_.verdict(text, attribution.content);
    if (stance == Stance::asserts) stance = judgements_.of_clause(text, attribution.content, false).stance;
    if (stance == Stance::asserts) stance = judgements_.of_report(text, attribution);
    if (stance == Stance::asserts && hardly_anybody(text, attribution)) stance = Stance::doubts;
    if (stance == Stance::asserts && said_the_contrary(text, attribution)) stance = Stance::denies;
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
        if (!judgements_.words().is(text.norm(t), stance_word::hearsay_participle)) continue;
        for (std::uint32_t k = t; k-- > 0 && t - k <= 3;)
            if (judgements_.words().is(text.norm(k), stance_word::be)) return true;
    }
    return false;
}

bool StanceReader::hedge_in(const TokenizedText& text, TokenRange tokens) const {
    for (; !tokens.empty(); ++tokens.begin)
        if (judgements_.words().is(text.norm(tokens.begin), stance_word::hedge)) return true;
    return false;
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
    if (asked == "questioned" && is_passive(text, cue)) return false;  // by the police
    bool refused = declines(verb);
    for (std::uint32_t i = content.begin; i < std::min(content.end, content.begin + kFirstWords); ++i) {
        const auto word = text.norm(i);
        refused = refused || word == "not";
        if (word == "anonymity" || word == "anonymous") return false;
        if (word == "no" && text.norm(std::min(i + 1, content.end - 1)) == "comment") return false;
        if (refused && (word == "named" || word == "identified" || word == "comment")) return false;
    }
    return true;
}

}  // namespace hearsay
