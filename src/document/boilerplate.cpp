// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>

#include "document/self_description.hpp"

namespace hearsay {

namespace {

constexpr std::uint32_t kLongestParagraph = 60;  // tokens of a paragraph that is marked whole for its first words
constexpr std::uint32_t kLongestCaption = 90;
constexpr std::uint32_t kLongestTitle = 20;     // tokens of a headline, with capitals as in a sentence
constexpr std::uint32_t kLongestCapitals = 28;  // tokens of a headline that Capitalizes Its Words
constexpr std::size_t kHeadParagraphs = 2;      // headline and summary, which are content
constexpr std::uint32_t kShortestTitle = 3;
constexpr std::size_t kEdge = 6;  // paragraphs at either end that may credit the story's source

class BoilerplateReader {
  public:
    BoilerplateReader(const TokenizedText& text, const KnownOutlet& known, SelfDescription& reading)
        : text_(text), known_(known), reading_(reading), paragraphs_(text.paragraphs()), marked_(paragraphs_.size()) {
        for (const Paragraph& paragraph : paragraphs_) content_end_.push_back(paragraph.tokens.end);
    }

    void read() {
        for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
            if (marked_[i]) continue;
            marked_[i] = read_remains(i) || read_whole(i) || read_copyright(i) || read_caption(i) || read_parts(i) ||
                         read_fragment(i);
        }
        read_related_at_end();
    }

  private:
    const Token& token(std::uint32_t i) const { return text_.tokens()[i]; }
    TokenRange tokens(std::size_t paragraph) const { return paragraphs_[paragraph].tokens; }
    std::optional<PatternMatch> find(PatternPlace place, TokenRange range) const {
        return BoilerplatePatterns::get().find(place, text_, range, known_);
    }

    /// What a page's markup leaves behind, of any length: its scripts, and "RelatedFerry fares riseTwo ships collide".
    bool read_remains(std::size_t i) {
        constexpr std::string_view kRelated = "Related";
        const std::uint32_t begin = tokens(i).begin;
        const auto norm = [&](std::uint32_t ahead) {
            return ahead < tokens(i).size() ? text_.norm(begin + ahead) : std::string_view();
        };
        const bool script =
            (norm(0) == "(" && norm(1) == "function" && norm(2) == "(") || (norm(0) == "var" && norm(2) == "=");
        const std::string_view first = text_.word(begin);
        const bool titles = first.starts_with(kRelated) && runs_on(first) && (!is_closed(i) || run_on_words(i) > 1);
        if (script || titles)
            reading_.mark(text_, tokens(i), titles ? BoilerplateKind::related : BoilerplateKind::link);
        return script || titles;
    }

    /// "againTwo": the last word of a line, and the first one of the next.
    static bool runs_on(std::string_view word) {
        constexpr std::size_t kWord = 3;  // letters, which no "McKay" has
        std::size_t small = 0;
        for (const char c : word) {
            if (c >= 'A' && c <= 'Z' && small >= kWord) return true;
            small = c >= 'a' && c <= 'z' ? small + 1 : 0;
        }
        return false;
    }
    std::size_t run_on_words(std::size_t i) const {
        std::size_t words = 0;
        for (auto t = tokens(i).begin; t != tokens(i).end; ++t) words += runs_on(text_.word(t));
        return words;
    }

    /// Lines and short paragraphs that are nothing but boilerplate.
    bool read_whole(std::size_t i) {
        const TokenRange range = tokens(i);
        if (range.size() > kLongestParagraph) return false;
        if (find(PatternPlace::heading, range)) {
            mark_titles_after(i);
            return true;
        }
        auto match = find(PatternPlace::line, range);
        if (!match) match = find(PatternPlace::paragraph, range);
        if (!match) return false;
        take_outlet(*match, i);
        const TokenRange marked = bracketed(range);
        reading_.mark(text_, marked, match->pattern->kind);
        return marked.end == range.end;
    }
    /// A note in brackets ends with them, whatever follows: "(Adds details) By Ann Lee".
    TokenRange bracketed(TokenRange range) const {
        const std::string_view open = text_.norm(range.begin);
        if (open != "(" && open != "[") return range;
        const std::string_view close = open == "(" ? ")" : "]";
        std::uint32_t end = range.begin;
        while (end < range.end && text_.norm(end) != close) ++end;
        const bool nearly_all = end + 3 >= range.end;
        return nearly_all ? range : TokenRange{range.begin, end + 1};
    }
    void take_outlet(const PatternMatch& match, std::size_t paragraph) {
        const bool edge = paragraph < kEdge || paragraph + kEdge >= paragraphs_.size();
        if (match.outlet.empty() || !edge) return;
        const std::string_view name = words(text_, match.outlet);
        if (match.pattern->outlet == OutletRole::publisher) reading_.add_publisher(name, Evidence::credit);
        if (match.pattern->outlet == OutletRole::source && !is_platform(name)) reading_.sources.emplace_back(name);
    }
    /// The heading and the title-like lines under it.
    void mark_titles_after(std::size_t heading) {
        reading_.mark(text_, tokens(heading), BoilerplateKind::related);
        for (std::size_t i = heading + 1; i < paragraphs_.size() && is_title(i); ++i) {
            reading_.mark(text_, tokens(i), BoilerplateKind::related);
            marked_[i] = true;
        }
    }

