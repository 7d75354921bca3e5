// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/source/source.hpp"
#include "hearsay/source/source_table.hpp"
#include "hearsay/text/tokenizer.hpp"

namespace hearsay {

/// What is known beforehand of an outlet, an agency, a platform, or of a body that speaks for itself (the White House,
/// NATO, Hamas).
struct GazetteerEntry {
    std::string name;
    SourceKind kind = SourceKind::outlet;    ///< outlet or social; of a body: organization or government
    std::vector<std::string> aliases;        ///< forms that mean this entry alone: "AP", "Associated Press"
    std::vector<std::string> short_aliases;  ///< forms that it shares with others: "the Times", "the Post"
    std::string country;                     ///< ISO 3166 alpha-2; empty for an international body
    std::vector<std::string> domains;        ///< "bbc.co.uk", "bbc.com"; none for a body
    std::string owner;     ///< owner or parent outlet, or the state whose organ it is, where that matters
    std::string wikidata;  ///< "Q..." or empty
    std::optional<double> reliability;  ///< 0..1, from the user
    bool agency = false;   ///< a wire agency
    bool common_word =
        false;  ///< its name is also a word or a person's name ("Time", "Nature"): look for more evidence
};

/// A state or territory: its government is what "Seoul", "Washington" or "the Kremlin" stand for as a speaker.
struct Country {
    std::string code;                     ///< ISO 3166 alpha-2, or a region's code ("GB-SCT")
    std::string name;                     ///< "South Korea"
    std::vector<std::string> aliases;     ///< "Republic of Korea", "ROK"
    std::vector<std::string> adjectives;  ///< "South Korean"
    std::vector<std::string> demonyms;    ///< "South Koreans"
    std::vector<std::string> metonyms;    ///< capital and seat: "Seoul", "the Blue House"
    std::string wikidata = {};            ///< "Q..." or empty
    std::optional<double> reliability = {};  ///< 0..1, from the user
};

/// Which form of an entry was met.
enum class NameForm : std::uint8_t { name, alias, short_form, adjective, demonym, metonym };

/// A gazetteer name in a text. One of `entry`, `country`, `candidates` is set; `candidates` beside `country` where an
/// outlet is called like a people ("The Australian").
struct GazetteerMatch {
    const GazetteerEntry* entry = nullptr;  ///< outlet, platform or body; its kind tells which
    const Country* country = nullptr;
    std::span<const GazetteerEntry* const> candidates;  ///< of a short form that several outlets share
    NameForm form = NameForm::name;
    bool common_word = false;  ///< what stands there is also a word ("Time", but not "Time magazine")
    TokenRange tokens;         ///< with a leading "the" and a trailing "news agency", "newspaper" ...
};

/// Names of outlets and agencies (data/lexicons/outlets.tsv), of bodies that speak (bodies.tsv) and of states
/// (countries.tsv).
///
///   const auto gazetteer = Gazetteer::load(resource_directory() / "lexicons");
///   if (const GazetteerEntry* entry = gazetteer.outlet("the Kyiv Post")) std::cout << entry->country;
///   if (const auto match = gazetteer.longest_match(tokens, i, sentence.tokens.end)) i = match->tokens.end;
///
/// Look-ups ignore accents, a leading "the", a trailing "'s" and what media_nouns.tsv lists ("news agency"). They
/// ignore case too, except for names that are also words: "Time" and "WHO" are found, "time" and "Who" are not. Cost:
/// O(length of the name). Pointers live as long as any copy of the gazetteer.
class Gazetteer {
  public:
    /// Throws ResourceError for a missing or malformed table. `rows` are the user's: each adds an entry, or overrides what
    /// the tables say of the one that bears its name; its forms mean nothing else any more. Throws SourcesError for a row
    /// without a kind whose name no table has.
    static Gazetteer load(const std::filesystem::path& directory, const std::vector<SourceRow>& rows = {});

    /// Null for an unknown name and for a short form that several outlets share.
    const GazetteerEntry* outlet(std::string_view name) const;
    /// Every outlet that a short form can mean ("the Times"), in table order; empty where it means none, or one for
    /// certain. It means one of them only where the article names that one in full, or comes from it.
    std::span<const GazetteerEntry* const> outlets_short(std::string_view name) const;
    /// By host name or URL: "https://www.bbc.co.uk/news/1" and "bbc.co.uk" both find the BBC.
    const GazetteerEntry* outlet_by_domain(std::string_view url_or_host) const;
    /// "White House", "the Pentagon", "IAEA", "Hamas".
    const GazetteerEntry* body(std::string_view name) const;
    /// By name, adjective, demonym or metonym: "South Korea", "South Korean", "South Koreans", "Seoul".
    const Country* country(std::string_view name) const;
    const Country* country_by_code(std::string_view code) const;
    /// The user's row for somebody who is not matched in texts: a person, a group, a document. By name or alias; null where
    /// the row is about another `country`.
    const SourceRow* listed(std::string_view name, std::string_view country) const;

    /// The longest name that starts at `token` and ends before token `limit`. Capitals count: a word that the table
    /// capitalises must be so in the text, and an acronym of up to four letters must be upper case. A name that is also
    /// a word needs its article: "Hill" is not "The Hill"; it, or a shared short form, is not found beside another
    /// capitalised word: "Bergen Courier", "Times Square". Cost: O(length of the longest name), whatever the text.
    std::optional<GazetteerMatch> longest_match(const TokenizedText& text, std::uint32_t token,
                                                std::uint32_t limit) const;

    const std::vector<GazetteerEntry>& outlets() const;
    const std::vector<GazetteerEntry>& bodies() const;
    const std::vector<Country>& countries() const;

  private:
    struct Tables;  // see src/source/gazetteer_tables.hpp
    explicit Gazetteer(std::shared_ptr<const Tables> tables) : tables_(std::move(tables)) {}
    std::shared_ptr<const Tables> tables_;
};

}  // namespace hearsay
