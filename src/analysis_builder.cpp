// SPDX-License-Identifier: Apache-2.0
#include "analysis_builder.hpp"

#include <algorithm>
#include <utility>

#include "hop_texts.hpp"

namespace hearsay {

namespace {

DocumentRecord record_of(Document& document) {
    return {.id = std::move(document.id),
            .path = std::move(document.path),
            .publisher = std::move(document.publisher),
            .published = std::move(document.published),
            .url = std::move(document.url),
            .title = std::move(document.title),
            .language = std::move(document.language),
            .boilerplate = std::move(document.boilerplate),
            .replacements = document.text().replacements(),
            .fields = std::move(document.fields)};
}

AnalyzedAttribution with_texts(const Text& text, Attribution attribution) {
    AnalyzedAttribution result;
    result.source_text = text.slice(attribution.source);
    result.cue_text = text.slice(attribution.cue);
    result.content_text = text.slice(attribution.content);
    result.attribution = std::move(attribution);
    return result;
}

Chain chain_in_run(const std::vector<std::uint32_t>& local, const std::vector<SourceId>& sources) {
    Chain chain(local.size());
    std::ranges::transform(local, chain.begin(), [&](std::uint32_t hop) { return sources.at(hop); });
    return chain;
}

/// Indices in the extractor's list become indices in the run's.
std::optional<std::uint32_t> parent_in_run(std::optional<std::uint32_t> parent,
                                           const std::vector<std::optional<AttributionId>>& run_ids) {
    if (!parent || !run_ids.at(*parent)) return std::nullopt;
    return static_cast<std::uint32_t>(*run_ids[*parent]);
}

template <class T>
std::vector<T> reordered(std::vector<T> items, const std::vector<ClaimId>& order) {
    std::vector<T> result;
    result.reserve(items.size());
    for (const ClaimId id : order) result.push_back(std::move(items.at(static_cast<std::size_t>(id))));
    return result;
}

}  // namespace

DocumentFindings findings_of(Document document, const Extractor& extractor, const ChainResolver& resolver) {
    DocumentFindings found;
    auto attributions = extractor.extract(document);
    found.sources = resolver.resolve(document, attributions);
    found.statements = statements_of(document, attributions, found.sources);
    found.sketch = sketch(document);
    for (Attribution& attribution : attributions)
        found.attributions.push_back(with_texts(document.text(), std::move(attribution)));
    for (const ResolvedAttribution& resolved : found.sources.attributions)
        quote_evidence(document, resolved, found.attributions.at(resolved.attribution));
    found.record = record_of(document);
    return found;
}

void AnalysisBuilder::add(DocumentFindings found) {
    const std::vector<SourceId> sources = registry_.add(found.sources);
    analysis_.publishers.push_back(sources.at(found.sources.publisher));
    const RunIds run_ids = add_attributions(found, sources);
    for (Statement& statement : found.statements) add_mention(std::move(statement), found, sources, run_ids);
    copies_.add(std::move(found.sketch));
    analysis_.documents.push_back(std::move(found.record));
}

AnalysisBuilder::RunIds AnalysisBuilder::add_attributions(DocumentFindings& found,
                                                          const std::vector<SourceId>& sources) {
    RunIds run_ids(found.attributions.size());
    auto next = static_cast<std::uint32_t>(analysis_.attributions.size());
    for (const ResolvedAttribution& resolved : found.sources.attributions)
        run_ids.at(resolved.attribution) = AttributionId{next++};
    for (const ResolvedAttribution& resolved : found.sources.attributions) {
        AnalyzedAttribution attribution = std::move(found.attributions[resolved.attribution]);
        attribution.document = DocumentId{static_cast<std::uint32_t>(analysis_.documents.size())};
        attribution.attribution.stance = resolved.stance;
        attribution.attribution.parent = parent_in_run(attribution.attribution.parent, run_ids);
        attribution.chain = chain_in_run(resolved.chain, sources);
        analysis_.attributions.push_back(std::move(attribution));
    }
    return run_ids;
}

void AnalysisBuilder::add_mention(Statement statement, const DocumentFindings& found,
                                  const std::vector<SourceId>& sources, const RunIds& run_ids) {
    Mention mention;
    mention.document = DocumentId{static_cast<std::uint32_t>(analysis_.documents.size())};
    mention.spans = std::move(statement.spans);
    mention.text = std::move(statement.text);
    mention.sentence = std::move(statement.sentence);
    mention.hedged = statement.hedged;
    mention.chain = {sources[found.sources.publisher]};
    if (statement.resolved) {
        const ResolvedAttribution& resolved = found.sources.attributions.at(*statement.resolved);
        mention.attribution = run_ids[resolved.attribution];
        mention.stance = resolved.stance;
        mention.chain = chain_in_run(resolved.chain, sources);
        if (resolved.about) mention.about = run_ids.at(*resolved.about);
    }
    matcher_.add(mention, found.record.published.value);
    mentions_.push_back(std::move(mention));
}

Analysis AnalysisBuilder::finish() {
    analysis_.claims = claims_of(matcher_.finish(), mentions_);
    renumber(registry_.finish());
    analysis_.sources = registry_.sources();
    analysis_.copies = copies_.finish();
    measure();
    return std::move(analysis_);
}

void AnalysisBuilder::renumber(const std::vector<SourceId>& last) {
    const auto update = [&](Chain& chain) {
        for (SourceId& hop : chain) hop = last[static_cast<std::size_t>(hop)];
    };
    update(analysis_.publishers);
    for (AnalyzedAttribution& attribution : analysis_.attributions) update(attribution.chain);
    for (Claim& claim : analysis_.claims)
        for (Mention& mention : claim.mentions) update(mention.chain);
}

/// `order`: the claims' former ids, by rank.
void AnalysisBuilder::renumber_variants(const std::vector<ClaimId>& order) {
    std::vector<ClaimId> now(order.size());
    for (std::uint32_t rank = 0; rank < order.size(); ++rank)
        now[static_cast<std::size_t>(order[rank])] = ClaimId{rank};
    for (Claim& claim : analysis_.claims) {
        for (Claim::Variant& variant : claim.variants) variant.claim = now[static_cast<std::size_t>(variant.claim)];
        std::ranges::sort(claim.variants, {}, &Claim::Variant::claim);
    }
}

void AnalysisBuilder::measure() {
    const GraphInput input{analysis_.sources, analysis_.claims, analysis_.publishers, analysis_.copies};
    analysis_.corroboration = corroborate(input, loose_);
    const std::vector<ClaimId> order = rank_claims(analysis_.claims, analysis_.corroboration);
    analysis_.claims = reordered(std::move(analysis_.claims), order);
    renumber_variants(order);
    analysis_.corroboration = reordered(std::move(analysis_.corroboration), order);
    analysis_.metrics = source_metrics(input);
    analysis_.graph = build_citation_graph(input);
}

}  // namespace hearsay
