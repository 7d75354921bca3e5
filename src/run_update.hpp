// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "hearsay/batch.hpp"
#include "stages.hpp"
#include "store/database.hpp"

namespace hearsay {

/// The steps over all documents of a run: reads what each gave, in an order of its own, and writes sources, claims and
/// figures in one transaction, so that a run shows the former results until the new ones are complete. Does nothing
/// where they are up to date. False where it was stopped.
bool update_results(Database& database, const Stages& stages, const BatchOptions& options, BatchSummary& summary);

}  // namespace hearsay
