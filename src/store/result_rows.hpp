// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "store/database.hpp"
#include "store/run_results.hpp"

namespace hearsay {

/// Puts new results in the place of the former ones. Inside a Transaction, so that a run never shows half of either.
void write_results(Database& database, const RunResults& results);

}  // namespace hearsay
