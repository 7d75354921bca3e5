// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "hearsay/metrics/centrality.hpp"
#include "hearsay/metrics/corroboration.hpp"
#include "hearsay/resources.hpp"

namespace hearsay::testing {

/// How a chain is said; the document is a new one of the chain's last outlet unless named.
struct Said {
    Stance stance = Stance::asserts;
    std::string document = "";
    std::optional<AttributionId> about = std::nullopt;
    bool hedged = false;
    bool rests = false;  ///< in the article's own voice, which rests on the chain
    std::optional<std::uint32_t> utterance = std::nullopt;
};

/// Writes down a corpus in a few lines: sources and documents exist once they are mentioned. Names are outlets unless
/// declared.
///
///   TerseCorpus corpus;
///   corpus.source("Kim", SourceKind::person);
///   corpus.says({"Kim", "Yonhap", "Bloomberg"});
///   EXPECT_EQ(corpus.figures().independent_origins, 1);
class TerseCorpus {
  public:
    /// The source of that name, made if there is none.
    SourceId source(const std::string& name, SourceKind kind = SourceKind::outlet) {
        const auto [found, added] = ids_.try_emplace(name, SourceId{static_cast<std::uint32_t>(sources.size())});
        if (added) sources.push_back({name, kind, {}, {}, {}, {}, {}, kind == SourceKind::anonymous, {}});
        return found->second;
    }
    Source& edit(const std::string& name) { return sources[static_cast<std::size_t>(source(name))]; }
    void group(const std::string& name, const std::vector<std::string>& members) {
        std::vector<SourceId> ids;
        for (const auto& member : members) ids.push_back(source(member));
        std::sort(ids.begin(), ids.end());
        edit(name) = {name, SourceKind::group, {}, {}, {}, {}, {}, false, ids};
    }
    void next_claim() { claims.emplace_back(); }
    /// Adds a mention to the latest claim.
    AttributionId says(const std::vector<std::string>& chain, const Said& said = {}) {
        if (claims.empty()) next_claim();
        Mention mention;
        for (const auto& name : chain) mention.chain.push_back(source(name));
        mention.document = document(said.document, mention.chain.back());
        mention.stance = said.stance;
        mention.about = said.about;
        mention.hedged = said.hedged;
        mention.utterance = said.utterance;
        const AttributionId id{attributions_++};
        if (said.rests)
            mention.basis = id;
        else if (chain.size() > 1)
            mention.attribution = id;
        claims.back().mentions.push_back(std::move(mention));
        return id;
    }
    /// The named document becomes a copy: a version if the publisher is the same, else a reprint.
    void copies(const std::string& document, const std::string& original) {
        const auto copy = static_cast<std::size_t>(documents_.at(document)),
                   whole = static_cast<std::size_t>(documents_.at(original));
        copies_.resize(publishers.size());
        auto& of = publishers[copy] == publishers[whole] ? copies_[copy].version_of : copies_[copy].reprint_of;
        of = documents_.at(original);
    }

    GraphInput input() const { return {sources, claims, publishers, copies_}; }
    std::vector<Corroboration> corroboration() const { return corroborate(input(), loose()); }
    /// The first claim's.
    Corroboration figures() const { return corroboration().front(); }
    std::vector<SourceMetrics> metrics() const { return source_metrics(input()); }
    std::vector<std::string> names(const std::vector<SourceId>& ids) const {
        std::vector<std::string> result;
        for (const SourceId id : ids) result.push_back(sources[static_cast<std::size_t>(id)].name);
        return result;
    }
    /// The counted origins of the first claim.
    std::vector<std::string> origins() const {
        std::vector<SourceId> ids;
        for (const Origin& origin : figures().origins)
            if (origin.counted) ids.push_back(origin.source);
        return names(ids);
    }
    /// Why the first claim does not count somebody.
    std::string reason(const std::string& name, Stance stance = Stance::asserts) const {
        for (const Origin& origin : figures().origins)
            if (origin.source == ids_.at(name) && origin.stance == stance) return origin.reason;
        return "not listed";
    }

    std::vector<Source> sources;
    std::vector<Claim> claims;
    std::vector<SourceId> publishers;

  private:
    static const LooseSources& loose() {
        static const auto loaded = LooseSources::load(resource_directory() / "lexicons");
        return loaded;
    }
    DocumentId document(const std::string& name, SourceId publisher) {
        const DocumentId next{static_cast<std::uint32_t>(publishers.size())};
        const auto id = name.empty() ? next : documents_.try_emplace(name, next).first->second;
        if (id == next) publishers.push_back(publisher);
        return id;
    }

    std::vector<CopyOf> copies_;
    std::map<std::string, SourceId> ids_;
    std::map<std::string, DocumentId> documents_;
    std::uint32_t attributions_ = 0;
};

/// A claim that each first outlet has from the second.
inline TerseCorpus cites(const std::vector<std::pair<std::string, std::string>>& edges) {
    TerseCorpus corpus;
    for (const auto& [later, earlier] : edges) corpus.says({earlier, later});
    return corpus;
}

inline std::uint32_t independent_origins(const TerseCorpus& corpus) { return corpus.figures().independent_origins; }

}  // namespace hearsay::testing
