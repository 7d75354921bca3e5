// SPDX-License-Identifier: Apache-2.0
#include "store/result_rows.hpp"

#include <algorithm>
#include <future>
#include <tuple>

namespace hearsay {

namespace {

constexpr const char* kClear =
    "DROP INDEX IF EXISTS identities_by_source; DROP INDEX IF EXISTS mentions_by_statement;"
    "DROP INDEX IF EXISTS origins_by_source; DROP INDEX IF EXISTS sources_by_name;"
    "DROP INDEX IF EXISTS citations_by_cited; DROP INDEX IF EXISTS placements_by_position;"
    "DELETE FROM placements; DELETE FROM sources; DELETE FROM metrics; DELETE FROM aliases; DELETE FROM merges;"
    "DELETE FROM members; DELETE FROM identities; DELETE FROM variants; DELETE FROM bottlenecks; DELETE FROM claims; "
    "DELETE FROM mentions; DELETE FROM origins;"
    "DELETE FROM endorsements; DELETE FROM citations";

/// Made when the tables are full, which is several times as fast.
constexpr const char* kIndexes =
    "CREATE INDEX mentions_by_statement ON mentions(statement); CREATE INDEX origins_by_source ON origins(source);"
    "CREATE INDEX citations_by_cited ON citations(cited);"
    "CREATE UNIQUE INDEX placements_by_position ON placements(position)";
constexpr const char* kSourceIndexes =
    "CREATE INDEX identities_by_source ON identities(source); CREATE INDEX sources_by_name ON sources(name)";

/// Ids in the tables count from 1, as those that the program prints: source 1 is "s1".
template <class Id>
std::int64_t row_of(Id id) {
    return static_cast<std::int64_t>(id) + 1;
}

std::optional<std::string_view> text_or_null(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional<std::string_view>(text);
}

/// Of `built` only sources and identities are known yet.
class SourceRows {
  public:
    SourceRows(Database& database, const std::vector<StoredPlace>& places, const BuiltAnalysis& built)
        : database_(database), places_(places), built_(built) {}

    void write() {
        write_sources();
        write_identities();
        database_.run(kSourceIndexes);
    }

  private:
    void write_sources() {
        Query insert(database_, "INSERT INTO sources VALUES(?,?,?,?,?,?,?,?,?,?)");
        Query alias(database_, "INSERT OR IGNORE INTO aliases VALUES(?,?)");
        Query member(database_, "INSERT OR IGNORE INTO members VALUES(?,?)");
        Query merge(database_, "INSERT INTO merges VALUES(?,?,?,?,?)");
        for (std::size_t i = 0; i < built_.analysis.sources.size(); ++i) {
            const Source& source = built_.analysis.sources[i];
            insert.execute(row_of(i), source.name, to_string(source.kind), text_or_null(source.country),
                           text_or_null(source.owner), text_or_null(source.role), text_or_null(source.office),
                           source.unnamed, source.reliability, text_or_null(source.wikidata));
            for (const std::string& name : source.aliases) alias.execute(row_of(i), name);
            for (const SourceId id : source.members) member.execute(row_of(i), row_of(id));
            for (std::size_t m = 0; m < source.merges.size(); ++m)
                merge.execute(row_of(i), m, source.merges[m].name, to_string(source.merges[m].rule),
                              places_.at(source.merges[m].document).document);
        }
    }

    void write_identities() {
        std::vector<std::pair<std::int64_t, SourceId>> rows;
        rows.reserve(built_.identities.size());
        auto source = built_.identities.begin();
        for (const StoredPlace& place : places_)
            for (std::uint32_t i = 0; i < place.appearances; ++i)
                rows.emplace_back(place.first_appearance + i, *source++);
        std::ranges::sort(rows);
        Query insert(database_, "INSERT INTO identities VALUES(?,?)");
        for (const auto& [appearance, id] : rows) insert.execute(appearance, row_of(id));
    }

    Database& database_;
    const std::vector<StoredPlace>& places_;
    const BuiltAnalysis& built_;
};

class ClaimRows {
  public:
    ClaimRows(Database& database, const RunResults& results)
        : database_(database), results_(results), analysis_(results.built.analysis) {}

    void write() {
        auto citations = std::async(std::launch::async, [this] { return this->citations(); });
        write_placements();
        write_metrics();
        write_claims();
        write_origins();
        write_citations(citations.get());
        database_.run(kIndexes);
    }

  private:
    std::int64_t row_of_document(std::size_t document) const { return results_.places.at(document).document; }
    std::optional<std::int64_t> row_of_document(std::optional<DocumentId> document) const {
        return document ? std::optional(row_of_document(static_cast<std::size_t>(*document))) : std::nullopt;
    }

    void write_placements() {
        Query insert(database_, "INSERT INTO placements VALUES(?,?,?,?,?,?)");
        std::int64_t attributions = 0;
        std::vector<std::pair<std::int64_t, std::size_t>> by_row;  // appending rows is faster than putting them between
        for (std::size_t d = 0; d < results_.places.size(); ++d) by_row.emplace_back(row_of_document(d), d);
        std::vector<std::int64_t> before;
        for (const StoredPlace& place : results_.places) {
            before.push_back(attributions);
            attributions += place.resolved;
        }
        std::ranges::sort(by_row);
        for (const auto& [row, d] : by_row)
            insert.execute(row, d, before[d], row_of(analysis_.publishers[d]),
                           row_of_document(analysis_.copies[d].version_of),
                           row_of_document(analysis_.copies[d].reprint_of));
    }

