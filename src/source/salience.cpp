// SPDX-License-Identifier: Apache-2.0
#include "salience.hpp"

#include <algorithm>

namespace hearsay {

namespace {

constexpr std::size_t kTraces = 40;

}  // namespace

void Salience::note(Trace trace) {
    const Entity& entity = (*entities_)[trace.entity];
    if (trace.speaker) last_speaker_ = trace.entity;
    if (entity.is(SourceKind::government) && entity.members.empty() && !entity.source.country.empty()) states_.note(trace.entity);
    const bool person = entity.is(SourceKind::person) || entity.is(SourceKind::anonymous);
    trace.first = std::ranges::none_of(traces_, [&](const Trace& t) {
        const Entity& other = (*entities_)[t.entity];
        return t.sentence == trace.sentence && !t.modifier && person == (other.is(SourceKind::person) || other.is(SourceKind::anonymous));
    });
    traces_.push_back(trace);
    if (traces_.size() > kTraces) traces_.pop_front();
}

double Salience::weight(const Trace& trace, std::uint32_t sentence, bool quoted) const {
    const std::uint32_t distance = sentence - std::min(trace.sentence, sentence);
    double weight = distance == 0 ? 3 : distance == 1 ? 2 : 1.8 - 0.2 * distance;
    if (trace.first) weight += 1;
    if (trace.speaker) weight += 1.5;
    if (trace.quoted && !quoted) weight -= 2.5;
    if (trace.modifier) weight -= 0.7;
    if (!(*entities_)[trace.entity].certain) weight -= 1.5;
    return weight;
}

EntityId Salience::best(std::uint32_t sentence, bool quoted, const std::function<bool(EntityId)>& fits) const {
    EntityId best = kNoEntity;
    double most = -4;
    for (auto trace = traces_.rbegin(); trace != traces_.rend(); ++trace) {
        const double weighs = weight(*trace, sentence, quoted);
        if (weighs <= most || !fits(trace->entity)) continue;
        most = weighs;
        best = trace->entity;
    }
    return best;
}

EntityId Salience::last(const std::function<bool(EntityId)>& fits) const {
    const auto found = std::find_if(traces_.rbegin(), traces_.rend(), [&](const Trace& t) { return fits(t.entity); });
    return found == traces_.rend() ? kNoEntity : found->entity;
}

std::vector<EntityId> Salience::last_states() const {
    std::vector<EntityId> states(states_.begin(), states_.end());
    std::ranges::reverse(states);
    return states;
}

}  // namespace hearsay
