// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <string>

namespace hearsay::test {

/// Every byte in turn, in an order that makes no text; the same each time.
inline std::string any_bytes(std::size_t count) {
    std::string bytes;
    for (std::size_t i = 0; i != count; ++i) bytes += static_cast<char>(i * 7919 % 256);
    return bytes;
}

}  // namespace hearsay::test
