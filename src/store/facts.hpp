// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "findings.hpp"

namespace hearsay {

/// Rises when encode_facts changes: facts of another version can't be read.
inline constexpr int kFactsVersion = 2;

/// What the steps over all documents need of one and no analyst asks for, in a few hundred bytes: its sources in full,
/// its chains, to which attribution each statement belongs, and the sketch for finding copies.
std::string encode_facts(const DocumentFindings& found);

/// Gives back `sources`, `statements`, `sketch` and the date; the statements' texts are in the tables, and attributions
/// need none. Throws ResultError for damaged bytes: every index into a list that it gives is valid.
DocumentFindings decode_facts(std::string_view bytes);

}  // namespace hearsay
