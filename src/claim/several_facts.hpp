// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "claim/grouping.hpp"

namespace hearsay {

/// "The treaty was signed in June and shocked the neighbours" states two facts, and is in the group of one. Where a
/// proposition says most of what the articles of another group have in common, it becomes a member of that group too,
/// `in_part`. Groups are not compared with each other: the work is linear in `pairs` and in the groups' members.
void list_in_part(std::vector<Group>& groups, const std::vector<LikePair>& pairs,
                  const std::vector<Proposition>& propositions, const std::vector<MentionFacts>& mentions,
                  const ContentReader& reader, const TermWeights& weights, unsigned threads);

}  // namespace hearsay
