// SPDX-License-Identifier: Apache-2.0
#include "chains.hpp"

#include <algorithm>
#include <cctype>

namespace hearsay {

namespace {

constexpr std::uint32_t kDateline = 8;  // tokens of a dateline before its outlet
constexpr std::uint32_t kDeepest = 8;   // attributions around one another; deeper ones are not followed
// Content words from which on an outer content says more than the inner attribution. After "X told lawmakers in Seoul
// on Tuesday, according to Y" stand the circumstances of what X said; before an inner attribution stand facts.
constexpr std::size_t kMoreAfter = 6, kMoreAround = 3;

}  // namespace

ChainBuilder::ChainBuilder(const SourceReading& reading, const std::vector<Attribution>& attributions,
                           const std::vector<EntityId>& sources, const MentionResolver& mentions,
                           std::vector<Relays> relays)
    : in_(reading),
      attributions_(attributions),
      sources_(sources),
      mentions_(mentions),
      relays_(std::move(relays)),
      folded_(attributions.size()),
      only_child_(attributions.size()) {
    for (const std::string& name : in_.document.credited) credited_.push_back(credited_hop(name));
    for (const NameMention& name : in_.names.all())
        if (in_.entities[name.entity].is(SourceKind::outlet) && ends_dateline(name.tokens))
            datelines_.push_back(as_hop(mentions_.resolve_name(name), HopRule::dateline));
    for (std::uint32_t a = 0; a < attributions.size(); ++a) parent_.push_back(around(a));
    fold();
}

Hop ChainBuilder::credited_hop(const std::string& name) const {
    const GazetteerEntry* entry = in_.entities.gazetteer().outlet(name);
    const EntityId id = entry ? in_.entities.of_entry(*entry) : in_.entities.named(SourceKind::outlet, name, true);
    const auto written = [&](const NameMention& mention) { return mention.aside && mention.entity == id; };
    const auto names = in_.names.all();
    const auto found = std::ranges::find_if(names, written);
    if (found == names.end()) return {{id, Naming::name, {}}, HopRule::credit};
    return as_hop(mentions_.resolve_name(*found), HopRule::credit);
}

/// The attribution around this one: the extractor's, or the one before in the sentence if it holds this one's source or
/// ascribes the same content ("X said sources told him that").
std::optional<std::uint32_t> ChainBuilder::around(std::uint32_t inner) const {
    const Attribution& a = attributions_[inner];
    if (a.parent && *a.parent < attributions_.size() && *a.parent != inner) return a.parent;
    for (const std::uint32_t other : {inner - 1, inner + 1})
        if (other < attributions_.size() && trails(other, inner)) return other;
    if (inner == 0 || a.cue.empty() || a.source.empty()) return std::nullopt;
    const Attribution& before = attributions_[inner - 1];
    const Span cue = hull(before.cue), source = hull(a.source);
    if (cue.empty() || cue.end > source.begin || before.content.empty()) return std::nullopt;
    const TokenRange cue_tokens = in_.roles[inner - 1].cue, source_tokens = in_.roles[inner].source;
    if (cue_tokens.empty() || source_tokens.empty()) return std::nullopt;
    if (in_.sentence_of(cue_tokens.begin) != in_.sentence_of(source_tokens.begin)) return std::nullopt;
    const bool holds = hull(before.content).contains(source);
    // "confirmed reports indicating that": whose report is confirmed isn't told by who confirms it.
    const bool shares = before.stance == Stance::asserts && hull(before.content) == hull(a.content) &&
                        hull(a.cue).end <= hull(a.content).begin;
    return holds || shares ? std::optional(inner - 1) : std::nullopt;
}

/// "X told Y [that it is safe, Z reports]", where the inner content took in the cue of what is told after it.
bool ChainBuilder::trails(std::uint32_t outer, std::uint32_t inner) const {
    const RoleTokens &around = in_.roles[outer], &inside = in_.roles[inner];
    if (around.cue.empty() || around.source.empty() || inside.cue.empty() || inside.source.empty()) return false;
    const auto holds = [](TokenRange content, TokenRange part) {
        return content.begin <= part.begin && part.end <= content.end;
    };
    return around.cue.begin >= inside.cue.end && holds(around.content, inside.source) &&
           holds(around.content, inside.cue) && holds(inside.content, around.cue);
}

/// "BEIJING (Kyodo)", "WASHINGTON, Nov 15 (Reuters)": a place in capitals, perhaps a date, and the outlet in brackets.
bool ChainBuilder::ends_dateline(TokenRange outlet) const {
    if (outlet.begin < 2 || outlet.end >= in_.text().tokens().size()) return false;
    if (in_.text().norm(outlet.begin - 1) != "(" || in_.text().norm(outlet.end) != ")") return false;
    for (std::uint32_t t = outlet.begin - 1; t-- > 0 && t + kDateline > outlet.begin;) {
        const auto word = in_.text().word(t);
        const bool capitals =
            std::ranges::all_of(word, [](char c) { return std::isupper(static_cast<unsigned char>(c)) || c == '-'; });
        if (capitals && word.size() > 3) return true;
        const bool date =
            in_.text().tokens()[t].kind == TokenKind::number || word == "," || in_.lexicon.common(in_.text().norm(t));
        if (!date) return false;
    }
    return false;
}

/// Whether the outer attribution's content is hardly more than the inner attribution.
bool ChainBuilder::only_holds(std::uint32_t outer, std::uint32_t inner) const {
    const Attribution& a = attributions_[inner];
    const Span inside{std::min({hull(a.content).begin, hull(a.source.empty() ? a.content : a.source).begin,
                                hull(a.cue.empty() ? a.content : a.cue).begin}),
                      std::max({hull(a.content).end, hull(a.source).end, hull(a.cue).end})};
    const Span around = hull(attributions_[outer].content);
    if (!around.overlaps(inside)) return false;
    const auto before = content_words(in_, in_.text().tokens_in({around.begin, std::max(around.begin, inside.begin)}));
    const auto after = content_words(in_, in_.text().tokens_in({std::min(inside.end, around.end), around.end}));
    return before.size() + after.size() < (leads(outer) ? kMoreAround : kMoreAfter);
}

/// Whether the source comes before what it says.
bool ChainBuilder::leads(std::uint32_t outer) const {
    const Attribution& a = attributions_[outer];
    return hull(a.cue.empty() ? a.source : a.cue).begin < hull(a.content).begin;
}

void ChainBuilder::fold() {
    for (std::uint32_t inner = 0; inner < attributions_.size(); ++inner) {
        const auto outer = parent_[inner];
        if (!outer || !only_holds(*outer, inner)) continue;
        const SourceKind kind = in_.entities[sources_[*outer]].source.kind;
        const bool passes = kind == SourceKind::outlet || kind == SourceKind::organization ||
                            kind == SourceKind::document || kind == SourceKind::government;
        const bool judges =
            attributions_[*outer].stance != Stance::asserts;  // "reports that it leaks are false, Kim said"
        if (passes && !judges && attributions_[inner].reports && !leads(*outer) && sources_[*outer] != sources_[inner])
            folded_[*outer] = true;
        if (kind == SourceKind::outlet && attributions_[inner].reports && leads(*outer)) only_child_[*outer] = inner;
    }
    for (std::uint32_t a = 0; a < attributions_.size(); ++a) fold_neighbours(a);
}

/// "Media have quoted officials as saying": the media say no second time what the officials are quoted for.
void ChainBuilder::fold_neighbours(std::uint32_t attribution) {
    if (relays_[attribution].only_cites) folded_[attribution] = true;
    for (const Hop& hop : relays_[attribution].after)
        for (const std::uint32_t other : {attribution - 1, attribution + 1})
            if (hop.rule == HopRule::quoted && other < attributions_.size() && sources_[other] == hop.entity &&
                in_.roles[other].content.begin == in_.roles[attribution].content.begin)
                folded_[other] = true;
}

bool ChainBuilder::is_publisher(EntityId id) const {
    if (id == in_.publisher) return true;
    const Entity& publisher = in_.entities[in_.publisher];
    const Entity& entity = in_.entities[id];
    if (!entity.is(SourceKind::outlet) || !publisher.entry) return false;
    // "BBC World Service" on the BBC, but not Reuters in AlertNet, which it owns.
    const bool one_house = entity.source.owner == publisher.source.name ||
                           publisher.source.owner == entity.source.name ||
                           (!entity.source.owner.empty() && entity.source.owner == publisher.source.owner);
    const bool one_name =
        !entity.words.empty() && !publisher.words.empty() && entity.words.front() == publisher.words.front();
    return (one_house && one_name) || entity.source.name == publisher.source.name;
}

void ChainBuilder::append(std::vector<Hop>& chain, const Hop& hop) const {
    if (!hop || std::ranges::find(chain, hop.entity, &Hop::entity) != chain.end()) return;
    if (!is_publisher(hop.entity)) chain.push_back(hop);
}

/// The words for the source; for one around another with those of its cue: "according to Yonhap".
Hop ChainBuilder::source_hop(std::uint32_t attribution, HopRule rule) const {
    Identified found = mentions_.identified(attribution);
    if (rule == HopRule::source && found.naming == Naming::speaker) rule = HopRule::continued;
    if (rule == HopRule::source && found.naming == Naming::nobody) rule = HopRule::unnamed;
    const TokenRange cue = in_.roles[attribution].cue;
    if (rule == HopRule::around && !found.at.empty() && !cue.empty())
        found.at = {std::min(found.at.begin, cue.begin), std::max(found.at.end, cue.end)};
    return as_hop(found, rule);
}

void ChainBuilder::append_own(std::vector<Hop>& chain, std::uint32_t attribution, HopRule rule) const {
    for (const Hop& hop : relays_[attribution].cited) append(chain, hop);
    append(chain, source_hop(attribution, rule));
    for (const Hop& hop : relays_[attribution].after) append(chain, hop);
}

void ChainBuilder::append_credits(std::vector<Hop>& chain, std::uint32_t attribution) const {
    const std::uint32_t at = in_.roles[attribution].content.begin;
    const auto place = [](const Hop& hop) { return hop.at.begin; };
    const auto next = std::ranges::upper_bound(datelines_, at, {}, place);
    if (next != datelines_.begin()) append(chain, *std::prev(next));
    for (const Hop& hop : credited_) append(chain, hop);
}

std::optional<EntityId> ChainBuilder::credited_at_top() const {
    constexpr std::uint32_t kTop = 60;  // tokens
    if (credited_.size() != 1) return std::nullopt;
    const Hop& hop = credited_.front();
    if (!hop || hop.at.empty() || hop.at.begin >= kTop || is_publisher(hop.entity)) return std::nullopt;
    return hop.entity;
}

std::vector<Hop> ChainBuilder::chain(std::uint32_t attribution, const Hop& reporter) const {
    std::vector<Hop> chain;
    append(chain, reporter);
    if (only_child_[attribution]) append_own(chain, *only_child_[attribution], HopRule::inside);
    append_own(chain, attribution, HopRule::source);
    auto outer = parent_[attribution];
    for (std::uint32_t depth = 0; outer && depth < kDeepest; ++depth) {
        const bool denies = attributions_[*outer].stance == Stance::denies;  // what somebody else said
        if (attributions_[*outer].reports && !denies) append_own(chain, *outer, HopRule::around);
        outer = parent_[*outer];
    }
    append_credits(chain, attribution);
    chain.push_back({{in_.publisher, Naming::name, {}}, HopRule::publisher});
    return chain;
}

}  // namespace hearsay
