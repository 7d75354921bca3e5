// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "hearsay/metrics/corroboration.hpp"
#include "metrics/witnesses.hpp"

namespace hearsay {

/// Everything that is known of one claim when its count is explained.
struct Findings {
    const TestimonyReader& reader;
    const Claim& claim;
    const ClaimTestimony& testimony;
    const Hearing& asserting;
    const Hearing& denying;
    const Hearing& doubting;
};

/// Why somebody at the start of a chain is not counted: "has it from Yonhap News". Empty for an origin.
std::string reason(const Witness& witness, const TestimonyReader& reader);
/// "confirms what the Kyiv Post reports".
std::string reason(const Confirmation& confirmation, const TestimonyReader& reader);
/// Why the count is what it is and not more, as one sentence of plain words.
std::string explain(const Findings& findings);

}  // namespace hearsay
