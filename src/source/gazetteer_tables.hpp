// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/text/string_map.hpp"
#include "source/name_index.hpp"

namespace hearsay {

/// What may follow an outlet's name and is no part of it: "news agency", "newspaper", "magazine".
class MediaNouns {
  public:
    void read(const std::filesystem::path& file);
    /// The key without the longest such ending; empty where it has none.
    std::string_view strip(std::string_view key) const;
    /// Takes the nouns that follow the match of an outlet into it; they prove that a common word is an outlet.
    void extend(GazetteerMatch& match, const TokenizedText& text, std::uint32_t limit) const;

  private:
    std::vector<std::string> phrases_;  // keys, longest first
};

/// Everything that the lexicons hold, and the ways in. Never moved once built: it points into itself.
struct Gazetteer::Tables {
    Tables(const std::filesystem::path& directory, const std::vector<SourceRow>& rows);
    Tables(const Tables&) = delete;
    Tables& operator=(const Tables&) = delete;

    /// Whether a name that needs care stands inside a longer one that nobody listed: "Bergen Courier", "Times Square".
    bool in_longer_name(const GazetteerMatch& match, const TokenizedText& text) const;
    GazetteerMatch match(const NameIndex::Node& node, const NameUse& use, TokenRange tokens) const;
    const GazetteerEntry* by_domain(std::string_view url_or_host) const;
    const SourceRow* listed(std::string_view key) const;

    std::vector<GazetteerEntry> outlets, bodies;
    std::vector<Country> countries;
    NameIndex names;
    MediaNouns nouns;

  private:
    void read_outlets(const std::filesystem::path& file);
    void read_bodies(const std::filesystem::path& file);
    void read_countries(const std::filesystem::path& file);
    void read_plain_capitals(const std::filesystem::path& file);
    class RowApplier;  // in gazetteer_rows.cpp
    void apply(const std::vector<SourceRow>& rows);
    bool claimed_by_other(std::string_view form, const std::string& owner) const;

    bool is_name_part(const TokenizedText& text, std::uint32_t token, std::uint32_t beside) const;
    void index_entry(const GazetteerEntry& entry, NameUse::Table table, std::size_t number);
    void index_country(const Country& country, std::size_t number);
    void index_domains();
    std::string unmarked(std::string_view name, bool* ambiguous = nullptr);
    bool is_common(std::string_view name) const;
    std::vector<std::string> unmarked_list(std::string_view list);

    StringMap<const GazetteerEntry*> domains_;
    StringSet common_words_;              // keys of what is marked '!'
    StringMap<std::string> claimed_;      // forms in the user's rows -> the source that they mean
    std::vector<SourceRow> listed_rows_;  // about people, groups, documents
    StringMap<std::size_t> listed_;       // -> listed_rows_
    StringSet plain_capitals_;            // words capitalised for other reasons
};

}  // namespace hearsay
