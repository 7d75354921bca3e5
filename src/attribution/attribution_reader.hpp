// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <vector>

#include "attribution/linker.hpp"

namespace hearsay {

/// The models of the trained extractor beyond syntax.
struct AttributionModels {
    learn::LinearModel roles, links, confidence;
    /// Reads roles.model, links.model and confidence.model; throws ResourceError.
    static AttributionModels load(const std::filesystem::path& folder);
    void save(const std::filesystem::path& folder) const;
};

/// An attribution in tokens, with the probability that it is right.
struct FoundAttribution {
    LinkedCue linked;
    float confidence;
};

/// Reads annotated documents: cues, then what belongs to each, then which of them to believe. Scratch space of one
/// worker; the models are shared.
class AttributionReader {
  public:
    explicit AttributionReader(const AttributionModels& models)
        : roles_(models.roles), linker_(models.links), confidence_(models.confidence) {}
    /// Those with a confidence of at least `threshold`, and of at least `nested` within another's content.
    std::vector<FoundAttribution> read(const AnnotatedText& e, float threshold = kThreshold, float nested = kNested);

    static constexpr float kThreshold = 0.36F, kNested = 0.5F;

  private:
    /// Links the reading's cues from `first` on, within `bounds`.
    void link(const AnnotatedText& e, const RoleReading& reading, std::size_t first, TokenRange bounds, float threshold,
              std::vector<FoundAttribution>& found);

    TokenRange window_for(const AnnotatedText& e, TokenRange cue, TokenRange bounds);

    RoleReader roles_;
    Linker linker_;
    learn::SequenceDecoder confidence_;
    learn::FeatureSequence features_;
    std::uint64_t spent_ = 0;  // tokens of the windows so far
};

}  // namespace hearsay
