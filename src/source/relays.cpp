// SPDX-License-Identifier: Apache-2.0
#include "relays.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "content_words.hpp"

namespace hearsay {

namespace {

constexpr std::array<std::string_view, 4> kReporting = {"reported", "reports", "report", "reporting"};
constexpr std::array<std::string_view, 6> kGoingOn = {"added", "adding", "adds", "continued", "continuing", "went"};
constexpr std::array<std::string_view, 8> kCredit = {"reported", "reports",   "said",  "says",
                                                     "added",    "reporting", "wrote", "writes"};
constexpr std::array<std::string_view, 5> kQuoting = {"quoted", "quotes", "cited", "quoting", "cites"};
constexpr std::string_view kAccording = "according";
constexpr std::uint32_t kReach = 10;  // tokens from a relay phrase to the outlet
constexpr std::size_t kLead = 8;      // attributions that may be the headline's or the lead's
constexpr std::size_t kBody = 40;     // attributions in which the lead may be repeated

template <std::size_t Size>
bool in(const std::array<std::string_view, Size>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

HopRule rule_of(RelayKind kind) {
    switch (kind) {
        case RelayKind::on:
            return HopRule::venue;
        case RelayKind::by:
            return HopRule::passed_on;
        case RelayKind::according:
            return HopRule::according;
        case RelayKind::citing:
            return HopRule::cited;
        case RelayKind::to:
            break;
    }
    return HopRule::told;
}

/// The hops of another statement, as this one has them from there.
std::vector<Hop> taken_over(std::vector<Hop> hops, HopRule rule) {
    for (Hop& hop : hops) hop.rule = rule;
    return hops;
}

}  // namespace

RelayFinder::RelayFinder(const SourceReading& reading, const std::vector<Attribution>& attributions,
                         const std::vector<EntityId>& sources, MentionResolver& mentions)
    : in_(reading),
      attributions_(attributions),
      sources_(sources),
      mentions_(mentions),
      order_(attributions.size()),
      place_(attributions.size()),
      relays_(attributions.size()) {
    for (std::uint32_t a = 0; a < attributions.size(); ++a) {
        const TokenRange cue = in_.roles[a].cue;
        cues_.push_back(cue.empty() ? in_.roles[a].source : cue);
        for (std::uint32_t t = cue.begin; t < cue.end; ++t)
            if (in(kReporting, in_.text().norm(t))) reporting_.insert(sources[a]);
    }
    std::iota(order_.begin(), order_.end(), 0u);
    std::ranges::stable_sort(order_, {}, [&](std::uint32_t a) { return cues_[a].begin; });
    for (std::uint32_t i = 0; i < order_.size(); ++i) place_[order_[i]] = i;
    for (std::uint32_t i = 0; i < order_.size(); ++i) relays_[order_[i]].only_cites = only_cites(i);
}

/// Whether the attribution is nothing but whom the source of its neighbour, in the same sentence, has it from.
bool RelayFinder::only_cites(std::size_t place) const {
    const std::uint32_t a = order_[place];
    const TokenRange cue = in_.roles[a].cue, content = in_.roles[a].content;
    if (cue.empty() || content.begin != cue.end || content.size() > 2 * kReach) return false;
    const auto phrase = in_.lexicon.relay_at(in_.text(), cue.begin, cue.end);
    if (!phrase || phrase->kind != RelayKind::citing || phrase->end != cue.end) return false;
    const TokenRange source = in_.roles[a].source;
    const auto reports_too = [&](std::size_t other) {
        const std::uint32_t b = order_[other];
        const TokenRange its = in_.roles[b].source;
        const bool shared = !its.empty() && source.begin < its.end && its.begin < source.end;
        // "according to Reuters, citing two officials": whoever the sentence's subject is, Reuters cites them.
        const std::uint32_t told = std::max(its.end, cues_[b].end);
        const bool behind = told < cue.begin && cue.begin == told + 1 && in_.text().norm(told) == ",";
        return (source.empty() || shared || behind || sources_[a] == sources_[b]) && !cues_[b].empty() &&
               in_.sentence_of(cues_[b].begin) == in_.sentence_of(cue.begin);
    };
    return (place > 0 && reports_too(place - 1)) || (place + 1 < order_.size() && reports_too(place + 1));
}

std::vector<Relays> RelayFinder::find() {
    for (const std::uint32_t a : order_)
        if (!cues_[a].empty() && !relays_[a].only_cites) read(a, relays_[a]);
    carry_on();
    carry_second_hand();
    carry_to_lead();
    return std::move(relays_);
}

bool RelayFinder::in_content(std::uint32_t attribution, std::uint32_t t) const {
    const Span at = token(t).span;
    return std::ranges::any_of(attributions_[attribution].content, [&](Span s) { return s.contains(at); });
}

bool RelayFinder::own(std::uint32_t attribution, std::uint32_t t) const {
    const TokenRange source = in_.roles[attribution].source;
    return t >= source.begin && t < source.end;
}

/// The sentence of the cue, up to the cues of its neighbours.
TokenRange RelayFinder::region(std::uint32_t attribution) const {
    const TokenRange cue = cues_[attribution];
    TokenRange region = in_.text().sentences()[in_.sentence_of(cue.begin)].tokens;
    const std::uint32_t place = place_[attribution];
    std::uint32_t first = place;
    while (first > 0 && relays_[order_[first - 1]].only_cites) --first;
    if (first > 0) region.begin = std::max(region.begin, std::min(cues_[order_[first - 1]].end, cue.begin));
    for (std::size_t next = place + 1; next < order_.size() && cues_[order_[next]].begin < region.end; ++next) {
        if (cues_[order_[next]].begin <= cue.begin || relays_[order_[next]].only_cites) continue;
        const TokenRange source = in_.roles[order_[next]].source;
        const bool before = !source.empty() && source.begin < cues_[order_[next]].begin && source.begin >= cue.end;
        region.end = before ? source.begin : cues_[order_[next]].begin;
        break;
    }
    return region;
}

void RelayFinder::read(std::uint32_t attribution, Relays& relays) {
    const TokenRange around = region(attribution);
    read_quoted(attribution, around, relays);
    read_phrases(attribution, around, relays);
    read_platforms(attribution, around, relays);
    read_trailing_credit(attribution, around, relays);
}

void RelayFinder::add(std::uint32_t attribution, std::vector<Hop>& hops, const Hop& hop) const {
    const bool known =
        hop.entity == sources_[attribution] || std::ranges::find(hops, hop.entity, &Hop::entity) != hops.end();
    if (hop && !known) hops.push_back(hop);
}

void RelayFinder::read_phrases(std::uint32_t attribution, TokenRange region, Relays& relays) {
    const TokenRange cue = cues_[attribution];
    for (std::uint32_t t = region.begin; t < region.end; ++t) {
        const bool inside = in_content(attribution, t);
        if (inside && in_.text().norm(t) != kAccording) continue;  // ", according to Y" may have been taken for content
        if (own(attribution, t)) continue;
        const auto phrase = in_.lexicon.relay_at(in_.text(), t, region.end);
        if (!phrase) continue;
        const bool of_cue = t < cue.end && phrase->end > cue.begin;
        if (phrase->end == t + 1 && phrase->kind == RelayKind::to && !of_cue) continue;  // somebody else's "told"
        if (phrase->kind == RelayKind::citing) {
            if (!of_cue)
                add(attribution, relays.cited, as_hop(cited_after(phrase->end, region.end), HopRule::cited, t));
        } else if (phrase->kind != RelayKind::according || !of_cue) {
            const bool swallowed = of_cue && takes_in_addressee(attribution, phrase->end);
            const Identified outlet = outlet_after(attribution, phrase->end, region.end, inside || swallowed);
            add(attribution, relays.after, as_hop(outlet, rule_of(phrase->kind), t));
        }
        t = phrase->end - 1;
    }
}

/// "told [the Free Beacon that it is safe]": the content begins with who was told.
bool RelayFinder::takes_in_addressee(std::uint32_t attribution, std::uint32_t begin) const {
    const TokenRange content = in_.roles[attribution].content;
    if (content.begin != begin) return false;
    for (std::uint32_t t = begin; t < std::min(content.end, begin + kReach); ++t)
        if (in_.text().norm(t) == "that") return t > begin;
    return false;
}

/// A name that may be an outlet's: one known as such, or one that "reports" in this article.
Identified RelayFinder::as_outlet(const NameMention& name) {
    Entity& entity = in_.entities[name.entity];
    if (entity.is(SourceKind::outlet) || entity.is(SourceKind::social)) return mentions_.resolve_name(name);
    const bool unknown = !entity.entry && !entity.certain && reporting_.contains(name.entity);
    if (!unknown) return {};
    entity.source.kind = SourceKind::outlet;
    entity.certain = true;
    return mentions_.resolve_name(name);
}

bool RelayFinder::is_media(std::string_view word) const {
    const SourceNoun* noun = in_.lexicon.noun(word);
    return noun && noun->kind == NounKind::media;
}

/// Behind "newspaper" any name is an outlet's.
Identified RelayFinder::called_outlet(const NameMention& name) {
    Entity& entity = in_.entities[name.entity];
    if (!entity.certain && !entity.entry) entity.source.kind = SourceKind::outlet, entity.certain = true;
    return as_outlet(name);
}

Identified RelayFinder::outlet_after(std::uint32_t attribution, std::uint32_t begin, std::uint32_t limit, bool inside) {
    for (std::uint32_t t = begin; t < std::min(limit, begin + kReach); ++t) {
        const auto word = in_.text().norm(t);
        const TokenKind kind = token(t).kind;
        if ((!inside && in_content(attribution, t)) || word == "that" || word == "," ||
            (kind == TokenKind::punctuation && word != "'"))
            return {};
        if (const NameMention* name = in_.names.at(t)) {
            if (const Identified outlet = as_outlet(*name)) return outlet;
            if (!name->modifier && in_.entities[name->entity].is(SourceKind::person)) return {};
            t = name->tokens.end - 1;
            continue;
        }
        const SourceNoun* noun = in_.lexicon.noun(word);
        if (noun && noun->kind == NounKind::media) {
            if (t + 1 < limit && is_media(in_.text().norm(t + 1))) continue;  // "radio station"
            const NameMention* named = t + 1 < limit ? in_.names.at(t + 1) : nullptr;
            if (named && !noun->plural) return called_outlet(*named);  // "French newspaper Le Monde"
            const Identified outlet = mentions_.resolve_phrase({begin, t + 1});
            return outlet && in_.entities[outlet.entity].is(SourceKind::outlet) ? outlet : Identified{};
        }
    }
    return {};
}

/// Whom an outlet cites: the noun phrase after "citing", up to a comma or a verb's object.
Identified RelayFinder::cited_after(std::uint32_t begin, std::uint32_t limit) {
    std::uint32_t end = begin;
    while (end < limit && end < begin + kReach && token(end).kind != TokenKind::punctuation &&
           (end == begin || token(end).kind != TokenKind::close_quote) && in_.text().norm(end) != "who" &&
           in_.text().norm(end) != "that" && in_.text().norm(end) != "as")
        ++end;
    const Identified cited = mentions_.resolve_phrase({begin, end});
    return cited && mentions_.may_speak(cited) ? cited : Identified{};
}

Identified RelayFinder::outlet_before(std::uint32_t end, std::uint32_t begin) {
    const std::uint32_t first = end > begin + kReach ? end - kReach : begin;
    for (std::uint32_t t = end; t-- > first;) {
        if (const NameMention* name = in_.names.at(t)) {
            if (const Identified outlet = as_outlet(*name)) return outlet;
            continue;
        }
        const SourceNoun* noun = in_.lexicon.noun(in_.text().norm(t));
        const bool media =
            noun && (noun->kind == NounKind::media || (noun->plural && noun->kind == NounKind::document));
        if (!media) continue;
        std::uint32_t start = t;
        while (start > first && token(start - 1).kind == TokenKind::word) --start;
        return mentions_.resolve_phrase({start, t + 1});
    }
    return {};
}

/// "Politico quoted Kim as saying", "Kim was quoted by Politico as saying", "Kim was quoted as saying".
void RelayFinder::read_quoted(std::uint32_t attribution, TokenRange region, Relays& relays) {
    const TokenRange cue = cues_[attribution];
    std::uint32_t verb = cue.begin;
    while (verb < cue.end && !in(kQuoting, in_.text().norm(verb))) ++verb;
    if (verb == cue.end) return;
    const TokenRange source = in_.roles[attribution].source;
    const auto before = verb > region.begin ? in_.text().norm(verb - 1) : std::string_view();
    const bool passive = before == "was" || before == "were" || before == "been" || before == "is" || before == "are";
    if (!passive && !source.empty() && source.begin >= verb) {
        Hop outlet = as_hop(outlet_before(verb, region.begin), HopRule::quoted);
        outlet.at.end = verb + 1;
        return add(attribution, relays.after, outlet);
    }
    if (!passive) return;
    std::uint32_t by = verb + 1;  // "quoted by", "quoted as saying by"
    if (by + 2 < region.end && in_.text().norm(by) == "as" && in_.text().norm(by + 1).ends_with("ing")) by += 2;
    if (by < region.end && in_.text().norm(by) == "by")
        add(attribution, relays.after, as_hop(outlet_after(attribution, by + 1, region.end), HopRule::quoted, verb));
    relays.second_hand = relays.after.empty();
}

/// "in her last Facebook post", "on Telegram".
void RelayFinder::read_platforms(std::uint32_t attribution, TokenRange region, Relays& relays) {
    for (std::uint32_t t = region.begin; t < region.end; ++t) {
        const NameMention* name = in_.names.at(t);
        if (!name || !in_.entities[name->entity].is(SourceKind::social) || in_content(attribution, t)) continue;
        const auto before = t > 0 ? in_.text().norm(t - 1) : std::string_view();
        const auto next = name->tokens.end < region.end ? in_.lexicon.noun(in_.text().norm(name->tokens.end)) : nullptr;
        const bool place = before == "on" || before == "via" || before == "to";
        const bool post = next && (next->kind == NounKind::document || next->kind == NounKind::media);
        if (!place && !post) continue;
        add(attribution, relays.after, as_hop(mentions_.resolve_name(*name), HopRule::platform, place ? t - 1 : t));
    }
}

/// "..., Yonhap reported." after the whole attribution.
void RelayFinder::read_trailing_credit(std::uint32_t attribution, TokenRange region, Relays& relays) {
    const TokenRange content = in_.roles[attribution].content, source = in_.roles[attribution].source;
    const std::uint32_t from = std::max({content.end, source.end, cues_[attribution].end, region.begin});
    for (std::uint32_t t = from; t + 1 < region.end; ++t) {
        const NameMention* name = in_.names.at(t);
        if (!name || name->tokens.end >= region.end) continue;
        const bool credited = in(kCredit, in_.text().norm(name->tokens.end)) && name->tokens.end + 2 >= region.end;
        Hop outlet = credited ? as_hop(as_outlet(*name), HopRule::reported) : Hop{};
        outlet.at.end = name->tokens.end + 1;
        add(attribution, relays.after, outlet);
        t = name->tokens.end - 1;
    }
}

/// What the same source goes on to say in the same sentence, or adds right after, came the same way.
void RelayFinder::carry_on() {
    for (std::size_t i = 1; i < order_.size(); ++i) {
        const std::uint32_t a = order_[i], before = order_[i - 1];
        if (!relays_[a].empty() || sources_[a] != sources_[before] || cues_[a].empty()) continue;
        if (relays_[before].empty() && !relays_[before].second_hand) continue;
        const bool same_sentence = in_.sentence_of(cues_[a].begin) == in_.sentence_of(cues_[before].begin);
        const bool second_hand = relays_[before].second_hand || !relays_[before].after.empty();
        if (!same_sentence && !(second_hand && in(kGoingOn, in_.text().norm(cues_[a].begin)))) continue;
        relays_[a].second_hand = relays_[before].second_hand;
        relays_[a].cited = taken_over(relays_[before].cited, HopRule::carried_on);
        relays_[a].after = taken_over(relays_[before].after, HopRule::carried_on);
    }
}

/// "was quoted as saying": by the outlet that passed on this source before, or else on the nearest occasion.
void RelayFinder::carry_second_hand() {
    std::unordered_map<EntityId, std::vector<Hop>> last;
    std::vector<Hop> nearest;
    for (const std::uint32_t a : order_) {
        if (!relays_[a].after.empty()) last[sources_[a]] = nearest = relays_[a].after;
        if (!relays_[a].second_hand || !relays_[a].after.empty()) continue;
        const auto known = last.find(sources_[a]);
        relays_[a].after = taken_over(known != last.end() ? known->second : nearest, HopRule::second_hand);
        std::erase_if(relays_[a].after, [&](const Hop& hop) { return hop.entity == sources_[a]; });
    }
}

/// A headline or lead whose statement the body gives with a relay came by that relay.
void RelayFinder::carry_to_lead() {
    for (std::size_t i = 0; i < std::min(kLead, order_.size()); ++i) {
        const std::uint32_t lead = order_[i];
        if (!relays_[lead].empty() || attributions_[lead].parent) continue;
        const auto words = content_words(in_, in_.roles[lead].content);
        for (std::size_t k = i + 1; k < std::min(kBody, order_.size()); ++k) {
            const std::uint32_t body = order_[k];
            if (sources_[body] != sources_[lead] || relays_[body].after.empty()) continue;
            const auto repeated = content_words(in_, in_.roles[body].content);
            const std::size_t shared = shared_words(words, repeated);
            if (shared < 3 || 2 * shared < std::min(words.size(), repeated.size())) continue;
            relays_[lead].after = taken_over(relays_[body].after, HopRule::repeated);
            break;
        }
    }
}

}  // namespace hearsay
