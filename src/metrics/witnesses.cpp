// SPDX-License-Identifier: Apache-2.0
#include "metrics/witnesses.hpp"

#include <algorithm>

#include "metrics/provenance.hpp"

namespace hearsay {

namespace {

using Node = Provenance::Node;

/// Decides which of the speakers a claim comes from.
class Judge {
  public:
    Judge(const std::vector<Testimony>& testimonies, const TestimonyReader& reader);
    Hearing hearing() const;

  private:
    std::vector<char> all_begun(const auto& holds) const;
    void find_own_authority();
    void find_rumours();
    void find_inferred();
    void find_origins();
    void settle(Node component, bool fed);
    void find_gatekeepers();
    bool unattributed(Node n) const {
        const Speaker s = provenance_.speaker(n);
        return rumour_[n] || (!s.unnamed && reader_.trait(s.source).unattributed);
    }
    bool in_circle(Node n) const { return provenance_.components()[provenance_.component(n)].size() > 1; }
    Standing standing(Node n) const;
    std::vector<Speaker> because(Node n, Standing standing) const;
    Paths paths() const;
    Witness witness(Node n) const;

    const std::vector<Testimony>& testimonies_;
    const TestimonyReader& reader_;
    Provenance provenance_;
    std::vector<Node> own_authority_;  // sorted
    std::vector<char> rumour_;         // by node: says it as hearsay only
    std::vector<char> inferred_;       // by node: is not quoted as saying it, and others are
    std::vector<char> fed_;            // by component: has it from an origin
    std::vector<char> supported_;      // by component: fed, or holds an origin
    std::vector<char> origin_;         // by node
    std::vector<Node> gate_;           // by component
};

Judge::Judge(const std::vector<Testimony>& testimonies, const TestimonyReader& reader)
    : testimonies_(testimonies), reader_(reader), provenance_(testimonies, reader) {
    find_own_authority();
    find_rumours();
    find_inferred();
    find_origins();
    find_gatekeepers();
}

/// A publisher states it on its own authority where nobody is behind it in the same story: what a lead states and the
/// text below attributes is relayed.
void Judge::find_own_authority() {
    std::vector<DocumentId> attributed;
    for (const Testimony& t : testimonies_)
        if (!t.own_voice) attributed.push_back(t.story);
    sort_unique(attributed);
    for (const Testimony& t : testimonies_)
        if (t.own_voice && !t.hedged && !std::binary_search(attributed.begin(), attributed.end(), t.story))
            own_authority_.push_back(provenance_.node(t.hops.front()));
    sort_unique(own_authority_);
}

/// By node: whether testimony begins there, and all of it `holds`.
std::vector<char> Judge::all_begun(const auto& holds) const {
    std::vector<char> result(provenance_.size(), false);
    for (const Testimony& t : testimonies_)
        if (holds(t)) result[provenance_.node(t.hops.front())] = true;
    for (const Testimony& t : testimonies_)
        if (!holds(t)) result[provenance_.node(t.hops.front())] = false;
    return result;
}

/// Rule (f) for publishers: who says it in its own voice, but only as hearsay, stands behind nothing.
void Judge::find_rumours() {
    rumour_ = all_begun([](const Testimony& t) { return t.own_voice && t.hedged; });
}

/// Rule (f) for those whom articles quote of something like what they say in their own voice: beside somebody who is
/// quoted as saying it, that is too little.
void Judge::find_inferred() {
    const bool quoted = std::ranges::any_of(testimonies_, [this](const Testimony& t) {
        return !t.inferred && !unattributed(provenance_.node(t.hops.front()));
    });
    inferred_ = all_begun([quoted](const Testimony& t) { return quoted && t.inferred; });
}

void Judge::find_origins() {
    const auto& components = provenance_.components();
    fed_.resize(components.size());
    supported_.resize(components.size());
    origin_.resize(provenance_.size());
    for (Node c = 0; c < components.size(); ++c) {
        bool fed = false;
        for (const Node n : components[c])
            for (const Node e : provenance_.earlier(n))
                fed = fed || (provenance_.component(e) != c && supported_[provenance_.component(e)]);
        settle(c, fed);
    }
}

/// Rules (d), (e) and (f) for one component, those before it being settled.
void Judge::settle(Node component, bool fed) {
    fed_[component] = supported_[component] = fed;
    const auto& members = provenance_.components()[component];
    const bool alone = members.size() == 1;
    if (fed || (alone && (unattributed(members.front()) || inferred_[members.front()]))) return;
    const bool first = alone && provenance_.earlier(members.front()).empty();
    const auto origin = std::find_if(members.begin(), members.end(), [&](Node n) {
        return first || std::binary_search(own_authority_.begin(), own_authority_.end(), n);
    });
    if (origin == members.end()) return;
    origin_[*origin] = supported_[component] = true;
}

/// The outermost dominator on the way from each component to the readers: where all who have it from a component share
/// one gatekeeper, that one is the component's too; publishers are read directly.
void Judge::find_gatekeepers() {
    constexpr Node kUnseen = ~Node{0};
    const auto& components = provenance_.components();
    gate_.assign(components.size(), kUnseen);
    for (const Testimony& t : testimonies_) {
        const Node publisher = provenance_.component(provenance_.node(t.hops.back()));
        gate_[publisher] = publisher;
    }
    for (auto c = static_cast<Node>(components.size()); c-- > 0;)
        for (const Node n : components[c])
            for (const Node e : provenance_.earlier(n)) {
                const Node before = provenance_.component(e);
                if (before != c)
                    gate_[before] = gate_[before] == kUnseen || gate_[before] == gate_[c] ? gate_[c] : before;
            }
}

Standing Judge::standing(Node n) const {
    if (origin_[n]) return Standing::origin;
    if (unattributed(n)) return Standing::unattributed;
    if (inferred_[n] && !fed_[provenance_.component(n)]) return Standing::inferred;
    if (in_circle(n) && !fed_[provenance_.component(n)]) return Standing::circle;
    const auto earlier = provenance_.earlier(n);
    const bool group =
        std::any_of(earlier.begin(), earlier.end(), [&](Node e) { return provenance_.is_membership(n, e); });
    const bool echo = std::any_of(earlier.begin(), earlier.end(), [&](Node e) { return provenance_.is_echo(n, e); });
    return group ? Standing::group : echo ? Standing::echo : Standing::relay;
}

std::vector<Speaker> Judge::because(Node n, Standing standing) const {
    std::vector<Speaker> result;
    const auto add = [&](const auto& others, auto counts) {
        for (const Node other : others) {
            if (result.size() == Witness::kReasons) return;
            if (counts(other)) result.push_back(provenance_.speaker(other));
        }
    };
    if (standing == Standing::circle)
        add(provenance_.components()[provenance_.component(n)], [n](Node other) { return other != n; });
    if (standing == Standing::group)
        add(provenance_.earlier(n), [&](Node member) { return provenance_.is_membership(n, member); });
    if (standing == Standing::echo)
        add(provenance_.earlier(n), [&](Node other) { return provenance_.is_echo(n, other); });
    if (standing == Standing::relay) add(provenance_.earlier(n), [](Node) { return true; });
    return result;
}

Witness Judge::witness(Node n) const {
    const Node component = provenance_.component(n);
    const Node gate = gate_[component];
    Witness witness;
    witness.speaker = witness.gatekeeper = provenance_.speaker(n);
    witness.standing = standing(n);
    witness.because = because(n, witness.standing);
    if (gate != component) witness.gatekeeper = provenance_.speaker(provenance_.components()[gate].front());
    return witness;
}

Paths Judge::paths() const {
    std::vector<Node> origins, publishers;
    for (Node n = 0; n < provenance_.size(); ++n)
        if (origin_[n]) origins.push_back(n);
    for (const Testimony& t : testimonies_) publishers.push_back(provenance_.node(t.hops.back()));
    sort_unique(publishers);
    return find_paths(provenance_, origins, publishers);
}

Hearing Judge::hearing() const {
    Hearing hearing;
    std::vector<std::size_t> place(provenance_.size(), 0);  // one more than the index in hearing.witnesses
    for (const Testimony& t : testimonies_) {
        const Node first = provenance_.node(t.hops.front());
        if (place[first] == 0) {
            hearing.witnesses.push_back(witness(first));
            hearing.witnesses.back().described = t.first;
            place[first] = hearing.witnesses.size();
        }
        hearing.witnesses[place[first] - 1].confirms &= t.confirms;
        hearing.witnesses[place[first] - 1].hedged &= t.hedged;
    }
    for (const auto& members : provenance_.components()) {
        if (members.size() < 2) continue;
        auto& circle = hearing.circles.emplace_back();
        for (const Node n : members) circle.push_back(provenance_.speaker(n).source);
    }
    hearing.paths = paths();
    return hearing;
}

}  // namespace

Hearing hear(const std::vector<Testimony>& testimonies, const TestimonyReader& reader) {
    if (testimonies.empty()) return {};
    return Judge(testimonies, reader).hearing();
}

}  // namespace hearsay
