// SPDX-License-Identifier: Apache-2.0
#include "source_lexicon.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "hearsay/error.hpp"
#include "hearsay/resources.hpp"
#include "text/split.hpp"

namespace hearsay {

namespace {

template <class Value, std::size_t Size>
using Values = std::array<std::pair<std::string_view, Value>, Size>;

template <class Value, std::size_t Size>
Value one_of(const std::filesystem::path& file, std::string_view word, const Values<Value, Size>& values) {
    for (const auto& [name, value] : values)
        if (name == word) return value;
    throw ResourceError(file.string() + ": \"" + std::string(word) + "\" is not a value of this column");
}

Gender gender_of(std::string_view letter) {
    return letter == "m" ? Gender::male : letter == "f" ? Gender::female : Gender::unknown;
}

/// Calls `visit` with each phrase of one to `longest` tokens that starts at `token`, longest last.
template <class Visit>
void each_phrase(const TokenizedText& text, std::uint32_t token, std::uint32_t limit, std::uint32_t longest,
                 Visit visit) {
    std::string phrase;
    const std::uint32_t last = std::min(limit, token + longest);
    for (std::uint32_t end = token; end < last; ++end) {
        if (end != token) phrase += ' ';
        phrase += text.norm(end);
        visit(phrase, end + 1);
    }
}

}  // namespace

SourceLexicon SourceLexicon::load(const std::filesystem::path& directory) {
    SourceLexicon lexicon;
    lexicon.read_titles(directory / "titles.tsv");
    lexicon.read_nouns(directory / "source_nouns.tsv");
    lexicon.read_pronouns(directory / "pronouns.tsv");
    lexicon.read_name_words(directory / "name_words.tsv");
    lexicon.read_report_nouns(directory / "report_nouns.tsv");
    lexicon.read_verdicts(directory / "verdicts.tsv");
    lexicon.read_relays(directory / "relay_phrases.tsv");
    read_table(directory / "first_names.tsv", {"name", "gender"},
               [&](const auto& row) { lexicon.first_names_.emplace(std::string(row[0]), gender_of(row[1])); });
    read_table(directory / "body_nouns.tsv", {"noun", "in_name"}, [&](const auto& row) {
        for (const auto word : items(row[1], '|')) lexicon.called_[std::string(row[0])].emplace_back(word);
    });
    return lexicon;
}

void SourceLexicon::read_titles(const std::filesystem::path& file) {
    constexpr Values<TitleKind, 4> kKinds = {{{"honorific", TitleKind::honorific},
                                              {"rank", TitleKind::rank},
                                              {"office", TitleKind::office},
                                              {"epithet", TitleKind::epithet}}};
    constexpr Values<Voices, 3> kVoices = {{{"", Voices::own}, {"body", Voices::body}, {"state", Voices::state}}};
    read_table(file, {"form", "role", "gender", "kind", "voice"}, [&](const auto& row) {
        note_first(longest_title_, row[0]);
        titles_[std::string(row[0])] = {one_of(file, row[3], kKinds), std::string(row[1]), gender_of(row[2]),
                                        one_of(file, row[4], kVoices)};
    });
}

void SourceLexicon::read_nouns(const std::filesystem::path& file) {
    constexpr Values<NounKind, 7> kKinds = {{{"anonymous", NounKind::anonymous},
                                             {"group", NounKind::group},
                                             {"kin", NounKind::kin},
                                             {"media", NounKind::media},
                                             {"document", NounKind::document},
                                             {"organization", NounKind::organization},
                                             {"firm", NounKind::firm}}};
    read_table(file, {"noun", "kind", "number"}, [&](const auto& row) {
        nouns_.emplace(std::string(row[0]), SourceNoun{one_of(file, row[1], kKinds), row[2] == "p"});
    });
}

void SourceLexicon::read_pronouns(const std::filesystem::path& file) {
    constexpr Values<Antecedent, 8> kAntecedents = {{{"person", Antecedent::person},
                                                     {"thing", Antecedent::thing},
                                                     {"group", Antecedent::group},
                                                     {"self", Antecedent::self},
                                                     {"member", Antecedent::member},
                                                     {"who", Antecedent::who},
                                                     {"which", Antecedent::which},
                                                     {"both", Antecedent::both}}};
    read_table(file, {"form", "number", "gender", "antecedent"}, [&](const auto& row) {
        pronouns_.emplace(std::string(row[0]), Pronoun{one_of(file, row[3], kAntecedents), gender_of(row[2])});
    });
}

void SourceLexicon::read_name_words(const std::filesystem::path& file) {
    constexpr Values<NameWord, 4> kKinds = {{{"media", NameWord::media},
                                             {"organization", NameWord::organization},
                                             {"firm", NameWord::firm},
                                             {"place", NameWord::place}}};
    read_table(file, {"word", "kind"}, [&](const auto& row) {
        if (row[1].starts_with("common"))
            common_.emplace(std::string(row[0]), row[1] == "common_or_name");
        else if (row[1] == "surname")
            surnames_.emplace(row[0]);
        else if (row[1] == "office")
            offices_.emplace(row[0]);
        else if (row[1] == "portfolio")
            portfolios_.emplace(row[0]);
        else
            name_words_.emplace(std::string(row[0]), one_of(file, row[1], kKinds));
    });
}

void SourceLexicon::read_report_nouns(const std::filesystem::path& file) {
    constexpr Values<ReportNoun, 3> kKinds = {
        {{"report", ReportNoun::report}, {"claim", ReportNoun::claim}, {"charge", ReportNoun::charge}}};
    read_table(file, {"noun", "kind"},
               [&](const auto& row) { report_nouns_.emplace(std::string(row[0]), one_of(file, row[1], kKinds)); });
}

void SourceLexicon::read_verdicts(const std::filesystem::path& file) {
    constexpr Values<Stance, 3> kStances = {
        {{"confirms", Stance::confirms}, {"denies", Stance::denies}, {"doubts", Stance::doubts}}};
    read_table(file, {"word", "stance", "negated"}, [&](const auto& row) {
        verdicts_.emplace(std::string(row[0]), Verdict{one_of(file, row[1], kStances), one_of(file, row[2], kStances)});
    });
}

void SourceLexicon::read_relays(const std::filesystem::path& file) {
    constexpr Values<RelayKind, 5> kKinds = {{{"to", RelayKind::to},
                                              {"on", RelayKind::on},
                                              {"by", RelayKind::by},
                                              {"according", RelayKind::according},
                                              {"citing", RelayKind::citing}}};
    read_table(file, {"phrase", "kind"}, [&](const auto& row) {
        note_first(longest_relay_, row[0]);
        relays_.emplace(std::string(row[0]), one_of(file, row[1], kKinds));
    });
}

void SourceLexicon::note_first(StringMap<std::uint32_t>& longest, std::string_view phrase) {
    const auto words = static_cast<std::uint32_t>(1 + std::ranges::count(phrase, ' '));
    auto& known = longest[std::string(phrase.substr(0, phrase.find(' ')))];
    known = std::max(known, words);
}

std::optional<std::pair<Title, std::uint32_t>> SourceLexicon::title_at(const TokenizedText& text, std::uint32_t token,
                                                                       std::uint32_t limit) const {
    std::optional<std::pair<Title, std::uint32_t>> longest;
    const std::uint32_t* words = token < limit ? find(longest_title_, text.norm(token)) : nullptr;
    if (!words) return longest;
    each_phrase(text, token, limit, *words, [&](const std::string& phrase, std::uint32_t end) {
        if (const Title* found = title(phrase)) longest = {*found, end};
    });
    return longest;
}

bool in_newsroom(const Title& title) {
    static constexpr std::array<std::string_view, 5> kRoles{"correspondent", "reporter", "journalist", "columnist",
                                                            "blogger"};
    return std::ranges::find(kRoles, title.role) != kRoles.end();
}

Gender SourceLexicon::first_name(std::string_view word) const {
    const Gender* gender = find(first_names_, word);
    return gender ? *gender : Gender::unknown;
}

std::optional<RelayPhrase> SourceLexicon::relay_at(const TokenizedText& text, std::uint32_t token,
                                                   std::uint32_t limit) const {
    std::optional<RelayPhrase> longest;
    const std::uint32_t* words = token < limit ? find(longest_relay_, text.norm(token)) : nullptr;
    if (!words) return longest;
    each_phrase(text, token, limit, *words, [&](const std::string& phrase, std::uint32_t end) {
        if (const RelayKind* kind = find(relays_, phrase)) longest = RelayPhrase{*kind, end};
    });
    return longest;
}

}  // namespace hearsay
