// SPDX-License-Identifier: Apache-2.0
#include "render/names.hpp"

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

std::string counted(std::size_t number, std::string_view thing) {
    return std::to_string(number) + ' ' + std::string(thing) + (number == 1 ? "" : "s");
}

}  // namespace hearsay
