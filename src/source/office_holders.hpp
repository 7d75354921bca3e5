// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "noun_phrase.hpp"

namespace hearsay {

/// Who holds which office in a document, by where he is named.
class OfficeHolders {
  public:
    explicit OfficeHolders(const SourceReading& reading);
    /// Whom "the defence minister" at `token` means: the best fit, then the last named before, then the first after.
    EntityId holder(const Office& office, std::uint32_t token) const;

  private:
    using Named = std::pair<std::uint32_t, EntityId>;  // token, holder
    double fit_of(const Office& office, EntityId id) const;

    const EntityTable* entities_;
    std::unordered_map<std::string, std::vector<Named>> by_role_;  // in text order; looked up only
};

}  // namespace hearsay
