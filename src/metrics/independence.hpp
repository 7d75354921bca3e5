// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "metrics/witnesses.hpp"

namespace hearsay {

/// How many independent origins some origins are worth: Kish's effective sample size n / (1 + (n - 1) r), where r is
/// the mean dependence of a pair (Kish 1965; formula and weights in docs/method.md). Between 1 and n; 0 for none. O(n
/// log n).
double effective_sources(const std::vector<Witness>& origins, const std::vector<Source>& sources);

/// What the origins of one stance add to an opinion: effective sources, each weighted by its reliability (0.5 where
/// nobody rated it).
double evidence_weight(const std::vector<Witness>& origins, const std::vector<Source>& sources);

/// Expectation of a binomial opinion over `supporting` and `opposing` testimony (Jøsang 2016, 3.4): (r + W a) / (r + s
/// + W) with W = 2 and base rate a = 0.5. Between 0 and 1.
double expectation(double supporting, double opposing);

}  // namespace hearsay
