// SPDX-License-Identifier: Apache-2.0
#include "render/explanation.hpp"

#include <unordered_set>

namespace hearsay {

namespace {

const DocumentRecord* document_of(const Analysis& analysis, DocumentId id) {
    return &analysis.documents[static_cast<std::size_t>(id)];
}

void add_attribution(ExplainedStatement& statement, const Analysis& analysis, AttributionId id) {
    statement.id = id;
    statement.attribution = &analysis.attributions[static_cast<std::size_t>(id)];
    statement.hops = statement.attribution->hops;
}

}  // namespace

ExplainedStatement explained(const Analysis& analysis, const Mention& mention) {
    ExplainedStatement statement;
    statement.document = document_of(analysis, mention.document);
    statement.mention = &mention;
    statement.chain = &mention.chain;
    statement.stance = mention.stance;
    const AnalyzedHop credited{{HopRule::credit, Naming::name, {}}, {}, {}};
    const AnalyzedHop publisher{{HopRule::publisher, Naming::name, {}}, {}, {}};
    statement.hops = {publisher};
    if (mention.chain.size() > 1) statement.hops = {credited, publisher};
    if (mention.attribution) add_attribution(statement, analysis, *mention.attribution);
    if (mention.basis) statement.hops = analysis.attributions[static_cast<std::size_t>(*mention.basis)].hops;
    return statement;
}

ExplainedStatement explained(const Analysis& analysis, AttributionId id) {
    ExplainedStatement statement;
    add_attribution(statement, analysis, id);
    statement.document = document_of(analysis, statement.attribution->document);
    statement.chain = &statement.attribution->chain;
    statement.stance = statement.attribution->attribution.stance;
    for (const Claim& claim : analysis.claims)
        for (const Mention& mention : claim.mentions)
            if (mention.attribution == id && !mention.in_part) statement.mention = &mention;
    return statement;
}

std::vector<SourceId> sources_of(const std::vector<ExplainedStatement>& statements) {
    std::vector<SourceId> sources;
    std::unordered_set<std::uint32_t> known;
    for (const ExplainedStatement& statement : statements)
        for (const SourceId id : *statement.chain)
            if (known.insert(static_cast<std::uint32_t>(id)).second) sources.push_back(id);
    return sources;
}

std::optional<ClaimId> claim_of(const Analysis& analysis, const Mention* mention) {
    for (std::size_t i = 0; i < analysis.claims.size(); ++i)
        for (const Mention& candidate : analysis.claims[i].mentions)
            if (&candidate == mention) return ClaimId(i);
    return std::nullopt;
}

std::vector<StatedInPart> stated_in_part(const Analysis& analysis, AttributionId id) {
    std::vector<StatedInPart> found;
    for (std::size_t i = 0; i < analysis.claims.size(); ++i)
        for (const Mention& mention : analysis.claims[i].mentions)
            if (mention.in_part && mention.attribution == id) found.push_back({ClaimId(i), mention.stance});
    return found;
}

}  // namespace hearsay
