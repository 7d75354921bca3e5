// SPDX-License-Identifier: Apache-2.0
#include "hearsay/attribution/rule_extractor.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "attribution/classed_text.hpp"
#include "attribution/contents.hpp"
#include "attribution/cues.hpp"
#include "attribution/nesting.hpp"
#include "attribution/noun_phrases.hpp"
#include "attribution/recordings.hpp"
#include "attribution/stance.hpp"
#include "attribution/transcript.hpp"
#include "attribution/word_classes.hpp"
#include "hearsay/attribution/cue_lexicon.hpp"

namespace hearsay {

namespace {

constexpr std::uint32_t kLongestSentence = 400;  // tokens; a longer one is read in pieces, so that time stays linear

constexpr std::uint32_t kLongestHeadlineSource = 5;  // tokens before the colon
constexpr std::size_t kShortestDialogue = 2;         // lines

/// An attribution in tokens.
struct Found {
    std::uint32_t sentence;
    TokenRange source, cue;
    std::vector<TokenRange> content;
    Stance stance;
    double confidence;
};

/// Reads one document: cues sentence by sentence, then what each of them introduces, then quotations that nobody
/// introduces and so go on with the last speaker.
class RuleReading {
  public:
    RuleReading(const Document& document, const WordClasses& classes, const CueLexicon& cues)
        : r_(document, classes), classes_(classes), lexicon_(cues), claimed_(r_.quotations().size(), false) {}

    std::vector<Attribution> run() {
        for (const TokenRange sentence : r_.document().content_sentences()) {
            for (TokenRange rest = sentence; !rest.empty();
                 rest.begin = std::min(rest.end, rest.begin + kLongestSentence))
                read({rest.begin, std::min(rest.end, rest.begin + kLongestSentence)});
            read_recording(sentence);
            read_provenance(sentence);
        }
        read_headline();
        if (!read_transcript()) read_dialogue();
        continue_quotations();
        std::vector<Attribution> result;
        for (const Found& found : found_) result.push_back(attribution(found));
        nest(result);
        return result;
    }

  private:
    void read(TokenRange sentence) {
        const std::vector<Cue> cues = find_cues(r_, lexicon_, sentence);
        auto contents = find_contents(r_, cues);
        if (!cues.empty() && contents.back().empty()) contents.back() = paragraph_below(cues.back(), sentence);
        for (std::size_t n = 0; n != cues.size(); ++n) {
            if (contents[n].empty()) continue;
            for (const TokenRange range : contents[n]) claim_quotations(range);
            const Cue& cue = cues[n];
            found_.push_back({r_.token(cue.tokens.begin).sentence, cue.source, cue.tokens, contents[n],
                              stance(cue, contents[n]), confidence(cue)});
        }
    }

    void read_recording(TokenRange sentence) {
        const auto shown = shown_in(r_, sentence);
        if (!shown) return;
        const std::uint32_t number = r_.token(sentence.begin).sentence;
        found_.push_back({number, shown->recording, shown->cue, {shown->content}, Stance::asserts, 0.5});
    }

    /// "[The news] -- first [reported] by [the Post] -- came as a shock".
    void read_provenance(TokenRange sentence) {
        static constexpr std::array<std::string_view, 6> kTold{"reported",  "published", "revealed",
                                                               "announced", "confirmed", "broken"};
        TokenRange news{sentence.begin, sentence.begin};
        while (news.end < sentence.end && r_.is_word(news.end)) ++news.end;
        std::uint32_t cue = news.end;
        while (cue < sentence.end && (r_.is(cue, ",") || r_.is(cue, "-"))) ++cue;
        if (cue == news.end || !stands_for_news(r_.document().tokens, classes_, news)) return;
        while (cue < sentence.end && r_.is(cue, word_class::adverb)) ++cue;
        if (cue + 2 >= sentence.end || !r_.is(cue + 1, "by")) return;
        if (std::ranges::find(kTold, r_.norm(cue)) == kTold.end()) return;
        const TokenRange source = phrase_after(r_, cue + 2, sentence.end);
        if (!source.empty())
            found_.push_back({r_.token(cue).sentence, source, {cue, cue + 1}, {news}, Stance::asserts, 0.5});
    }

