// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string_view>

#include "hearsay/claim/claim.hpp"

namespace hearsay {

/// What new articles did to a claim that was known before.
enum class ChangeKind : std::uint8_t {
    corroborated,    ///< it has more independent origins
    denied,          ///< somebody denies it, and nobody did
    origins_merged,  ///< what counted as several origins is fewer: a link between them came to light
    claims_merged    ///< what looked like several claims is one
};
std::string_view to_string(ChangeKind kind);

/// `was` and `now`: independent origins; of `denied` those who deny; of `claims_merged` claims.
struct ClaimChange {
    ChangeKind kind;
    ClaimId claim;
    std::uint32_t was = 0, now = 0;
};

}  // namespace hearsay
