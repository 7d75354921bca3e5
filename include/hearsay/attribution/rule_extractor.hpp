// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "hearsay/attribution/attribution.hpp"
#include "hearsay/attribution/cue_lexicon.hpp"

namespace hearsay {

/// Finds attributions by rules over a cue lexicon; no training, no syntax.
///
///   const RuleExtractor extractor{CueLexicon::load(resource_directory() / "lexicons" / "cues.tsv")};
///   for (const Attribution& a : extractor.extract(document))
///       std::cout << document.text().slice(a.source) << ": " << document.text().slice(a.content) << '\n';
class RuleExtractor final : public Extractor {
  public:
    explicit RuleExtractor(CueLexicon lexicon) : lexicon_(std::move(lexicon)) {}
    std::vector<Attribution> extract(const Document& document) const override;

  private:
    CueLexicon lexicon_;
};

}  // namespace hearsay
