// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <vector>

#include "claim/content.hpp"

namespace hearsay {

/// A distinct content and the mentions that state it in the same words: what is compared and grouped.
struct Proposition {
    Content content;
    std::uint32_t document = 0;           ///< of its first mention
    std::vector<std::uint32_t> mentions;  ///< indices in the order of adding
    double weight = 0;                    ///< of its terms together
    std::uint64_t exclusive = 0;          ///< which sides of the exclusive pairs it holds, two bits a pair
};

}  // namespace hearsay
