// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <filesystem>
#include <span>
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

/// What is found in one passage.
struct PassageAttributions {
    std::vector<FoundAttribution> found;
    bool alone = true;  ///< whether all of it would be found whatever stood around the passage
};

/// Reads annotated documents: cues, then what belongs to each, then which of them to believe. Scratch space of one
/// worker; the models are shared.
class AttributionReader {
  public:
    explicit AttributionReader(const AttributionModels& models)
        : roles_(models.roles), linker_(models.links), confidence_(models.confidence) {}
    std::vector<FoundAttribution> read(const AnnotatedText& e);
    /// What is in each of these passages_of() the text, which are in order.
    std::vector<PassageAttributions> read(const AnnotatedText& e, std::span<const TokenRange> passages);

  private:
    // Least confidence; the second of what lies in another's content.
    static constexpr float kThreshold = 0.36F, kNested = 0.5F;

    PassageAttributions read_passage(const AnnotatedText& e, TokenRange passage, std::span<const CueCandidate> cues,
                                     RoleReading& reading);
    /// Links cues, within `bounds`.
    void link(const AnnotatedText& e, std::span<const learn::Label> roles, std::span<const CueCandidate> cues,
              TokenRange bounds, float threshold, PassageAttributions& result);

    TokenRange window_for(const AnnotatedText& e, TokenRange cue, TokenRange bounds);

    RoleReader roles_;
    Linker linker_;
    learn::SequenceDecoder confidence_;
    learn::FeatureSequence features_;
    TokenRange passage_;       // the one that is read
    std::uint64_t spent_ = 0;  // tokens of its windows so far
};

}  // namespace hearsay
