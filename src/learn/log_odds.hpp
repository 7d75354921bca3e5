// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <cmath>

namespace hearsay::learn {

/// Of a probability, which is kept away from 0 and 1: no model is surer than one in ten thousand.
inline float log_odds(float probability) {
    const float p = std::clamp(probability, 1e-4F, 1 - 1e-4F);
    return std::log(p / (1 - p));
}

}  // namespace hearsay::learn
