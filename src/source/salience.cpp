// SPDX-License-Identifier: Apache-2.0
#include "salience.hpp"

#include <algorithm>

namespace hearsay {

namespace {

constexpr std::size_t kTraces = 40;

// Weights in units of "one sentence nearer" among the first sentences; tuned by hand on news articles.
constexpr double kSameSentence = 4, kEarlierSentence = 2.2, kStep = 0.2;
constexpr double kSubject = 1, kSpeaker = 1.5, kFading = 0.8;
constexpr double kSameParagraph = 0.5;
constexpr double kInsideStatement = 3.5, kModifier = 0.7, kUncertain = 1.5, kPlace = 2;
constexpr double kLeast = -4;

}  // namespace

void Salience::note(Trace trace) {
    const Entity& entity = (*entities_)[trace.entity];
    if (trace.speaker) last_speaker_ = trace.entity;
    if (entity.is(SourceKind::government) && entity.members.empty() && !entity.source.country.empty())
        states_.note(trace.entity);
    const bool person = entity.is(SourceKind::person) || entity.is(SourceKind::anonymous);
    trace.first = !trace.place && std::ranges::none_of(traces_, [&](const Trace& t) {
        const Entity& other = (*entities_)[t.entity];
        return t.sentence == trace.sentence && !t.modifier && !t.place &&
               person == (other.is(SourceKind::person) || other.is(SourceKind::anonymous));
    });
    traces_.push_back(trace);
    if (traces_.size() > kTraces) traces_.pop_front();
}

double Salience::weight(const Trace& trace, const Viewpoint& from) const {
    const std::uint32_t distance = from.sentence - std::min(trace.sentence, from.sentence);
    const double role = (trace.first ? kSubject : 0) + (trace.speaker ? kSpeaker : 0);
    double weight =
        (distance == 0 ? kSameSentence : kEarlierSentence - kStep * distance) + role / (1 + kFading * distance);
    if (distance > 0 && trace.paragraph == from.paragraph) weight += kSameParagraph;
    const bool said = from.content.begin <= trace.token && trace.token < from.content.end;
    if ((trace.quoted || said) && !from.quoted) weight -= kInsideStatement;
    if (trace.modifier) weight -= kModifier;
    if (trace.place) weight -= kPlace;
    if (!(*entities_)[trace.entity].certain) weight -= kUncertain;
    return weight;
}

EntityId Salience::best(const Viewpoint& from, const std::function<bool(EntityId)>& fits) const {
    EntityId best = kNoEntity;
    double most = kLeast;
    for (auto trace = traces_.rbegin(); trace != traces_.rend(); ++trace) {
        const double weighs = weight(*trace, from);
        if (weighs <= most || !fits(trace->entity)) continue;
        most = weighs;
        best = trace->entity;
    }
    return best;
}

EntityId Salience::last(const std::function<bool(EntityId)>& fits) const {
    const auto found =
        std::find_if(traces_.rbegin(), traces_.rend(), [&](const Trace& t) { return !t.place && fits(t.entity); });
    return found == traces_.rend() ? kNoEntity : found->entity;
}

std::vector<EntityId> Salience::last_states() const {
    std::vector<EntityId> states(states_.begin(), states_.end());
    std::ranges::reverse(states);
    return states;
}

}  // namespace hearsay
