// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <boost/json/stream_parser.hpp>
#include <istream>
#include <unordered_map>

#include "hearsay/error.hpp"
#include "hearsay/render/analysis_json.hpp"
#include "render/json_record.hpp"
#include "render/legible.hpp"

namespace hearsay {
namespace {

namespace json = boost::json;

/// The whole file as JSON.
json::value parse(std::istream& in) {
    json::parse_options options;
    options.max_depth = 128;  // the documents' own fields may nest
    json::stream_parser parser({}, options);
    json::error_code error;
    std::array<char, 1 << 16> bytes{};
    std::uint64_t done = 0;
    while (in.read(bytes.data(), bytes.size()), in.gcount() > 0) {
        const auto size = static_cast<std::size_t>(in.gcount());
        const std::size_t read = parser.write(bytes.data(), size, error);
        if (error) throw ResultError("malformed JSON at byte " + std::to_string(done + read) + ": " + error.message());
        done += size;
    }
    if (in.bad()) throw ResultError("can't be read");
    if (done == 0) throw ResultError("is empty");
    parser.finish(error);
    if (error) throw ResultError("malformed JSON: it ends too early");
    return parser.release();
}

class AnalysisReader {
  public:
    explicit AnalysisReader(const json::value& root) : root_(root, "") {}

    Analysis read() {
        const std::string schema = root_.text_or_empty("schema");
        if (schema != "hearsay.analysis/1")
            throw ResultError("\"schema\" is '" + to_utf8(legible(schema)) + "', expected 'hearsay.analysis/1'");
        each("sources", [this](const JsonRecord& source) { add_source(source); });
        each("documents", [this](const JsonRecord& document) { add_document(document); });
        each("documents", [this](const JsonRecord& document) { add_copy(document); });
        std::size_t source = 0;
        each("sources", [&](const JsonRecord& record) { add_merges(record, analysis_.sources[source++].merges); });
        each("attributions", [this](const JsonRecord& attribution) { add_attribution(attribution); });
        each("claims", [this](const JsonRecord& claim) { add_claim(claim); });
        each("skipped", [this](const JsonRecord& skipped) {
            analysis_.skipped.push_back({skipped.text("where"), skipped.text("cause")});
        });
        analysis_.graph =
            build_citation_graph({analysis_.sources, analysis_.claims, analysis_.publishers, analysis_.copies});
        return std::move(analysis_);
    }

  private:
    void each(std::string_view key, const auto& add) const {
        root_.for_each(key, [&](const json::value& value, const std::string& where) { add(JsonRecord(value, where)); });
    }

    void add_source(const JsonRecord& record) {
        Source source;
        source.name = record.text("name");
        source.kind = record.named("kind", SourceKind::social);
        record.for_each("aliases", [&](const json::value& alias, const std::string&) {
            if (!alias.is_string()) record.fail("aliases", "holds what is no text");
            source.aliases.emplace_back(alias.get_string());
        });
        source.role = record.text_or_empty("role");
        source.country = record.text_or_empty("country");
        source.owner = record.text_or_empty("owner");
        source.unnamed = record.truth("unnamed");
        source.wikidata = record.text_or_empty("wikidata");
        source.members = sources(record, "members", root_.find("sources")->get_array().size());
        if (record.find("reliability")) source.reliability = record.number("reliability");
        analysis_.sources.push_back(std::move(source));
        add_metrics(record.record("metrics"));
    }

    void add_merges(const JsonRecord& record, std::vector<SourceMerge>& merges) const {
        record.for_each("merged", [&](const json::value& merge, const std::string& where) {
            const JsonRecord one(merge, where);
            merges.push_back({one.text("name"), one.named("rule", MergeRule::publisher),
                              static_cast<std::uint32_t>(document(one, "document"))});
        });
    }

    void add_metrics(const JsonRecord& record) {
        SourceMetrics metrics;
        metrics.pagerank = record.number("pagerank");
        metrics.betweenness = record.number("betweenness");
        metrics.in_degree = record.count("in_degree");
        metrics.out_degree = record.count("out_degree");
        metrics.claims_originated = record.count("claims_originated");
        metrics.claims_relayed = record.count("claims_relayed");
        metrics.claims_published = record.count("claims_published");
        metrics.circular = record.truth("circular");
        analysis_.metrics.push_back(metrics);
    }

