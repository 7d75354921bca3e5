// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <vector>

#include "endorsements.hpp"
#include "hearsay/source/chain_resolver.hpp"
#include "relays.hpp"

namespace hearsay {

/// Puts the chains of a document together: endorsed report, cited sources, the source, its relays, the attributions
/// around it, credited outlets, publisher.
class ChainBuilder {
  public:
    ChainBuilder(const SourceReading& reading, const std::vector<Attribution>& attributions,
                 const std::vector<EntityId>& sources, const MentionResolver& mentions, std::vector<Relays> relays);
    /// Whether the attribution only passes on the one inside it and is told after it: "..., according to Yonhap".
    bool passes_on(std::uint32_t attribution) const { return folded_[attribution]; }
    std::vector<Hop> chain(std::uint32_t attribution, const Hop& reporter) const;
    /// The one outlet that the top of the article credits with the story, if it isn't the publisher.
    std::optional<EntityId> credited_at_top() const;

  private:
    std::optional<std::uint32_t> around(std::uint32_t inner) const;
    bool ends_dateline(TokenRange outlet) const;
    bool trails(std::uint32_t outer, std::uint32_t inner) const;
    void fold();
    void fold_neighbours(std::uint32_t attribution);
    bool only_holds(std::uint32_t outer, std::uint32_t inner) const;
    bool leads(std::uint32_t outer) const;
    void append(std::vector<Hop>& chain, const Hop& hop) const;
    /// What one attribution adds; `rule` is that of its source.
    void append_own(std::vector<Hop>& chain, std::uint32_t attribution, HopRule rule) const;
    void append_credits(std::vector<Hop>& chain, std::uint32_t attribution) const;
    Hop source_hop(std::uint32_t attribution, HopRule rule) const;
    Hop credited_hop(const std::string& name) const;
    bool is_publisher(EntityId id) const;

    SourceReading in_;
    const std::vector<Attribution>& attributions_;
    const std::vector<EntityId>& sources_;
    const MentionResolver& mentions_;
    std::vector<Relays> relays_;
    std::vector<std::optional<std::uint32_t>> parent_;
    std::vector<bool> folded_;
    std::vector<std::optional<std::uint32_t>> only_child_;  // of an outlet that leads with another's statement
    std::vector<Hop> credited_;
    std::vector<Hop> datelines_;  // "BEIJING (Kyodo)" in mid-text, in text order
};

}  // namespace hearsay