    /// "Reed wrote:" at the end of a paragraph: what the next one says.
    std::vector<TokenRange> paragraph_below(const Cue& cue, TokenRange sentence) const {
        const TokenizedText& text = r_.document().tokens;
        const auto next = text.sentences()[r_.token(sentence.begin).sentence].paragraph + 1;
        const bool introduces = r_.is(sentence.end - 1, ":") && cue.has(frame::quote) && !cue.source.empty() &&
                                !cue.negated && !cue.passive;
        if (!introduces || next >= text.paragraphs().size()) return {};
        const TokenRange paragraph = text.paragraphs()[next].tokens;
        const bool below = paragraph.begin == sentence.end && !r_.boilerplate(paragraph.begin);
        return below && r_.finite_clause(paragraph) ? std::vector{paragraph} : std::vector<TokenRange>{};
    }

    void claim_quotations(TokenRange range) {
        for (auto i = range.begin; i < range.end; ++i)
            if (const auto speech = r_.speech(i); speech != ClassedText::kNone) {
                claimed_[speech] = true;
                i = std::max(i, r_.quotations()[speech].tokens.end - 1);
            }
    }

    /// "Ministry: bridge is safe", in the first line.
    void read_headline() {
        const auto sentences = r_.document().content_sentences();
        if (sentences.empty() || !is_headline(r_, sentences.front())) return;
        const TokenRange line = sentences.front();
        auto colon = line.begin;
        while (colon < line.end && !r_.is(colon, ":")) ++colon;
        if (colon == line.begin || colon - line.begin > kLongestHeadlineSource || colon + 3 >= line.end) return;
        if (r_.is(line.begin, word_class::label) || r_.token(colon + 1).kind == TokenKind::open_quote) return;
        const TokenRange source = phrase_before(r_, line.begin, colon);
        if (source.begin != line.begin || !r_.finite_clause({colon + 1, line.end})) return;
        found_.push_back(
            {r_.token(line.begin).sentence, source, {colon, colon}, {{colon + 1, line.end}}, Stance::asserts, 0.5});
    }

    /// Who is before the colon at the begin of a paragraph: "Anna Berg:", "Q:".
    std::optional<TokenRange> label_of(TokenRange line) const {
        auto colon = line.begin;
        while (colon != line.end && r_.is_word(colon) && colon - line.begin <= kLongestHeadlineSource) ++colon;
        if (colon == line.begin || !r_.is(colon, ":") || !r_.capitalized(line.begin)) return std::nullopt;
        return TokenRange{line.begin, colon};
    }

    /// An interview: "Gazette: Was there a leak?", "Berg: No. It was paint.", or "Q:" and "A:". Whoever's lines are
    /// questions asks; what is in the others is said by who stands before the colon, by nobody known behind "A:".
    void read_dialogue() {
        const auto& tokens = r_.document().tokens;
        const auto name_of = [&](TokenRange label) { return tokens.text().slice(tokens.span(label)); };
        std::vector<std::pair<TokenRange, const Paragraph*>> lines;
        std::set<std::string_view> asking;
        for (const Paragraph& paragraph : tokens.paragraphs()) {
            const auto label = label_of(paragraph.tokens);
            if (!label) continue;
            lines.emplace_back(*label, &paragraph);
            if (r_.is(paragraph.tokens.end - 1, "?")) asking.insert(name_of(*label));
        }
        if (asking.empty() || lines.size() < kShortestDialogue) return;
        for (const auto& [label, paragraph] : lines) {
            if (asking.contains(name_of(label))) continue;
            const TokenRange speaker = label.size() == 1 && r_.is(label.begin, "a") ? TokenRange{} : label;
            for (auto s = paragraph->first_sentence; s != paragraph->last_sentence; ++s) {
                const TokenRange sentence = tokens.sentences()[s].tokens;
                const auto begin = std::max(sentence.begin, label.end + 1);
                add_line(speaker, {begin, sentence.end});
            }
        }
    }

