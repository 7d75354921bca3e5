// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "hearsay/source/chain_resolver.hpp"

namespace hearsay {

/// One identity per source over all documents.
///
///   SourceRegistry registry{gazetteer};
///   const std::vector<SourceId> ids = registry.add(document_sources);   // local index -> id; call in input order
///   const std::vector<SourceId> last = registry.finish();               // after the last document: id -> last id
///   std::cout << registry[last[0]].name;
///
/// Outlets meet by gazetteer entry, people by full name (spelling and hyphens folded: "Yoon Suk Yeol", "Yoon
/// Suk-yeol"), never by a surname alone; an unnamed source (officials, an unknown publisher) stays one per document.
/// Cost: amortised O(length of the names) a source.
class SourceRegistry {
  public:
    /// Reads generic_bodies.tsv from `lexicons`, by default resource_directory() / "lexicons"; throws ResourceError
    /// where it is missing. The gazetteer must outlive the registry.
    explicit SourceRegistry(const Gazetteer& gazetteer);
    SourceRegistry(const Gazetteer& gazetteer, const std::filesystem::path& lexicons);
    std::vector<SourceId> add(const DocumentSources& found);
    /// Call after the last document. Who is known by an office alone ("Seoul's defence minister") becomes its holder
    /// where the run names exactly one of that country, or the same article does; whatever bears the name of a
    /// publisher of the run is that publisher; groups get as members the named
    /// outlets of their country that the run knows ("Ukrainian media" over the Kyiv Post). Returns the last id of
    /// every id given out before; from then on only these are valid.
    std::vector<SourceId> finish();

    const Source& operator[](SourceId id) const { return sources_[static_cast<std::size_t>(id)]; }
    std::size_t size() const { return sources_.size(); }
    const std::vector<Source>& sources() const { return sources_; }

  private:
    SourceId find_or_add(std::string key, const Source& source);
    Source as_listed(Source source) const;
    void merge(Source& known, const Source& seen, MergeRule rule, std::uint32_t document) const;
    bool generic(std::string_view name) const;
    std::string key(const Source& source, const std::vector<SourceId>& ids, bool publishes) const;

    /// Somebody known by an office alone, and the people named in the same articles.
    struct OfficeMention {
        SourceId id;
        std::vector<SourceId> beside;
    };
    void note_offices(const DocumentSources& found, const std::vector<SourceId>& ids);
    std::optional<SourceId> holder(const OfficeMention& mention) const;
    void join_initials(std::vector<SourceId>& joined) const;
    std::vector<SourceId> join();
    void fill_groups();

    const Gazetteer* gazetteer_;
    std::vector<OfficeMention> office_mentions_;
    std::unordered_map<std::string, std::vector<SourceId>> holders_;  // by office; looked up only
    std::unordered_map<std::string, SourceId> publishers_;  // by name_key
    std::unordered_set<std::string> generic_words_;
    std::uint32_t documents_ = 0;
    std::vector<Source> sources_;
    std::vector<std::uint32_t> first_document_;  // by source
    std::unordered_map<std::string, SourceId> by_key_;
};

}  // namespace hearsay
