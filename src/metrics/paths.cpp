// SPDX-License-Identifier: Apache-2.0
#include "metrics/paths.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/push_relabel_max_flow.hpp>

namespace hearsay {

namespace {

using Node = Provenance::Node;
using Nodes = std::vector<Node>;

std::vector<char> marked(const Nodes& nodes, std::size_t size) {
    std::vector<char> marks(size);
    for (const Node n : nodes) marks[n] = true;
    return marks;
}

/// Finds whom every way from the publishers back to the origins runs through. One way is taken; then a sweep along it
/// notes how far the detours reach that leave it before each place. Linear and without recursion, which Boost's
/// Lengauer-Tarjan dominator tree is not.
class BottleneckFinder {
  public:
    BottleneckFinder(const Provenance& provenance, const Nodes& origins, const Nodes& publishers)
        : provenance_(provenance), publishers_(publishers), origin_(marked(origins, provenance.size())) {}

    std::vector<Speaker> find();

  private:
    void take_way();
    void sweep(std::vector<Speaker>& found);
    void reach(Node n);
    void explore();

    const Provenance& provenance_;
    const Nodes& publishers_;
    const std::vector<char> origin_;
    Nodes way_;                       // publisher first
    std::vector<std::size_t> place_;  // by node: one more than the index in way_, 0 off the way
    std::vector<char> seen_;          // by node, off the way
    Nodes waiting_;
    std::size_t farthest_ = 0;  // place that some detour has reached
};

std::vector<Speaker> BottleneckFinder::find() {
    std::vector<Speaker> found;
    take_way();
    if (!way_.empty()) sweep(found);
    std::reverse(found.begin(), found.end());
    return found;
}

void BottleneckFinder::take_way() {
    constexpr Node kStart = ~Node{0}, kUnseen = kStart - 1;
    std::vector<Node> from(provenance_.size(), kUnseen);
    for (const Node p : publishers_) from[p] = kStart;
    Nodes queue = publishers_;
    for (std::size_t i = 0; i < queue.size() && way_.empty(); ++i) {
        if (origin_[queue[i]])
            for (Node n = queue[i]; n != kStart; n = from[n]) way_.push_back(n);
        for (const Node e : provenance_.earlier(queue[i]))
            if (from[e] == kUnseen) from[e] = queue[i], queue.push_back(e);
    }
    std::reverse(way_.begin(), way_.end());
}

void BottleneckFinder::sweep(std::vector<Speaker>& found) {
    place_.assign(provenance_.size(), 0);
    seen_.assign(provenance_.size(), false);
    for (std::size_t i = 0; i < way_.size(); ++i) place_[way_[i]] = i + 1;
    for (const Node p : publishers_) reach(p);
    explore();
    for (const Node n : way_) {
        if (farthest_ == place_[n]) found.push_back(provenance_.speaker(n));
        waiting_.push_back(n);
        explore();
    }
}

void BottleneckFinder::reach(Node n) {
    farthest_ = std::max(farthest_, place_[n]);
    if (place_[n] == 0 && !std::exchange(seen_[n], true)) waiting_.push_back(n);
}

void BottleneckFinder::explore() {
    while (!waiting_.empty()) {
        const Node n = waiting_.back();
        waiting_.pop_back();
        if (origin_[n]) farthest_ = way_.size() + 1;
        for (const Node e : provenance_.earlier(n)) reach(e);
    }
}

/// A flow in which every source passes on at most one way: each is split into an entrance and an exit.
class WayFlow {
  public:
    explicit WayFlow(const Provenance& provenance) : graph_(2 * provenance.size() + 2), size_(provenance.size()) {
        for (Node n = 0; n < size_; ++n) {
            add(entrance(n), exit(n));
            for (const Node e : provenance.earlier(n)) add(exit(n), entrance(e));
        }
    }
    void begin_at(Node n) { add(2 * size_, entrance(n)); }
    void end_at(Node n) { add(exit(n), 2 * size_ + 1); }
    std::uint32_t maximum() {
        return static_cast<std::uint32_t>(boost::push_relabel_max_flow(graph_, 2 * size_, 2 * size_ + 1));
    }

  private:
    using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
    using Graph = boost::adjacency_list<
        boost::vecS, boost::vecS, boost::directedS, boost::no_property,
        boost::property<boost::edge_capacity_t, int,
                        boost::property<boost::edge_residual_capacity_t, int,
                                        boost::property<boost::edge_reverse_t, Traits::edge_descriptor>>>>;

    static std::size_t entrance(Node n) { return 2 * std::size_t{n}; }
    static std::size_t exit(Node n) { return 2 * std::size_t{n} + 1; }
    void add(std::size_t from, std::size_t to) {
        const auto forth = boost::add_edge(from, to, graph_).first, back = boost::add_edge(to, from, graph_).first;
        put(boost::edge_capacity, graph_, forth, 1);
        put(boost::edge_capacity, graph_, back, 0);
        put(boost::edge_reverse, graph_, forth, back);
        put(boost::edge_reverse, graph_, back, forth);
    }

    Graph graph_;
    std::size_t size_;
};

/// Who is origin and publisher in one is a way of its own, and no other choice gives more.
std::uint32_t disjoint_ways(const Provenance& provenance, const Nodes& origins, const Nodes& publishers) {
    Nodes both, only_origins, only_publishers;
    std::ranges::set_intersection(origins, publishers, std::back_inserter(both));
    std::ranges::set_difference(origins, both, std::back_inserter(only_origins));
    std::ranges::set_difference(publishers, both, std::back_inserter(only_publishers));
    if (only_origins.empty() || only_publishers.empty()) return static_cast<std::uint32_t>(both.size());
    WayFlow flow(provenance);
    for (const Node n : publishers) flow.begin_at(n);
    for (const Node n : origins) flow.end_at(n);
    return flow.maximum();
}

}  // namespace

Paths find_paths(const Provenance& provenance, const Nodes& origins, const Nodes& publishers) {
    Paths paths;
    if (origins.empty()) return paths;
    paths.bottlenecks = BottleneckFinder(provenance, origins, publishers).find();
    paths.disjoint = paths.bottlenecks.empty() ? disjoint_ways(provenance, origins, publishers) : 1;
    return paths;
}

}  // namespace hearsay
