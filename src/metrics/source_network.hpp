// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <cstdint>
#include <vector>

#include "hearsay/graph/citation_graph.hpp"

namespace hearsay {

/// Who has anything from whom, over all claims: one vertex a source, one edge from the later hop to the earlier one
/// however often it is taken.
using SourceNetwork = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                                         boost::no_property, std::uint32_t, std::uint32_t>;

/// O(n log n) in the total length of the chains.
SourceNetwork source_network(const GraphInput& input);

/// PageRank (Page et al. 1999) as igraph and NetworkX define it: the ranks sum to 1, and what a vertex without
/// out-edges holds is spread evenly over all. Power iteration to an L1 change under 1e-12, at most 200 rounds. O(rounds
/// * edges).
std::vector<double> pagerank(const SourceNetwork& network, double damping = 0.85);

/// How many shortest-path searches betweenness may cost.
struct BetweennessLimits {
    std::size_t exact = 2000;  ///< up to so many starts, all are followed
    std::size_t sample = 256;  ///< of more, only so many, chosen with a fixed seed
};

/// Betweenness centrality (Brandes 2001) of an unweighted directed graph, divided by (n-1)(n-2). Only vertices with
/// out-edges can start a shortest path with something in between; a sample of them is scaled up to stand for all
/// (Brandes and Pich 2007). O(searches * edges).
std::vector<double> betweenness(const SourceNetwork& network, const BetweennessLimits& limits = {});

}  // namespace hearsay
