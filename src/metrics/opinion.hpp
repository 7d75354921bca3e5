// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

namespace hearsay {

/// A binomial opinion of subjective logic (A. Jøsang, *Subjective Logic*, 2016, chapter 3): how much speaks for a
/// claim, how much against it, and how much is left open. The three masses are not negative and sum to 1.
struct Opinion {
    double belief = 0, disbelief = 0, uncertainty = 1;
    double base_rate = 0.5;

    /// What to expect, 0..1: belief, and the base rate's share of what is left open.
    double expectation() const { return belief + base_rate * uncertainty; }
};

/// The same opinion as a count of observations for and against (section 3.4.2), in which fusion is addition.
struct OpinionEvidence {
    double supporting = 0, opposing = 0;  ///< not negative
    OpinionEvidence operator+(const OpinionEvidence& other) const {
        return {supporting + other.supporting, opposing + other.opposing};
    }
};

/// With the non-informative prior weight of 2.
Opinion opinion_of(const OpinionEvidence& evidence);

/// One piece for all. Where they are as many as `independent`, this is cumulative fusion (section 12.3), which adds
/// them; where that is 1, averaging fusion (12.5); between these it counts their mean so many times. Nothing for none.
OpinionEvidence fused(const std::vector<OpinionEvidence>& all, double independent);

}  // namespace hearsay
