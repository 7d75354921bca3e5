// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <utility>
#include <vector>

#include "hearsay/source/source.hpp"

namespace hearsay {

/// Of those who speak on one claim, pairs of indices: the first is no second voice beside the second, for the two names
/// are of one body or person as far as anybody can tell. A body is meant by a shorter name ("police", "Kelder") beside
/// a longer one ("Tarn Police", "Kelder Group"), by whoever holds an office in it or speaks for it ("police spokesman
/// Tom Weir"; "Detective Inspector Tom Weir" for the police), or comes from it ("the Kelder report"), a state by its
/// ministries and ministers; an office alone ("the governor") means its holder, a surname or another part of a name
/// whoever bears it, and one name may be written in two ways ("Huston" and "Hutson", "Jim" and "James"). A group is no
/// second voice beside one of it by name ("witnesses" and the witness Tom Weir), nor are two documents or outlets that
/// are called the same. Goes by words and not by what is known of the world, which is enough among those few who state
/// one claim, and only there. O(n log n): of many with a word in common some are compared.
std::vector<std::pair<std::uint32_t, std::uint32_t>> same_voices(const std::vector<const Source*>& speakers);

}  // namespace hearsay
