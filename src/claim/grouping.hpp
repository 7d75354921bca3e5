// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <vector>

#include "claim/bonds.hpp"
#include "claim/like_pairs.hpp"
#include "claim/likeness.hpp"
#include "claim/proposition.hpp"

namespace hearsay {

/// One claim's propositions.
struct Group {
    struct Member {
        std::uint32_t proposition;
        bool contrary;       ///< states the contrary of the group's first member
        std::uint32_t core;  ///< those of one core are closely alike; named by one of its propositions
        bool in_part = false;  ///< says this among other things, and is in another group for those
    };
    std::vector<Member> members;  ///< by proposition
    /// Groups that say the like of another amount, each once.
    struct Variant {
        std::uint32_t group;
        bool exclusive;  ///< both cannot be true
    };
    std::vector<Variant> variants;  ///< by group
};

/// Groups propositions, the likest pairs first; two groups become one only where their members are alike on average, so
/// that a chain of neighbours never ties unrelated statements together (average linkage over a few members of each).
/// Twice: closely, into cores, and then with less asked of them, cores into groups. Notes with each of `pairs` what
/// became of it.
///
/// `before`: what the first of so many propositions and mentions gave was grouped before, with the outcome that the
/// pairs have. A group that nothing new has touched so far is what it was then, and whatever became of two such groups
/// becomes of them again: only where one of them has changed, the two are compared.
struct GroupedBefore {
    std::size_t propositions = 0, mentions = 0;
};
std::vector<Group> group_propositions(const std::vector<Proposition>& propositions, std::vector<LikePair>& pairs,
                                      const LikenessMeasure& likeness, const std::vector<Bond>& bonds,
                                      const std::vector<MentionFacts>& mentions, GroupedBefore before);

}  // namespace hearsay
