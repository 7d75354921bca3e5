// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "hearsay/claim/claim.hpp"

namespace hearsay {

/// The mention that a reader without the article understands best: asserted, in words of its own and not by pointing
/// ("he", "such a"), of moderate length, early. Index in `mentions`, which must not be empty.
std::size_t clearest_mention(const std::vector<Mention>& mentions);

}  // namespace hearsay
