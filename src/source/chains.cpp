// SPDX-License-Identifier: Apache-2.0
#include "chains.hpp"

#include <algorithm>
#include <cctype>

namespace hearsay {

namespace {

constexpr std::uint32_t kDeepest = 8;  // attributions around one another; deeper ones are not followed
constexpr std::size_t kMoreThanInner = 4;  // content words that make an outer content say more than the inner attribution

}  // namespace

ChainBuilder::ChainBuilder(const Reading& reading, const std::vector<Attribution>& attributions,
                           const std::vector<EntityId>& sources, std::vector<Relays> relays)
    : in_(reading), attributions_(attributions), sources_(sources), relays_(std::move(relays)),
      folded_(attributions.size()), only_child_(attributions.size()) {
    for (const std::string& name : in_.document.credited)
        if (const GazetteerEntry* entry = in_.entities.gazetteer().outlet(name)) credited_.push_back(in_.entities.of_entry(*entry));
        else credited_.push_back(in_.entities.named(SourceKind::outlet, name, true));
    for (const NameMention& name : in_.names.all()) {
        const std::uint32_t begin = name.tokens.begin, end = name.tokens.end;
        if (begin < 2 || end >= in_.text().tokens().size() || !in_.entities[name.entity].is(SourceKind::outlet)) continue;
        if (in_.text().norm(begin - 1) != "(" || in_.text().norm(end) != ")") continue;
        const auto place = in_.text().word(begin - 2);
        const bool capitals = place.size() > 2 && std::ranges::none_of(place, [](char c) { return std::islower(static_cast<unsigned char>(c)); });
        if (capitals && std::isalpha(static_cast<unsigned char>(place.front()))) datelines_.emplace_back(begin, name.entity);
    }
    fold();
}

/// Whether the outer attribution's content is hardly more than the inner attribution.
bool ChainBuilder::only_holds(std::uint32_t outer, std::uint32_t inner) const {
    const Attribution& a = attributions_[inner];
    const Span inside{std::min({hull(a.content).begin, hull(a.source.empty() ? a.content : a.source).begin, hull(a.cue.empty() ? a.content : a.cue).begin}),
                      std::max({hull(a.content).end, hull(a.source).end, hull(a.cue).end})};
    const Span around = hull(attributions_[outer].content);
    if (!around.overlaps(inside)) return false;
    const auto before = content_words(in_, in_.text().tokens_in({around.begin, std::max(around.begin, inside.begin)}));
    const auto after = content_words(in_, in_.text().tokens_in({std::min(inside.end, around.end), around.end}));
    return before.size() + after.size() < kMoreThanInner;
}

/// Whether the source comes before what it says.
bool ChainBuilder::leads(std::uint32_t outer) const {
    const Attribution& a = attributions_[outer];
    return hull(a.cue.empty() ? a.source : a.cue).begin < hull(a.content).begin;
}

void ChainBuilder::fold() {
    for (std::uint32_t inner = 0; inner < attributions_.size(); ++inner) {
        const auto outer = attributions_[inner].parent;
        if (!outer || *outer >= attributions_.size() || *outer == inner || !only_holds(*outer, inner)) continue;
        const SourceKind kind = in_.entities[sources_[*outer]].source.kind;
        const bool passes = kind == SourceKind::outlet || kind == SourceKind::organization || kind == SourceKind::document;
        if (passes && !leads(*outer) && sources_[*outer] != sources_[inner]) folded_[*outer] = true;
        if (kind == SourceKind::outlet && leads(*outer)) only_child_[*outer] = inner;
    }
}

bool ChainBuilder::is_publisher(EntityId id) const {
    if (id == in_.publisher) return true;
    const Entity& publisher = in_.entities[in_.publisher];
    const Entity& entity = in_.entities[id];
    if (!entity.is(SourceKind::outlet) || !publisher.entry) return false;
    const bool sister = entity.entry && (entity.source.owner == publisher.source.name || publisher.source.owner == entity.source.name ||
                                         (!entity.source.owner.empty() && entity.source.owner == publisher.source.owner && entity.words.front() == publisher.words.front()));
    return sister || entity.source.name == publisher.source.name;
}

void ChainBuilder::append(std::vector<EntityId>& chain, EntityId hop) const {
    if (hop == kNoEntity || std::ranges::find(chain, hop) != chain.end()) return;
    if (!is_publisher(hop)) chain.push_back(hop);
}

void ChainBuilder::append_own(std::vector<EntityId>& chain, std::uint32_t attribution) const {
    for (const EntityId hop : relays_[attribution].cited) append(chain, hop);
    append(chain, sources_[attribution]);
    for (const EntityId hop : relays_[attribution].after) append(chain, hop);
}

void ChainBuilder::append_credits(std::vector<EntityId>& chain, std::uint32_t attribution) const {
    const std::uint32_t at = in_.tokens(attributions_[attribution].content).begin;
    const auto next = std::ranges::upper_bound(datelines_, at, {}, &std::pair<std::uint32_t, EntityId>::first);
    if (next != datelines_.begin()) append(chain, std::prev(next)->second);
    for (const EntityId hop : credited_) append(chain, hop);
}

std::vector<EntityId> ChainBuilder::chain(std::uint32_t attribution, EntityId reporter) const {
    std::vector<EntityId> chain;
    append(chain, reporter);
    if (only_child_[attribution]) append_own(chain, *only_child_[attribution]);
    append_own(chain, attribution);
    auto outer = attributions_[attribution].parent;
    for (std::uint32_t depth = 0; outer && *outer < attributions_.size() && depth < kDeepest; ++depth) {
        append_own(chain, *outer);
        outer = attributions_[*outer].parent;
    }
    append_credits(chain, attribution);
    chain.push_back(in_.publisher);
    return chain;
}

}  // namespace hearsay
