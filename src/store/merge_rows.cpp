// SPDX-License-Identifier: Apache-2.0
#include "store/merge_rows.hpp"

#include "hearsay/error.hpp"
#include "store/run_database.hpp"

namespace hearsay {

namespace {

/// Ids of the part are moved behind the last ones of the whole; gaps are no harm.
struct Offsets {
    std::int64_t document, appearance, attribution, statement;
};

Offsets offsets_of(Database& database) {
    const auto last = [&](const std::string& key) {
        return database.integer("SELECT coalesce(max(" + key + "), 0) FROM main." + key + "s");
    };
    return {last("document"), last("appearance"), last("attribution"), last("statement")};
}

/// `sql` with each "@d", "@p", "@a" and "@s" replaced by "+offset" of documents, appearances, attributions and
/// statements.
std::string moved(std::string sql, const Offsets& by) {
    const auto replace = [&](std::string_view mark, std::int64_t offset) {
        const std::string sum = std::string("+").append(std::to_string(offset));
        for (std::size_t at; (at = sql.find(mark)) != sql.npos;) sql.replace(at, mark.size(), sum);
    };
    replace("@d", by.document);
    replace("@p", by.appearance);
    replace("@a", by.attribution);
    replace("@s", by.statement);
    return sql;
}

constexpr const char* kFresh =
    "DROP TABLE IF EXISTS temp.fresh; CREATE TEMP TABLE fresh(document INTEGER PRIMARY KEY);"
    "INSERT INTO temp.fresh SELECT document FROM part.documents WHERE uuid NOT IN (SELECT uuid FROM main.documents)";

constexpr const char* kCopy = R"(
INSERT INTO main.documents SELECT document@d, uuid, id, path, publisher, publisher_evidence, published,
    published_evidence, url, url_evidence, title, title_evidence, language, invalid_bytes, boilerplate, fields,
    published_by@p FROM part.documents JOIN fresh USING(document);
INSERT INTO main.appearances SELECT appearance@p, document@d, name, kind, role, unnamed
    FROM part.appearances JOIN fresh USING(document);
INSERT INTO main.spans SELECT attribution@a, spans.role, spans."begin", spans."end" FROM part.spans
    JOIN part.attributions USING(attribution) JOIN fresh USING(document);
INSERT INTO main.hops SELECT attribution@a, hop, appearance@p, rule, naming, "begin", "end", text, hops.sentence
    FROM part.hops JOIN part.attributions USING(attribution) JOIN fresh USING(document);
INSERT INTO main.attributions SELECT attribution@a, document@d, parent@a, about@a, passed_on, stance, cue_stance, voice,
    hedged, confidence, source, cue, content, sentence FROM part.attributions JOIN fresh USING(document);
INSERT INTO main.statement_search(rowid, text) SELECT statement@s, text FROM part.statements JOIN fresh USING(document);
INSERT INTO main.statements SELECT statement@s, document@d, attribution@a, text, sentence, spans, hedged
    FROM part.statements JOIN fresh USING(document);
INSERT INTO main.facts SELECT document@d, version, first_appearance@p, first_attribution@a, first_statement@s, bytes
    FROM part.facts JOIN fresh USING(document);
INSERT OR IGNORE INTO main.errors(place, cause, uuid) SELECT place, cause, uuid FROM part.errors ORDER BY error;
DELETE FROM main.errors WHERE uuid IN (SELECT uuid FROM main.documents);
)";

/// A document that both have goes by the lesser of its two names, so that the order of merging does not matter.
constexpr const char* kRename =
    "UPDATE main.documents SET (id, path) = (part.id, part.path) FROM part.documents AS part "
    "WHERE part.uuid = main.documents.uuid AND (part.id, part.path) < (main.documents.id, main.documents.path)";

/// The other run's file as "part", while it lives.
class Attached {
  public:
    Attached(Database& database, const Database& part) : database_(database) {
        Query(database, "ATTACH ? AS part").execute(part.uri());
    }
    ~Attached() {
        try {
            database_.run("DETACH part");
        } catch (const Error&) {  // it goes with the connection
        }
    }
    Attached(const Attached&) = delete;
    Attached& operator=(const Attached&) = delete;

  private:
    Database& database_;
};

}  // namespace

std::string models_of_runs(const std::vector<std::filesystem::path>& folders) {
    std::string models;
    for (const auto& folder : folders) {
        Database run = open_run_to_read(folder);
        const std::string its = run_value(run, "models");
        if (models.empty()) models = its;
        if (its != models && !its.empty())
            throw RunError(folder.string() +
                           ": was made with other models, lexicons or --sources than the runs before it");
    }
    return models;
}

MergedRows merge_rows(Database& database, const std::filesystem::path& folder) {
    const Attached part(database, open_run_to_read(folder));
    Transaction transaction(database);
    database.run(kFresh);
    MergedRows rows;
    rows.added = database.integer("SELECT count(*) FROM fresh");
    rows.known = database.integer("SELECT count(*) FROM part.documents") - rows.added;
    database.run(kRename);
    database.run(moved(kCopy, offsets_of(database)));
    set_run_value(database, "results", "stale");
    set_run_value(database, "settled", "");  // the whole is no part's addition
    transaction.commit();
    return rows;
}

}  // namespace hearsay
