// SPDX-License-Identifier: Apache-2.0
#include "title_reader.hpp"

#include <algorithm>
#include <array>

#include "phrase_bounds.hpp"

namespace hearsay {

namespace {

constexpr std::uint32_t kOfficeWords = 6;  // looked at before a title
constexpr std::uint32_t kApposition = 14;  // tokens of one
constexpr std::array<std::string_view, 8> kDeterminers = {"the", "a", "an", "his", "her", "its", "their", "'s"};
constexpr std::array<std::string_view, 5> kLinks = {"of", "for", "to", "at", "in"};

template <std::size_t Size>
bool in(const std::array<std::string_view, Size>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

}  // namespace

/// "Defense Minister Kim Yong-hyun": the title goes into the phrase.
void TitleReader::read_before(RawName& name, TokenRange sentence) const {
    const NameWord* last = lexicon_->name_word(text_->norm(name.tokens.end - 1));
    const bool body = last && (*last == NameWord::organization || *last == NameWord::firm);
    const Title* epithet = lexicon_->title(text_->norm(name.tokens.end - 1));
    if (epithet && epithet->kind == TitleKind::epithet && name.tokens.size() > 1) {
        name.tokens.begin = name.tokens.end;  // "The San Diego Republican" names nobody
        return;
    }
    drop_portfolio(name, sentence);
    std::uint32_t after = name.tokens.begin;
    for (std::uint32_t i = name.tokens.begin; !body && i < name.tokens.end; ++i) {
        const auto title = lexicon_->title_at(*text_, i, name.tokens.end);
        if (!title) continue;
        if (title->second == i + 1 && i + 1 == name.tokens.end && surname_after({after, i})) break;
        if (title->first.kind == TitleKind::honorific) name.gender = title->first.gender;
        after = title->second;
        name.titled = true;
        i = after - 1;
    }
    name.tokens.begin = after;
    if (!name.tokens.empty()) read_title_before(name, sentence);
}

/// "Secretary of [Commerce] Bruce Smart", "Chancellor of the [Exchequer] Nigel Lawson": what the office is over.
void TitleReader::drop_portfolio(RawName& name, TokenRange sentence) const {
    std::uint32_t link = name.tokens.begin;
    if (link > sentence.begin && text_->norm(link - 1) == "the") --link;
    if (link < sentence.begin + 2 || text_->norm(link - 1) != "of" || !lexicon_->title(text_->norm(link - 2))) return;
    for (std::uint32_t t = name.tokens.begin + 1; t + 1 < name.tokens.end; ++t)
        if (lexicon_->first_name(text_->norm(t)) != Gender::unknown) return name.tokens.begin = t, void();
}

/// "Stephen King", "Judge Carole Bishop": what else is a title may be a surname behind a first name.
bool TitleReader::surname_after(TokenRange names) const {
    return !names.empty() && lexicon_->surname(text_->norm(names.end)) &&
           lexicon_->first_name(text_->norm(names.begin)) != Gender::unknown;
}

/// Where the title that stands right before `name` begins, or `name` itself: "spokesman Dmitry Peskov", "Ambassador to
/// the U.N. John Danforth".
std::uint32_t TitleReader::title_before(std::uint32_t name, std::uint32_t begin) const {
    const std::uint32_t first = name > begin + 3 ? name - 3 : begin;
    for (std::uint32_t i = first; i < name; ++i)
        if (const auto title = lexicon_->title_at(*text_, i, name); title && title->second == name) return i;
    std::uint32_t i = name;
    for (std::uint32_t steps = 0; i > begin && steps < kOfficeWords; ++steps) {
        const auto word = text_->norm(i - 1);
        const bool link = text_->tokens()[i - 1].capitalized || (i != name && (word == "the" || in(kLinks, word)));
        const auto title = lexicon_->title_at(*text_, i - 1, i);
        if (title && i != name && title->first.kind == TitleKind::office) return i - 1;
        if (!link) break;
        --i;
    }
    return name;
}

/// Where the words before a title that narrow it begin: "former [Federal Reserve] Chairman", "[South Korea's defense]
/// chief". A small letter before a capital ends them ("met Health Minister"), but for "former" and its kin.
std::uint32_t TitleReader::office_begin(std::uint32_t title, std::uint32_t limit) const {
    std::uint32_t begin = title;
    for (std::uint32_t steps = 0; begin > limit && steps < kOfficeWords; ++steps, --begin) {
        const Token& t = text_->tokens()[begin - 1];
        const auto word = text_->norm(begin - 1);
        if (word == "'s") continue;
        if (t.kind != TokenKind::word || lexicon_->common(word)) break;
        if (lexicon_->relay_at(*text_, begin - 1, begin)) break;  // "citing engineer Ann Lee"
        if (!t.capitalized && text_->tokens()[begin].capitalized && !is_degree(word)) break;
    }
    return begin;
}

void TitleReader::read_title_before(RawName& name, TokenRange sentence) const {
    const std::uint32_t title = name.titled ? name.phrase.begin : title_before(name.tokens.begin, sentence.begin);
    if (!name.titled && title == name.tokens.begin) return;
    const std::uint32_t begin = office_begin(title, sentence.begin);
    name.phrase.begin = begin;
    name.office_words = {begin, name.tokens.begin};
    name.office = offices_.in(name.office_words);
    name.titled = true;
    take_gender(name, {title, name.tokens.begin});
}

/// "Chad O'Carroll, CEO of Korea Risk Group, said".
void TitleReader::read_apposition_after(RawName& name, TokenRange sentence) const {
    if (name.tokens.end + 1 >= sentence.end || text_->norm(name.tokens.end) != ",") return;
    if (is_placed(*text_, name.tokens.begin, sentence.begin)) return;  // "in the Gulf, an official confirmed"
    const std::uint32_t begin = name.tokens.end + 1;
    std::uint32_t end = begin;
    const std::uint32_t limit = std::min<std::uint32_t>(sentence.end, begin + kApposition);
    while (end < limit && text_->tokens()[end].kind != TokenKind::punctuation && text_->norm(end) != "said") ++end;
    const TokenRange title = offices_.title_in({begin, end});
    if (title.empty() || title.begin > begin + kOfficeWords) return;
    const bool closed = end == sentence.end || text_->tokens()[end].kind == TokenKind::punctuation;
    if (in(kDeterminers, text_->norm(begin)) && !closed) return;  // "the murder of Ann Lee, her lawyer said"
    const bool named =
        title.end < end && text_->tokens()[title.end].capitalized && text_->tokens()[title.end].kind == TokenKind::word;
    if (named) return;  // "said Kim, President Obama was"
    take_gender(name, title);
    if (!name.office) {
        name.office_words = {begin, end};
        name.office = offices_.in(name.office_words);
    }
    name.titled = true;
}

/// "the head of the army, Gen Juan Cheyre, said".
void TitleReader::read_apposition_before(RawName& name, TokenRange sentence) const {
    const std::uint32_t start = name.phrase.begin;
    if (start < sentence.begin + 3 || text_->norm(start - 1) != ",") return;
    std::uint32_t begin = start - 1;
    bool determined = false;
    for (std::uint32_t steps = 0; begin > sentence.begin && steps < kApposition; ++steps, --begin) {
        if (text_->tokens()[begin - 1].kind != TokenKind::word) break;
        const auto word = text_->norm(begin - 1);
        determined |= in(kDeterminers, word);
    }
    const TokenRange words{begin, start - 1};
    const TokenRange title = determined ? offices_.title_in(words) : TokenRange{};
    if (title.empty()) return;
    const auto next = title.end < words.end ? text_->norm(title.end) : std::string_view("of");
    if (!in(kLinks, next)) return;
    name.office_words = words;
    name.office = offices_.in(words);
    name.titled = true;
    take_gender(name, title);
}

void TitleReader::read_appositions(RawName& name, TokenRange sentence) const {
    read_apposition_after(name, sentence);
    if (!name.office) read_apposition_before(name, sentence);
}

void TitleReader::take_gender(RawName& name, TokenRange title) const {
    for (std::uint32_t t = title.begin; t < title.end; ++t) {
        const auto found = lexicon_->title_at(*text_, t, title.end);
        if (found && name.gender == Gender::unknown) name.gender = found->first.gender;
    }
}

}  // namespace hearsay
