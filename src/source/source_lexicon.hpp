// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "hearsay/attribution/attribution.hpp"
#include "hearsay/text/string_map.hpp"
#include "hearsay/text/tokenizer.hpp"

namespace hearsay {

enum class Gender : std::uint8_t { unknown, male, female };
/// Whether both are known and not the same.
constexpr bool contradict(Gender a, Gender b) { return a != b && a != Gender::unknown && b != Gender::unknown; }

enum class TitleKind : std::uint8_t { honorific, rank, office, epithet };
/// Whose voice the holder of an office is.
enum class Voices : std::uint8_t { own, body, state };
struct Title {
    TitleKind kind = TitleKind::office;
    std::string role;  ///< offices of one role are the same office: "chief" and "minister" are both "head"
    Gender gender = Gender::unknown;
    Voices voice = Voices::own;  ///< a state's holder speaks for a body as well
};

/// Whether the holder writes for an outlet: "a correspondent for the Post".
bool in_newsroom(const Title& title);

/// What the noun at the head of an unnamed source tells of it.
enum class NounKind : std::uint8_t { anonymous, group, kin, media, document, organization, firm };
struct SourceNoun {
    NounKind kind = NounKind::anonymous;
    bool plural = false;
};

inline bool is_body(const SourceNoun& noun) {
    return noun.kind == NounKind::organization || noun.kind == NounKind::firm;
}

enum class Antecedent : std::uint8_t { person, thing, group, self, member, who, which, both };
struct Pronoun {
    Antecedent antecedent = Antecedent::person;
    Gender gender = Gender::unknown;
};

/// What a word inside a capitalised name tells of it.
enum class NameWord : std::uint8_t { media, organization, firm, place };

/// What a noun that stands for an earlier statement calls it.
enum class ReportNoun : std::uint8_t { report, claim, charge };

/// What a word by which somebody judges a report says, alone and with "not" before it.
struct Verdict {
    Stance stance = Stance::confirms, negated = Stance::denies;
};

enum class RelayKind : std::uint8_t { to, on, by, according, citing };
struct RelayPhrase {
    RelayKind kind = RelayKind::to;
    std::uint32_t end = 0;  ///< token after the phrase
};

/// The word lists that the source stage reads from data/lexicons; lower-case words throughout.
class SourceLexicon {
  public:
    /// Throws ResourceError for a missing table, or one with a value that its column doesn't have.
    static SourceLexicon load(const std::filesystem::path& directory);

    /// The longest title that starts at `token` and ends before `limit`, with the token after it.
    std::optional<std::pair<Title, std::uint32_t>> title_at(const TokenizedText& text, std::uint32_t token,
                                                            std::uint32_t limit) const;
    const Title* title(std::string_view word) const { return find(titles_, word); }
    const SourceNoun* noun(std::string_view word) const { return find(nouns_, word); }
    const Pronoun* pronoun(std::string_view word) const { return find(pronouns_, word); }
    /// Words in the names of bodies that the noun may mean: "administration" for "agency".
    const std::vector<std::string>* in_name_of(std::string_view noun) const { return find(called_, noun); }
    const NameWord* name_word(std::string_view word) const { return find(name_words_, word); }
    const ReportNoun* report_noun(std::string_view word) const { return find(report_nouns_, word); }
    const Verdict* verdict(std::string_view word) const { return find(verdicts_, word); }
    Gender first_name(std::string_view word) const;
    /// Whether a title is a frequent surname as well: "Stephen King".
    bool surname(std::string_view word) const { return surnames_.contains(word); }
    std::optional<RelayPhrase> relay_at(const TokenizedText& text, std::uint32_t token, std::uint32_t limit) const;
    /// Whether the word is one that begins no name: "The", "But", "Tuesday".
    bool common(std::string_view word) const { return common_.contains(word); }
    /// What may be for several things, and these: "Ministry of Agriculture, Fisheries and Food".
    bool office(std::string_view word) const { return offices_.contains(word); }
    bool portfolio(std::string_view word) const { return portfolios_.contains(word); }
    /// Whether a common word may still go on with a name: "Theresa May".
    bool common_or_name(std::string_view word) const {
        const bool* either = find(common_, word);
        return either && *either;
    }

  private:
    template <class Value>
    static const Value* find(const StringMap<Value>& table, std::string_view word) {
        const auto found = table.find(word);
        return found == table.end() ? nullptr : &found->second;
    }

    void read_titles(const std::filesystem::path& file);
    void read_nouns(const std::filesystem::path& file);
    void read_pronouns(const std::filesystem::path& file);
    void read_name_words(const std::filesystem::path& file);
    void read_report_nouns(const std::filesystem::path& file);
    void read_verdicts(const std::filesystem::path& file);
    void read_relays(const std::filesystem::path& file);

    /// Counts how many words the longest phrase has that begins with a word.
    static void note_first(StringMap<std::uint32_t>& longest, std::string_view phrase);

    StringMap<Title> titles_;  // phrases: words joined by a blank
    StringMap<SourceNoun> nouns_;
    StringMap<Pronoun> pronouns_;
    StringMap<std::vector<std::string>> called_;
    StringMap<NameWord> name_words_;
    StringMap<ReportNoun> report_nouns_;
    StringMap<Verdict> verdicts_;
    StringMap<Gender> first_names_;
    StringMap<RelayKind> relays_;  // phrases
    StringMap<std::uint32_t> longest_title_, longest_relay_;
    StringSet surnames_;
    StringSet offices_, portfolios_;
    StringMap<bool> common_;  // whether it is also part of names
};

}  // namespace hearsay
