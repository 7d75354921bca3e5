// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "hearsay/metrics/corroboration.hpp"

namespace hearsay {

/// The rating of a claim on the Admiralty grid (NATO, AJP-2.1; JDP 2-00), derived from its figures as docs/method.md
/// tells: the letter from the best-rated counted origin, the digit from corroboration and dispute. "B2", "F6".
std::string admiralty_rating(const Corroboration& figures, const std::vector<Source>& sources);

}  // namespace hearsay
