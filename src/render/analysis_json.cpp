// SPDX-License-Identifier: Apache-2.0
#include "hearsay/render/analysis_json.hpp"

#include <boost/json/serialize.hpp>
#include <ostream>

#include "hearsay/resources.hpp"
#include "render/figures.hpp"
#include "render/json_parts.hpp"
#include "render/legible.hpp"
#include "render/names.hpp"

namespace hearsay {
namespace {

void write_or_null(JsonStream& json, std::string_view key, std::string_view text) {
    json.key(key);
    if (text.empty())
        json.null();
    else
        json.value(text);
}

void write_evidence(JsonStream& json, std::string_view key, const Metadatum& read) {
    if (read) json.key(key).value(to_string(read.evidence));
}

class AnalysisWriter {
  public:
    AnalysisWriter(const Analysis& analysis, std::ostream& out) : analysis_(analysis), json_(out) {}

    void write_all() {
        json_.open('{').line().key("schema").value("hearsay.analysis/1");
        json_.line().key("generator").open('{').key("name").value("hearsay").key("version").value(version()).close();
        write_list("documents", analysis_.documents.size(), [this](std::size_t i) { write_document(i); });
        write_list("sources", analysis_.sources.size(), [this](std::size_t i) { write_source(i); });
        write_list("attributions", analysis_.attributions.size(), [this](std::size_t i) { write_attribution(i); });
        write_list("claims", analysis_.claims.size(), [this](std::size_t i) { write_claim(i); });
        write_list("skipped", analysis_.skipped.size(), [this](std::size_t i) { write_skipped(i); });
        json_.line().key("graph").open('{');
        json_.key("nodes").value(num_vertices(analysis_.graph)).key("edges").value(num_edges(analysis_.graph)).close();
        json_.line().close();
    }

  private:
    void write_list(std::string_view key, std::size_t size, const auto& write_one) {
        json_.line().key(key).open('[');
        for (std::size_t i = 0; i < size; ++i) {
            json_.line().open('{');
            write_one(i);
            json_.close();
        }
        if (size > 0) json_.line();
        json_.close();
    }

    void write_document(std::size_t index) {
        const DocumentRecord& document = analysis_.documents[index];
        json_.key("id").value(document.id).key("path").value(document.path);
        json_.key("publisher").value(name_of(analysis_.publishers[index]));
        write_evidence(json_, "publisher_evidence", document.publisher);
        write_or_null(json_, "published", document.published.value);
        write_evidence(json_, "published_evidence", document.published);
        if (document.url) json_.key("url").value(document.url.value);
        json_.key("title").value(document.title.value).key("language").value(document.language);
        write_copy("version_of", analysis_.copies[index].version_of);
        write_copy("reprint_of", analysis_.copies[index].reprint_of);
        write_boilerplate(document.boilerplate);
        if (document.replacements > 0) json_.key("invalid_bytes_replaced").value(document.replacements);
        if (!document.fields.empty()) json_.key("fields").raw(valid_utf8(boost::json::serialize(document.fields)));
    }

    void write_copy(std::string_view key, std::optional<DocumentId> original) {
        json_.key(key);
        if (original)
            json_.value(document_id(*original));
        else
            json_.null();
    }

    void write_boilerplate(const std::vector<Boilerplate>& boilerplate) {
        json_.key("boilerplate").open('[');
        for (const Boilerplate& part : boilerplate) write(json_, part.span);
        json_.close();
    }

    void write_source(std::size_t index) {
        const Source& source = analysis_.sources[index];
        json_.key("id")
            .value(name_of(SourceId(index)))
            .key("name")
            .value(source.name)
            .key("kind")
            .value(to_string(source.kind));
        json_.key("aliases").open('[');
        for (const std::string& alias : source.aliases) json_.value(alias);
        json_.close();
        if (!source.role.empty()) json_.key("role").value(source.role);
        if (!source.country.empty()) json_.key("country").value(source.country);
        if (!source.owner.empty()) json_.key("owner").value(source.owner);
        if (source.unnamed) json_.key("unnamed").value(true);
        write_merges(source.merges);
        if (!source.members.empty()) write(json_.key("members"), source.members);
        json_.key("reliability");
        if (source.reliability)
            json_.value(*source.reliability);
        else
            json_.null();
        if (!source.wikidata.empty()) json_.key("wikidata").value(source.wikidata);
        write_metrics(analysis_.metrics[index]);
    }

    void write_merges(const std::vector<SourceMerge>& merges) {
        if (merges.empty()) return;
        json_.key("merged").open('[');
        for (const SourceMerge& merge : merges) {
            json_.open('{').key("name").value(merge.name).key("rule").value(to_string(merge.rule));
            json_.key("document").value(analysis_.documents.at(merge.document).id).close();
        }
        json_.close();
    }

