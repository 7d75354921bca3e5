// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

/// Who speaks as somebody's relatives: "Ada Lorn's parents", "the Lorn family", "families of Ada Lorn and Tom Weir".
struct Kin {
    std::string relation;                      ///< by one word for all of its forms: "family", "parents", "mother"
    std::vector<std::vector<std::string>> of;  ///< whose, in name_words form: {{"ada", "lorn"}}
};

/// What a source's name or role says of whose relatives it is; nothing where it names nobody.
std::optional<Kin> kin_in(std::string_view name);

/// Whether all of the second are among the first: a family is its parents, its mother and whoever bears its name, and
/// two people's families are each one's.
bool includes(const Kin& kin, const Kin& others);
bool includes(const Kin& kin, const std::vector<std::string>& name, std::string_view role);

}  // namespace hearsay
