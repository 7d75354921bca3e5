// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "claim/stemmer.hpp"
#include "hearsay/analysis.hpp"

namespace hearsay {

/// Words that a claim may be about.
///
///   Topic topic("closing bridges");
///   if (topic.is_of(analysis, 0)) ...   // "the old bridge will be closed"
class Topic {
  public:
    explicit Topic(std::string_view words);
    /// Whether all of them stand in the claim, its mentions, or the names of its origins. Always, where there are none.
    bool is_of(const Analysis& analysis, std::size_t claim);

  private:
    std::vector<std::string> stems_of(std::string_view text);
    void strike(std::string_view text);

    Stemmer stemmer_;
    std::unordered_map<std::string, std::string> stems_;  // a cache: words recur
    std::vector<std::string> wanted_, missing_;
};

}  // namespace hearsay
