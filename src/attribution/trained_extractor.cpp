// SPDX-License-Identifier: Apache-2.0
#include "hearsay/attribution/trained_extractor.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <optional>
#include <ranges>
#include <utility>

#include "attribution/nesting.hpp"
#include "attribution/passage_reader.hpp"
#include "attribution/recordings.hpp"
#include "attribution/source_phrase.hpp"
#include "attribution/stance.hpp"
#include "attribution/voice.hpp"
#include "attribution/word_classes.hpp"
#include "encoder/attribution_encoder.hpp"
#include "hearsay/attribution/cue_lexicon.hpp"
#include "hearsay/attribution/rule_extractor.hpp"
#include "syntax/annotator.hpp"

namespace hearsay {

namespace {

/// What the lexicon knows of a cue.
class KnownCue {
  public:
    KnownCue(const CueLexicon& cues, const WordClasses& classes, const TokenizedText& text, TokenRange cue)
        : entry_(cues.find(text, cue)) {
        bool failed = false;
        for (auto i = cue.begin; i != cue.end; ++i) {
            negated_ = negated_ || (classes.of(text.norm(i)) & word_class::negation);
            failed = failed || text.norm(i) == "unable" || text.norm(i).starts_with("fail");
            colon_ = colon_ || (cue.size() == 1 && text.norm(i) == ":");
        }
        negated_ = negated_ || (failed && entry_ && has(frame::proof));
    }

    /// The stance of the lexicon's entry, turned round by a negation within the cue: who did not say it does not assert
    /// it.
    Stance stance() const {
        if (!negated_) return entry_ ? entry_->stance : Stance::asserts;
        if (!entry_ || entry_->stance == Stance::confirms) return Stance::doubts;
        if (entry_->stance != Stance::asserts) return Stance::asserts;
        return has(frame::object) && !has(frame::proof) ? Stance::denies : Stance::doubts;
    }
    /// "did not say", "gave no details": that somebody said nothing is the article's own statement.
    bool silent() const {
        const bool says = !entry_ || (entry_->stance == Stance::asserts && !has(frame::object | frame::proof));
        return negated_ && says;
    }
    /// "Has been shown [that]"; but a video that "has been shown for the first time" shows nothing.
    bool proves() const { return entry_ && has(frame::proof); }
    /// "Did not prove that"; but who "did not show the document" says nothing of it.
    bool proves_nothing() const { return negated_ && proves(); }
    bool known() const { return entry_ || colon_; }
    /// "Agreed to a ceasefire", "agreed to pay" is something done; only a clause behind it is said.
    bool act() const { return entry_ && has(frame::act); }
    /// For all that the lexicon knows, which does not list all nouns.
    bool only_verb() const {
        return entry_ && entry_->kind == CueKind::verb && !entry_->also_noun && !has(frame::verb);
    }
    /// "Shows that": so few of those that the models leave are cues that rules should not add them.
    bool seldom() const { return entry_ && has(frame::seldom); }
    /// "quoted ... as saying", "citing ...".
    bool cites() const { return entry_ && has(frame::citing); }

  private:
    bool has(unsigned frame) const { return entry_->frames & frame; }

