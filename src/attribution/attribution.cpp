// SPDX-License-Identifier: Apache-2.0
#include "hearsay/attribution/attribution.hpp"

#include <array>

namespace hearsay {

std::string_view to_string(Voice voice) {
    static constexpr std::array<std::string_view, 3> kNames{"direct", "indirect", "mixed"};
    return kNames[static_cast<std::size_t>(voice)];
}

std::string_view to_string(Stance stance) {
    static constexpr std::array<std::string_view, 4> kNames{"asserts", "confirms", "denies", "doubts"};
    return kNames[static_cast<std::size_t>(stance)];
}

}  // namespace hearsay
