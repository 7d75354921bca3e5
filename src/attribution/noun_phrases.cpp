// SPDX-License-Identifier: Apache-2.0
#include "attribution/noun_phrases.hpp"

#include <algorithm>

namespace hearsay {

namespace wc = word_class;

namespace {

constexpr std::uint32_t kLongestPhrase = 40;
constexpr std::uint32_t kLongestApposition = 30;
constexpr std::uint32_t kCloses = wc::auxiliary | wc::modal | wc::relative | wc::negation;

bool is_pronoun_subject(const ClassedText& r, std::uint32_t i) {
    return r.is(i, wc::pronoun) && !r.is(i, wc::determiner | wc::possessive);
}

bool is_verbal(const ClassedText& r, std::uint32_t i) {
    if (r.is(i, kCloses)) return true;
    return r.is(i, wc::be) && !r.is(i, wc::possessive);
}

/// "Seoul, Washington and Kyiv", "officials and analysts": the word joins two nominals. A comma does so in a list,
/// which has its "and" soon after.
bool joins(const ClassedText& r, std::uint32_t i, std::uint32_t begin) {
    if (i == begin || !r.is_word(i - 1) || !r.is_word(i + 1)) return false;
    if (r.is(i, ",")) {
        if (!r.capitalized(i - 1)) return false;
        for (auto k = i + 1; k < i + 8 && r.capitalized(k); ++k)
            if (r.is(k + 1, "and") && r.capitalized(k + 2))
                return true;
            else if (r.is(k + 1, ","))
                ++k;
        return false;
    }
    if (!r.is(i, "and") && !r.is(i, "or") && !r.is(i, "&")) return false;
    return r.capitalized(i + 1) == r.capitalized(i - 1) && !is_pronoun_subject(r, i + 1) &&
           !r.is(i + 1, wc::determiner | wc::possessive);
}

bool subordinates(const ClassedText& r, std::uint32_t i) {
    return r.is(i, wc::subordinator) && !r.is(i, wc::determiner | wc::adverb);
}

/// Drops what can't begin a noun phrase: adverbs, dates, and a prepositional phrase that stands before the subject.
TokenRange trim_front(const ClassedText& r, TokenRange phrase) {
    bool after_preposition = false;
    while (!phrase.empty()) {
        const auto i = phrase.begin;
        const bool date = r.is(i, wc::time | wc::calendar) && !r.is(i + 1, wc::possessive);
        const bool number = after_preposition && r.token(i).kind == TokenKind::number;
        if (r.is(i, wc::preposition))
            after_preposition = true;
        else if (!date && !number && !r.is(i, wc::conjunction) && r.is_word(i) &&
                 (!r.is(i, wc::adverb) || r.is(i, wc::determiner | wc::pronoun)))
            break;
        ++phrase.begin;
    }
    if (!after_preposition || phrase.empty() || r.is(phrase.begin - 1, wc::calendar | wc::time) ||
        r.token(phrase.begin - 1).kind == TokenKind::number)
        return phrase;
    // "In a statement the ministry": the subject is the last phrase that begins anew.
    for (auto i = phrase.end - 1; i > phrase.begin; --i) {
        const bool fresh =
            r.is(i, wc::determiner) || is_pronoun_subject(r, i) || (r.capitalized(i) && !r.capitalized(i - 1));
        if (fresh && !r.is(i - 1, wc::preposition | wc::possessive | wc::determiner | wc::conjunction))
            return {i, phrase.end};
    }
    return {phrase.end, phrase.end};
}

/// "Kim on Tuesday", "the agency last week"
TokenRange trim_back(const ClassedText& r, TokenRange phrase) {
    const auto end = phrase.end;
    while (!phrase.empty() && r.is(phrase.end - 1, wc::time | wc::calendar)) --phrase.end;
    if (phrase.end != end && !phrase.empty() && r.is(phrase.end - 1, wc::preposition)) --phrase.end;
    return phrase;
}

bool has_noun(const ClassedText& r, TokenRange phrase) {
    for (auto i = phrase.begin; i != phrase.end; ++i)
        if (r.is_word(i) && (!r.is(i, wc::closed) || r.is(i, wc::pronoun) || r.capitalized(i))) return true;
    return false;
}

/// "Berg, 45, said": not "Berg, 45, shut the gate, said Kim".
bool is_age(const ClassedText& r, TokenRange apposition) {
    if (r.token(apposition.begin).kind != TokenKind::number) return false;
    for (auto i = apposition.begin; i + 1 != apposition.end; ++i)
        if (r.is(i, ",")) return false;
    return true;
}

}  // namespace

TokenRange phrase_before(const ClassedText& r, std::uint32_t begin, std::uint32_t end) {
    if (end <= begin) return {end, end};
    const auto level = r.speech(end - 1);
    const std::uint32_t limit = end - begin > kLongestPhrase ? end - kLongestPhrase : begin;
    std::uint32_t first = end;
    for (; first > limit; --first) {
        const auto i = first - 1;
        if (r.speech(i) != level || r.boilerplate(i)) break;
        if (!r.is_word(i)) {
            const bool quoted_word =
                r.token(i).kind == TokenKind::open_quote || r.token(i).kind == TokenKind::close_quote;
            if (quoted_word || r.is(i, "'s") || r.is(i, "'") || (first != end && joins(r, i, begin))) continue;
            if (!r.is(i, ")")) break;
            auto open = i;
            while (open > limit && !r.is(open, "(")) --open;
            if (!r.is(open, "(")) break;
            first = open + 1;
            continue;
        }
        if (is_pronoun_subject(r, i)) {
            if (first == end) --first;
            break;
        }
        if (is_verbal(r, i) || subordinates(r, i)) break;
        if (r.is(i, wc::conjunction) && !joins(r, i, begin)) break;
        if (r.is(i, "to") && !r.capitalized(i + 1) && !r.is(i + 1, wc::determiner | wc::possessive) &&
            !r.norm(i + 1).ends_with('s'))
            break;
    }
    const TokenRange phrase = trim_back(r, trim_front(r, {first, end}));
    return has_noun(r, phrase) ? phrase : TokenRange{end, end};
}

TokenRange apposed_phrase_before(const ClassedText& r, std::uint32_t begin, std::uint32_t end) {
    if (end <= begin + 2 || !r.is(end - 1, ",")) return {end, end};
    const auto level = r.speech(end - 1);
    const std::uint32_t limit = end - begin > kLongestApposition ? end - kLongestApposition : begin;
    for (auto comma = end - 2; comma > limit; --comma) {
        if (r.speech(comma) != level) break;
        if (!r.is(comma, ",")) continue;
        const TokenRange head = phrase_before(r, begin, comma);
        if (head.empty()) continue;
        const bool named =
            r.capitalized(head.end - 1) || r.is(head.end - 1, ")") || r.is(head.begin, wc::determiner | wc::possessive);
        const auto first = comma + 1;
        const bool apposes = r.is(first, wc::determiner | wc::possessive | wc::relative) || is_age(r, {first, end}) ||
                             (!r.is(first, wc::closed) && (head.begin == begin || !r.norm(first).ends_with("ing"))) ||
                             r.is(first, "of") || r.is(first, "in") || r.is(first, "from");
        if (named && apposes) return {head.begin, end};
    }
    return {end, end};
}

TokenRange phrase_after(const ClassedText& r, std::uint32_t begin, std::uint32_t end) {
    if (begin >= end) return {begin, begin};
    const auto level = r.speech(begin);
    const std::uint32_t limit = std::min(end, begin + kLongestPhrase);
    const auto stops = [&](std::uint32_t i) {
        if (is_pronoun_subject(r, i)) return i != begin;
        if (is_verbal(r, i)) return true;
        if (r.is(i, wc::time))
            return i == begin || !r.is(i - 1, wc::determiner | wc::possessive);  // "a Friday dispatch"
        if (subordinates(r, i)) return true;
        if (r.is(i, wc::conjunction)) return !joins(r, i, begin);
        if (r.is(i, "to")) return !r.capitalized(i + 1) && !r.is(i + 1, wc::determiner);
        if (r.is(i, "on") || r.is(i, "during") || r.is(i, "by")) return true;
        if (i != begin && !r.capitalized(i) && r.norm(i).size() > 5 && r.norm(i).ends_with("ing")) return true;
        if (!r.is(i, wc::preposition)) return false;
        auto after = i + 1;
        while (r.is(after, wc::determiner | wc::possessive)) ++after;
        if (i == begin || r.is(after, wc::medium | wc::calendar | wc::time)) return true;
        return r.is(after + 1, wc::medium) && !r.is(i, "of");  // "in a television interview", not "of India report"
    };
    auto last = begin;
    bool apposed = false;
    for (; last < limit && r.speech(last) == level && !r.boilerplate(last); ++last) {
        if (r.is_word(last)) {
            if (r.is(last, "who") && last != begin && r.is(last - 1, ",")) {
                --last;
                break;
            }
            if (stops(last)) break;
            if (is_pronoun_subject(r, last)) {
                ++last;
                break;
            }
            continue;
        }
        const TokenKind kind = r.token(last).kind;
        if (kind == TokenKind::open_quote || kind == TokenKind::close_quote || r.is(last, "'s") || r.is(last, "'"))
            continue;
        if (r.is(last, "(")) {
            while (last + 1 < limit && !r.is(last, ")")) ++last;
            continue;
        }
        if (r.is(last, ",") && last != begin && joins(r, last, begin)) continue;
        // One apposition: "John Kirby, a spokesman for the ministry".
        const bool opens = r.is(last + 1, wc::determiner | wc::possessive) ||
                           (r.is_word(last + 1) && !r.is(last + 1, wc::closed) && !r.norm(last + 1).ends_with("ing"));
        if (!r.is(last, ",") || apposed || !r.capitalized(last - 1) || !opens) break;
        apposed = true;
    }
    while (last > begin &&
           (r.is(last - 1, wc::preposition | wc::conjunction) || (!r.is_word(last - 1) && r.is(last - 1, ","))))
        --last;
    const TokenRange phrase{begin, std::max(begin, last)};
    return has_noun(r, phrase) ? phrase : TokenRange{begin, begin};
}

}  // namespace hearsay
