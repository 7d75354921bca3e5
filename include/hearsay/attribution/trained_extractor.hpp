// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <memory>
#include <vector>

#include "hearsay/attribution/attribution.hpp"

namespace hearsay {

/// Finds attributions by trained linear models: part-of-speech tags, entities and dependencies, then the roles of the
/// words, then for each cue its source and content, then how far to believe it. docs/method.md tells how and how well.
///
///   const auto extractor = TrainedExtractor::load(resource_directory());
///   for (const Attribution& a : extractor.extract(document))
///       std::cout << document.text().slice(a.source) << ": " << document.text().slice(a.content) << '\n';
///
/// Loads data/models and the lexicons they need; throws ResourceError where one is missing, damaged or made for other
/// features. `confidence` is calibrated: of the attributions that it gives 0.7, about 70 % are right. Time is linear in
/// the document.
class TrainedExtractor final : public Extractor {
  public:
    static TrainedExtractor load(const std::filesystem::path& resources);
    ~TrainedExtractor() override;
    TrainedExtractor(TrainedExtractor&&) noexcept;

    std::vector<Attribution> extract(const Document& document) const override;

  private:
    struct Models;
    explicit TrainedExtractor(std::unique_ptr<const Models> models);
    std::unique_ptr<const Models> models_;
};

}  // namespace hearsay
