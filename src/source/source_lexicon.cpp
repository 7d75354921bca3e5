// SPDX-License-Identifier: Apache-2.0
#include "source_lexicon.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "hearsay/error.hpp"
#include "hearsay/resources.hpp"

namespace hearsay {

namespace {

constexpr std::uint32_t kLongestPhrase = 6;  // tokens

template <class Value, std::size_t Size>
Value one_of(const std::filesystem::path& file, std::string_view word,
             const std::array<std::pair<std::string_view, Value>, Size>& values) {
    for (const auto& [name, value] : values)
        if (name == word) return value;
    throw ResourceError(file.string() + ": \"" + std::string(word) + "\" is not a value of this column");
}

Gender gender_of(std::string_view letter) {
    return letter == "m" ? Gender::male : letter == "f" ? Gender::female : Gender::unknown;
}

/// Calls `visit` with each phrase of one to kLongestPhrase tokens that starts at `token`, longest last.
template <class Visit>
void each_phrase(const TokenizedText& text, std::uint32_t token, std::uint32_t limit, Visit visit) {
    std::string phrase;
    const std::uint32_t last = std::min(limit, token + kLongestPhrase);
    for (std::uint32_t end = token; end < last; ++end) {
        if (end != token) phrase += ' ';
        phrase += text.norm(end);
        visit(phrase, end + 1);
    }
}

}  // namespace

SourceLexicon SourceLexicon::load(const std::filesystem::path& directory) {
    using std::pair;
    SourceLexicon lexicon;
    constexpr std::array kTitles = {pair{std::string_view("honorific"), TitleKind::honorific},
                                    pair{std::string_view("rank"), TitleKind::rank},
                                    pair{std::string_view("office"), TitleKind::office},
                                    pair{std::string_view("epithet"), TitleKind::epithet}};
    auto file = directory / "titles.tsv";
    read_table(file, {"form", "role", "gender", "kind"}, [&](const auto& row) {
        lexicon.titles_[std::string(row[0])] = {one_of(file, row[3], kTitles), std::string(row[1]), gender_of(row[2])};
    });
    constexpr std::array kNouns = {pair{std::string_view("anonymous"), NounKind::anonymous},
                                   pair{std::string_view("group"), NounKind::group},
                                   pair{std::string_view("media"), NounKind::media},
                                   pair{std::string_view("document"), NounKind::document},
                                   pair{std::string_view("organization"), NounKind::organization},
                                   pair{std::string_view("firm"), NounKind::firm}};
    file = directory / "source_nouns.tsv";
    read_table(file, {"noun", "kind", "number"}, [&](const auto& row) {
        lexicon.nouns_.emplace(std::string(row[0]), SourceNoun{one_of(file, row[1], kNouns), row[2] == "p"});
    });
    constexpr std::array kAntecedents = {
        pair{std::string_view("person"), Antecedent::person}, pair{std::string_view("thing"), Antecedent::thing},
        pair{std::string_view("group"), Antecedent::group},   pair{std::string_view("self"), Antecedent::self},
        pair{std::string_view("member"), Antecedent::member}, pair{std::string_view("who"), Antecedent::who},
        pair{std::string_view("which"), Antecedent::which},   pair{std::string_view("both"), Antecedent::both}};
    file = directory / "pronouns.tsv";
    read_table(file, {"form", "number", "gender", "antecedent"}, [&](const auto& row) {
        lexicon.pronouns_.emplace(std::string(row[0]), Pronoun{one_of(file, row[3], kAntecedents), gender_of(row[2])});
    });
    constexpr std::array kNameWords = {pair{std::string_view("media"), NameWord::media},
                                       pair{std::string_view("organization"), NameWord::organization},
                                       pair{std::string_view("place"), NameWord::place}};
    file = directory / "name_words.tsv";
    read_table(file, {"word", "kind"}, [&](const auto& row) {
        if (row[1].starts_with("common")) lexicon.common_.emplace(std::string(row[0]), row[1] == "common_or_name");
        else lexicon.name_words_.emplace(std::string(row[0]), one_of(file, row[1], kNameWords));
    });
    constexpr std::array kReports = {pair{std::string_view("report"), ReportNoun::report},
                                     pair{std::string_view("claim"), ReportNoun::claim},
                                     pair{std::string_view("charge"), ReportNoun::charge}};
    file = directory / "report_nouns.tsv";
    read_table(file, {"noun", "kind"}, [&](const auto& row) {
        lexicon.report_nouns_.emplace(std::string(row[0]), one_of(file, row[1], kReports));
    });
    constexpr std::array kStances = {pair{std::string_view("confirms"), Stance::confirms},
                                     pair{std::string_view("denies"), Stance::denies},
                                     pair{std::string_view("doubts"), Stance::doubts}};
    file = directory / "verdicts.tsv";
    read_table(file, {"word", "stance"}, [&](const auto& row) {
        lexicon.verdicts_.emplace(std::string(row[0]), one_of(file, row[1], kStances));
    });
    read_table(directory / "first_names.tsv", {"name", "gender"}, [&](const auto& row) {
        lexicon.first_names_.emplace(std::string(row[0]), gender_of(row[1]));
    });
    constexpr std::array kRelays = {
        pair{std::string_view("to"), RelayKind::to}, pair{std::string_view("on"), RelayKind::on},
        pair{std::string_view("by"), RelayKind::by}, pair{std::string_view("according"), RelayKind::according},
        pair{std::string_view("citing"), RelayKind::citing}};
    file = directory / "relay_phrases.tsv";
    read_table(file, {"phrase", "kind"}, [&](const auto& row) {
        lexicon.relays_.emplace(std::string(row[0]), one_of(file, row[1], kRelays));
    });
    return lexicon;
}

std::optional<std::pair<Title, std::uint32_t>> SourceLexicon::title_at(const TokenizedText& text, std::uint32_t token,
                                                                       std::uint32_t limit) const {
    std::optional<std::pair<Title, std::uint32_t>> longest;
    each_phrase(text, token, limit, [&](const std::string& phrase, std::uint32_t end) {
        if (const Title* found = title(phrase)) longest = {*found, end};
    });
    return longest;
}

Gender SourceLexicon::first_name(std::string_view word) const {
    const Gender* gender = find(first_names_, word);
    return gender ? *gender : Gender::unknown;
}

std::optional<RelayPhrase> SourceLexicon::relay_at(const TokenizedText& text, std::uint32_t token,
                                                   std::uint32_t limit) const {
    std::optional<RelayPhrase> longest;
    each_phrase(text, token, limit, [&](const std::string& phrase, std::uint32_t end) {
        if (const RelayKind* kind = find(relays_, phrase)) longest = RelayPhrase{*kind, end};
    });
    return longest;
}

}  // namespace hearsay