    void write_metrics() {
        Query insert(database_, "INSERT INTO metrics VALUES(?,?,?,?,?,?,?,?,?)");
        for (std::size_t i = 0; i < analysis_.metrics.size(); ++i) {
            const SourceMetrics& m = analysis_.metrics[i];
            insert.execute(row_of(i), m.pagerank, m.betweenness, m.in_degree, m.out_degree, m.claims_originated,
                           m.claims_relayed, m.claims_published, m.circular);
        }
    }

    /// Row of each statement, in the order in which statements were added.
    std::vector<std::int64_t> statement_rows() const {
        std::vector<std::int64_t> rows;
        for (const StoredPlace& place : results_.places)
            for (std::uint32_t i = 0; i < place.statements; ++i) rows.push_back(place.first_statement + i);
        return rows;
    }

    void write_claims() {
        const std::vector<std::int64_t> statements = statement_rows();
        Query insert(database_, "INSERT INTO claims VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)");
        Query variant(database_, "INSERT INTO variants VALUES(?,?,?)");
        Query mention(database_, "INSERT INTO mentions VALUES(?,?,?,?,?,?)");
        for (std::size_t c = 0; c < analysis_.claims.size(); ++c) {
            const Corroboration& f = analysis_.corroboration[c];
            const MatchedClaim& matched = results_.built.matched[c];
            insert.execute(row_of(c), statements.at(matched.clearest), f.documents, f.publishers, f.independent_origins,
                           f.effective_sources, f.disjoint_paths, f.belief, f.uncertainty, f.admiralty, f.disputed,
                           f.circular, f.explanation);
            const auto& mentions = analysis_.claims[c].mentions;
            for (std::size_t m = 0; m < mentions.size(); ++m) {
                const auto& member = matched.members[m];
                mention.execute(row_of(c), m, statements.at(member.mention), to_string(mentions[m].stance),
                                member.basis ? std::optional(statements.at(*member.basis)) : std::nullopt,
                                member.restates);
            }
            for (const auto& [other, exclusive] : analysis_.claims[c].variants)
                variant.execute(row_of(c), row_of(other), exclusive);
        }
    }

    void write_origins() {
        Query origin(database_, "INSERT INTO origins VALUES(?,?,?,?,?,?)");
        Query bottleneck(database_, "INSERT INTO bottlenecks VALUES(?,?,?)");
        Query endorsement(database_, "INSERT INTO endorsements VALUES(?,?,?,?)");
        for (std::size_t c = 0; c < analysis_.corroboration.size(); ++c) {
            const Corroboration& f = analysis_.corroboration[c];
            for (std::size_t i = 0; i < f.origins.size(); ++i)
                origin.execute(row_of(c), i, row_of(f.origins[i].source), to_string(f.origins[i].stance),
                               f.origins[i].counted, text_or_null(f.origins[i].reason));
            const auto list = [&](Stance stance, const std::vector<SourceId>& sources) {
                for (std::size_t i = 0; i < sources.size(); ++i)
                    endorsement.execute(row_of(c), to_string(stance), i, row_of(sources[i]));
            };
            for (std::size_t i = 0; i < f.bottlenecks.size(); ++i)
                bottleneck.execute(row_of(c), i, row_of(f.bottlenecks[i]));
            list(Stance::confirms, f.confirmed_by);
            list(Stance::denies, f.denied_by);
            list(Stance::doubts, f.doubted_by);
        }
    }

    /// One step of one mention's chain.
    struct Citation {
        SourceId citing, cited;
        Stance stance;
        std::uint32_t claim;
        auto ends() const { return std::tuple(citing, cited, to_string(stance)); }
    };

    std::vector<Citation> citations() const {
        std::vector<Citation> found;
        for (std::uint32_t c = 0; c < analysis_.claims.size(); ++c)
            for (const Mention& mention : analysis_.claims[c].mentions)
                for (std::size_t i = 1; i < mention.chain.size(); ++i)
                    if (mention.chain[i] != mention.chain[i - 1])
                        found.push_back({mention.chain[i], mention.chain[i - 1], mention.stance, c});
        std::ranges::stable_sort(found, {}, &Citation::ends);
        return found;
    }

    void write_citations(const std::vector<Citation>& all) {
        Query insert(database_, "INSERT INTO citations VALUES(?,?,?,?,?)");
        for (auto first = all.begin(); first != all.end();) {
            const auto last =
                std::find_if(first, all.end(), [&](const Citation& c) { return c.ends() != first->ends(); });
            const bool one_claim = std::all_of(first, last, [&](const Citation& c) { return c.claim == first->claim; });
            insert.execute(row_of(first->citing), row_of(first->cited), to_string(first->stance), last - first,
                           one_claim ? std::optional(row_of(first->claim)) : std::nullopt);
            first = last;
        }
    }

    Database& database_;
    const RunResults& results_;
    const Analysis& analysis_;
};

}  // namespace

void write_sources(Database& database, const std::vector<StoredPlace>& places, const BuiltAnalysis& built) {
    database.run(kClear);
    SourceRows(database, places, built).write();
}

void write_claims(Database& database, const RunResults& results) { ClaimRows(database, results).write(); }

}  // namespace hearsay