    void add_document(const JsonRecord& record) {
        DocumentRecord document;
        document.id = record.text("id");
        document.path = record.text_or_empty("path");
        const SourceId publisher = source(record, "publisher");
        document.publisher = {analysis_.sources[static_cast<std::size_t>(publisher)].name,
                              evidence(record, "publisher_evidence")};
        document.published = {record.text_or_empty("published"), evidence(record, "published_evidence")};
        if (record.find("url")) document.url = {record.text("url"), Evidence::field};
        document.title.value = record.text_or_empty("title");
        document.language = record.text_or_empty("language");
        for (const Span span : record.spans("boilerplate"))
            document.boilerplate.push_back({span, BoilerplateKind::header});
        if (record.find("invalid_bytes_replaced")) document.replacements = record.count("invalid_bytes_replaced");
        if (const json::value* fields = record.find("fields"); fields && fields->is_object())
            document.fields = fields->get_object();
        documents_.emplace(document.id, static_cast<std::uint32_t>(analysis_.documents.size()));
        analysis_.documents.push_back(std::move(document));
        analysis_.publishers.push_back(publisher);
    }

    static Evidence evidence(const JsonRecord& record, std::string_view key) {
        return record.find(key) ? record.named(key, Evidence::none) : Evidence::none;
    }

    void add_copy(const JsonRecord& record) {
        CopyOf copy;
        if (record.find("version_of")) copy.version_of = document(record, "version_of");
        if (record.find("reprint_of")) copy.reprint_of = document(record, "reprint_of");
        analysis_.copies.push_back(copy);
    }

    void add_attribution(const JsonRecord& record) {
        AnalyzedAttribution found;
        found.document = document(record, "document");
        found.source_text = role(record, "source", found.attribution.source);
        found.cue_text = role(record, "cue", found.attribution.cue);
        found.content_text = role(record, "content", found.attribution.content);
        found.attribution.voice = record.named("voice", Voice::mixed);
        found.attribution.stance = record.named("stance", Stance::doubts);
        found.attribution.confidence = record.number("confidence");
        found.attribution.hedged = record.truth("hedged");
        found.sentence = record.text_or_empty("sentence");
        found.chain = sources(record, "chain", analysis_.sources.size());
        record.for_each("hops", [&](const json::value& hop, const std::string& where) {
            found.hops.push_back(read_hop(JsonRecord(hop, where)));
        });
        if (found.chain.empty()) record.fail("chain", "is empty");
        if (!found.hops.empty() && found.hops.size() != found.chain.size())
            record.fail("hops", "is not as long as the chain");
        analysis_.attributions.push_back(std::move(found));
    }

    static std::string role(const JsonRecord& record, std::string_view key, Spans& spans) {
        const JsonRecord role = record.record(key);
        spans = role.spans("spans");
        return role.text("text");
    }

    static AnalyzedHop read_hop(const JsonRecord& record) {
        AnalyzedHop hop;
        hop.evidence.rule = record.named("rule", HopRule::publisher);
        if (record.find("naming")) hop.evidence.naming = record.named("naming", Naming::nobody);
        hop.evidence.span = record.span("span");
        hop.text = record.text_or_empty("text");
        hop.sentence = record.text_or_empty("sentence");
        return hop;
    }

    void add_claim(const JsonRecord& record) {
        Claim claim;
        claim.text = record.text("text");
        record.for_each("mentions", [&](const json::value& mention, const std::string& where) {
            claim.mentions.push_back(read_mention(JsonRecord(mention, where)));
        });
        if (claim.mentions.empty()) record.fail("mentions", "is empty");
        record.for_each("variants", [&](const json::value& variant, const std::string& where) {
            claim.variants.push_back(read_variant(JsonRecord(variant, where)));
        });
        analysis_.claims.push_back(std::move(claim));
        add_figures(record);
    }

