// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "hearsay/analysis.hpp"

namespace hearsay::fixture {

/// Six articles on a dam, as the stages before would hand them over. Claim 1 has four articles and one independent
/// origin:
///
///   Marta Ilves ──> Coastal Courier ──> Daily Ledger
///   Harbour Post ──> Marta Ilves (confirms) ──> Northwire ──> Meridian (two versions)
///   local media ──> Marta Ilves ──> (dam-4)
///   Oskar Brandt (denies) ──> Meridian
///
/// Claim 2 stands on two independent origins, claim 3 is what one paper says on its own authority, claim 4 quotes an
/// unnamed source. Invented names throughout.
Analysis dam();

/// One claim whose every string is an attack on the formats: markup, quotation marks, Graphviz escapes, control
/// characters, direction overrides, formulas, terminal escapes.
Analysis hostile();

/// `sources` people, each quoted by one of a hundred papers; a tenth of them deny what the one before says.
Analysis crowd(std::uint32_t sources);

/// A small run with chains of every shape, self-citation and circles among them, and articles that copy one another; equal for equal
/// seeds.
Analysis random_run(std::uint32_t seed);

/// Some text that no format may pass on as it is.
std::string poison();

}  // namespace hearsay::fixture
