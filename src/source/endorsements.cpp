// SPDX-License-Identifier: Apache-2.0
#include "endorsements.hpp"

#include <algorithm>
#include <array>

#include "attribution/stance.hpp"

namespace hearsay {

namespace {

constexpr std::uint32_t kNear = 8;     // tokens in which the report's noun stands
constexpr std::uint32_t kBefore = 10;  // attributions looked back
constexpr std::uint32_t kAfter = 4;    // and ahead
constexpr double kLeastAlike = 0.9;    // words in common, less what distance costs
constexpr std::size_t kTelling = 2;    // words by which a content tells what the report says
constexpr std::uint32_t kShortContent = 3;
constexpr std::uint32_t kRightBefore = 3;   // attributions looked back for what "it" stands for
constexpr std::uint32_t kInnocence = 8;     // tokens of "that he had done nothing wrong"
constexpr std::uint32_t kVerdict = 80;      // tokens from a report's noun to what is said of it
constexpr std::ptrdiff_t kMostEarlier = 4;  // mentions of earlier reports looked at in one content
constexpr std::array<std::string_view, 6> kNegations = {"not", "n't", "never", "hardly", "no", "neither"};
constexpr std::array<std::string_view, 4> kReported = {"reported", "said", "reports", "wrote"};
constexpr std::array<std::string_view, 8> kEarlier = {"last",  "earlier", "previously", "had",
                                                      "first", "already", "yesterday",  "before"};

constexpr std::array<std::string_view, 9> kCopulas = {"is", "was", "are", "were", "be", "been", "as", "seems", "'s"};
constexpr std::array<std::string_view, 8> kCalling = {"called",  "calls",   "calling", "labelled",
                                                      "labeled", "branded", "dubbed",  "deemed"};
constexpr std::array<std::string_view, 6> kPointing = {"it", "this", "that", "these", "those", "they"};
constexpr std::array<std::string_view, 11> kDeterminers = {"the", "all", "both",  "such",   "any",  "her",
                                                           "his", "its", "their", "entire", "whole"};
// What may follow "the claims" without telling which they are: "in a statement", "against him", "made by Finch".
constexpr std::array<std::string_view, 22> kCircumstances = {
    "on",    "in",      "at",        "to",    "through", "via",   "during", "when", "after", "before",
    "while", "against", "yesterday", "today", "tonight", "again", "last",   "made", "as",    "levelled"};

template <std::size_t Size>
bool in(const std::array<std::string_view, Size>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

}  // namespace

EndorsementFinder::EndorsementFinder(const SourceReading& reading, const std::vector<Attribution>& attributions,
                                     const std::vector<EntityId>& sources, MentionResolver& mentions)
    : in_(reading), attributions_(attributions), sources_(sources), mentions_(mentions), said_(attributions.size()) {
    const auto size = static_cast<std::uint32_t>(in_.text().tokens().size());
    for (std::uint32_t t = 1; t + 2 < size; ++t) {
        if (in_.text().norm(t) != "as" || in_.text().norm(t - 1) != ",") continue;
        const TokenRange phrase = earlier_reporter(t);
        if (phrase.empty()) continue;
        Hop reporter = as_hop(mentions_.resolve_phrase(phrase), HopRule::as_reported, t);
        if (!reporter || !media(reporter.entity)) continue;
        while (!in(kReported, in_.text().norm(reporter.at.end - 1))) ++reporter.at.end;
        earlier_reports_.push_back({t, reporter});
    }
}

bool EndorsementFinder::media(EntityId id) const {
    const Entity& entity = in_.entities[id];
    const auto* noun = entity.head.empty() ? nullptr : in_.lexicon.noun(entity.head);
    return entity.is(SourceKind::outlet) || entity.is(SourceKind::social) ||
           (noun && (noun->kind == NounKind::media || (noun->kind == NounKind::document && noun->plural)));
}

std::optional<Endorsement> EndorsementFinder::find(std::uint32_t attribution,
                                                   const std::function<bool(std::uint32_t)>& counts) {
    if (const auto report = report_in(attribution))
        if (const auto found = of_report(attribution, *report, counts)) return found;
    if (const auto found = of_event(attribution)) return found;
    if (const auto found = of_statement(attribution, counts)) return found;
    if (const auto found = of_accusation(attribution, counts)) return found;
    return as_reported(attribution);
}

/// The report's noun, between the cue and the content or at the content's beginning.
std::optional<EndorsementFinder::Report> EndorsementFinder::report_in(std::uint32_t attribution) const {
    const TokenRange content = in_.roles[attribution].content, cue = in_.roles[attribution].cue;
    if (content.empty()) return std::nullopt;
    const bool gap = !cue.empty() && cue.end < content.begin && content.begin - cue.end <= 2 * kNear;
    const std::uint32_t begin = gap ? cue.end : content.begin;
    const std::uint32_t limit = std::min(content.end, content.begin + kNear);
    for (std::uint32_t t = begin; t < limit; ++t) {
        const auto word = in_.text().norm(t);
        if (const ReportNoun* noun = in_.lexicon.report_noun(word); noun && !in_.names.at(t))
            return Report{{t < content.begin ? begin : content.begin, t + 1}, t, *noun};  // "told CNN [that reports]"
        const bool verb = word == "is" || word == "was" || word == "are" || word == "were" || word == "had" ||
                          word == "has" || word == "will";
        if (verb || word == ",") return std::nullopt;
    }
    return std::nullopt;
}

bool EndorsementFinder::same_sentence(std::uint32_t a, std::uint32_t b) const {
    const TokenRange x = in_.roles[a].cue, y = in_.roles[b].cue;
    return !x.empty() && !y.empty() && in_.sentence_of(x.begin) == in_.sentence_of(y.begin);
}

/// How the content judges the report: "... is likely to be true", "... was probably not credible".
std::optional<Stance> EndorsementFinder::verdict(std::uint32_t attribution, const Report& report) const {
    const Attribution& a = attributions_[attribution];
    if (a.stance != Stance::asserts) return a.stance;
    const std::uint32_t end = std::min(in_.roles[attribution].content.end, report.noun + kVerdict);
    const TokenRange cue = in_.roles[attribution].cue;
    const bool calls = !cue.empty() && in(kCalling, in_.text().norm(cue.end - 1));
    for (std::uint32_t t = report.noun + 1; t < end; ++t) {
        const Verdict* verdict = in_.lexicon.verdict(in_.text().norm(t));
        if (!verdict) continue;
        bool negated = false, judged = calls;
        for (std::uint32_t k = std::max(report.noun + 1, t > kNear ? t - kNear / 2 : 0); k < t; ++k) {
            negated |= in(kNegations, in_.text().norm(k));
            judged |= in(kCopulas, in_.text().norm(k));
        }
        if (judged) return negated ? verdict->negated : verdict->stance;
    }
    return std::nullopt;
}

/// Who is named as the report's author: "Hunter's claim", "a Kyiv Post report", "reports from Ukrainian media".
Identified EndorsementFinder::named_reporter(std::uint32_t attribution, const Report& report) {
    for (std::uint32_t t = report.noun; t-- > report.phrase.begin;) {
        const NameMention* name = in_.names.at(t);
        if (!name) continue;
        const bool state = in_.entities[name->entity].is(SourceKind::government);
        if (!state) return mentions_.resolve_name(*name);
    }
    const std::uint32_t after = report.noun + 1;
    const auto limit = in_.text().sentences()[in_.sentence_of(report.noun)].tokens.end;
    if (after >= limit) return {};
    const auto link = in_.text().norm(after);
    if (link != "from" && link != "by" && link != "in") return {};
    for (std::uint32_t t = after + 1; t < std::min(limit, after + kNear); ++t) {
        const NameMention* name = in_.names.at(t);
        const SourceNoun* noun = in_.lexicon.noun(in_.text().norm(t));
        if (name && in_.entities[name->entity].is(SourceKind::outlet)) return mentions_.resolve_name(*name);
        if (noun && noun->kind == NounKind::media) {
            const auto told = told_within(attribution, [&](std::uint32_t b) {
                return in_.roles[b].source.begin <= t && t < in_.roles[b].source.end;
            });
            return told ? mentions_.identified(*told) : mentions_.resolve_phrase({after + 1, t + 1});
        }
        if (!name && in_.lexicon.common(in_.text().norm(t)) && t > after + 1) break;
    }
    return {};
}

const ContentWords& EndorsementFinder::said(std::uint32_t attribution) const {
    auto& words = said_[attribution];
    if (!words) words = content_words(in_, in_.roles[attribution].content);
    return *words;
}

/// The attribution whose report is meant: by shared words, by type (a report is an outlet's), and by nearness.
std::optional<std::uint32_t> EndorsementFinder::meant(std::uint32_t attribution, const Report& report,
                                                      EntityId reporter,
                                                      const std::function<bool(std::uint32_t)>& counts) const {
    const std::uint32_t behind = report.noun + 1, end = std::max(behind, in_.roles[attribution].content.end);
    const auto words = content_words(in_, {report.phrase.begin, end});
    // "reports [that the coach will resign]"
    const bool telling = content_words(in_, {behind, end}).size() >= kTelling;
    const std::uint32_t first = attribution > kBefore ? attribution - kBefore : 0;
    const auto last =
        std::min<std::uint32_t>(static_cast<std::uint32_t>(attributions_.size()), attribution + kAfter + 1);
    std::optional<std::uint32_t> best;
    double most =
        reporter == kNoEntity ? kLeastAlike : -static_cast<double>(kBefore);  // whoever is named is meant anyhow
    for (std::uint32_t b = first; b < last; ++b) {
        if (b == attribution || !counts(b) || same_sentence(b, attribution) || sources_[b] == sources_[attribution] ||
            attributions_[b].parent == attribution)
            continue;
        if (reporter != kNoEntity && sources_[b] != reporter) continue;
        const std::size_t shared = shared_words(words, said(b));
        const bool same_noun = in_.entities[sources_[b]].head == in_.text().norm(report.noun);
        if (telling && shared == 0 && reporter == kNoEntity && !same_noun) continue;
        if (b > attribution && (shared < 2 || !in_.entities[sources_[b]].is(SourceKind::outlet))) continue;
        double score = static_cast<double>(shared);
        if (report.kind == ReportNoun::report && media(sources_[b])) score += 2;
        if (in_.entities[sources_[b]].is(SourceKind::anonymous) && attributions_[b].source.empty()) score -= 2;
        score -= 0.1 * (b < attribution ? attribution - b : 2 * (b - attribution));
        if (score <= most) continue;
        most = score;
        best = b;
    }
    if (best || reporter != kNoEntity || !only_points(attribution, report)) return best;
    return said_right_before(attribution, [&](std::uint32_t b) {
        return counts(b) && attributions_[b].stance == Stance::asserts && !attributions_[b].content.empty();
    });
}

/// The nearest attribution to somebody else, of the few before this one, that may be meant.
std::optional<std::uint32_t> EndorsementFinder::said_right_before(
    std::uint32_t attribution, const std::function<bool(std::uint32_t)>& meant) const {
    for (std::uint32_t b = attribution; b-- > 0 && attribution - b <= kRightBefore;)
        if (sources_[b] != sources_[attribution] && meant(b)) return b;
    return std::nullopt;
}

/// "rejected Fenn's claim [that the pier was sold]": the attribution to Fenn that this one holds.
std::optional<std::uint32_t> EndorsementFinder::told_within(std::uint32_t attribution,
                                                            const std::function<bool(std::uint32_t)>& meant) const {
    const auto end = std::min<std::size_t>(attributions_.size(), attribution + kAfter + 1);
    for (std::uint32_t b = attribution + 1; b < end; ++b)
        if (attributions_[b].parent == attribution && meant(b)) return b;
    return std::nullopt;
}

/// "denied [the claims]", "[all these allegations against him in court]": nothing but what somebody else said right
/// before.
bool EndorsementFinder::only_points(std::uint32_t attribution, const Report& report) const {
    const TokenRange content = in_.roles[attribution].content;
    std::uint32_t first = report.noun;
    const auto denies = [](std::string_view verb) {
        return verb.starts_with("den") || verb.starts_with("refut") || verb.starts_with("reject");
    };
    const auto determines = [&](std::string_view word) { return in(kDeterminers, word) || in(kPointing, word); };
    while (first > report.phrase.begin && determines(in_.text().norm(first - 1))) --first;
    const bool own = first > report.phrase.begin && denies(in_.text().norm(first - 1));  // "We deny the claim"
    const bool determined = first < report.noun || in_.text().norm(report.noun) == "wrongdoing";
    if (!determined || (first != report.phrase.begin && !own)) return false;
    const std::uint32_t behind = report.noun + 1;
    if (behind >= content.end || in_.text().tokens()[behind].kind != TokenKind::word) return true;
    const auto next = in_.text().norm(behind);
    if (in(kCircumstances, next) || next.ends_with("ly")) return true;
    // "The story was false" is more often said of what the whole article is about.
    return report.kind != ReportNoun::report && (in(kCopulas, next) || in_.lexicon.verdict(next));
}

std::optional<Endorsement> EndorsementFinder::of_report(std::uint32_t attribution, const Report& report,
                                                        const std::function<bool(std::uint32_t)>& counts) {
    const auto stance = verdict(attribution, report);
    if (!stance) return std::nullopt;
    Endorsement found{*stance, std::nullopt, {}};
    const Identified named = named_reporter(attribution, report);
    if (named.entity == sources_[attribution]) return std::nullopt;
    found.about = meant(attribution, report, named.entity, counts);
    if (!found.about && named)
        found.about = told_within(attribution, [&](std::uint32_t b) { return sources_[b] == named.entity; });
    const bool against = *stance == Stance::denies || *stance == Stance::doubts;
    if (found.about || !against || (named && media(named.entity))) found.reporter = as_hop(named, HopRule::report);
    const bool reports = report.kind == ReportNoun::report && found.about && media(sources_[*found.about]);
    if (!named && reports) found.reporter = {{sources_[*found.about], Naming::earlier, report.phrase}, HopRule::report};
    return found;
}

/// "confirmed the death": of whoever reported it right before.
std::optional<Endorsement> EndorsementFinder::of_event(std::uint32_t attribution) const {
    const Attribution& a = attributions_[attribution];
    const TokenRange content = in_.roles[attribution].content;
    if (a.stance != Stance::confirms || content.empty() || content.size() > kShortContent ||
        in_.text().norm(content.begin) != "the")
        return std::nullopt;
    if (attribution == 0 || sources_[attribution - 1] == sources_[attribution] ||
        attributions_[attribution - 1].source.empty())
        return std::nullopt;
    return Endorsement{
        Stance::confirms, attribution - 1, {{sources_[attribution - 1], Naming::earlier, content}, HopRule::event}};
}

/// "said it was false", "denied this": what somebody else said right before.
std::optional<Endorsement> EndorsementFinder::of_statement(std::uint32_t attribution,
                                                           const std::function<bool(std::uint32_t)>& counts) const {
    const Attribution& a = attributions_[attribution];
    const TokenRange content = in_.roles[attribution].content;
    if (a.stance == Stance::asserts || content.empty()) return std::nullopt;
    std::uint32_t first = content.begin;
    while (first < content.end && in_.text().tokens()[first].kind == TokenKind::open_quote) ++first;
    if (first == content.end || !in(kPointing, in_.text().norm(first))) return std::nullopt;
    const bool alone = content.end - first <= kShortContent;
    if (!alone && !in(kCopulas, in_.text().norm(first + 1))) return std::nullopt;
    const auto said = said_right_before(attribution, [&](std::uint32_t b) {
        return counts(b) && a.parent != b && !attributions_[b].content.empty() &&
               is_stated(in_.text(), attributions_[b]);
    });
    return said ? std::optional(Endorsement{a.stance, said, {}}) : std::nullopt;
}

/// "said he had done nothing wrong", "insists he is innocent": what somebody else said of him right before is not so.
std::optional<Endorsement> EndorsementFinder::of_accusation(std::uint32_t attribution,
                                                            const std::function<bool(std::uint32_t)>& counts) const {
    if (attributions_[attribution].stance != Stance::asserts) return std::nullopt;
    TokenRange content = in_.roles[attribution].content;
    while (!content.empty() && in_.text().tokens()[content.end - 1].kind != TokenKind::word) --content.end;
    if (content.size() < 2 || content.size() > kInnocence) return std::nullopt;
    const auto last = in_.text().norm(content.end - 1), before = in_.text().norm(content.end - 2);
    const bool innocent = (last == "wrong" && before == "nothing") || (last == "guilty" && before == "not") ||
                          (last == "innocent" && in(kCopulas, before));
    if (!innocent) return std::nullopt;
    const auto of_him = [&](TokenRange said) {
        for (; !said.empty(); ++said.begin)
            if (const auto* name = in_.names.at(said.begin); name && name->entity == sources_[attribution]) return true;
        return false;
    };
    const auto said = said_right_before(attribution, [&](std::uint32_t b) {
        return counts(b) && attributions_[b].stance == Stance::asserts && of_him(in_.roles[b].content);
    });
    return said ? std::optional(Endorsement{Stance::denies, said, {}}) : std::nullopt;
}

/// Who reported it earlier, in "as [Ukrainian media] reported last week"; empty where the phrase at `as` is none.
TokenRange EndorsementFinder::earlier_reporter(std::uint32_t as) const {
    const std::uint32_t end = in_.text().sentences()[in_.sentence_of(as)].tokens.end;
    std::uint32_t verb = as + 1;
    bool earlier = false;
    while (verb < end && verb < as + kNear && !in(kReported, in_.text().norm(verb)))
        earlier |= in(kEarlier, in_.text().norm(verb++));
    if (verb >= std::min(end, as + kNear) || verb == as + 1) return {};
    for (std::uint32_t k = verb + 1; k < std::min(end, verb + 4); ++k) earlier |= in(kEarlier, in_.text().norm(k));
    std::uint32_t last = verb;
    while (last > as + 1 && in(kEarlier, in_.text().norm(last - 1))) --last;
    return earlier ? TokenRange{as + 1, last} : TokenRange{};
}

/// "..., as Ukrainian media reported last week", in the content or right after it.
std::optional<Endorsement> EndorsementFinder::as_reported(std::uint32_t attribution) const {
    const TokenRange content = in_.roles[attribution].content;
    if (content.empty()) return std::nullopt;
    const std::uint32_t end =
        std::min(in_.text().sentences()[in_.sentence_of(content.end - 1)].tokens.end, content.end + 3 * kNear);
    auto report = std::ranges::lower_bound(earlier_reports_, content.begin, {}, &EarlierReport::token);
    const auto last = earlier_reports_.end() - report > kMostEarlier ? report + kMostEarlier : earlier_reports_.end();
    for (; report != last && report->token + 2 < end; ++report)
        if (report->reporter.entity != sources_[attribution])
            return Endorsement{Stance::confirms, std::nullopt, report->reporter};
    return std::nullopt;
}

}  // namespace hearsay
