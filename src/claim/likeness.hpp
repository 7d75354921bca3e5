// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <vector>

#include "claim/proposition.hpp"
#include "claim/related_terms.hpp"
#include "claim/story.hpp"

namespace hearsay {

/// How much two statements say the same. Small, since millions are held.
struct Likeness {
    float score = 0;      ///< 0..1; where the amounts differ, as if they did not
    float agreement = 0;  ///< -1..1: the likeness where the two surely say the same, less than 0 where the contrary
    bool opposed : 1 = false;        ///< one states the contrary of the other, beyond doubt
    bool other_amounts : 1 = false;  ///< and so states another fact
    bool exclusive : 1 = false;      ///< and both cannot be true
    bool one_event : 1 = false;      ///< which the two's articles report
    std::uint8_t told = 0;           ///< words and amounts in common that are no names, 255 for more
};

/// Whether the one names what the other cannot mean: "killed" and "wounded", "a man" and "a woman".
bool exclude_each_other(const Proposition& a, const Proposition& b);

/// Compares statements by their terms' weights, after Tversky, "Features of similarity" (1977), made symmetric so that
/// a short statement may be contained in a long one: shared / (shared + a*min + b*max) over what only the one or the
/// other says. Words that may stand for each other count as shared in part.
class LikenessMeasure {
  public:
    LikenessMeasure(const TermWeights& weights, const Stories& stories, const RelatedTerms& related)
        : weights_(weights), stories_(stories), related_(related) {}
    /// Where the score would not reach `least`, it may be any that doesn't, and `one_event` is not known.
    Likeness operator()(const Proposition& a, const Proposition& b, double least = 0) const;
    /// What both say, names apart: by id.
    std::vector<TermId> words_in_common(const Proposition& a, const Proposition& b) const;

  private:
    struct Common;
    Common in_common(const Proposition& a, const Proposition& b) const;
    void pair_related(Common& common) const;
    double weight(std::span<const Term> terms) const;
    bool negates(const Proposition& denial, const Common& c, std::span<const Term> rest) const;
    bool fill_otherwise(const Proposition& a, const Proposition& b, const Common& common) const;
    struct Score;
    Score score(const Proposition& a, const Proposition& b, const Common& common, double least) const;
    double same_story_at_most(const Proposition& a, const Proposition& b) const;
    Score same_story(const Proposition& a, const Proposition& b) const;

    const TermWeights& weights_;
    const Stories& stories_;
    const RelatedTerms& related_;
};

}  // namespace hearsay
