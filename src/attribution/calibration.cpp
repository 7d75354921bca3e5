// SPDX-License-Identifier: Apache-2.0
// The arithmetic of Tally, RoleScores and Calibration.
#include <algorithm>
#include <cmath>

#include "hearsay/attribution/scores.hpp"

namespace hearsay {

namespace {

double ratio(double part, double whole) { return whole > 0 ? part / whole : 0; }
double ratio(std::uint64_t part, std::uint64_t whole) {
    return ratio(static_cast<double>(part), static_cast<double>(whole));
}

}  // namespace

double Tally::precision() const { return ratio(right, predicted); }
double Tally::recall() const { return ratio(right, gold); }
double Tally::f1() const { return ratio(2 * precision() * recall(), precision() + recall()); }

double RoleScores::jaccard() const { return ratio(jaccard_sum, static_cast<double>(jaccard_count)); }

double ReliabilityBin::mean_confidence() const { return ratio(confidence_sum, static_cast<double>(count)); }
double ReliabilityBin::accuracy() const { return ratio(right, count); }

void Calibration::add(double confidence, bool right) {
    const double sure = std::isnan(confidence) ? 0 : std::clamp(confidence, 0.0, 1.0);
    ReliabilityBin& bin = bins_[std::min(static_cast<std::size_t>(sure * kBins), kBins - 1)];
    ++bin.count;
    bin.right += right;
    bin.confidence_sum += sure;
    squared_sum_ += (sure - right) * (sure - right);
}

std::uint64_t Calibration::count() const {
    std::uint64_t sum = 0;
    for (const ReliabilityBin& bin : bins_) sum += bin.count;
    return sum;
}

double Calibration::expected_error() const {
    double sum = 0;
    for (const ReliabilityBin& bin : bins_) sum += std::abs(bin.confidence_sum - static_cast<double>(bin.right));
    return ratio(sum, static_cast<double>(count()));
}

double Calibration::brier() const { return ratio(squared_sum_, static_cast<double>(count())); }

}  // namespace hearsay
