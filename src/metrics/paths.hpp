// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "metrics/provenance.hpp"

namespace hearsay {

/// How a claim comes from its origins to the publishers that print it.
struct Paths {
    /// The most ways that share no source, ends included: by Menger's theorem (1927) as many as the fewest sources
    /// without whom nothing would be left. At most the number of origins, and of publishers.
    std::uint32_t disjoint = 0;
    /// Whom every way runs through, origin first: the dominators of the readers. Empty exactly where `disjoint` is
    /// not 1.
    std::vector<Speaker> bottlenecks;
};

/// `origins` and `publishers` are sorted and distinct. Linear where a single source stands in every way or each origin
/// publishes by itself, as for nearly all claims; else the cost of a maximum flow of unit capacities.
Paths find_paths(const Provenance& provenance, const std::vector<Provenance::Node>& origins,
                 const std::vector<Provenance::Node>& publishers);

}  // namespace hearsay