    Claim::Variant read_variant(const JsonRecord& record) const {
        const json::value* id = record.find("claim");
        if (!id) record.fail("claim", "is missing");
        const std::size_t claims = root_.find("claims")->as_array().size();
        return {static_cast<ClaimId>(record.index(*id, 'c', claims)), record.truth("exclusive")};
    }

    Mention read_mention(const JsonRecord& record) const {
        Mention mention;
        mention.document = document(record, "document");
        mention.spans = record.spans("spans");
        mention.text = record.text("text");
        mention.attribution = attribution(record, "attribution");
        mention.sentence = mention.attribution
                               ? analysis_.attributions[static_cast<std::size_t>(*mention.attribution)].sentence
                               : record.text_or_empty("sentence");
        mention.stance = record.named("stance", Stance::doubts);
        mention.chain = sources(record, "chain", analysis_.sources.size());
        if (mention.chain.empty()) record.fail("chain", "is empty");
        mention.about = attribution(record, "about");
        mention.basis = attribution(record, "basis");
        mention.restates = record.truth("restates");
        mention.in_part = record.truth("in_part");
        mention.hedged = record.truth("hedged");
        return mention;
    }

    void add_figures(const JsonRecord& record) {
        Corroboration figures;
        figures.documents = record.count("documents");
        figures.publishers = record.count("publishers");
        for (const char* list : {"origins", "set_aside"})
            record.for_each(list, [&](const json::value& origin, const std::string& where) {
                const JsonRecord one(origin, where);
                figures.origins.push_back({source(one, "source"), one.named("stance", Stance::doubts),
                                           one.truth("counted"), one.text_or_empty("reason")});
            });
        std::ranges::stable_sort(figures.origins, {}, &Origin::order);
        figures.independent_origins = record.count("independent_origins");
        figures.effective_sources = record.number("effective_sources");
        figures.disjoint_paths = record.find("disjoint_paths") ? record.count("disjoint_paths") : 0;
        figures.bottlenecks = sources(record, "bottlenecks", analysis_.sources.size());
        figures.belief = record.number("belief");
        if (record.find("uncertainty")) figures.uncertainty = record.number("uncertainty");
        figures.admiralty = record.text_or_empty("admiralty");
        figures.disputed = record.truth("disputed");
        figures.circular = record.truth("circular");
        figures.confirmed_by = sources(record, "confirmed_by", analysis_.sources.size());
        figures.denied_by = sources(record, "denied_by", analysis_.sources.size());
        figures.doubted_by = sources(record, "doubted_by", analysis_.sources.size());
        figures.explanation = record.text_or_empty("explanation");
        analysis_.corroboration.push_back(std::move(figures));
    }

    SourceId source(const JsonRecord& record, std::string_view key) const {
        const json::value* id = record.find(key);
        if (!id) record.fail(key, "is missing");
        return static_cast<SourceId>(record.index(*id, 's', analysis_.sources.size()));
    }

    static Chain sources(const JsonRecord& record, std::string_view key, std::size_t size) {
        Chain ids;
        record.for_each(key, [&](const json::value& id, const std::string&) {
            ids.push_back(static_cast<SourceId>(record.index(id, 's', size)));
        });
        return ids;
    }

    std::optional<AttributionId> attribution(const JsonRecord& record, std::string_view key) const {
        const json::value* id = record.find(key);
        if (!id) return std::nullopt;
        return static_cast<AttributionId>(record.index(*id, 'a', analysis_.attributions.size()));
    }

    DocumentId document(const JsonRecord& record, std::string_view key) const {
        const auto found = documents_.find(record.text(key));
        if (found == documents_.end()) record.fail(key, "is no document of this file");
        return static_cast<DocumentId>(found->second);
    }

    JsonRecord root_;
    Analysis analysis_;
    std::unordered_map<std::string, std::uint32_t> documents_;  // by id; looked up only
};

}  // namespace

Analysis read_analysis_json(std::istream& in) {
    const json::value root = parse(in);
    return AnalysisReader(root).read();
}

}  // namespace hearsay
