// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "hearsay/source/source.hpp"

namespace hearsay {

/// What is known of an outlet or a state beforehand.
struct GazetteerEntry {
    std::string name;
    SourceKind kind = SourceKind::outlet;
    std::vector<std::string> aliases;
    std::string country;  ///< ISO 3166 alpha-2
    std::string domain;   ///< "bbc.co.uk"; empty for a state
    std::string owner;    ///< owner, or the agency that it is the organ of, where that matters
    std::string wikidata; ///< "Q..." or empty
    bool agency = false;  ///< a wire agency
};

/// A state: its government is what "Seoul", "Washington" or "the Kremlin" stand for as a speaker.
struct Country {
    std::string code;                      ///< ISO 3166 alpha-2
    std::string name;                      ///< "South Korea"
    std::vector<std::string> adjectives;   ///< "South Korean"
    std::vector<std::string> metonyms;     ///< "Seoul", "the Blue House"
};

/// Names of outlets and agencies (data/lexicons/outlets.tsv) and of states (data/lexicons/countries.tsv).
///
///   const auto gazetteer = Gazetteer::load(resource_directory() / "lexicons");
///   if (const GazetteerEntry* entry = gazetteer.outlet("the Kyiv Post")) std::cout << entry->country;
///
/// Look-ups ignore case, a leading "the" and a trailing "'s" or "news agency"; they are O(length of the name).
class Gazetteer {
  public:
    static Gazetteer load(const std::filesystem::path& directory);

    const GazetteerEntry* outlet(std::string_view name) const;
    /// By host name or URL: "https://www.bbc.co.uk/news/1" and "bbc.co.uk" both find the BBC.
    const GazetteerEntry* outlet_by_domain(std::string_view url_or_host) const;
    /// By name, adjective or metonym: "South Korea", "South Korean", "Seoul".
    const Country* country(std::string_view name) const;
    const std::vector<GazetteerEntry>& outlets() const { return outlets_; }
    const std::vector<Country>& countries() const { return countries_; }

  private:
    std::vector<GazetteerEntry> outlets_;
    std::vector<Country> countries_;
    std::unordered_map<std::string, std::uint32_t> outlet_by_name_, outlet_by_domain_, country_by_name_;
};

}  // namespace hearsay
