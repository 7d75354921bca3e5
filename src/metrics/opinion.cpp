// SPDX-License-Identifier: Apache-2.0
#include "metrics/opinion.hpp"

#include <numeric>

namespace hearsay {

Opinion opinion_of(const OpinionEvidence& evidence) {
    constexpr double kPriorWeight = 2;
    const double all = evidence.supporting + evidence.opposing + kPriorWeight;
    return {evidence.supporting / all, evidence.opposing / all, kPriorWeight / all};
}

OpinionEvidence fused(const std::vector<OpinionEvidence>& all, double independent) {
    if (all.empty()) return {};
    const auto sum = std::accumulate(all.begin(), all.end(), OpinionEvidence());
    const double times = independent / static_cast<double>(all.size());
    return {sum.supporting * times, sum.opposing * times};
}

}  // namespace hearsay
