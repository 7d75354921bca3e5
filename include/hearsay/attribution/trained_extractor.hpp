// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <memory>
#include <vector>

#include "hearsay/attribution/attribution.hpp"

namespace hearsay {

/// Finds attributions by trained models: part-of-speech tags, entities and dependencies, then cues, then for each cue
/// its source and content, then how far to believe it. Linear models read a million words in some seconds; an encoder,
/// where one is named, reads better and takes some forty times as long. docs/method.md tells how and how well.
///
///   const auto extractor = TrainedExtractor::load(resource_directory());
///   for (const Attribution& a : extractor.extract(document))
///       std::cout << document.text().slice(a.source) << ": " << document.text().slice(a.content) << '\n';
///
/// Loads data/models and the lexicons they need, and `encoder`, a file such as data/encoder/accurate.model; throws
/// ResourceError where one is missing, damaged or made for other features. `confidence` is calibrated: of the
/// attributions that it gives 0.7, about 70 % are right. Time is linear in the document.
class TrainedExtractor final : public Extractor {
  public:
    static TrainedExtractor load(const std::filesystem::path& resources, const std::filesystem::path& encoder = {});
    ~TrainedExtractor() override;
    TrainedExtractor(TrainedExtractor&&) noexcept;

    std::vector<Attribution> extract(const Document& document) const override;

  private:
    struct Models;
    explicit TrainedExtractor(std::unique_ptr<const Models> models);
    std::unique_ptr<const Models> models_;
};

}  // namespace hearsay
