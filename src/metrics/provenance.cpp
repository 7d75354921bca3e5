// SPDX-License-Identifier: Apache-2.0
#include "metrics/provenance.hpp"

#include <boost/graph/strong_components.hpp>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

#include "metrics/one_voice.hpp"

namespace hearsay {

Provenance::Provenance(const std::vector<Testimony>& testimonies, const TestimonyReader& reader) {
    for (const Testimony& t : testimonies) speakers_.insert(speakers_.end(), t.hops.begin(), t.hops.end());
    sort_unique(speakers_);
    link_hops(testimonies);
    link_groups(testimonies, reader);
    link_bodies(testimonies, reader);
    link_utterances(testimonies, reader);
    sort_unique(links_);
    graph_ = Graph(boost::edges_are_sorted, links_.begin(), links_.end(), static_cast<Node>(speakers_.size()));
    condense();
}

void Provenance::link_hops(const std::vector<Testimony>& testimonies) {
    for (const Testimony& t : testimonies)
        for (std::size_t i = 1; i < t.hops.size(); ++i) links_.emplace_back(node(t.hops[i]), node(t.hops[i - 1]));
}

/// Rule (c): a loose group at the start has it from those of its members who speak, but not from one who cites the
/// group.
void Provenance::link_groups(const std::vector<Testimony>& testimonies, const TestimonyReader& reader) {
    std::set<Node> groups;
    std::set<Link> citing;
    for (const Testimony& t : testimonies) {
        if (t.hops.front().unnamed || reader.source(t.hops.front().source).members.empty()) continue;
        const Node group = *groups.insert(node(t.hops.front())).first;
        for (const Speaker hop : t.hops) citing.emplace(group, node(hop));
    }
    for (const Node group : groups)
        for (const Node member : members_of(reader.source(speakers_[group].source)))
            if (!citing.contains({group, member})) join(group, member);
}

/// Rule (c) for states and bodies: "Seoul says" is no second voice beside Seoul's defence minister, nor is a company
/// beside its chief.
void Provenance::link_bodies(const std::vector<Testimony>& testimonies, const TestimonyReader& reader) {
    std::map<Node, std::set<SourceId>> speaking;
    std::set<Link> citing;
    for (const Testimony& t : testimonies) {
        const Node first = node(t.hops.front());
        // Whom a state's general staff vouches for speaks as it does.
        const bool described_alone = t.hops.front().unnamed && !is_body(reader.source(t.hops.front().source).kind);
        const SourceId described = described_alone ? t.first : t.hops.front().source;
        const SourceKind kind = reader.source(described).kind;
        if (kind != SourceKind::outlet && kind != SourceKind::anonymous) speaking[first].insert(described);
        for (const Speaker hop : t.hops) citing.emplace(first, node(hop));
    }
    std::vector<Node> nodes;
    std::vector<const Source*> sources;
    std::map<std::string_view, Node> bodies;
    for (const auto& [speaker, described] : speaking) {
        if (described.size() > 1) continue;  // several unnamed people
        nodes.push_back(speaker);
        sources.push_back(&reader.source(*described.begin()));
        if (is_body(sources.back()->kind) && !speakers_[speaker].unnamed) bodies.emplace(sources.back()->name, speaker);
    }
    const auto speaks_for = [&](Node body, Node member) {
        if (!citing.contains({body, member})) join(body, member);
    };
    for (std::size_t m = 0; m != nodes.size(); ++m)
        if (const auto body = bodies.find(sources[m]->owner); body != bodies.end()) speaks_for(body->second, nodes[m]);
    for (const auto& [body, member] : same_voices(sources)) speaks_for(nodes[body], nodes[member]);
}

/// Rule (h): words in quotation marks were said once. Of those who are named for the same ones, and have them from
/// nobody, the likeliest speaker counts: a person or body by name, then people without one, then whoever may just have
/// printed them.
void Provenance::link_utterances(const std::vector<Testimony>& testimonies, const TestimonyReader& reader) {
    const auto quotes = [](const Testimony& t) { return t.utterance.has_value(); };
    if (std::ranges::count_if(testimonies, quotes) < 2) return;
    enum Likeliness : std::uint8_t { by_name, nameless, in_print };
    const auto likeliness = [&](const Testimony& t) {
        const Source& source = reader.source(t.first);
        if (t.own_voice || source.kind == SourceKind::outlet) return in_print;
        const bool speaks = source.kind == SourceKind::person || is_body(source.kind);
        return speaks && !source.unnamed ? by_name : nameless;
    };
    std::vector<bool> fed(size());
    for (const auto& [later, earlier] : links_) fed[later] = true;
    const auto may_count = [&](const Testimony& t) {
        const bool nobody = t.inferred || (t.own_voice && t.hedged) || reader.trait(t.first).unattributed;
        return t.utterance && !nobody && !fed[node(t.hops.front())];
    };
    std::map<Node, Likeliness> quoted;
    std::set<Node> joint;                              // whom an article names together for it: each keeps his voice
    std::vector<std::pair<std::uint32_t, Node>> said;  // by utterance, the likeliest first
    for (const Testimony& t : testimonies)
        if (may_count(t)) {
            const Node n = node(t.hops.front());
            said.emplace_back(*t.utterance, n);
            if (t.jointly) joint.insert(n);
            const auto [known, added] = quoted.emplace(n, likeliness(t));
            if (!added) known->second = std::min(known->second, likeliness(t));
        }
    std::ranges::sort(said, {}, [&](const auto& quotation) {
        const auto [utterance, n] = quotation;
        return std::tuple(utterance, quoted.at(n), std::string_view(reader.source(speakers_[n].source).name), n);
    });
    std::map<std::uint32_t, Node> speaker;  // by utterance
    for (const auto& [utterance, n] : said)
        if (const Node one = speaker.try_emplace(utterance, n).first->second; one != n && !joint.contains(n))
            echoes_.emplace(n, one), links_.emplace_back(n, one);
}

void Provenance::join(Node group, Node member) {
    memberships_.emplace(group, member);
    links_.emplace_back(group, member);
}

/// Those of a group's members who speak; the shorter of the two lists leads, for a group can be every outlet of a
/// country.
std::vector<Provenance::Node> Provenance::members_of(const Source& group) const {
    std::vector<Node> result;
    if (group.members.size() > size()) {
        for (Node n = 0; n < size(); ++n)
            if (!speakers_[n].unnamed &&
                std::binary_search(group.members.begin(), group.members.end(), speakers_[n].source))
                result.push_back(n);
        return result;
    }
    for (const SourceId id : group.members)
        if (const Node n = node({id}); n < size() && speakers_[n] == Speaker{id}) result.push_back(n);
    return result;
}

void Provenance::condense() {
    component_.resize(size());
    // Tarjan's algorithm numbers a component after all those that can be reached from it.
    const auto count = boost::strong_components(
        graph_, boost::make_iterator_property_map(component_.begin(), get(boost::vertex_index, graph_)));
    members_.resize(count);
    for (Node n = 0; n < size(); ++n) members_[component_[n]].push_back(n);
}

}  // namespace hearsay
