// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <vector>

#include "built_analysis.hpp"

namespace hearsay {

/// Where a document's parts begin in the tables.
struct StoredPlace {
    std::int64_t document = 0, first_appearance = 0, first_attribution = 0, first_statement = 0;
    std::uint32_t appearances = 0, statements = 0, resolved = 0;
};

/// What the steps over all documents gave, and to which rows it belongs.
struct RunResults {
    std::vector<StoredPlace> places;  ///< by DocumentId
    BuiltAnalysis built;
};

}  // namespace hearsay
