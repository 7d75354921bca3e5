// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "hearsay/analysis.hpp"

namespace hearsay {

/// The ids that every output uses: "s1", "a1", "c1", "d1", counted from 1.
inline std::string numbered(char letter, std::size_t index) { return letter + std::to_string(index + 1); }
inline std::string name_of(SourceId id) { return numbered('s', static_cast<std::size_t>(id)); }
inline std::string name_of(AttributionId id) { return numbered('a', static_cast<std::size_t>(id)); }
inline std::string name_of(ClaimId id) { return numbered('c', static_cast<std::size_t>(id)); }
inline std::string name_of(DocumentId id) { return numbered('d', static_cast<std::size_t>(id)); }

/// The chains of a claim, each once per stance, in the order of their first mention.
struct StancedChain {
    Chain chain;
    Stance stance;
};
std::vector<StancedChain> distinct_chains(const Claim& claim);

/// A source's name; a description where it has none.
std::string shown_name(const Source& source);

/// The names of a chain's hops with `arrow` between them.
std::string join_names(const Chain& chain, const std::vector<Source>& sources, std::string_view arrow);

/// An origin as a reader knows it: people for whom only an outlet vouches are described, "workers (through BBC)".
std::string name_of_origin(const Origin& origin, const Claim& claim, const std::vector<Source>& sources);

/// "1 article", "2 articles".
std::string counted(std::size_t number, std::string_view thing);

}  // namespace hearsay
