// SPDX-License-Identifier: Apache-2.0
#include "store/result_rows.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <future>
#include <tuple>

#include "claim/hashing.hpp"

namespace hearsay {

namespace {

constexpr const char* kClearSources =
    "DROP INDEX IF EXISTS identities_by_source; DROP INDEX IF EXISTS sources_by_name;"
    "DELETE FROM sources; DELETE FROM metrics; DELETE FROM aliases; DELETE FROM merges; DELETE FROM members;"
    "DELETE FROM identities";
constexpr const char* kClearPlaces =
    "DROP INDEX IF EXISTS citations_by_cited; DROP INDEX IF EXISTS placements_by_position;"
    "DROP INDEX IF EXISTS ranks_by_claim;"
    "DELETE FROM placements; DELETE FROM citations; DELETE FROM ranks";
constexpr const char* kClearClaims =
    "DROP INDEX IF EXISTS mentions_by_statement; DROP INDEX IF EXISTS origins_by_source;"
    "DELETE FROM claim_rows; DELETE FROM mention_rows; DELETE FROM variant_rows; DELETE FROM origin_rows;"
    "DELETE FROM bottleneck_rows; DELETE FROM endorsement_rows";

/// Made when the tables are full, which is several times as fast.
constexpr const char* kSourceIndexes =
    "CREATE INDEX identities_by_source ON identities(source); CREATE INDEX sources_by_name ON sources(name)";
constexpr const char* kPlaceIndexes =
    "CREATE INDEX citations_by_cited ON citations(cited);"
    "CREATE UNIQUE INDEX placements_by_position ON placements(position);"
    "CREATE UNIQUE INDEX ranks_by_claim ON ranks(claim)";
constexpr const char* kClaimIndexes =
    "CREATE INDEX mentions_by_statement ON mention_rows(statement); CREATE INDEX origins_by_source ON "
    "origin_rows(source)";

/// Ids in the tables count from 1, as those that the program prints: source 1 is "s1".
template <class Id>
std::int64_t row_of(Id id) {
    return static_cast<std::int64_t>(id) + 1;
}

std::optional<std::string_view> text_or_null(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional<std::string_view>(text);
}

std::vector<std::int64_t> statement_rows(const std::vector<StoredPlace>& places) {
    std::vector<std::int64_t> rows;
    for (const StoredPlace& place : places)
        for (std::uint32_t i = 0; i < place.statements; ++i) rows.push_back(place.first_statement + i);
    return rows;
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

/// The tables that have several rows, or none, for one claim, by its anchor. Claims, mentions and variants tell what is
/// claimed; the others hold ids of sources, which change more often.
enum class ClaimTable : std::uint8_t { claims, mentions, variants, origins, bottlenecks, endorsements };
constexpr std::array kTelling = {ClaimTable::claims, ClaimTable::mentions, ClaimTable::variants};
constexpr std::array kSourced = {ClaimTable::origins, ClaimTable::bottlenecks, ClaimTable::endorsements};

/// Tells whether the rows of a claim are what they were.
class Digest {
  public:
    template <class... Values>
    void operator()(ClaimTable table, const Values&... values) {
        add(static_cast<std::int64_t>(table));
        (add(values), ...);
    }
    std::int64_t value() const { return static_cast<std::int64_t>(value_); }

  private:
    template <class Integer>
    requires std::is_integral_v<Integer>
    void add(Integer value) { value_ = mix(value_ ^ static_cast<std::uint64_t>(value)); }
    void add(double value) { add(std::bit_cast<std::uint64_t>(value)); }
    void add(std::string_view text) { add(fnv1a(text)), add(text.size()); }
    void add(const std::string& text) { add(std::string_view(text)); }
    template <class Value>
    void add(const std::optional<Value>& value) {
        add(value.has_value());
        if (value) add(*value);
    }

    std::uint64_t value_ = 0;
};

/// Writes the rows of claims.
class ClaimRowWriter {
  public:
    explicit ClaimRowWriter(Database& database) {
        for (const auto& [table, values] : {std::pair{"claim_rows", "(?,?,?,?,?,?,?,?,?,?,?,?,?)"},
                                            {"mention_rows", "(?,?,?,?,?,?,?)"},
                                            {"variant_rows", "(?,?,?)"},
                                            {"origin_rows", "(?,?,?,?,?,?)"},
                                            {"bottleneck_rows", "(?,?,?)"},
                                            {"endorsement_rows", "(?,?,?,?)"}}) {
            inserts_.emplace_back(database, std::string("INSERT INTO ") + table + " VALUES" + values);
            removals_.emplace_back(database, std::string("DELETE FROM ") + table + " WHERE anchor = ?");
        }
    }
    template <class... Values>
    void insert(std::int64_t anchor, ClaimTable table, const Values&... values) {
        inserts_[static_cast<std::size_t>(table)].execute(anchor, values...);
    }
    void remove(std::int64_t anchor, const std::array<ClaimTable, 3>& tables) {
        for (const ClaimTable table : tables) removals_[static_cast<std::size_t>(table)].execute(anchor);
    }
    void remove(std::int64_t anchor) { remove(anchor, kTelling), remove(anchor, kSourced); }

  private:
    std::vector<Query> inserts_, removals_;  // by ClaimTable
};

class ClaimRows {
  public:
    ClaimRows(Database& database, const RunResults& results)
        : database_(database),
          results_(results),
          analysis_(results.built.analysis),
          statements_(statement_rows(results.places)) {
        for (const MatchedClaim& claim : results.built.matched)
            anchors_.push_back(
                statements_.at(std::ranges::find(claim.members, false, &MatchedClaim::Member::in_part)->mention));
    }

    void write(Rewrite rewrite) {
        auto citations = std::async(std::launch::async, [this] { return this->citations(); });
        const std::vector<Standing> former = rewrite == Rewrite::changes ? standings() : std::vector<Standing>();
        database_.run(kClearPlaces);
        if (rewrite == Rewrite::everything) database_.run(kClearClaims);
        write_placements();
        write_metrics();
        write_claims(former);
        write_citations(citations.get());
        database_.run(kPlaceIndexes);
        if (rewrite == Rewrite::everything) database_.run(kClaimIndexes);
    }

  private:
    /// A claim as its rows are in the tables.
    struct Standing {
        std::int64_t anchor, telling, sourced;
    };

    std::vector<Standing> standings() {
        std::vector<Standing> found;
        Query query(database_, "SELECT anchor, telling_digest, source_digest FROM ranks ORDER BY anchor");
        while (query.next()) found.push_back({query.integer(0), query.integer(1), query.integer(2)});
        return found;
    }

    std::int64_t row_of_document(std::size_t document) const { return results_.places.at(document).document; }
    std::optional<std::int64_t> row_of_document(std::optional<DocumentId> document) const {
        return document ? std::optional(row_of_document(static_cast<std::size_t>(*document))) : std::nullopt;
    }

    void write_placements() {
        Query insert(database_, "INSERT INTO placements VALUES(?,?,?,?,?,?,?)");
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
            insert.execute(row, d, before[d], row_of(analysis_.publishers[d]), row_of(analysis_.voices[d]),
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

    /// In the order of the anchors, for appending rows is faster than putting them between.
    void write_claims(const std::vector<Standing>& former) {
        std::vector<std::pair<std::int64_t, std::uint32_t>> claims;
        for (std::uint32_t c = 0; c < anchors_.size(); ++c) claims.emplace_back(anchors_[c], c);
        std::ranges::sort(claims);
        Query rank(database_, "INSERT INTO ranks VALUES(?,?,?,?)");
        ClaimRowWriter writer(database_);
        auto was = former.begin();
        for (const auto& [anchor, c] : claims) {
            for (; was != former.end() && was->anchor < anchor; ++was) writer.remove(was->anchor);
            Digest telling, sourced;
            each_telling_row(c, telling);
            each_sourced_row(c, sourced);
            rank.execute(anchor, row_of(c), telling.value(), sourced.value());
            const auto insert = [&, row = anchor](ClaimTable table, const auto&... values) {
                writer.insert(row, table, values...);
            };
            const bool known = was != former.end() && was->anchor == anchor;
            if (!known || was->telling != telling.value()) {
                if (known) writer.remove(anchor, kTelling);
                each_telling_row(c, insert);
            }
            if (!known || was->sourced != sourced.value()) {
                if (known) writer.remove(anchor, kSourced);
                each_sourced_row(c, insert);
            }
            was += known;
        }
        for (; was != former.end(); ++was) writer.remove(was->anchor);
    }

    /// Calls row(table, values...) for everything that the tables of kTelling hold of a claim, behind its anchor.
    template <class Row>
    void each_telling_row(std::uint32_t c, Row&& row) const {
        const Corroboration& f = analysis_.corroboration[c];
        row(ClaimTable::claims, statements_.at(results_.built.matched[c].clearest), f.documents, f.publishers,
            f.independent_origins, f.effective_sources, f.disjoint_paths, f.belief, f.uncertainty, f.admiralty,
            f.disputed, f.circular, f.explanation);
        const auto& mentions = analysis_.claims[c].mentions;
        for (std::size_t m = 0; m < mentions.size(); ++m) {
            const auto& member = results_.built.matched[c].members[m];
            row(ClaimTable::mentions, m, statements_.at(member.mention), to_string(mentions[m].stance),
                member.basis ? std::optional(statements_.at(*member.basis)) : std::nullopt, member.restates,
                member.in_part);
        }
        std::vector<std::pair<std::int64_t, bool>> variants;
        for (const auto& [other, exclusive] : analysis_.claims[c].variants)
            variants.emplace_back(anchors_[static_cast<std::size_t>(other)], exclusive);
        std::ranges::sort(variants);
        for (const auto& [anchor, exclusive] : variants) row(ClaimTable::variants, anchor, exclusive);
    }

    /// ... that those of kSourced hold.
    template <class Row>
    void each_sourced_row(std::uint32_t c, Row&& row) const {
        const Corroboration& f = analysis_.corroboration[c];
        for (std::size_t i = 0; i < f.origins.size(); ++i)
            row(ClaimTable::origins, i, row_of(f.origins[i].source), to_string(f.origins[i].stance),
                f.origins[i].counted, text_or_null(f.origins[i].reason));
        for (std::size_t i = 0; i < f.bottlenecks.size(); ++i)
            row(ClaimTable::bottlenecks, i, row_of(f.bottlenecks[i]));
        for (const auto& [stance, sources] : {std::pair(Stance::confirms, &f.confirmed_by),
                                              {Stance::denies, &f.denied_by},
                                              {Stance::doubts, &f.doubted_by}})
            for (std::size_t i = 0; i < sources->size(); ++i)
                row(ClaimTable::endorsements, to_string(stance), i, row_of((*sources)[i]));
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
    std::vector<std::int64_t> statements_;  // rows, in the order of adding
    std::vector<std::int64_t> anchors_;     // by claim: the row of the first statement that is its own
};

}  // namespace

void write_sources(Database& database, const std::vector<StoredPlace>& places, const BuiltAnalysis& built) {
    database.run(kClearSources);
    SourceRows(database, places, built).write();
}

void write_claims(Database& database, const RunResults& results, Rewrite rewrite) {
    ClaimRows(database, results).write(rewrite);
}

}  // namespace hearsay
