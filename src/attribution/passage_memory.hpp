// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

#include "attribution/attribution_reader.hpp"
#include "attribution/passage.hpp"
#include "syntax/annotation.hpp"

namespace hearsay {

/// What was read of one passage, in tokens of the passage.
class PassageReading {
  public:
    PassageReading(const Annotation& syntax, TokenRange passage, const PassageAttributions& read);
    /// Puts the syntax in its place.
    void copy_syntax(TokenRange passage, Annotation& out) const;
    /// Whether the attributions are the same in any surroundings.
    bool alone() const { return alone_; }
    /// In tokens of the document. Pre-condition: alone().
    std::vector<FoundAttribution> attributions(TokenRange passage) const;
    std::size_t bytes() const;

  private:
    struct Node {
        std::uint8_t tag, entity, relation;
        std::uint16_t head;
    };
    std::vector<Node> nodes_;
    std::vector<FoundAttribution> found_;
    bool alone_;
};

/// What was read of the passages of earlier documents: reprints, updates and boilerplate are read once. Holds some
/// 200,000 passages of a news agency; those that have not been met for the longest time go first. For all threads;
/// what is found in it is what would be read anew.
class PassageMemory {
  public:
    using Kept = std::shared_ptr<const PassageReading>;
    explicit PassageMemory(std::size_t most_bytes = std::size_t{128} << 20) : most_bytes_(most_bytes) {}

    Kept find(const PassageKey& key);  ///< null where there is none
    void keep(const PassageKey& key, Kept reading);
    static bool takes(TokenRange passage) { return passage.size() <= kLongest; }

  private:
    static constexpr std::uint32_t kLongest = 1000;  // tokens; longer ones hardly come again
    struct Hash {
        std::size_t operator()(const PassageKey& key) const { return key.low; }
    };
    using Generation = std::unordered_map<PassageKey, Kept, Hash>;  // looked up only
    void insert(const PassageKey& key, Kept reading);

    const std::size_t most_bytes_;
    std::mutex mutex_;
    Generation young_, old_;
    std::size_t young_bytes_ = 0;
};

}  // namespace hearsay
