// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <iosfwd>

#include "hearsay/attribution/scores.hpp"

namespace hearsay::cli {

/// Scores as tables in plain text, in per cent; the reliability table leaves out bins that hold nothing.
void write_table(const AttributionScores& scores, std::ostream& out);
/// The same as one JSON object on one line (docs/hearsay-evaluate.md).
void write_json(const AttributionScores& scores, std::ostream& out);

}  // namespace hearsay::cli
