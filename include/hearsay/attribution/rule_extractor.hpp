// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <memory>
#include <vector>

#include "hearsay/attribution/attribution.hpp"

namespace hearsay {

/// Finds attributions by rules over a cue lexicon; no training, no parser.
///
///   const auto extractor = RuleExtractor::load(resource_directory() / "lexicons");
///   for (const Attribution& a : extractor.extract(document))
///       std::cout << document.text().slice(a.source) << ": " << document.text().slice(a.content) << '\n';
///
/// Loads cues.tsv and word_classes.tsv; throws ResourceError where one is missing or damaged. Time is linear in the
/// document: no rule looks further than 400 tokens.
class RuleExtractor final : public Extractor {
  public:
    static RuleExtractor load(const std::filesystem::path& lexicons);
    ~RuleExtractor() override;
    RuleExtractor(RuleExtractor&&) noexcept;

    std::vector<Attribution> extract(const Document& document) const override;

  private:
    struct Lexicons;
    explicit RuleExtractor(std::unique_ptr<const Lexicons> lexicons);
    std::unique_ptr<const Lexicons> lexicons_;
};

}  // namespace hearsay
