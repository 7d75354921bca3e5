// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "claim/proposition.hpp"
#include "claim/story.hpp"

namespace hearsay {

/// How much two statements say the same.
struct Likeness {
    double score = 0;      ///< 0..1
    bool opposed = false;  ///< one states the contrary of the other
};

/// Compares statements by their terms' weights, after Tversky, "Features of similarity" (1977), made symmetric so that
/// a short statement may be contained in a long one: shared / (shared + a*min + b*max) over what only the one or the
/// other says. Amounts must agree where both give some.
class LikenessMeasure {
  public:
    LikenessMeasure(const TermWeights& weights, const Stories& stories) : weights_(weights), stories_(stories) {}
    Likeness operator()(const Proposition& a, const Proposition& b) const;

  private:
    struct Difference;
    Difference difference(const Proposition& a, const Proposition& b) const;
    double missing(const Term& term, std::uint32_t other, bool& foreign) const;
    double same_story(std::uint32_t a, std::uint32_t b) const;

    const TermWeights& weights_;
    const Stories& stories_;
};

}  // namespace hearsay
