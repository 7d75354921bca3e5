// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "metrics/past_copying.hpp"
#include "metrics/witnesses.hpp"

namespace hearsay {

/// How many independent origins some origins are worth: Kish's effective sample size n / (1 + (n - 1) r), where r is
/// the mean dependence of a pair (Kish 1965; formula and weights in docs/method.md). Between 1 and n; 0 for none. O(n
/// log n).
double effective_sources(const std::vector<Witness>& origins, const std::vector<Source>& sources,
                         const PastCopying& copying);

}  // namespace hearsay
