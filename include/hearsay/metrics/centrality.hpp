// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <vector>

#include "hearsay/graph/citation_graph.hpp"

namespace hearsay {

/// A source's place in the citation graph between sources (Relation::cites edges only, parallel ones merged). Ranks
/// flow the way of citation, so a source that many have it from has a high PageRank, and one that stands between others
/// and their sources, as agencies do, a high betweenness.
struct SourceMetrics {
    std::uint32_t in_degree = 0;   ///< sources that have something from it
    std::uint32_t out_degree = 0;  ///< sources that it has something from
    double pagerank = 0;  ///< sums to 1 over all sources; damping 0.85, dangling mass spread evenly (Page et al. 1999)
    double betweenness = 0;  ///< Brandes 2001, directed, divided by (n-1)(n-2); 0 under 3 sources. A fixed sample of
                             ///< starts stands for all where over 2,000 sources cite others (Brandes and Pich 2007)
    std::uint32_t claims_originated = 0;  ///< claims with a chain that begins with it
    std::uint32_t claims_relayed = 0;     ///< claims with a chain that it stands in, neither first nor last
    std::uint32_t claims_published = 0;   ///< claims with a chain that ends with it
    bool circular = false;  ///< in a strongly connected component of more than one source: circular reporting
};

/// By SourceId.
///
///   const auto metrics = source_metrics({sources, claims, publishers, copies});
///   std::cout << sources[0].name << " is cited by " << metrics[0].in_degree << " others\n";
///
/// O(n log n) in the total length of the chains, O(rounds * edges) for PageRank, O(2,000 * edges) for betweenness at
/// most.
std::vector<SourceMetrics> source_metrics(const GraphInput& input);

}  // namespace hearsay
