// SPDX-License-Identifier: Apache-2.0
#include "hearsay/metrics/centrality.hpp"

#include <algorithm>
#include <boost/graph/strong_components.hpp>

#include "metrics/source_network.hpp"

namespace hearsay {

namespace {

void count_degrees(const SourceNetwork& network, std::vector<SourceMetrics>& metrics) {
    for (std::uint32_t v = 0; v < metrics.size(); ++v) {
        metrics[v].out_degree = out_degree(v, network);
        for (const auto cited : boost::make_iterator_range(adjacent_vertices(v, network))) ++metrics[cited].in_degree;
    }
}

void find_circles(const SourceNetwork& network, std::vector<SourceMetrics>& metrics) {
    std::vector<std::uint32_t> component(metrics.size());
    const auto count = boost::strong_components(
        network, boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, network)));
    std::vector<std::uint32_t> size(count);
    for (const auto c : component) ++size[c];
    for (std::size_t v = 0; v < metrics.size(); ++v) metrics[v].circular = size[component[v]] > 1;
}

/// Counts the claims in which a source has one part in some chain, each claim once.
class ClaimCounter {
  public:
    using Part = std::uint32_t SourceMetrics::*;
    ClaimCounter(std::vector<SourceMetrics>& metrics, Part part)
        : metrics_(metrics), part_(part), last_(metrics.size()) {}

    /// `claim` counts from 1.
    void add(SourceId source, std::size_t claim) {
        const auto i = static_cast<std::size_t>(source);
        if (std::exchange(last_[i], claim) != claim) ++(metrics_[i].*part_);
    }

  private:
    std::vector<SourceMetrics>& metrics_;
    Part part_;
    std::vector<std::size_t> last_;
};

void count_claims(const std::vector<Claim>& claims, std::vector<SourceMetrics>& metrics) {
    ClaimCounter originated(metrics, &SourceMetrics::claims_originated),
        relayed(metrics, &SourceMetrics::claims_relayed), published(metrics, &SourceMetrics::claims_published);
    for (std::size_t c = 0; c < claims.size(); ++c)
        for (const Mention& mention : claims[c].mentions) {
            if (mention.chain.empty()) continue;
            originated.add(mention.chain.front(), c + 1);
            published.add(mention.chain.back(), c + 1);
            for (std::size_t i = 1; i + 1 < mention.chain.size(); ++i) relayed.add(mention.chain[i], c + 1);
        }
}

}  // namespace

std::vector<SourceMetrics> source_metrics(const GraphInput& input) {
    std::vector<SourceMetrics> metrics(input.sources.size());
    const SourceNetwork network = source_network(input);
    const auto rank = pagerank(network);
    const auto between = betweenness(network);
    for (std::size_t v = 0; v < metrics.size(); ++v) {
        metrics[v].pagerank = rank[v];
        metrics[v].betweenness = between[v];
    }
    count_degrees(network, metrics);
    find_circles(network, metrics);
    count_claims(input.claims, metrics);
    return metrics;
}

}  // namespace hearsay
