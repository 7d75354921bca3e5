// SPDX-License-Identifier: Apache-2.0
#include "attribution/source_phrase.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "document/dates.hpp"

namespace hearsay {
namespace {

std::vector<char> among(const std::vector<std::string>& labels, std::initializer_list<std::string_view> wanted) {
    std::vector<char> result;
    for (const std::string& label : labels)
        result.push_back(std::find(wanted.begin(), wanted.end(), label) != wanted.end());
    return result;
}

/// "Mourinho, who once coached here, [yesterday] said"
void drop_day(const TokenizedText& text, Spans& source) {
    if (source.empty()) return;
    TokenRange last = text.tokens_in(source.back());
    if (last.empty()) return;
    const auto word = text.norm(last.end - 1);
    if (!is_weekday(word) && !is_relative_day(word)) return;
    const bool apart = last.size() > 1 ? text.norm(last.end - 2) == "," : source.size() > 1;
    if (text.tokens()[last.end - 1].capitalized && !apart) return;  // "USA Today"
    for (--last.end; !last.empty() && text.norm(last.end - 1) == ",";) --last.end;
    if (last.empty())
        source.pop_back();
    else
        source.back() = text.span(last);
}

bool within(TokenRange range, std::uint32_t token) { return range.begin <= token && token < range.end; }

/// "[He] did not elaborate, but [the paper] said"
void drop_before_but(const AnnotatedText& text, Spans& source) {
    if (source.empty()) return;
    const TokenRange tokens = text.text.tokens_in(hull(source));
    for (std::uint32_t i = tokens.end; i-- > tokens.begin + 1;) {
        if (text.text.norm(i) != "but" || text.text.norm(i - 1) != "," || i + 1 == tokens.end) continue;
        const std::uint32_t after = text.text.tokens()[i + 1].span.begin;
        std::erase_if(source, [&](Span span) { return span.end <= after; });
        if (!source.empty()) source.front().begin = std::max(source.front().begin, after);
        return;
    }
}

/// "His denial of [the ceasefire] appears wise": what is said behind a noun is part of its phrase.
void end_with_noun(const AnnotatedText& text, std::uint32_t noun, Spans& content) {
    const std::uint32_t end = text.highest[noun] + 1;
    for (Span& span : content) {
        const TokenRange part = text.text.tokens_in(span);
        if (part.begin > noun && part.begin < end && end < part.end) span = text.text.span({part.begin, end});
    }
}

}  // namespace

SourcePhrases::SourcePhrases(const SyntaxModels& models)
    : nouns_(among(models.tags.labels(), {"NN", "NNS", "NNP", "NNPS", "PRP", "DT", "CD"})),
      openers_(among(models.tags.labels(),
                     {"VB", "VBD", "VBN", "VBG", "VBZ", "VBP", "MD", "RBR", "JJR", "IN", "TO", "EX", "UH", "RP"})),
      danglers_(among(models.tags.labels(), {"RB", "RBR", "IN", "TO", "VBD", "VBZ", "VBP", "RP"})),
      adjectives_(among(models.tags.labels(), {"JJ", "JJR", "JJS"})),
      modifiers_(among(models.tags.labels(), {"JJ", "JJR", "JJS", "NN", "NNP", "VBN", "VBG", "CD"})),
      determiners_(among(models.tags.labels(), {"DT", "PRP$"})),
      subjects_(among(models.relations.labels(), {"nsubj", "nsubjpass", "csubj"})),
      possessors_(among(models.relations.labels(), {"nmod:poss"})) {}

/// A word that can head a source, and heads this one.
bool SourcePhrases::speaks(const AnnotatedText& text, std::uint32_t token) const {
    return is_nominal(text, token) && !text.mark(token);
}

/// Whether the words neither begin nor end like a noun phrase does not: "denied rumors", "higher ... on unconfirmed".
bool SourcePhrases::whole(const AnnotatedText& text, TokenRange source) const {
    const auto is_word = [&](std::uint32_t i) { return text.text.tokens()[i].kind == TokenKind::word; };
    const bool begins = !has(openers_, text.tag(source.begin)) || within(source, text.head(source.begin));
    if (!begins && is_word(source.begin)) return false;
    const std::uint32_t last = source.end - 1;
    return source.size() == 1 || !is_word(last) || !has(danglers_, text.tag(last));
}

TokenRange SourcePhrases::subject(const AnnotatedText& text, TokenRange cue) const {
    for (std::uint32_t i = cue.begin > 60 ? cue.begin - 60 : 0; i < cue.begin; ++i)
        if (within(cue, text.head(i)) && has(subjects_, text.relation(i)) && speaks(text, i))
            return {text.lowest[i], std::min(text.highest[i] + 1, cue.begin)};
    return {};
}

/// "[a man]'s claim that": the token whose subtree says whose the cue is, if it is a noun.
std::optional<std::uint32_t> SourcePhrases::possessor(const AnnotatedText& text, TokenRange cue) const {
    constexpr std::uint32_t kFarthest = 8;  // tokens
    for (std::uint32_t i = cue.begin > kFarthest ? cue.begin - kFarthest : 0; i < cue.begin; ++i)
        if (within(cue, text.head(i)) && has(possessors_, text.relation(i))) return i;
    return std::nullopt;
}

/// "unconfirmed reports": the adjectives before a cue that is a noun, and it.
TokenRange SourcePhrases::noun_before(const AnnotatedText& text, TokenRange cue) const {
    std::uint32_t begin = cue.begin;
    while (begin > 0 && has(modifiers_, text.tag(begin - 1)) && within(cue, text.head(begin - 1))) --begin;
    return {begin, cue.end};
}

void SourcePhrases::mend(const AnnotatedText& text, Attribution& attribution) const {
    drop_before_but(text, attribution.source);
    drop_day(text.text, attribution.source);
    if (attribution.source.size() != 1 || attribution.cue.empty()) return;
    const TokenRange cue = text.text.tokens_in(hull(attribution.cue));
    const TokenRange source = mended(text, text.text.tokens_in(attribution.source.front()), cue);
    attribution.source = source.empty() ? Spans{} : Spans{text.text.span(source)};
    if (const auto owner = possessor(text, cue)) end_with_noun(text, text.head(*owner), attribution.content);
}

void SourcePhrases::reclaim(const AnnotatedText& text, TokenRange& source, TokenRange& content) const {
    if (source.empty() || content.empty() || content.end != source.begin) return;
    if (!text.mark(content.end - 1)) {  // no comma parts what is said from who says it
        for (auto i = source.begin + 1; i + 1 < source.end; ++i)
            if (text.text.norm(i) == ",") {
                content.end = i;
                source.begin = i + 1;
                return;
            }
    }
    const auto modifies = [&](std::uint32_t i) {
        const TokenKind kind = text.text.tokens()[i].kind;
        return (kind == TokenKind::word || kind == TokenKind::number) &&
               (has(modifiers_, text.tag(i)) || has(determiners_, text.tag(i)));
    };
    std::uint32_t begin = source.begin;
    while (begin > content.begin && modifies(begin - 1)) --begin;
    if (begin == source.begin || begin < content.begin + 2 || text.text.norm(begin - 1) != ",") return;
    source.begin = begin;
    content.end = begin - 1;
}

TokenRange SourcePhrases::mended(const AnnotatedText& text, TokenRange source, TokenRange cue) const {
    if (source.empty() || source.begin >= cue.begin) return source;
    if (const auto owner = possessor(text, cue))
        return {text.lowest[*owner], std::min(text.highest[*owner] + 1, cue.begin)};
    if (source.end > cue.begin)  // "[denying [claims]] that"
        return has(openers_, text.tag(source.begin)) && has(nouns_, text.tag(cue.end - 1)) ? noun_before(text, cue)
                                                                                           : source;
    if (has(nouns_, text.tag(cue.begin)) && has(adjectives_, text.tag(source.end - 1)) && source.end == cue.begin &&
        within(cue, text.head(source.end - 1)))
        return noun_before(text, cue);
    if (whole(text, source)) return source;
    if (const TokenRange found = subject(text, cue); !found.empty()) return found;
    if (has(nouns_, text.tag(cue.begin))) return noun_before(text, cue);
    for (std::uint32_t i = source.end; i-- > source.begin;) {
        const bool top = !within(source, text.head(i)) || !speaks(text, text.head(i));
        if (!top || !speaks(text, i)) continue;
        const TokenRange phrase{std::max(source.begin, text.lowest[i]), std::min(source.end, text.highest[i] + 1)};
        return has(openers_, text.tag(phrase.begin)) ? TokenRange{} : phrase;  // "by its owner" is no source
    }
    return {};
}

}  // namespace hearsay