    const CueEntry* entry_;
    bool negated_ = false;
    bool colon_ = false;  // "Anna Berg: ..."
};

/// "Restaurants known as "Pyongyang"", "the wels has been dubbed "the monster"": tells a name, and nothing that is
/// said.
bool names(const TokenizedText& text, TokenRange cue) {
    static constexpr std::array<std::string_view, 4> kNaming{"dubbed", "nicknamed", "titled", "entitled"};
    if (cue.empty()) return false;
    if (std::ranges::find(kNaming, text.norm(cue.end - 1)) != kNaming.end()) return true;
    for (std::uint32_t t = cue.begin; t < cue.end && t + 1 < text.tokens().size(); ++t)
        if (text.norm(t) == "known" && (text.norm(t + 1) == "as" || text.norm(t + 1) == "for")) return true;
    return false;
}

constexpr double kDoubtful = 0.42;            // of what the linear models find
constexpr std::uint32_t kInterpolation = 16;  // tokens between a cue and its content
constexpr double kSure = 0.9;                 // of what has no cue that the lexicon knows
// Of the added ones 0.31 were right on the development articles, and those within others' contents are not annotated
// there; of other news the models know less and the rules as much.
constexpr double kRuleConfidence = 0.35;

/// Adds what the rules find where the models found nothing: cues of their own, and attributions within a content, which
/// the training articles don't annotate. Of the latter only those with a named source outside quotation marks, for what
/// a speaker thinks of others is his content and not the article's reporting, and what he says that he denies or doubts
/// himself.
class RuleSupplement {
  public:
    RuleSupplement(const AnnotatedText& text, const WordClasses& classes, const SourcePhrases& phrases,
                   std::vector<Attribution>& attributions)
        : text_(text), classes_(classes), phrases_(phrases), attributions_(attributions), role_(text.size(), kFree) {
        for (const Attribution& a : attributions) {
            mark(a.content, kContent);
            mark(a.source, kTaken);
        }
        for (const Attribution& a : attributions) mark(a.cue, kTaken);
    }

    void add(Attribution a) {
        // Without a cue ("... – Anna Berg") it is the content that nobody else may have.
        const TokenRange tokens = text_.text.tokens_in(hull(a.cue.empty() ? a.content : a.cue));
        const auto roles = std::span(role_).subspan(tokens.begin, tokens.size());
        const bool free = std::ranges::all_of(roles, [](char role) { return role == kFree; });
        const bool within = std::ranges::all_of(roles, [](char role) { return role == kContent; });
        if (!free && !(within && !a.cue.empty() && reported(a, tokens))) return;
        const bool denied = within && tokens.begin > 0 && role_[tokens.begin - 1] == kTaken;  // "denied agreeing to it"
        if (denied && text_.text.norm(tokens.begin).ends_with("ing")) return;
        phrases_.mend(text_, a);
        a.parent.reset();
        a.confidence = kRuleConfidence;
        attributions_.push_back(std::move(a));
    }

  private:
    static constexpr char kFree = 0, kContent = 1, kTaken = 2;

    void mark(const Spans& spans, char role) {
        for (const Span span : spans) {
            const TokenRange range = text_.text.tokens_in(span);
            std::fill(role_.begin() + range.begin, role_.begin() + range.end, role);
        }
    }

    bool reported(const Attribution& a, TokenRange cue) const {
        if (a.source.empty() || text_.quoted(cue.begin)) return false;
        const TokenRange source = text_.text.tokens_in(a.source.front());
        if (source.empty()) return false;
        constexpr std::array<std::string_view, 4> kHimself = {"he", "she", "it", "they"};
        const auto first = text_.text.norm(source.begin);
        const bool himself = std::ranges::find(kHimself, first) != kHimself.end();
        if (source.size() == 1 && himself && a.stance != Stance::asserts) return true;  // "said she doubted the report"
        return source.size() > 1 || !(classes_.of(first) & (word_class::pronoun | word_class::relative));
    }