    /// Sentences and the last words of a paragraph. True where nothing of it is left.
    bool read_parts(std::size_t i) {
        const Paragraph& paragraph = paragraphs_[i];
        TokenRange rest{paragraph.tokens.begin, paragraph.tokens.begin};
        for (auto s = paragraph.first_sentence; s < paragraph.last_sentence; ++s) {
            const TokenRange sentence = text_.sentences()[s].tokens;
            const auto match = find(PatternPlace::sentence, sentence);
            const bool boilerplate = match && sentence.size() <= kLongestParagraph;
            const TokenRange marked = boilerplate ? bracketed(sentence) : TokenRange{};
            if (boilerplate) take_outlet(*match, i);
            if (boilerplate) reading_.mark(text_, marked, match->pattern->kind);
            if (marked.end != sentence.end) rest.end = sentence.end;
        }
        const auto match = find(PatternPlace::end, rest);
        // "… said the Associated Press (AP)" credits nobody.
        if (match && (match->pattern->kind != BoilerplateKind::credit || ends_sentence(match->tokens.begin))) {
            take_outlet(*match, i);
            reading_.mark(text_, match->tokens, match->pattern->kind);
            rest.end = match->tokens.begin;
        }
        content_end_[i] = rest.end;
        return rest.empty();
    }

    /// A paragraph that ends in a photo credit is a caption, unless the credit stands after several sentences or a
    /// quotation: then it is one of the text.
    bool read_caption(std::size_t i) {
        const TokenRange range = tokens(i);
        if (range.size() > kLongestCaption) return false;
        const auto match = find(PatternPlace::caption, range);
        if (!match || (ends_sentence(match->tokens.begin) && reads_as_text(i, match->tokens.begin))) return false;
        reading_.mark(text_, range, BoilerplateKind::caption);
        return true;
    }
    /// In the body, a line without final punctuation that speaks of a picture, or begins with a label, is a caption.
    bool read_fragment(std::size_t i) {
        if (i < kHeadParagraphs || tokens(i).size() > kLongestParagraph || is_closed(i)) return false;
        if (!find(PatternPlace::fragment, tokens(i))) return false;
        reading_.mark(text_, tokens(i), BoilerplateKind::caption);
        return true;
    }
    /// Whether a sentence ends right before `i`.
    bool ends_sentence(std::uint32_t i) const {
        if (i == 0) return true;
        const char last = text_.word(i - 1).back();
        return token(i - 1).kind == TokenKind::close_quote || last == '.' || last == '!' || last == '?';
    }
    bool reads_as_text(std::size_t paragraph, std::uint32_t end) const {
        std::uint32_t sentences = 0;
        for (auto i = tokens(paragraph).begin; i < end; ++i) {
            if (token(i).kind == TokenKind::open_quote) return true;
            sentences += i > tokens(paragraph).begin && token(i).sentence != token(i - 1).sentence;
        }
        return sentences > 0;
    }

    /// "© 2024 Bloomberg L.P.", "Copyright 2014 The Associated Press. All rights reserved."
    bool read_copyright(std::size_t i) {
        const Paragraph& paragraph = paragraphs_[i];
        for (auto s = paragraph.first_sentence; s < paragraph.last_sentence; ++s) {
            const TokenRange sentence = text_.sentences()[s].tokens;
            const auto begin = copyright_sign(sentence);
            if (!begin) continue;
            // What follows a notice are its terms.
            const bool whole = *begin == paragraph.tokens.begin && paragraph.tokens.size() <= kLongestParagraph * 2;
            const TokenRange notice{*begin, whole ? paragraph.tokens.end : sentence.end};
            reading_.mark(text_, notice, BoilerplateKind::copyright);
            read_notice(notice);
            return whole;
        }
        return false;
    }
    /// Where a notice begins: ©, (c) or "copyright" followed by a year or a name.
    std::optional<std::uint32_t> copyright_sign(TokenRange range) const {
        for (std::uint32_t i = range.begin; i + 1 < range.end; ++i) {
            const std::string_view norm = text_.norm(i);
            const bool sign = norm == "©" && (i == range.begin || token(i).space_before || text_.norm(i - 1) == "(");
            if (sign && is_notice_word(i + 1)) return i;
            if (norm == "copyright" && i == range.begin && is_notice_word(i + 1)) return i;
            if (norm == "(" && i + 3 < range.end && text_.norm(i + 1) == "c" && text_.norm(i + 2) == ")" &&
                is_notice_word(i + 3))
                return i;
        }
        return std::nullopt;
    }
    bool is_notice_word(std::uint32_t i) const {
        const std::string_view norm = text_.norm(i);
        return token(i).kind == TokenKind::number || token(i).capitalized || norm == "©" || norm == "(" || norm == "by";
    }

