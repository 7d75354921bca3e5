// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "render/explanation.hpp"
#include "render/figures.hpp"
#include "render/hop_wording.hpp"
#include "render/json_parts.hpp"
#include "render/names.hpp"

namespace hearsay {
namespace {

class ExplanationWriter {
  public:
    ExplanationWriter(const Analysis& analysis, std::ostream& out) : analysis_(analysis), json_(out) {}

    void write(const Explained& what) {
        json_.open('{').key("schema").value("hearsay.explanation/1");
        std::visit([this](auto id) { write_one(id); }, what);
        json_.line().close();
    }

  private:
    void write_one(ClaimId id) {
        const Claim& claim = analysis_.claims[static_cast<std::size_t>(id)];
        const Corroboration& figures = analysis_.corroboration[static_cast<std::size_t>(id)];
        json_.line().key("claim").open('{').key("id").value(name_of(id));
        json_.key("rank").value(static_cast<std::size_t>(id) + 1).key("text").value(claim.text);
        json_.key("explanation").value(figures.explanation);
        json_.key("documents").value(figures.documents).key("publishers").value(figures.publishers);
        write_figures(json_, figures);
        if (!claim.variants.empty()) write_variants(claim.variants);
        json_.line();
        write_origins(json_, figures.origins, [this](const Origin& origin) { write_origin(origin); });
        json_.line().key("mentions").open('[');
        std::vector<ExplainedStatement> statements;
        for (const Mention& mention : claim.mentions) statements.push_back(explained(analysis_, mention));
        for (const ExplainedStatement& statement : statements) write_statement(statement);
        json_.line().close().close();
        write_sources(statements);
    }

    void write_one(AttributionId id) {
        const ExplainedStatement statement = explained(analysis_, id);
        json_.line().key("attribution");
        write_fields(statement);
        const AnalyzedAttribution& found = *statement.attribution;
        write_role(json_, "source", found.attribution.source, found.source_text);
        write_role(json_, "cue", found.attribution.cue, found.cue_text);
        json_.key("voice").value(to_string(found.attribution.voice));
        json_.key("confidence").value(found.attribution.confidence).key("claim");
        if (const auto claim = claim_of(analysis_, statement.mention))
            json_.value(name_of(*claim));
        else
            json_.null();
        json_.key("also_in").open('[');
        for (const auto& [claim, stance] : stated_in_part(analysis_, id))
            json_.open('{').key("claim").value(name_of(claim)).key("stance").value(to_string(stance)).close();
        json_.close().close();
        write_sources({statement});
    }

    void write_sources(const std::vector<ExplainedStatement>& statements) {
        json_.line().key("sources").open('[');
        for (const SourceId id : sources_of(statements)) {
            json_.line().open('{');
            write_source_fields(analysis_.sources[static_cast<std::size_t>(id)], id);
            json_.close();
        }
        json_.close();
    }

    void write_source_fields(const Source& source, SourceId id) {
        json_.key("id").value(name_of(id)).key("name").value(source.name).key("kind").value(to_string(source.kind));
        if (!source.role.empty()) json_.key("role").value(source.role);
        if (!source.owner.empty()) json_.key("owner").value(source.owner);
        if (source.reliability) json_.key("reliability").value(*source.reliability);
        if (!source.wikidata.empty()) json_.key("wikidata").value(source.wikidata);
        json_.key("merged").open('[');
        for (const SourceMerge& merge : source.merges) {
            json_.open('{').key("name").value(merge.name).key("rule").value(to_string(merge.rule));
            json_.key("document").value(analysis_.documents[merge.document].id).close();
        }
        json_.close();
    }

    void write_origin(const Origin& origin) {
        json_.line().open('{');
        write_source(origin.source);
        json_.key("stance").value(to_string(origin.stance)).key("counted").value(origin.counted);
        if (!origin.reason.empty()) json_.key("reason").value(origin.reason);
        json_.close();
    }

    void write_variants(const std::vector<Claim::Variant>& variants) {
        json_.line().key("variants").open('[');
        for (const auto& [id, exclusive] : variants) {
            json_.open('{').key("claim").value(name_of(id)).key("exclusive").value(exclusive);
            json_.key("text").value(analysis_.claims.at(static_cast<std::size_t>(id)).text).close();
        }
        json_.close();
    }

    void write_source(SourceId id) {
        const Source& source = analysis_.sources[static_cast<std::size_t>(id)];
        json_.key("source").open('{').key("id").value(name_of(id)).key("name").value(source.name);
        json_.key("kind").value(to_string(source.kind)).close();
    }

    void write_statement(const ExplainedStatement& statement) {
        json_.line();
        write_fields(statement);
        json_.close();
    }

    /// Leaves the object open.
    void write_fields(const ExplainedStatement& statement) {
        json_.open('{').key("id");
        if (statement.id)
            json_.value(name_of(*statement.id));
        else
            json_.null();
        write_document(*statement.document, statement.chain->back());
        json_.key("text").value(statement.text()).key("stance").value(to_string(statement.stance));
        if (statement.attribution && statement.attribution->attribution.hedged) json_.key("hedged").value(true);
        if (statement.mention && statement.mention->restates) json_.key("restates").value(true);
        if (statement.mention && statement.mention->in_part) json_.key("in_part").value(true);
        hearsay::write(json_.key("spans"),
                       statement.attribution ? statement.attribution->attribution.content : statement.mention->spans);
        json_.key("sentence").value(statement.sentence());
        if (statement.mention && statement.mention->basis) json_.key("basis").value(name_of(*statement.mention->basis));
        if (statement.mention && statement.mention->about) json_.key("about").value(name_of(*statement.mention->about));
        json_.key("hops").open('[');
        for (std::size_t i = 0; i < statement.hops.size(); ++i) write_hop(statement, i);
        json_.close();
    }

    void write_document(const DocumentRecord& document, SourceId publisher) {
        json_.key("document").open('{').key("id").value(document.id).key("path").value(document.path);
        json_.key("publisher").value(analysis_.sources[static_cast<std::size_t>(publisher)].name);
        if (!document.published.value.empty()) json_.key("published").value(document.published.value);
        json_.key("title").value(document.title.value).close();
    }

    void write_hop(const ExplainedStatement& statement, std::size_t index) {
        const AnalyzedHop& hop = statement.hops[index];
        json_.line().open('{');
        write_source((*statement.chain)[index]);
        json_.key("rule").value(to_string(hop.evidence.rule)).key("why").value(why(hop, *statement.document));
        if (!hop.evidence.span.empty()) {
            json_.key("naming").value(to_string(hop.evidence.naming));
            hearsay::write(json_.key("span"), hop.evidence.span);
            json_.key("text").value(hop.text);
            json_.key("sentence").value(hop.sentence.empty() ? statement.sentence() : hop.sentence);
        }
        json_.close();
    }

    const Analysis& analysis_;
    JsonStream json_;
};

}  // namespace

void write_explanation_json(const Analysis& analysis, const Explained& what, std::ostream& out) {
    ExplanationWriter(analysis, out).write(what);
    out << '\n';
    check_json(out);
}

}  // namespace hearsay
