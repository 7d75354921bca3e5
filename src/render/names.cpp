// SPDX-License-Identifier: Apache-2.0
#include "render/names.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "render/legible.hpp"

namespace hearsay {

std::vector<StancedChain> distinct_chains(const Claim& claim) {
    std::set<std::pair<Chain, Stance>> seen;
    std::vector<StancedChain> chains;
    for (const Mention& mention : claim.mentions)
        if (!mention.restates && seen.emplace(mention.chain, mention.stance).second)
            chains.push_back({mention.chain, mention.stance});
    return chains;
}

std::string shown_name(const Source& source) {
    const std::string name = to_utf8(legible(source.name));
    if (!name.empty()) return name;
    return source.role.empty() ? "unnamed " + std::string(to_string(source.kind)) : to_utf8(legible(source.role));
}

std::string join_names(const Chain& chain, const std::vector<Source>& sources, std::string_view arrow) {
    std::string joined;
    for (const SourceId id : chain) {
        if (!joined.empty()) joined += arrow;
        joined += shown_name(sources[static_cast<std::size_t>(id)]);
    }
    return joined;
}

std::string name_of_origin(const Origin& origin, const Claim& claim, const std::vector<Source>& sources) {
    constexpr std::size_t kMost = 3;  // descriptions
    const auto source = [&](SourceId id) -> const Source& { return sources[static_cast<std::size_t>(id)]; };
    const auto named = [&](SourceId id) { return !source(id).unnamed; };
    const std::string name = shown_name(source(origin.source));
    std::vector<std::string> described;
    for (const auto& [chain, stance] : distinct_chains(claim)) {
        if (chain.front() == origin.source) return name;
        const auto vouching = std::ranges::find_if(chain, named);
        const bool alike =
            stance == origin.stance || (stance != Stance::denies && stance != Stance::doubts &&
                                        origin.stance != Stance::denies && origin.stance != Stance::doubts);
        if (!alike || vouching == chain.begin() || vouching == chain.end() || *vouching != origin.source) continue;
        const std::string who = shown_name(source(chain.front()));
        if (std::ranges::find(described, who) == described.end() && described.size() < kMost) described.push_back(who);
    }
    std::string joined;
    for (const std::string& who : described) joined += (joined.empty() ? "" : ", ") + who;
    return joined.empty() ? name : joined + " (through " + name + ")";
}

std::string counted(std::size_t number, std::string_view thing) {
    return std::to_string(number) + ' ' + std::string(thing) + (number == 1 ? "" : "s");
}

}  // namespace hearsay
