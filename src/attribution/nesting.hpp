// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "hearsay/attribution/attribution.hpp"

namespace hearsay {

/// Puts attributions in the order of the text, what contains another before it, and sets `parent`.
void nest(std::vector<Attribution>& attributions);

}  // namespace hearsay
