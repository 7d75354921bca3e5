// SPDX-License-Identifier: Apache-2.0
#include "hearsay/store/run_reader.hpp"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <unordered_map>

#include "document/unique_ids.hpp"
#include "hearsay/error.hpp"
#include "store/names.hpp"
#include "store/run_database.hpp"
#include "store/span_text.hpp"

namespace hearsay {

namespace {

/// Reads one table after the other; every id that comes from the file is checked.
class RunReader {
  public:
    explicit RunReader(Database& database) : database_(database) {}

    Analysis read() {
        database_.run("BEGIN");  // all tables as they were at one moment, whoever goes on writing
        read_documents();
        read_sources();
        read_metrics();
        read_attributions();
        read_spans();
        read_hops();
        read_claims();
        read_mentions();
        read_variants();
        read_origins();
        read_bottlenecks();
        read_endorsements();
        read_errors();
        analysis_.graph =
            build_citation_graph({analysis_.sources, analysis_.claims, analysis_.publishers, analysis_.copies});
        return std::move(analysis_);
    }

  private:
    using Places = std::unordered_map<std::int64_t, std::uint32_t>;  // index by row; looked up only

    [[noreturn]] void fail(const std::string& what) const {
        throw ResultError(database_.file().string() + ": " + what);
    }

    static std::uint32_t at(const Places& places, std::int64_t row) {
        const auto found = places.find(row);
        if (found == places.end()) throw ResultError("row " + std::to_string(row) + " is missing");
        return found->second;
    }
    /// Sources and claims count from 1 in the file.
    template <class Id>
    static Id id_at(const Query& query, int column, std::size_t size) {
        const std::int64_t row = query.integer(column);
        if (row < 1 || row > static_cast<std::int64_t>(size))
            throw ResultError("row " + std::to_string(row) + " is missing");
        return static_cast<Id>(row - 1);
    }
    SourceId source_at(const Query& query, int column) const {
        return id_at<SourceId>(query, column, analysis_.sources.size());
    }

    static Metadatum metadatum(const Query& query, int column) {
        return {std::string(query.text(column)), named(query.text(column + 1), Evidence::none)};
    }

    void read_documents() {
        const auto count = static_cast<std::size_t>(database_.integer("SELECT count(*) FROM sources"));
        Query query(
            database_,
            "SELECT document, id, path, documents.publisher, publisher_evidence, published, published_evidence, url, "
            "url_evidence, title, title_evidence, language, invalid_bytes, boilerplate, fields, "
            "placements.publisher, placements.teller FROM placements JOIN documents USING(document) ORDER BY position");
        UniqueIds ids;  // batches of several days may each have a "news:1"
        while (query.next()) {
            DocumentRecord& record = analysis_.documents.emplace_back();
            record.id = query.text(1);
            ids.make_unique(record.id);
            record.path = query.text(2);
            record.publisher = metadatum(query, 3);
            record.published = metadatum(query, 5);
            record.url = metadatum(query, 7);
            record.title = metadatum(query, 9);
            record.language = query.text(11);
            record.replacements = query.as<std::uint32_t>(12);
            record.boilerplate = boilerplate_from(query.text(13));
            read_fields(query, record);
            analysis_.publishers.push_back(id_at<SourceId>(query, 15, count));
            analysis_.voices.push_back(id_at<SourceId>(query, 16, count));
            documents_.emplace(query.integer(0), static_cast<std::uint32_t>(documents_.size()));
        }
        if (analysis_.documents.empty()) fail("holds no results yet; run hearsay batch to its end first");
        read_copies();
    }

    static void read_fields(const Query& query, DocumentRecord& record) {
        if (query.is_null(14)) return;
        boost::json::error_code error;
        boost::json::value fields = boost::json::parse(query.text(14), error);
        if (!error && fields.is_object()) record.fields = std::move(fields.get_object());
    }

    void read_copies() {
        Query query(database_, "SELECT version_of, reprint_of FROM placements ORDER BY position");
        const auto original = [&](int column) -> std::optional<DocumentId> {
            if (query.is_null(column)) return std::nullopt;
            return DocumentId{at(documents_, query.integer(column))};
        };
        while (query.next()) analysis_.copies.push_back({original(0), original(1)});
    }

    void read_sources() {
        Query query(database_,
                    "SELECT name, kind, country, owner, role, office, unnamed, reliability, wikidata FROM sources "
                    "ORDER BY source");
        while (query.next()) {
            Source& source = analysis_.sources.emplace_back();
            source.name = query.text(0);
            source.kind = named(query.text(1), SourceKind::social);
            source.country = query.text(2);
            source.owner = query.text(3);
            source.role = query.text(4);
            source.office = query.text(5);
            source.unnamed = query.integer(6) != 0;
            if (!query.is_null(7)) source.reliability = query.real(7);
            source.wikidata = query.text(8);
        }
        read_lists_of_sources();
    }

