// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <set>
#include <string>

#include "hearsay/source/source.hpp"

namespace hearsay {

/// Tells what kind of unnamed source a description stands for.
///
///   const auto loose = LooseSources::load(resource_directory() / "lexicons");
///   loose.is_unattributed(rumours);        // nobody stands behind it: can begin a chain, is never an origin
///   loose.is_press(ukrainian_media);       // a loose group of outlets: speaks for itself, as one voice
///
/// Anything else without a name ("officials", "a person familiar with the matter") is somebody, whom only the next hop
/// of the chain can vouch for. Case does not matter. O(length of the name).
class LooseSources {
  public:
    /// Reads loose_sources.tsv in `lexicons`. Throws ResourceError where it is missing or damaged.
    static LooseSources load(const std::filesystem::path& lexicons);
    bool is_unattributed(const Source& source) const;
    bool is_press(const Source& source) const;

  private:
    using Words = std::set<std::string, std::less<>>;
    Words rumours_, reports_, fillers_, exact_, press_;
};

}  // namespace hearsay