    /// What stands behind a speaker's name, where it is a clause and nobody else's words.
    void add_line(TokenRange speaker, TokenRange said) {
        if (!r_.finite_clause(said) || r_.speech(said.begin) != ClassedText::kNone) return;
        const std::uint32_t sentence = r_.token(said.begin).sentence;
        found_.push_back({sentence, speaker, {said.begin, said.begin}, {said}, Stance::asserts, 0.6});
    }

    /// Whether it is one.
    bool read_transcript() {
        const auto sentences = r_.document().tokens.sentences();
        const std::vector<Turn> turns = turns_in(r_);
        for (const Turn& turn : turns)
            for (TokenRange rest = turn.words; !rest.empty();) {
                const TokenRange whole = sentences[r_.token(rest.begin).sentence].tokens;
                const TokenRange sentence{rest.begin, std::min(rest.end, whole.end)};
                rest.begin = sentence.end;
                if (!r_.is(sentence.end - 1, "?") && !r_.boilerplate(sentence.begin)) add_line(turn.speaker, sentence);
            }
        return !turns.empty();
    }

    /// `"A," she said. "B."` - B is hers too, and so is a next paragraph that only quotes.
    void continue_quotations() {
        std::stable_sort(found_.begin(), found_.end(),
                         [](const Found& a, const Found& b) { return a.cue.begin < b.cue.begin; });
        const auto sentences = r_.document().tokens.sentences();
        const std::size_t known = found_.size();
        std::size_t next = 0;
        std::optional<std::size_t> last;
        std::uint32_t last_paragraph = 0;
        for (std::uint32_t q = 0; q != r_.quotations().size(); ++q) {
            const Quotation& quotation = r_.quotations()[q];
            const auto begin = quotation.tokens.begin;
            while (next != known && found_[next].cue.begin < begin) {
                if (speaks(found_[next])) {
                    last = next;
                    last_paragraph = sentences[found_[next].sentence].paragraph;
                }
                ++next;
            }
            if (claimed_[q]) {
                if (last) last_paragraph = std::max(last_paragraph, sentences[r_.token(begin).sentence].paragraph);
                continue;
            }
            if (!quotation.speech || r_.boilerplate(begin)) continue;
            if (const TokenRange speaker = named_beside(quotation.tokens); !speaker.empty()) {
                found_.push_back(
                    {r_.token(begin).sentence, speaker, {begin, begin}, {quotation.tokens}, Stance::asserts, 0.6});
                continue;
            }
            if (!last) continue;
            const auto& sentence = sentences[r_.token(begin).sentence];
            if (sentence.tokens.begin != begin) continue;
            if (sentence.paragraph == last_paragraph) {
                auto& content = found_[*last].content;
                if (!content.empty() && content.back().end <= begin) content.push_back(quotation.tokens);
            } else if (sentence.paragraph == last_paragraph + 1) {
                found_.push_back({r_.token(begin).sentence,
                                  found_[*last].source,
                                  {begin, begin},
                                  {quotation.tokens},
                                  Stance::asserts,
                                  0.5});
                last_paragraph = sentence.paragraph;
            }
        }
    }

    /// `Berg: "A"` and `"A" - Anna Berg`, where the name and the quotation are all of the line.
    TokenRange named_beside(TokenRange quotation) const {
        const auto& tokens = r_.document().tokens;
        const auto& sentence = tokens.sentences()[r_.token(quotation.begin).sentence];
        const TokenRange line = tokens.paragraphs()[sentence.paragraph].tokens;
        if (quotation.begin > line.begin + 1 && r_.is(quotation.begin - 1, ":")) {
            const TokenRange name = phrase_before(r_, line.begin, quotation.begin - 1);
            if (name.begin == line.begin && r_.capitalized(name.begin) && !r_.is(name.begin, word_class::label))
                return name;
        }
        if (quotation.end + 1 < line.end && r_.is(quotation.end, "-") && r_.capitalized(quotation.end + 1)) {
            const TokenRange name = phrase_after(r_, quotation.end + 1, line.end);
            if (name.end + 1 >= line.end) return name;
        }
        return {};
    }