    void read_lists_of_sources() {
        const auto owner = [&](const Query& query) -> Source& {
            return analysis_.sources[static_cast<std::size_t>(source_at(query, 0))];
        };
        Query aliases(database_, "SELECT source, alias FROM aliases ORDER BY source, alias");
        while (aliases.next()) owner(aliases).aliases.emplace_back(aliases.text(1));
        Query members(database_, "SELECT source, member FROM members ORDER BY source, member");
        while (members.next()) owner(members).members.push_back(source_at(members, 1));
        Query merges(database_, "SELECT source, name, rule, document FROM merges ORDER BY source, position");
        while (merges.next())
            owner(merges).merges.push_back({std::string(merges.text(1)), named(merges.text(2), MergeRule::publisher),
                                            at(documents_, merges.integer(3))});
    }

    void read_metrics() {
        Query query(database_,
                    "SELECT pagerank, betweenness, in_degree, out_degree, claims_originated, claims_relayed, "
                    "claims_published, circular FROM metrics ORDER BY source");
        while (query.next())
            analysis_.metrics.push_back({.in_degree = query.as<std::uint32_t>(2),
                                         .out_degree = query.as<std::uint32_t>(3),
                                         .pagerank = query.real(0),
                                         .betweenness = query.real(1),
                                         .claims_originated = query.as<std::uint32_t>(4),
                                         .claims_relayed = query.as<std::uint32_t>(5),
                                         .claims_published = query.as<std::uint32_t>(6),
                                         .circular = query.integer(7) != 0});
        if (analysis_.metrics.size() != analysis_.sources.size()) fail("lacks the metrics of some sources");
    }

    /// Those with a chain: others are hops of such.
    void read_attributions() {
        Query query(database_,
                    "SELECT attribution, document, parent, stance, voice, hedged, confidence, source, cue, content, "
                    "sentence FROM attributions JOIN placements USING(document) WHERE NOT passed_on "
                    "ORDER BY position, attribution");
        std::vector<std::optional<std::int64_t>> parents;
        while (query.next()) {
            AnalyzedAttribution& found = analysis_.attributions.emplace_back();
            found.document = DocumentId{at(documents_, query.integer(1))};
            parents.push_back(query.optional<std::int64_t>(2));
            found.attribution.stance = named(query.text(3), Stance::doubts);
            found.attribution.voice = named(query.text(4), Voice::mixed);
            found.attribution.hedged = query.integer(5) != 0;
            found.attribution.confidence = query.real(6);
            found.source_text = query.text(7);
            found.cue_text = query.text(8);
            found.content_text = query.text(9);
            found.sentence = query.text(10);
            attributions_.emplace(query.integer(0), static_cast<std::uint32_t>(attributions_.size()));
        }
        for (std::size_t i = 0; i < parents.size(); ++i)
            if (parents[i]) analysis_.attributions[i].attribution.parent = run_id(*parents[i]);
    }

    /// Nothing for an attribution that only passes another one on.
    std::optional<std::uint32_t> run_id(std::int64_t row) const {
        const auto found = attributions_.find(row);
        return found == attributions_.end() ? std::nullopt : std::optional(found->second);
    }

    void read_spans() {
        Query query(database_,
                    "SELECT attribution, role, \"begin\", \"end\" FROM spans ORDER BY attribution, role, \"begin\"");
        while (query.next()) {
            const auto index = run_id(query.integer(0));
            if (!index) continue;
            Attribution& a = analysis_.attributions[*index].attribution;
            Spans& role = query.text(1) == "source" ? a.source : query.text(1) == "cue" ? a.cue : a.content;
            role.push_back({query.as<std::uint32_t>(2), query.as<std::uint32_t>(3)});
        }
    }

    void read_hops() {
        Query query(database_,
                    "SELECT attribution, source, rule, naming, \"begin\", \"end\", text, sentence FROM hops "
                    "JOIN identities USING(appearance) ORDER BY attribution, hop");
        while (query.next()) {
            const auto index = run_id(query.integer(0));
            if (!index) fail("a chain is of no attribution");
            AnalyzedAttribution& found = analysis_.attributions[*index];
            found.chain.push_back(source_at(query, 1));
            AnalyzedHop& hop = found.hops.emplace_back();
            hop.evidence = {named(query.text(2), HopRule::publisher), named(query.text(3), Naming::nobody),
                            Span{query.as<std::uint32_t>(4), query.as<std::uint32_t>(5)}};
            hop.text = query.text(6);
            hop.sentence = query.text(7);
        }
        for (const AnalyzedAttribution& found : analysis_.attributions)
            if (found.chain.empty()) fail("an attribution has no chain");
    }

    void read_claims() {
        Query query(
            database_,
            "SELECT ranking.text, claims.documents, claims.publishers, claims.independent_origins, "
            "claims.effective_sources, claims.disjoint_paths, claims.belief, claims.uncertainty, claims.admiralty, "
            "claims.disputed, claims.circular, claims.explanation "
            "FROM claims JOIN ranking USING(claim) ORDER BY claim");
        while (query.next()) {
            analysis_.claims.emplace_back().text = query.text(0);
            Corroboration& figures = analysis_.corroboration.emplace_back();
            figures.documents = query.as<std::uint32_t>(1);
            figures.publishers = query.as<std::uint32_t>(2);
            figures.independent_origins = query.as<std::uint32_t>(3);
            figures.effective_sources = query.real(4);
            figures.disjoint_paths = query.as<std::uint32_t>(5);
            figures.belief = query.real(6);
            figures.uncertainty = query.real(7);
            figures.admiralty = query.text(8);
            figures.disputed = query.integer(9) != 0;
            figures.circular = query.integer(10) != 0;
            figures.explanation = query.text(11);
        }
    }

