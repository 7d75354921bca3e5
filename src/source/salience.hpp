// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <deque>
#include <functional>

#include "entities.hpp"
#include "recency.hpp"

namespace hearsay {

/// One place where an entity was mentioned, as far as it matters to a later pronoun.
struct Trace {
    EntityId entity = kNoEntity;
    std::uint32_t token = 0;
    std::uint32_t sentence = 0, paragraph = 0;
    bool first = false;    ///< the first of its kind in its sentence: most often the subject
    bool speaker = false;  ///< as the source of an attribution
    bool quoted = false;
    bool modifier = false;
    bool place = false;  ///< where something is: "in Port Selby"
};

/// Where a pronoun stands.
struct Viewpoint {
    std::uint32_t sentence = 0, paragraph = 0;
    bool quoted = false;   ///< between quotation marks: may mean somebody named inside them, one outside hardly does
    TokenRange content{};  ///< what the pronoun's attribution says: who is named there hardly says it
};

/// Who is in the reader's mind: the last mentions, weighed by nearness and role, as in Lappin and Leass (1994). Holds a
/// fixed number of them, so that a look-up costs O(1).
class Salience {
  public:
    explicit Salience(const EntityTable& entities) : entities_(&entities) {}
    void note(Trace trace);
    /// The most salient entity that `fits` from where the pronoun stands, or kNoEntity.
    EntityId best(const Viewpoint& from, const std::function<bool(EntityId)>& fits) const;
    /// The last entity mentioned that `fits`, whatever its role, but for places.
    EntityId last(const std::function<bool(EntityId)>& fits) const;
    EntityId last_speaker() const { return last_speaker_; }
    /// The last two states named, in the order in which they were named; fewer where there are not two.
    std::vector<EntityId> last_states() const;

  private:
    double weight(const Trace& trace, const Viewpoint& from) const;

    const EntityTable* entities_;
    std::deque<Trace> traces_;  // oldest first
    Recent<EntityId, 2> states_;
    EntityId last_speaker_ = kNoEntity;
};

}  // namespace hearsay
