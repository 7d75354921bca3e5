// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <iosfwd>

#include "hearsay/analysis.hpp"

namespace hearsay {

/// Writes the ranked claims as a table (RFC 4180: commas, CRLF, double quotation marks), a header and one row a claim.
///
///   std::ofstream file(out / "claims.csv", std::ios::binary);
///   write_claims_csv(analysis, file);
///
/// The columns are in docs/output.md. Every cell is one line. Article text can't run as a formula: a cell that would
/// begin with = + - or @ gets a leading apostrophe (OWASP, "CSV injection"). Throws OutputError when the stream fails.
void write_claims_csv(const Analysis& analysis, std::ostream& out);
/// Of some claims only, in this order.
void write_claims_csv(const Analysis& analysis, const std::vector<ClaimId>& claims, std::ostream& out);

}  // namespace hearsay
