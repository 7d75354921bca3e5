// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "entities.hpp"
#include "hearsay/source/evidence.hpp"

namespace hearsay {

/// Whom some words mean, and how they lead to him.
struct Identified {
    EntityId entity = kNoEntity;
    Naming naming = Naming::name;
    TokenRange at{};  ///< the words
    explicit operator bool() const { return entity != kNoEntity; }
};

/// An entity on its way into a chain. `at` covers the words that make it a hop: "told Reuters".
struct Hop : Identified {
    HopRule rule = HopRule::source;
};

inline Hop as_hop(const Identified& found, HopRule rule) { return {found, rule}; }

/// The same hop with the words from `begin` on as its evidence.
inline Hop as_hop(Identified found, HopRule rule, std::uint32_t begin) {
    if (!found.at.empty() && begin < found.at.begin) found.at.begin = begin;
    return {found, rule};
}

}  // namespace hearsay
