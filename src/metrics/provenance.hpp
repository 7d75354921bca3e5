// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <cstdint>
#include <set>
#include <utility>
#include <vector>

#include "metrics/testimony.hpp"

namespace hearsay {

template <typename T>
void sort_unique(std::vector<T>& values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

/// The directed graph of who has one claim from whom, condensed to its strongly connected components.
class Provenance {
  public:
    using Node = std::uint32_t;
    using Link = std::pair<Node, Node>;  ///< later, earlier: the later speaker has it from the earlier one
    using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                                     boost::no_property, Node, std::uint32_t>;

    /// O(n log n) in the total length of the testimonies.
    Provenance(const std::vector<Testimony>& testimonies, const TestimonyReader& reader);

    Node node(Speaker speaker) const {
        return static_cast<Node>(std::lower_bound(speakers_.begin(), speakers_.end(), speaker) - speakers_.begin());
    }
    std::size_t size() const { return speakers_.size(); }
    Speaker speaker(Node node) const { return speakers_[node]; }
    /// Those whom `node` has it from, in node order.
    auto earlier(Node node) const { return boost::make_iterator_range(boost::adjacent_vertices(node, graph_)); }
    /// Whether `group` counts as having it from `member` only because it contains it.
    bool is_membership(Node group, Node member) const { return memberships_.contains({group, member}); }

    /// Whether `speaker` counts as having it from `other` only because they are quoted with the same words.
    bool is_echo(Node speaker, Node other) const { return echoes_.contains({speaker, other}); }

    /// The components are numbered so that whoever a component has it from comes before it.
    Node component(Node node) const { return component_[node]; }
    const std::vector<std::vector<Node>>& components() const { return members_; }

  private:
    void link_hops(const std::vector<Testimony>& testimonies);
    void link_groups(const std::vector<Testimony>& testimonies, const TestimonyReader& reader);
    void link_bodies(const std::vector<Testimony>& testimonies, const TestimonyReader& reader);
    void link_utterances(const std::vector<Testimony>& testimonies, const TestimonyReader& reader);
    void join(Node group, Node member);
    std::vector<Node> members_of(const Source& group) const;
    void condense();

    std::vector<Speaker> speakers_;  // by node, sorted
    std::vector<Link> links_;        // sorted, distinct
    std::set<Link> memberships_, echoes_;
    Graph graph_;
    std::vector<Node> component_;             // by node
    std::vector<std::vector<Node>> members_;  // by component
};

}  // namespace hearsay