    void read_mentions() {
        Query query(database_,
                    "SELECT claim, stance, document, attribution, text, sentence, spans, hedged, basis, restates, "
                    "in_part FROM mentions JOIN statements USING(statement) ORDER BY claim, position");
        Query basis(database_, "SELECT attribution FROM statements WHERE statement = ?");
        Query about(database_, "SELECT about FROM attributions WHERE attribution = ?");
        while (query.next()) {
            Claim& claim =
                analysis_.claims[static_cast<std::size_t>(id_at<ClaimId>(query, 0, analysis_.claims.size()))];
            Mention& mention = claim.mentions.emplace_back();
            mention.stance = named(query.text(1), Stance::doubts);
            mention.document = DocumentId{at(documents_, query.integer(2))};
            mention.text = query.text(4);
            const auto document = static_cast<std::size_t>(mention.document);
            mention.chain = own_chain(analysis_.voices[document], analysis_.publishers[document]);
            if (!query.is_null(3)) take_attribution(query.integer(3), about, mention);
            if (!query.is_null(5)) mention.sentence = query.text(5);
            if (!query.is_null(6)) mention.spans = spans_from(query.text(6));
            mention.hedged = query.integer(7) != 0;
            mention.restates = query.integer(9) != 0;
            mention.in_part = query.integer(10) != 0;
            if (!query.is_null(8) && basis.bind(query.integer(8)).next() && !basis.is_null(0)) {
                mention.basis = AttributionId{at(attributions_, basis.integer(0))};
                mention.chain = analysis_.attributions[static_cast<std::size_t>(*mention.basis)].chain;
            }
        }
        for (const Claim& claim : analysis_.claims)
            if (claim.mentions.empty()) fail("a claim has no mentions");
    }

    void take_attribution(std::int64_t row, Query& about, Mention& mention) const {
        const std::uint32_t index = at(attributions_, row);
        const AnalyzedAttribution& found = analysis_.attributions[index];
        mention.attribution = AttributionId{index};
        mention.chain = found.chain;
        mention.sentence = found.sentence;
        mention.spans = found.attribution.content;
        if (!about.bind(row).next() || about.is_null(0)) return;
        if (const auto target = run_id(about.integer(0))) mention.about = AttributionId{*target};
    }

    void read_variants() {
        Query query(database_, "SELECT claim, variant, exclusive FROM variants ORDER BY claim, variant");
        const std::size_t claims = analysis_.claims.size();
        while (query.next())
            analysis_.claims[static_cast<std::size_t>(id_at<ClaimId>(query, 0, claims))].variants.push_back(
                {id_at<ClaimId>(query, 1, claims), query.integer(2) != 0});
    }

    void read_origins() {
        Query query(database_, "SELECT claim, source, stance, counted, reason FROM origins ORDER BY claim, position");
        while (query.next())
            figures_at(query).origins.push_back({source_at(query, 1), named(query.text(2), Stance::doubts),
                                                 query.integer(3) != 0, std::string(query.text(4))});
    }

    void read_bottlenecks() {
        Query query(database_, "SELECT claim, source FROM bottlenecks ORDER BY claim, position");
        while (query.next()) figures_at(query).bottlenecks.push_back(source_at(query, 1));
    }

    void read_endorsements() {
        Query query(database_, "SELECT claim, source, stance FROM endorsements ORDER BY claim, stance, position");
        while (query.next()) {
            Corroboration& figures = figures_at(query);
            const Stance stance = named(query.text(2), Stance::doubts);
            auto& list = stance == Stance::confirms ? figures.confirmed_by
                         : stance == Stance::denies ? figures.denied_by
                                                    : figures.doubted_by;
            list.push_back(source_at(query, 1));
        }
    }

    Corroboration& figures_at(const Query& query) {
        return analysis_.corroboration[static_cast<std::size_t>(id_at<ClaimId>(query, 0, analysis_.claims.size()))];
    }

    void read_errors() {
        Query query(database_, "SELECT place, cause FROM errors ORDER BY place, cause");
        while (query.next()) analysis_.skipped.push_back({std::string(query.text(0)), std::string(query.text(1))});
    }

    Database& database_;
    Analysis analysis_;
    Places documents_, attributions_;
};

}  // namespace

Analysis read_run(const std::filesystem::path& folder) {
    Database database = open_run_to_read(folder);
    try {
        return RunReader(database).read();
    } catch (const ResultError& error) {
        const std::string name = database.file().string();
        if (std::string_view(error.what()).starts_with(name)) throw;
        throw ResultError(name + ": " + error.what());
    }
}

}  // namespace hearsay
