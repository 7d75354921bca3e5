// SPDX-License-Identifier: Apache-2.0
#include "metrics/source_network.hpp"

#include <algorithm>
#include <cmath>
#include <random>
#include <utility>

namespace hearsay {

namespace {

using Vertex = std::uint32_t;

/// Brandes' accumulation, one source of shortest paths at a time. Costs what it reaches, so that shallow graphs are
/// cheap.
class ShortestPaths {
  public:
    explicit ShortestPaths(const SourceNetwork& network)
        : network_(network),
          distance_(num_vertices(network), kUnreached),
          paths_(num_vertices(network)),
          dependency_(num_vertices(network)) {}

    void accumulate(Vertex start, double scale, std::vector<double>& betweenness);

  private:
    static constexpr Vertex kUnreached = ~Vertex{0};

    void search(Vertex start);

    const SourceNetwork& network_;
    std::vector<Vertex> distance_;
    std::vector<double> paths_;       // number of shortest paths from the start
    std::vector<double> dependency_;  // of the start on each vertex
    std::vector<Vertex> order_;       // by distance
};

void ShortestPaths::search(Vertex start) {
    order_.assign(1, start);
    distance_[start] = 0;
    paths_[start] = 1;
    for (std::size_t i = 0; i < order_.size(); ++i) {
        const Vertex from = order_[i];
        for (const Vertex to : boost::make_iterator_range(adjacent_vertices(from, network_))) {
            if (distance_[to] == kUnreached) {
                distance_[to] = distance_[from] + 1;
                order_.push_back(to);
            }
            if (distance_[to] == distance_[from] + 1) paths_[to] += paths_[from];
        }
    }
}

void ShortestPaths::accumulate(Vertex start, double scale, std::vector<double>& betweenness) {
    search(start);
    for (auto from = order_.rbegin(); from != order_.rend(); ++from) {
        for (const Vertex to : boost::make_iterator_range(adjacent_vertices(*from, network_)))
            if (distance_[to] == distance_[*from] + 1)
                dependency_[*from] += paths_[*from] / paths_[to] * (1 + dependency_[to]);
        if (*from != start) betweenness[*from] += scale * dependency_[*from];
    }
    for (const Vertex reached : order_) {
        distance_[reached] = kUnreached;
        paths_[reached] = dependency_[reached] = 0;
    }
}

/// The first `count` of a Fisher-Yates shuffle with a fixed seed; not std::shuffle, which differs between libraries.
void keep_sample(std::vector<Vertex>& nodes, std::size_t count) {
    std::mt19937_64 random(20241009);
    for (std::size_t i = 0; i < count; ++i) std::swap(nodes[i], nodes[i + random() % (nodes.size() - i)]);
    nodes.resize(count);
}

}  // namespace

SourceNetwork source_network(const GraphInput& input) {
    std::vector<std::pair<Vertex, Vertex>> edges;
    for (const Claim& claim : input.claims)
        for (const Mention& mention : claim.mentions)
            for (std::size_t i = 1; i < mention.chain.size(); ++i)
                if (mention.chain[i] != mention.chain[i - 1])
                    edges.emplace_back(static_cast<Vertex>(mention.chain[i]),
                                       static_cast<Vertex>(mention.chain[i - 1]));
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    return {boost::edges_are_sorted, edges.begin(), edges.end(), static_cast<Vertex>(input.sources.size())};
}

std::vector<double> pagerank(const SourceNetwork& network, double damping) {
    constexpr int kRounds = 200;
    constexpr double kTolerance = 1e-12;
    const Vertex n = num_vertices(network);
    std::vector<double> rank(n, 1.0 / n), next(n);
    double change = n > 0 ? 1 : 0;
    for (int round = 0; round < kRounds && change > kTolerance; ++round) {
        double dangling = 0;
        for (Vertex v = 0; v < n; ++v) dangling += out_degree(v, network) == 0 ? rank[v] : 0;
        std::fill(next.begin(), next.end(), (1 - damping + damping * dangling) / n);
        for (Vertex v = 0; v < n; ++v) {
            const double share = damping * rank[v] / std::max<Vertex>(1, out_degree(v, network));
            for (const Vertex to : boost::make_iterator_range(adjacent_vertices(v, network))) next[to] += share;
        }
        change = 0;
        for (Vertex v = 0; v < n; ++v) change += std::abs(next[v] - rank[v]);
        rank.swap(next);
    }
    return rank;
}

std::vector<double> betweenness(const SourceNetwork& network, const BetweennessLimits& limits) {
    const Vertex n = num_vertices(network);
    std::vector<double> result(n, 0.0);
    if (n < 3) return result;
    std::vector<Vertex> starts;
    for (Vertex v = 0; v < n; ++v)
        if (out_degree(v, network) > 0) starts.push_back(v);
    const std::size_t all = starts.size();
    if (all > limits.exact) keep_sample(starts, std::min(all, limits.sample));
    const double normal = (n - 1.0) * (n - 2.0);
    const double scale = starts.empty() ? 0 : static_cast<double>(all) / static_cast<double>(starts.size()) / normal;
    ShortestPaths paths(network);
    for (const Vertex start : starts) paths.accumulate(start, scale, result);
    return result;
}

}  // namespace hearsay
