// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <memory>
#include <vector>

#include "encoder/products.hpp"
#include "hearsay/text/text.hpp"

namespace hearsay::encoder {

struct AttributionModel;

/// An attribution as the encoder reads it.
struct EncodedAttribution {
    Span cue;
    Spans source, content;  ///< the source may be empty, the content is not
    float cue_chance;       ///< that the cue is one
    float link_chance;      ///< that source and content are just these, if it is
    float confidence;       ///< that all is right, calibrated on articles that were not trained on
};

/// Finds attributions by a pretrained encoder of word pieces (Devlin et al. 2019; relative positions after Song et al.
/// 2020, MPNet) and two heads that were trained with it: one finds cues, the other reads the pieces around one cue for
/// its source and its content, as a linear chain (Lafferty et al. 2001).
///
///   const AttributionEncoder encoder(file);
///   for (const EncodedAttribution& a : encoder.read(document.text())) ...
///
/// The result is the same whatever else is read beside it. Memory: the model, once more in the layout that fits the
/// processor, and for each thread that reads some 20 MB.
class AttributionEncoder {
  public:
    /// Maps the file; throws ResourceError for one that is missing, damaged or of another kind.
    explicit AttributionEncoder(const std::filesystem::path& file, Precision precision = Precision::whole);
    explicit AttributionEncoder(AttributionModel model);
    ~AttributionEncoder();
    AttributionEncoder(AttributionEncoder&&) noexcept;

    /// In the order of their cues.
    std::vector<EncodedAttribution> read(const Text& text) const;

  private:
    struct Model;
    class Worker;
    std::unique_ptr<const Model> model_;
};

}  // namespace hearsay::encoder
