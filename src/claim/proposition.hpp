// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <boost/container/small_vector.hpp>
#include <cstdint>
#include <vector>

#include "claim/content.hpp"
#include "claim/mention_facts.hpp"
#include "claim/term_weights.hpp"

namespace hearsay {

/// A distinct content and the mentions that state it in the same words: what is compared and grouped.
struct Proposition {
    Content content;
    boost::container::small_vector<std::uint32_t, 2> mentions;  ///< indices in the order of adding; the other fields are the first one's
    std::uint32_t document = 0;
    std::uint32_t position = 0;  ///< among its document's mentions, from 0
    bool judges = false;         ///< judges what its article told, and nothing tells which statement
    bool attributed = false;     ///< and not on the article's own authority
    std::optional<SourceId> voice{};  ///< who is quoted as saying it
    std::uint32_t names = 0;     ///< among its terms
    double weight = 0;           ///< of its terms together
    std::uint64_t exclusive =
        0;  ///< which sides of the lexicon's exclusive pairs it holds, two bits a pair: 01 the first, 10 the second
};

/// By mention, of so many.
std::vector<std::uint32_t> proposition_of_each(const std::vector<Proposition>& propositions, std::size_t mentions);

/// Mentions with equal contents become one proposition: over all documents where the words are telling enough to mean
/// the same in any article, else within one. Takes the contents, by mention. `known`: of the first mentions, which
/// proposition each states; the contents of those that repeat one are not looked at.
std::vector<Proposition> propositions_of(const std::vector<MentionFacts>& mentions, std::vector<Content> contents,
                                         const ContentReader& reader, const TermWeights& weights,
                                         const std::vector<std::uint32_t>& known);

}  // namespace hearsay