    void write_metrics(const SourceMetrics& metrics) {
        json_.key("metrics")
            .open('{')
            .key("pagerank")
            .value(metrics.pagerank)
            .key("betweenness")
            .value(metrics.betweenness);
        json_.key("in_degree").value(metrics.in_degree).key("out_degree").value(metrics.out_degree);
        json_.key("claims_originated")
            .value(metrics.claims_originated)
            .key("claims_relayed")
            .value(metrics.claims_relayed);
        json_.key("claims_published").value(metrics.claims_published).key("circular").value(metrics.circular).close();
    }

    void write_attribution(std::size_t index) {
        const AnalyzedAttribution& found = analysis_.attributions[index];
        const Attribution& attribution = found.attribution;
        json_.key("id").value(name_of(AttributionId(index))).key("document").value(document_id(found.document));
        write_role(json_, "source", attribution.source, found.source_text);
        write_role(json_, "cue", attribution.cue, found.cue_text);
        write_role(json_, "content", attribution.content, found.content_text);
        json_.key("voice").value(to_string(attribution.voice)).key("stance").value(to_string(attribution.stance));
        write(json_.key("chain"), found.chain);
        json_.key("confidence").value(attribution.confidence);
        if (attribution.hedged) json_.key("hedged").value(true);
        if (!found.sentence.empty()) json_.key("sentence").value(found.sentence);
        write_hops(found);
    }

    void write_hops(const AnalyzedAttribution& found) {
        if (found.hops.empty()) return;
        json_.key("hops").open('[');
        for (std::size_t i = 0; i < found.hops.size(); ++i) {
            const AnalyzedHop& hop = found.hops[i];
            json_.open('{').key("source").value(name_of(found.chain.at(i)));
            json_.key("rule").value(to_string(hop.evidence.rule));
            if (!hop.evidence.span.empty()) {
                json_.key("naming").value(to_string(hop.evidence.naming));
                write(json_.key("span"), hop.evidence.span);
                json_.key("text").value(hop.text);
            }
            if (!hop.sentence.empty()) json_.key("sentence").value(hop.sentence);
            json_.close();
        }
        json_.close();
    }

    void write_claim(std::size_t index) {
        const Claim& claim = analysis_.claims[index];
        const Corroboration& figures = analysis_.corroboration[index];
        json_.key("id").value(name_of(ClaimId(index))).key("rank").value(index + 1).key("text").value(claim.text);
        json_.key("mentions").open('[');
        for (const Mention& mention : claim.mentions) write_mention(mention);
        json_.close();
        json_.key("documents").value(figures.documents).key("publishers").value(figures.publishers);
        write_origins(json_, figures.origins, [this](const Origin& origin) { write_origin(origin); });
        write_figures(json_, figures);
        write(json_.key("confirmed_by"), figures.confirmed_by);
        write(json_.key("denied_by"), figures.denied_by);
        write(json_.key("doubted_by"), figures.doubted_by);
        if (!claim.variants.empty()) write_variants(claim.variants);
        json_.key("explanation").value(figures.explanation);
    }

    void write_mention(const Mention& mention) {
        json_.open('{').key("document").value(document_id(mention.document));
        write(json_.key("spans"), mention.spans);
        json_.key("text").value(mention.text);
        write_attribution_id("attribution", mention.attribution);
        json_.key("stance").value(to_string(mention.stance));
        write(json_.key("chain"), mention.chain);
        if (mention.about) write_attribution_id("about", mention.about);
        if (mention.basis) write_attribution_id("basis", mention.basis);
        if (mention.restates) json_.key("restates").value(true);
        if (mention.in_part) json_.key("in_part").value(true);
        if (mention.hedged) json_.key("hedged").value(true);
        if (!mention.attribution) json_.key("sentence").value(mention.sentence);
        json_.close();
    }

    void write_attribution_id(std::string_view key, std::optional<AttributionId> id) {
        json_.key(key);
        if (id)
            json_.value(name_of(*id));
        else
            json_.null();
    }

    void write_origin(const Origin& origin) {
        json_.open('{').key("source").value(name_of(origin.source)).key("stance").value(to_string(origin.stance));
        json_.key("counted").value(origin.counted);
        if (!origin.reason.empty()) json_.key("reason").value(origin.reason);
        json_.close();
    }

    void write_variants(const std::vector<Claim::Variant>& variants) {
        json_.key("variants").open('[');
        for (const auto& [claim, exclusive] : variants)
            json_.open('{').key("claim").value(name_of(claim)).key("exclusive").value(exclusive).close();
        json_.close();
    }

    void write_skipped(std::size_t index) {
        const Skipped& skipped = analysis_.skipped[index];
        json_.key("where").value(skipped.where).key("cause").value(skipped.cause);
    }

    std::string_view document_id(DocumentId id) const { return analysis_.documents[static_cast<std::size_t>(id)].id; }

    const Analysis& analysis_;
    JsonStream json_;
};

}  // namespace

void write_analysis_json(const Analysis& analysis, std::ostream& out) {
    AnalysisWriter(analysis, out).write_all();
    out << '\n';
    check_json(out);
}

}  // namespace hearsay
