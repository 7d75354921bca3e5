// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "hearsay/attribution/attribution.hpp"

namespace hearsay {

/// Precision, recall and F1 as counts; each is a share, 0..1, and 0 where there is nothing to divide by.
struct Tally {
    std::uint64_t right = 0, predicted = 0, gold = 0;

    double precision() const;
    double recall() const;
    double f1() const;
};

/// How well the spans of one role are found, whatever they are linked with (Wang et al. 2022, CofeNet).
struct RoleScores {
    Tally exact;  ///< begin and end are those of a gold span
    Tally begin;  ///< the begin is
    double jaccard_sum = 0;
    std::uint64_t jaccard_count = 0;
    /// Mean over every gold span of its best token overlap (intersection / hull) with a predicted one, and over every
    /// predicted span that touches no gold one, which counts 0.
    double jaccard() const;
};

/// Predictions of about the same confidence.
struct ReliabilityBin {
    std::uint64_t count = 0, right = 0;
    double confidence_sum = 0;

    double mean_confidence() const;
    double accuracy() const;  ///< the share that is right
};

/// Whether a confidence of 0.8 means that eight in ten are right.
class Calibration {
  public:
    static constexpr std::size_t kBins = 10;

    /// `confidence` is clamped to 0..1.
    void add(double confidence, bool right);
    std::uint64_t count() const;
    /// By confidence: bin i holds i/10 <= confidence < (i+1)/10, the last one 1 as well.
    const std::array<ReliabilityBin, kBins>& bins() const { return bins_; }
    /// Expected calibration error: mean distance of a bin's accuracy from its confidence, weighted by count (Naeini et
    /// al. 2015). 0..1, 0 is best.
    double expected_error() const;
    /// Mean squared distance of the confidence from what came true (Brier 1950). 0..1, 0 is best.
    double brier() const;

  private:
    std::array<ReliabilityBin, kBins> bins_{};
    double squared_sum_ = 0;
};

enum class Role : std::uint8_t { source, cue, content };
constexpr std::size_t kRoles = 3;

/// Scores predicted attributions against gold ones, micro-averaged over documents.
///
///   AttributionScores scores;
///   for (const AnnotatedDocument& d : gold) scores.add(d.text, d.attributions, extractor.extract(prepare(d)));
///   std::cout << scores.of(Role::source).exact.f1() << ' ' << scores.linked_lenient.f1() << '\n';
///
/// White space at either end of a span does not count, nor do gold attributions with neither cue nor content. Tokens
/// are runs of letters, digits and underscores, and every other visible code point alone. A prediction is matched with
/// the first gold attribution, not taken by an earlier one, that fits:
///   linked          the cues overlap, and sources and contents consist of the same spans
///   linked_lenient  the cues overlap, the sources overlap or both are absent, and at least half of the tokens of both
///                   contents are common
/// Cost: O(n log n) in the document's length and attributions, and what pairs of overlapping spans there are.
struct AttributionScores {
    std::uint64_t documents = 0;
    std::uint64_t missing = 0;  ///< documents without a prediction: all missed
    std::array<RoleScores, kRoles> roles;
    Tally linked, linked_lenient;
    Calibration calibration;  ///< of the predictions' confidence that linked_lenient holds

    void add(const Text& text, const std::vector<Attribution>& gold, const std::vector<Attribution>& predicted);
    void add_missing(const Text& text, const std::vector<Attribution>& gold);

    const RoleScores& of(Role role) const { return roles[static_cast<std::size_t>(role)]; }
};

}  // namespace hearsay
