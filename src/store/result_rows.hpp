// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>

#include "store/database.hpp"
#include "store/run_results.hpp"

namespace hearsay {

/// Puts new results in the place of the former ones, in two steps, for the first can be done while there are no claims
/// yet: of `built` it reads sources and identities. Inside one Transaction, so that a run never shows half of either.
/// Of claims it is enough to write those that have changed, where these are few; the tables are the same then.
enum class Rewrite : std::uint8_t { everything, changes };
void write_sources(Database& database, const std::vector<StoredPlace>& places, const BuiltAnalysis& built);
void write_claims(Database& database, const RunResults& results, Rewrite rewrite);

}  // namespace hearsay
