// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <set>
#include <string>

#include "hearsay/source/source.hpp"

namespace hearsay {

/// Tells sources that nobody stands behind ("rumours", "unconfirmed reports", no source at all) from people who are
/// only not named ("a person familiar with the matter").
///
///   const auto unattributed = UnattributedNames::load(resource_directory() / "lexicons");
///   if (unattributed.contains(source)) ...   // can begin a chain, is never an origin
class UnattributedNames {
  public:
    /// Reads unattributed.tsv in `lexicons`. Throws ResourceError where it is missing or damaged.
    static UnattributedNames load(const std::filesystem::path& lexicons);
    /// Only anonymous sources can be; a name that is empty always is. Case does not matter. O(length of the name).
    bool contains(const Source& source) const;

  private:
    std::set<std::string, std::less<>> words_, names_;
};

}  // namespace hearsay
