// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
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
///   registry.finish();                                                  // after the last document
///   std::cout << registry[ids[0]].name;
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
    /// Call after the last document: fills the members of groups with the named outlets of their country that the run
    /// knows ("Ukrainian media" over the Kyiv Post).
    void finish();

    const Source& operator[](SourceId id) const { return sources_[static_cast<std::size_t>(id)]; }
    std::size_t size() const { return sources_.size(); }
    const std::vector<Source>& sources() const { return sources_; }

  private:
    SourceId find_or_add(std::string key, const Source& source);
    void merge(Source& known, const Source& seen) const;
    bool generic(std::string_view name) const;
    std::string key(const Source& source, const std::vector<SourceId>& ids) const;

    const Gazetteer* gazetteer_;
    std::unordered_set<std::string> generic_words_;
    std::size_t documents_ = 0;
    std::vector<Source> sources_;
    std::unordered_map<std::string, SourceId> by_key_;
};

}  // namespace hearsay
