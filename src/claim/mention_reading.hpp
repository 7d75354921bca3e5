// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "claim/content.hpp"
#include "hearsay/claim/matcher.hpp"

namespace hearsay {

struct ClaimMatcher::Reading {
    Content content;
    float obscurity;  ///< see ClaimWording
};

}  // namespace hearsay
