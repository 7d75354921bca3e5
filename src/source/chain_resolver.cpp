// SPDX-License-Identifier: Apache-2.0
#include "hearsay/source/chain_resolver.hpp"

#include <algorithm>

#include "chains.hpp"
#include "hearsay/resources.hpp"
#include "publisher.hpp"

namespace hearsay {

namespace {

/// Hands the entities that chains use over as the document's sources.
class SourceList {
  public:
    explicit SourceList(const EntityTable& entities) : entities_(entities), local_(entities.size(), kNoEntity) {}

    std::uint32_t use(EntityId id) {
        if (local_[id] != kNoEntity) return local_[id];
        std::vector<SourceId> members;
        for (const EntityId member : entities_[id].members) members.push_back(static_cast<SourceId>(use(member)));
        Source source = entities_[id].source;
        std::ranges::sort(members);
        std::ranges::sort(source.aliases);
        source.members = std::move(members);
        if (!entities_[id].offices.empty()) {
            if (entities_[id].head.empty()) source.role = entities_[id].offices.front().text;
            source.office = office_key(entities_[id].offices.front());
        }
        local_[id] = static_cast<std::uint32_t>(sources_.size());
        sources_.push_back(std::move(source));
        return local_[id];
    }
    std::vector<Source> take() { return std::move(sources_); }

  private:
    static std::string office_key(const Office& office) {
        std::vector<std::string> words = office.words;
        std::ranges::sort(words);
        std::string text;
        for (const auto& word : words) text += word + ' ';
        return text + office.role;
    }

    const EntityTable& entities_;
    std::vector<std::uint32_t> local_;
    std::vector<Source> sources_;
};

HopEvidence evidence_of(const Hop& hop, const TokenizedText& text) {
    return {hop.rule, hop.naming, hop.at.empty() ? Span{} : text.span(hop.at)};
}

/// By token: whether it belongs to a cue.
std::vector<bool> cues_in(const TokenizedText& text, const std::vector<Attribution>& attributions) {
    std::vector<bool> cues(text.tokens().size());
    for (const Attribution& attribution : attributions)
        for (const TokenRange cue : text.ranges_of(attribution.cue))
            std::fill(cues.begin() + cue.begin, cues.begin() + cue.end, true);
    return cues;
}

/// An attribution whose chain is of entities still.
struct Traced {
    ResolvedAttribution attribution;
    std::vector<Hop> hops;
};

DocumentSources hand_over(const EntityTable& entities, EntityId publisher, std::optional<EntityId> voice,
                          std::vector<Traced> traced, const TokenizedText& text) {
    SourceList list(entities);
    DocumentSources found;
    found.publisher = list.use(publisher);
    found.voice = voice ? list.use(*voice) : found.publisher;
    for (Traced& t : traced) {
        for (const Hop& hop : t.hops) {
            t.attribution.chain.push_back(list.use(hop.entity));
            t.attribution.evidence.push_back(evidence_of(hop, text));
        }
        found.attributions.push_back(std::move(t.attribution));
    }
    found.sources = list.take();
    return found;
}

}  // namespace

struct ChainResolver::Lexicon {
    SourceLexicon words;
};

ChainResolver::ChainResolver(const Gazetteer& gazetteer)
    : ChainResolver(gazetteer, resource_directory() / "lexicons") {}

ChainResolver::ChainResolver(const Gazetteer& gazetteer, const std::filesystem::path& lexicons)
    : gazetteer_(gazetteer), lexicon_(std::make_shared<const Lexicon>(Lexicon{SourceLexicon::load(lexicons)})) {}

DocumentSources ChainResolver::resolve(const Document& document, const std::vector<Attribution>& attributions) const {
    EntityTable entities(gazetteer_);
    const EntityId publisher = publisher_of(document, entities);
    if (attributions.empty() && document.credited.empty())
        return hand_over(entities, publisher, {}, {}, document.tokens);
    NameMentions names =
        scan_names(document, lexicon_->words, entities, publisher, cues_in(document.tokens, attributions));
    const std::vector<RoleTokens> roles = role_tokens(document.tokens, attributions, lexicon_->words);
    const SourceReading reading{document, lexicon_->words, entities, names, publisher, roles};
    MentionResolver mentions(reading, attributions);
    const std::vector<EntityId> sources = mentions.resolve_all();
    const ChainBuilder chains(reading, attributions, sources, mentions,
                              RelayFinder(reading, attributions, sources, mentions).find());
    EndorsementFinder endorsements(reading, attributions, sources, mentions);

    const auto counts = [&](std::uint32_t a) { return !chains.passes_on(a); };
    std::vector<Traced> traced;
    for (std::uint32_t a = 0; a < attributions.size(); ++a) {
        if (!counts(a)) continue;
        const auto endorsed = endorsements.find(a, counts);
        Traced& last = traced.emplace_back();
        last.attribution.attribution = a;
        last.attribution.stance = endorsed ? endorsed->stance : attributions[a].stance;
        if (endorsed) last.attribution.about = endorsed->about;
        last.hops = chains.chain(a, endorsed ? endorsed->reporter : Hop{});
    }
    return hand_over(entities, publisher, chains.credited_at_top(), std::move(traced), document.tokens);
}

}  // namespace hearsay
