// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "render/picture.hpp"

namespace hearsay {

class ClaimVoices;

/// Draws things of an analysis once each, and equal arrows as one with a count.
class PictureBuilder {
  public:
    explicit PictureBuilder(const Analysis& analysis) : analysis_(analysis) {}

    std::uint32_t source(SourceId id);
    std::uint32_t article(DocumentId id);
    std::uint32_t claim(ClaimId id);
    bool has(NodeKind kind, std::uint32_t index) const { return vertex_of_.contains({kind, index}); }
    /// Marks the mention's origin as an independent one if it is.
    void mark_origin(const Mention& mention, const ClaimVoices& voices);

    /// One more mention that takes this way; the first one's sentence becomes the tooltip.
    void arc(std::uint32_t from, std::uint32_t to, std::string_view kind, const Mention& mention,
             bool labelled = false);
    void copies();

    Picture finish() { return std::move(picture_); }
    Picture& picture() { return picture_; }

  private:
    std::pair<std::uint32_t, bool> vertex(NodeKind kind, std::uint32_t index, std::string name);
    void copy(DocumentId of, DocumentId copy, std::string_view kind);
    std::string tooltip(std::uint32_t from, std::uint32_t to, const Mention& mention) const;

    const Analysis& analysis_;
    Picture picture_;
    std::map<std::pair<NodeKind, std::uint32_t>, std::uint32_t> vertex_of_;
    std::map<std::tuple<std::uint32_t, std::uint32_t, std::string>, std::uint32_t> arc_of_;
};

/// Who counts and who confirms, denies or doubts, for quick questions about one claim.
class ClaimVoices {
  public:
    ClaimVoices(const Analysis& analysis, ClaimId claim);

    /// The hop of the mention's chain that takes its stance: who confirms, denies or doubts; else the origin.
    std::size_t speaker(const Mention& mention) const;
    /// Whether the mention's origin is one of the independent ones: itself, or as "A, B and C" through one of these, or
    /// unnamed through the next hop, who vouches for it.
    bool counted(const Mention& mention) const;

  private:
    bool joint_and_counted(SourceId source) const;

    const Analysis& analysis_;
    std::set<SourceId> counted_, confirming_, denying_, doubting_;
};

}  // namespace hearsay
