// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <string>
#include <unordered_map>

namespace hearsay {

/// Tells documents apart that go by the same id: the second "a" is "a#2".
///
///   UniqueIds ids;
///   ids.make_unique(document.id);
class UniqueIds {
  public:
    void make_unique(std::string& id) {
        const std::string wanted = id;
        for (std::size_t n = ++seen_[wanted]; n > 1; n = ++seen_[wanted]) {
            id = wanted;
            id.append("#").append(std::to_string(n));
            if (++seen_[id] == 1) return;
        }
    }

  private:
    std::unordered_map<std::string, std::size_t> seen_;  // how often an id was asked for
};

}  // namespace hearsay