    const AnnotatedText& text_;
    const WordClasses& classes_;
    const SourcePhrases& phrases_;
    std::vector<Attribution>& attributions_;
    std::vector<char> role_;
};

/// Leaves to the rules what they tell better: who is quoted from who quotes, where the article cites another's report
/// ("a Herald report quoted her as saying"; the training articles don't), whom an outlet cites between its cue and its
/// content ("reported, citing two officials, that"), and known cues in whose reading the models have less confidence
/// than `doubtful`.
void prefer_rules(const std::vector<Attribution>& by_rule, const std::function<KnownCue(TokenRange)>& in_lexicon,
                  const TokenizedText& text, double doubtful, std::vector<Attribution>& attributions) {
    Spans known, citing, interpolated;
    for (const Attribution& a : by_rule) {
        if (a.cue.empty()) continue;
        known.push_back(hull(a.cue));
        if (in_lexicon(text.tokens_in(known.back())).cites()) citing.push_back(known.back());
        const TokenRange cue = text.tokens_in(known.back());
        const std::uint32_t content = a.content.empty() ? 0 : text.tokens_in(a.content.front()).begin;
        for (auto t = cue.end; t < std::min(content, cue.end + kInterpolation); ++t)
            if (in_lexicon({t, t + 1}).cites()) interpolated.push_back(text.tokens()[t].span);
    }
    for (Spans* spans : {&known, &citing, &interpolated}) std::ranges::sort(*spans);
    const auto has = [](const Spans& spans, Span cue) {
        const auto after = std::ranges::upper_bound(spans, cue.begin, {}, &Span::end);
        return after != spans.end() && after->overlaps(cue);
    };
    std::erase_if(attributions, [&](const Attribution& a) {
        const Span cue = hull(a.cue);
        return has(interpolated, cue) || has(citing, cue) || (a.confidence < doubtful && has(known, cue));
    });
}

/// The ranges without what is no article content at their edges.
Spans article_spans(const Document& document, const std::vector<TokenRange>& ranges) {
    const auto outside = [&](std::uint32_t i) { return document.is_boilerplate(document.tokens.tokens()[i].span); };
    Spans result;
    for (TokenRange range : ranges) {
        while (!range.empty() && outside(range.begin)) ++range.begin;
        while (!range.empty() && outside(range.end - 1)) --range.end;
        if (!range.empty()) result.push_back(document.tokens.span(range));
    }
    return result;
}

bool is_word(const AnnotatedText& e, std::uint32_t token) {
    const TokenKind kind = e.text.tokens()[token].kind;
    return kind == TokenKind::word || kind == TokenKind::number;
}

/// Notes which tokens a role takes.
void mark(const AnnotatedText& e, const Spans& role, std::vector<bool>& taken) {
    for (const TokenRange range : e.text.ranges_of(role))
        std::fill(taken.begin() + range.begin, taken.begin() + range.end, true);
}

/// A stretch of content that holds either end of a quotation gets the rest of it, which may lie farther from its cue
/// than the models look. Few words in quotation marks are rather a name or a phrase, and within a quotation that has
/// the cue somebody says what others say.
void take_whole_quotations(const AnnotatedText& e, TokenRange cue, std::vector<TokenRange>& content) {
    constexpr std::uint32_t kFewWords = 10;
    const auto around = [&](std::uint32_t token) {
        const std::uint32_t q = e.quotation[token];
        return q == AnnotatedText::kNone || q == e.quotation[cue.begin] ? TokenRange{token, token + 1}
                                                                        : e.quotations[q];
    };
    for (std::size_t i = 0; i != content.size(); ++i) {
        TokenRange& range = content[i];
        if (range.size() < kFewWords) continue;
        const std::uint32_t least = i ? content[i - 1].end : 0,
                            most = i + 1 < content.size() ? content[i + 1].begin : e.size();
        const TokenRange first = around(range.begin), last = around(range.end - 1);
        if (first.end <= range.end + 1) range.begin = std::max(first.begin, least);
        if (range.begin <= last.begin + 1) range.end = std::min(last.end, most);
    }
}

/// "Orrin drops port / [The next phone will have none], the Post said": what ends like a heading, without a mark, at
/// its paragraph's end is no part of what goes on behind it.
void leave_headings(const AnnotatedText& e, LinkedCue& linked) {
    const auto paragraphs = e.text.paragraphs();
    for (TokenRange& part : linked.content) {
        const bool before_cue = part.end <= linked.cue.tokens.begin;
        auto next =
            std::ranges::upper_bound(paragraphs, part.begin, {}, [](const Paragraph& p) { return p.tokens.begin; });
        for (; next != paragraphs.end() && next->tokens.begin < part.end; ++next) {
            if (!is_word(e, next->tokens.begin - 1)) continue;
            (before_cue ? part.begin : part.end) = next->tokens.begin;
        }
    }
}

/// "an intolerable [degree of] inconvenience": a few words that a content leaves out, and that nobody else's words are,
/// belong to it.
void fill_gaps(const AnnotatedText& e, LinkedCue& linked) {
    constexpr std::uint32_t kFewLeftOut = 6;
    auto& content = linked.content;
    const auto apart = [&](TokenRange gap) {
        const auto overlaps = [&](TokenRange part) { return part.begin < gap.end && gap.begin < part.end; };
        if (gap.size() > kFewLeftOut || overlaps(linked.cue.tokens) || std::ranges::any_of(linked.source, overlaps))
            return true;
        for (auto t = gap.begin; t < gap.end; ++t)
            if (!is_word(e, t)) return true;
        return false;
    };
    for (std::size_t i = 1; i < content.size();) {
        if (content[i - 1].end > content[i].begin || apart({content[i - 1].end, content[i].begin})) {
            ++i;
            continue;
        }
        content[i - 1].end = content[i].end;
        content.erase(content.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

/// He said: ["All we can offer is advice.] / "People choose for themselves.": what opens behind the colon is said too,
/// where it closes in a later paragraph only.
void begin_at_colon(const AnnotatedText& e, LinkedCue& linked) {
    constexpr std::uint32_t kFarthest = 200;  // tokens
    if (linked.content.empty()) return;
    const auto is = [&](std::uint32_t t, std::string_view word) { return t < e.size() && e.text.norm(t) == word; };
    const auto opens = [&](std::uint32_t t) {
        return t < e.size() && e.text.tokens()[t].kind == TokenKind::open_quote;
    };
    const std::uint32_t end = linked.cue.tokens.end, quote = is(end, ":") ? end + 1 : end;
    const bool colon = quote > 0 && is(quote - 1, ":");
    std::uint32_t& begin = linked.content.front().begin;
    if (colon && opens(quote) && opens(begin) && quote < begin && begin - quote < kFarthest) begin = quote;
}

/// "Lakra [Holding denied]": a capitalised word behind a capitalised source is the end of its name, and no cue.
void give_back_name(const AnnotatedText& e, LinkedCue& linked) {
    TokenRange& cue = linked.cue.tokens;
    if (cue.size() < 2 || linked.source.size() != 1 || linked.source.front().end != cue.begin) return;
    const auto capital = [&](std::uint32_t t) { return e.text.tokens()[t].capitalized; };
    if (capital(cue.begin - 1) && capital(cue.begin) && !capital(cue.begin + 1))
        linked.source.front().end = ++cue.begin;
}

/// "It may close, said [the people, who asked not to be named]": who stands behind the verb speaks, and is not said.
void take_speaker_behind(const AnnotatedText& e, LinkedCue& linked) {
    constexpr std::uint32_t kLongestSpeaker = 6;  // tokens
    static constexpr std::array<std::string_view, 8> kFirst{"the", "a", "an", "one", "two", "three", "some", "several"};
    auto& content = linked.content;
    const TokenRange cue = linked.cue.tokens;
    if (!linked.source.empty() || content.size() < 2 || content.back().begin != cue.end || cue.begin == 0) return;
    if (is_word(e, cue.begin - 1) || std::ranges::find(kFirst, e.text.norm(cue.end)) == kFirst.end()) return;
    TokenRange speaker{cue.end, cue.end};
    while (speaker.end < content.back().end && is_word(e, speaker.end)) ++speaker.end;
    if (speaker.size() < 2 || speaker.size() > kLongestSpeaker) return;
    content.pop_back();
    linked.source = {speaker};
}

/// "Kyiv said it had lost thirty; [Moscow says] all were hit", "..., while Moscow says": a content ends where somebody
/// else begins to speak.
void end_at_others(const AnnotatedText& e, std::vector<Attribution>& attributions) {
    static constexpr std::array<std::string_view, 5> kBut{"while", "whereas", "although", "though", "but"};
    std::vector<std::uint32_t> ends;  // of what stands before such others
    for (const Attribution& a : attributions) {
        const TokenRange source = e.text.tokens_in(hull(a.source));
        if (source.begin < 3 || source.empty() || e.quoted(source.begin)) continue;
        const auto before = [&](std::uint32_t by) { return e.text.norm(source.begin - by); };
        const bool but = before(2) == "," && std::ranges::find(kBut, before(1)) != kBut.end();
        const bool first = a.cue.empty() || hull(a.source).end <= hull(a.cue).begin;
        if (before(1) == ";" || (but && first)) ends.push_back(e.text.tokens()[source.begin - 2 - but].span.end);
    }
    std::ranges::sort(ends);
    for (Attribution& a : attributions)
        for (Span& span : a.content) {
            const auto end = std::ranges::upper_bound(ends, span.begin);
            if (end != ends.end() && *end < span.end) span.end = *end;
        }
}

/// "We believe it leaked, Kim said, adding that it smelt": what "we" say ends where what Kim says does.
void end_with_the_speaker(const TokenizedText& text, const WordClasses& classes,
                          std::vector<Attribution>& attributions) {
    struct Trailed {
        Span content, cue;
    };
    std::vector<Trailed> trailed;
    for (const Attribution& a : attributions)
        if (!a.cue.empty() && !a.content.empty() && hull(a.content).end <= hull(a.cue).begin)
            trailed.push_back({hull(a.content), hull(a.cue)});
    const auto end_of = [](const Trailed& t) { return t.content.end; };
    std::ranges::sort(trailed, {}, end_of);
    for (Attribution& a : attributions) {
        const TokenRange source = text.tokens_in(hull(a.source));
        if (a.cue.empty() || source.size() != 1 || !(classes.of(text.norm(source.begin)) & word_class::first)) continue;
        for (Span& span : a.content) {
            const auto next = std::ranges::upper_bound(trailed, span.begin, {}, end_of);
            const bool within = next != trailed.end() && next->content.contains(hull(a.cue));
            if (within && next->cue.end <= span.end) span.end = next->content.end;
        }
    }
}

/// "The mayor said the dam was safe, [denying] reports of cracks": what he says ends where it is told what else he
/// does.
void end_at_own_cues(const TokenizedText& text, std::vector<Attribution>& attributions) {
    constexpr std::ptrdiff_t kMostCues = 8;  // looked at in one content
    struct Own {
        std::uint32_t end;  // of what stands before the cue and its comma
        Span cue, source;
    };
    std::vector<Own> cues;
    for (const Attribution& a : attributions) {
        if (a.source.empty() || a.cue.empty()) continue;
        const Span cue = hull(a.cue), source = hull(a.source);
        const std::uint32_t first = text.tokens_in(cue).begin;
        if (source.end <= cue.begin && first >= 2 && text.norm(first - 1) == ",")
            cues.push_back({text.tokens()[first - 2].span.end, cue, source});
    }
    const auto begin_of = [](const Own& own) { return own.cue.begin; };
    std::ranges::sort(cues, {}, begin_of);
    for (Attribution& a : attributions) {
        if (a.source.empty()) continue;
        for (Span& span : a.content) {
            const auto first = std::ranges::upper_bound(cues, span.begin, {}, begin_of);
            const auto last = first + std::min(kMostCues, cues.end() - first);
            const auto own =
                std::find_if(first, last, [source = hull(a.source)](const Own& o) { return o.source == source; });
            if (own != last && own->end > span.begin && own->end < span.end) span.end = own->end;
        }
    }
}

/// "The bus was full [when it left the road], police said": what is said goes on to the comma before who says it.
void reach_the_speaker(const AnnotatedText& e, std::vector<Attribution>& attributions) {
    std::vector<bool> taken(e.text.tokens().size());
    for (const Attribution& a : attributions)
        for (const Spans* role : {&a.source, &a.cue, &a.content}) mark(e, *role, taken);
    for (Attribution& a : attributions) {
        if (a.content.empty() || a.cue.empty() || a.source.empty()) continue;
        const std::uint32_t speaker = e.text.tokens_in(hull({hull(a.source), hull(a.cue)})).begin;
        const std::uint32_t end = e.text.tokens_in(a.content.back()).end;
        if (end == 0 || end + 2 > speaker || e.text.norm(speaker - 1) != "," || e.quoted(end - 1)) continue;
        bool goes_on = e.text.tokens()[end].sentence == e.text.tokens()[speaker].sentence;
        for (std::uint32_t t = end; goes_on && t < speaker - 1; ++t) goes_on = !taken[t] && is_word(e, t);
        if (goes_on) a.content.back().end = e.text.tokens()[speaker - 2].span.end;
    }
}

/// Burstow accused the minister of "dithering". / ["This is silent on poverty."]: a paragraph of nothing but a
/// quotation that nobody introduces is said by who was quoted last in the one before.
void continue_speech(const AnnotatedText& e, const Document& document, std::vector<Attribution>& attributions) {
    const auto paragraph = [&](std::uint32_t t) { return e.text.sentences()[e.text.tokens()[t].sentence].paragraph; };
    std::vector<bool> said(e.size());
    struct Quoted {
        std::uint32_t at;  // where the cue stands
        Spans source;
    };
    std::map<std::uint32_t, Quoted> last;  // by paragraph
    for (const Attribution& a : attributions) {
        mark(e, a.content, said);
        if (a.source.empty() || a.cue.empty() || a.voice == Voice::indirect) continue;
        const std::uint32_t at = e.text.tokens_in(hull(a.cue)).begin;
        Quoted& quoted = last.try_emplace(paragraph(at), Quoted{at, a.source}).first->second;
        if (at >= quoted.at) quoted = {at, a.source};
    }
    constexpr std::size_t kHeading = 6;  // tokens of one in quotation marks
    for (const TokenRange quotation : e.quotations) {
        if (quotation.size() < kHeading || document.is_boilerplate(e.text.span(quotation))) continue;
        const std::uint32_t here = paragraph(quotation.begin);
        const auto speaker = here > 0 ? last.find(here - 1) : last.end();
        const TokenRange whole = e.text.paragraphs()[here].tokens;
        if (speaker == last.end() || quotation.begin != whole.begin || quotation.end < whole.end) continue;
        if (std::any_of(said.begin() + quotation.begin, said.begin() + quotation.end, [](bool s) { return s; }))
            continue;
        Attribution& a = attributions.emplace_back();
        a.source = speaker->second.source;
        a.content = {e.text.span(quotation)};
        a.voice = Voice::direct;
        a.confidence = kRuleConfidence;
        a.reports = true;
        last[here] = {quotation.begin, a.source};
    }
}

/// "The dam is safe, [the mayor said], according to Reuters": what is relayed is what the mayor said, and not that he
/// did.
void relay_whole(std::vector<Attribution>& attributions) {
    struct Said {
        std::uint32_t content;  // where it begins
        Span frame;             // who said it, and that he did
    };
    constexpr std::uint32_t kGap = 4;  // code points of comma, quotation mark and space
    std::vector<Said> said;
    for (const Attribution& a : attributions) {
        if (a.source.empty() || a.cue.empty() || a.content.empty()) continue;
        const Span source = hull(a.source), cue = hull(a.cue), content = hull(a.content);
        const Span frame{std::min(source.begin, cue.begin), std::max(source.end, cue.end)};
        if (content.end <= frame.begin && frame.begin - content.end <= kGap) said.push_back({content.begin, frame});
    }
    std::ranges::sort(said, {}, [](const Said& s) { return s.frame.begin; });
    for (Attribution& a : attributions) {
        if (a.content.empty()) continue;
        const Span content = hull(a.content);
        const auto found =
            std::ranges::lower_bound(said, content.begin, {}, [](const Said& s) { return s.frame.begin; });
        if (found != said.end() && found->frame == content && hull(a.cue).begin >= content.end)
            a.content = {{found->content, content.end}};
    }
}

/// What the encoder finds, in tokens.
std::vector<FoundAttribution> encoded(const encoder::AttributionEncoder& encoder, const TokenizedText& text) {
    std::vector<FoundAttribution> found;
    for (const encoder::EncodedAttribution& a : encoder.read(text.text())) {
        const CueCandidate cue{text.tokens_in(a.cue), a.cue_chance};
        if (!cue.tokens.empty())
            found.push_back({{cue, text.ranges_of(a.source), text.ranges_of(a.content), 0, 0, 0}, a.confidence});
    }
    return found;
}

}  // namespace

/// Either linear models or an encoder find attributions; all else is the same for both.
struct TrainedExtractor::Models {
    Vocabulary vocabulary;
    SyntaxModels syntax;
    std::optional<AttributionModels> linear;
    std::optional<encoder::AttributionEncoder> encoder;
    CueLexicon cues;
    WordClasses classes;
    StanceReader stances;
    RuleExtractor rules;
    SourcePhrases phrases{syntax};

    mutable PassageMemory memory{};  // changes nothing but how long reading takes

    /// "Support, including the deployment of troops" has none.
    bool has_verb(const AnnotatedText& text, const std::vector<TokenRange>& parts) const {
        const auto is_verb = [&](std::uint32_t t) {
            const auto word = text.text.norm(t);
            const bool preposition = word == "including" || word == "regarding" || word == "concerning";
            return !preposition && syntax.tags.labels().at(text.tag(t)).starts_with("VB");
        };
        // "recalling vans [because the brakes may fail]"
        const auto subordinates = [&](std::uint32_t t) {
            const auto word = text.text.norm(t);
            return word == "because" || word == "after" || word == "when" || word == "since" || word == "while";
        };
        return std::ranges::any_of(parts, [&](TokenRange part) {
            const auto tokens = std::views::iota(part.begin, part.end);
            return std::any_of(tokens.begin(), std::ranges::find_if(tokens, subordinates), is_verb);
        });
    }
    /// "Posted [a video]": shows nothing yet.
    bool is_recording(const AnnotatedText& text, const std::vector<TokenRange>& content) const {
        constexpr std::uint32_t kFewWords = 4;
        if (content.size() != 1 || content.front().empty() || content.front().size() > kFewWords) return false;
        if (has_verb(text, content)) return false;
        return (classes.of(text.text.norm(content.front().end - 1)) & word_class::recording) != 0;
    }
    std::vector<FoundAttribution> find(const AnnotatedText& text, PassageReader& passages) const {
        std::vector<FoundAttribution> found =
            encoder ? encoded(*encoder, text.text) : passages.find_attributions(*linear, text);
        for (auto& [linked, confidence] : found) {
            give_back_name(text, linked);
            take_speaker_behind(text, linked);
            begin_at_colon(text, linked);
            fill_gaps(text, linked);
            leave_headings(text, linked);
            take_whole_quotations(text, linked.cue.tokens, linked.content);
            for (TokenRange& part : linked.content)
                if (linked.source.size() == 1) phrases.reclaim(text, linked.source.front(), part);
        }
        return found;
    }
};

TrainedExtractor::TrainedExtractor(std::unique_ptr<const Models> models) : models_(std::move(models)) {}
TrainedExtractor::~TrainedExtractor() = default;
TrainedExtractor::TrainedExtractor(TrainedExtractor&&) noexcept = default;

TrainedExtractor TrainedExtractor::load(const std::filesystem::path& resources, const std::filesystem::path& encoder) {
    const auto lexicons = resources / "lexicons", models = resources / "models";
    std::optional<AttributionModels> linear;
    std::optional<encoder::AttributionEncoder> encoding;
    if (encoder.empty())
        linear = AttributionModels::load(models);
    else
        encoding.emplace(encoder);
    return TrainedExtractor(std::unique_ptr<const Models>(
        new Models{Vocabulary::load(lexicons / "embedding_classes.tsv"), SyntaxModels::load(models), std::move(linear),
                   std::move(encoding), CueLexicon::load(lexicons / "cues.tsv"), WordClasses::load(lexicons),
                   StanceReader::load(lexicons), RuleExtractor::load(lexicons)}));
}

std::vector<Attribution> TrainedExtractor::extract(const Document& document) const {
    const TokenizedText& text = document.tokens;
    const std::vector<Word> words = models_->vocabulary.words_of(text);
    PassageReader passages(models_->memory, text, words);
    const Annotation syntax = passages.annotate(models_->syntax);
    const AnnotatedText annotated(text, words, syntax);
    const auto in_lexicon = [&](TokenRange cue) { return KnownCue(models_->cues, models_->classes, text, cue); };
    const auto is_deed = [&](const KnownCue& cue, Voice voice, const std::vector<TokenRange>& content) {
        const bool infinitive = !content.empty() && text.norm(content.front().begin) == "to";
        return cue.act() && voice == Voice::indirect && (infinitive || !models_->has_verb(annotated, content));
    };
    std::vector<Attribution> result;
    for (const FoundAttribution& found : models_->find(annotated, passages)) {
        const LinkedCue& linked = found.linked;
        Attribution a;
        a.cue = article_spans(document, {linked.cue.tokens});
        a.content = article_spans(document, linked.content);
        if (a.cue.empty() || a.content.empty()) continue;
        a.source = article_spans(document, linked.source);
        if (models_->linear) models_->phrases.mend(annotated, a);  // the encoder's sources are better than the parse
        a.voice = voice_of(text, annotated.quotations, linked.content);
        const KnownCue cue = in_lexicon(linked.cue.tokens);
        a.stance = cue.stance();
        if (a.stance == Stance::asserts && models_->is_recording(annotated, linked.content)) continue;
        a.confidence = found.confidence;
        const bool deed = is_deed(cue, a.voice, linked.content);
        const bool thing = cue.proves_nothing() || (cue.proves() && linked.source.empty());
        const bool shown = thing && !models_->has_verb(annotated, linked.content);
        a.reports = (found.confidence >= kSure || cue.known()) && !cue.silent() && !deed && !shown &&
                    !names(text, linked.cue.tokens);
        models_->stances.judge(document, a);
        result.push_back(std::move(a));
    }
    std::vector<Attribution> by_rule = models_->rules.extract(document);
    // "The state credit system": the rules go by words, the tagger by sentences.
    std::erase_if(by_rule, [&](const Attribution& a) {
        const TokenRange tokens = text.tokens_in(hull(a.cue));
        if (tokens.empty()) return false;
        const KnownCue cue = in_lexicon(tokens);
        const TokenRange sentence = text.sentences()[text.tokens()[tokens.begin].sentence].tokens;
        const bool trailing = hull(a.content).end < hull(a.cue).begin && tokens.end + 1 >= sentence.end;
        if (a.stance == Stance::asserts && models_->is_recording(annotated, text.ranges_of(a.content))) return true;
        const bool recorded = std::ranges::any_of(text.ranges_of(a.source), [&](TokenRange part) {
            return tells_of_recording(text, models_->classes, part);
        });
        return (cue.seldom() && !trailing && !recorded) ||
               (cue.only_verb() && models_->phrases.is_nominal(annotated, tokens.begin));
    });
    for (Attribution& a : by_rule)
        if (const TokenRange tokens = text.tokens_in(hull(a.cue)); !tokens.empty())
            a.reports = a.reports && !is_deed(in_lexicon(tokens), a.voice, text.ranges_of(a.content));
    prefer_rules(by_rule, in_lexicon, text, models_->encoder ? 0 : kDoubtful, result);
    RuleSupplement supplement(annotated, models_->classes, models_->phrases, result);
    for (Attribution& a : by_rule) supplement.add(std::move(a));
    continue_speech(annotated, document, result);
    reach_the_speaker(annotated, result);
    end_at_others(annotated, result);
    end_with_the_speaker(text, models_->classes, result);
    end_at_own_cues(text, result);
    relay_whole(result);
    nest(result);
    return result;
}

}  // namespace hearsay