    void read_notice(TokenRange notice) {
        std::uint32_t i = notice.begin;
        CalendarDate year;
        for (; i < notice.end && !starts_holder(i); ++i)
            if (const CalendarDate date = find_date(text_.word(i).substr(0, 4)); date && !date.month) year = date;
        std::uint32_t end = i;
        while (end < notice.end && end < i + 6 && starts_holder(end)) ++end;
        std::uint32_t after = end;  // "Bloomberg 2024"
        for (; after < std::min(notice.end, end + 2) && !year; ++after)
            if (const CalendarDate date = find_date(text_.word(after)); date && !date.month) year = date;
        if (year) reading_.dates.push_back({year, Evidence::copyright});
        while (end > i && is_company_form(end - 1)) --end;
        const bool named = end > i && (year || (known_ && known_(words(text_, {i, end}))));
        if (named) reading_.add_publisher(words(text_, {i, end}), Evidence::copyright);
    }
    bool starts_holder(std::uint32_t i) const {
        constexpr std::string_view kNever[] = {"copyright", "all", "c", "©"};
        if (std::find(std::begin(kNever), std::end(kNever), text_.norm(i)) != std::end(kNever)) return false;
        return token(i).kind == TokenKind::word &&
               (token(i).capitalized || text_.word(i).find('.') != std::string_view::npos);
    }
    bool is_company_form(std::uint32_t i) const {
        constexpr std::string_view kForms[] = {"l.p.", "lp",   "inc.", "inc", "ltd.",  "ltd",
                                               "llc",  "llc.", "plc",  "co.", "corp.", "limited"};
        return std::find(std::begin(kForms), std::end(kForms), text_.norm(i)) != std::end(kForms);
    }

    /// Ends as a sentence does.
    bool is_closed(std::size_t paragraph) const {
        const TokenRange range{tokens(paragraph).begin, content_end_[paragraph]};
        for (std::uint32_t i = range.end; i > range.begin && i + 4 > range.end; --i) {
            const char last = text_.word(i - 1).back();
            if (last == '.' || last == '!' || last == '?' || last == ':' || text_.word(i - 1) == "…") return true;
            if (token(i - 1).kind == TokenKind::word || token(i - 1).kind == TokenKind::number) return false;
        }
        return false;
    }
    bool is_title(std::size_t paragraph) const {
        const TokenRange range = tokens(paragraph);
        if (range.size() < kShortestTitle || is_closed(paragraph)) return false;
        if (range.size() > (capitalizes(range) ? kLongestCapitals : kLongestTitle)) return false;
        const bool one_sentence = paragraphs_[paragraph].first_sentence + 1 == paragraphs_[paragraph].last_sentence;
        return one_sentence && token(range.begin).capitalized;
    }
    bool capitalizes(TokenRange range) const {
        std::uint32_t words = 0, capitals = 0;
        for (std::uint32_t i = range.begin; i < range.end; ++i) {
            if (token(i).kind != TokenKind::word || text_.word(i).size() < 4) continue;
            ++words;
            capitals += token(i).capitalized;
        }
        return capitals * 10 >= words * 7;
    }
    /// Lines at the very end that are no sentences, in an article whose paragraphs otherwise are.
    void read_related_at_end() {
        std::size_t closed = 0, open = 0;
        for (std::size_t i = 0; i < paragraphs_.size(); ++i)
            if (tokens(i).size() > kLongestTitle / 2 && !marked_[i]) ++(is_closed(i) ? closed : open);
        if (closed < 3 || closed < open * 3) return;
        for (std::size_t i = paragraphs_.size(); i-- > 1 && (marked_[i] || is_title(i));) {
            if (!marked_[i]) reading_.mark(text_, tokens(i), BoilerplateKind::related);
            marked_[i] = true;
        }
    }

    const TokenizedText& text_;
    const KnownOutlet& known_;
    SelfDescription& reading_;
    std::span<const Paragraph> paragraphs_;
    std::vector<bool> marked_;                ///< paragraphs that are boilerplate as a whole
    std::vector<std::uint32_t> content_end_;  ///< by paragraph, without boilerplate at its end
};

}  // namespace

void read_boilerplate(const TokenizedText& text, const KnownOutlet& known_outlet, SelfDescription& reading) {
    BoilerplateReader(text, known_outlet, reading).read();
}

}  // namespace hearsay
