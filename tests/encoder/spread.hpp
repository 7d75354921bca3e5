// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cmath>
#include <vector>

namespace hearsay::encoder::test {

/// Values from about -`most` to `most`, no two of them equal.
inline std::vector<float> spread(std::size_t count, float most) {
    std::vector<float> values(count);
    for (std::size_t i = 0; i != count; ++i) values[i] = most * std::sin(static_cast<float>(i * i + 1));
    return values;
}

}  // namespace hearsay::encoder::test