    bool speaks(const Found& found) const {
        return !found.source.empty() && std::any_of(found.content.begin(), found.content.end(), [&](TokenRange range) {
            return r_.ends_in_speech(range) || r_.speech(range.begin) != ClassedText::kNone;
        });
    }

    Stance stance(const Cue& cue, const std::vector<TokenRange>& content) const {
        if (cue.has(frame::proof) && (cue.negated || found_nothing({cue.tokens.end, content.front().begin})))
            return Stance::doubts;
        if (!cue.negated) return cue.entry->stance;
        if (cue.entry->stance == Stance::confirms) return Stance::doubts;
        return cue.entry->stance == Stance::asserts && cue.has(frame::object) ? Stance::denies : Stance::asserts;
    }

    /// "found [no evidence] that"
    bool found_nothing(TokenRange words) const {
        while (!words.empty() && !r_.is(words.begin, word_class::negation)) ++words.begin;
        return !words.empty();
    }

    double confidence(const Cue& cue) const {
        if (cue.source.empty()) return 0.5;
        if (cue.linked) return 0.7;
        return cue.has(frame::quote) ? 0.9 : 0.7;
    }

    Spans spans(const std::vector<TokenRange>& ranges) const {
        Spans result;
        for (const TokenRange range : ranges)
            if (!range.empty()) result.push_back(r_.document().tokens.span(range));
        std::sort(result.begin(), result.end());
        return result;
    }

    Voice voice(const std::vector<TokenRange>& content) const {
        const auto& quotations = r_.quotations();
        const auto end_of = [](const Quotation& quotation) { return quotation.tokens.end; };
        std::uint32_t quoted = 0, all = 0;
        for (const TokenRange range : content) {
            auto next = std::ranges::upper_bound(quotations, range.begin, {}, end_of);
            for (auto i = range.begin; i < range.end; ++i) {
                while (next != quotations.end() && next->tokens.end <= i) ++next;
                if (!r_.is_word(i) || r_.is(i, "that")) continue;
                ++all;
                quoted += next != quotations.end() && next->tokens.begin <= i;
            }
        }
        if (quoted == 0) return Voice::indirect;
        return quoted == all ? Voice::direct : Voice::mixed;
    }

    Attribution attribution(const Found& found) const {
        Attribution a;
        a.source = spans({found.source});
        a.cue = spans({found.cue});
        a.content = spans(found.content);
        a.voice = voice(found.content);
        a.stance = found.stance;
        a.confidence = found.confidence;
        return a;
    }

    ClassedText r_;
    const WordClasses& classes_;
    const CueLexicon& lexicon_;
    std::vector<bool> claimed_;  // by quotation: it is the content of some cue
    std::vector<Found> found_;
};

}  // namespace

struct RuleExtractor::Lexicons {
    WordClasses classes;
    CueLexicon cues;
    StanceReader stances;
};

RuleExtractor::RuleExtractor(std::unique_ptr<const Lexicons> lexicons) : lexicons_(std::move(lexicons)) {}
RuleExtractor::~RuleExtractor() = default;
RuleExtractor::RuleExtractor(RuleExtractor&&) noexcept = default;

RuleExtractor RuleExtractor::load(const std::filesystem::path& lexicons) {
    return RuleExtractor(std::make_unique<const Lexicons>(
        Lexicons{WordClasses::load(lexicons), CueLexicon::load(lexicons / "cues.tsv"), StanceReader::load(lexicons)}));
}

std::vector<Attribution> RuleExtractor::extract(const Document& document) const {
    auto attributions = RuleReading(document, lexicons_->classes, lexicons_->cues).run();
    for (Attribution& attribution : attributions) lexicons_->stances.judge(document, attribution);
    return attributions;
}

}  // namespace hearsay
