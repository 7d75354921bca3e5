// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

#include "hearsay/error.hpp"
#include "hearsay/source/evidence.hpp"

namespace hearsay {

/// The value whose to_string is `name`; `last` is the enumeration's last. Throws ResultError for an unknown name.
template <class Enum>
Enum named(std::string_view name, Enum last) {
    for (int value = 0; value <= static_cast<int>(last); ++value)
        if (to_string(static_cast<Enum>(value)) == name) return static_cast<Enum>(value);
    throw ResultError("holds the unknown name '" + std::string(name) + "'");
}

}  // namespace hearsay
