-- SPDX-License-Identifier: Apache-2.0
-- The tables of a run, hearsay.sqlite; docs/schema.md describes them. Raise kSchemaVersion when a table changes.

-- What each document gave, in the order of arrival. Nothing here depends on another document.

CREATE TABLE run(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE documents(
    document INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE,
    id TEXT NOT NULL, path TEXT NOT NULL,
    publisher TEXT, publisher_evidence TEXT NOT NULL, published TEXT, published_evidence TEXT NOT NULL,
    url TEXT, url_evidence TEXT NOT NULL, title TEXT, title_evidence TEXT NOT NULL,
    language TEXT NOT NULL, invalid_bytes INTEGER NOT NULL,
    boilerplate TEXT NOT NULL, fields TEXT,
    published_by INTEGER NOT NULL REFERENCES appearances);

CREATE TABLE appearances(
    appearance INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents,
    name TEXT NOT NULL, kind TEXT NOT NULL, role TEXT, unnamed INTEGER NOT NULL);

CREATE TABLE attributions(
    attribution INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents,
    parent INTEGER REFERENCES attributions, about INTEGER REFERENCES attributions,
    passed_on INTEGER NOT NULL,
    stance TEXT NOT NULL, cue_stance TEXT NOT NULL, voice TEXT NOT NULL, hedged INTEGER NOT NULL,
    confidence REAL NOT NULL,
    source TEXT NOT NULL, cue TEXT NOT NULL, content TEXT NOT NULL, sentence TEXT NOT NULL);

CREATE TABLE spans(
    attribution INTEGER NOT NULL REFERENCES attributions,
    role TEXT NOT NULL, "begin" INTEGER NOT NULL, "end" INTEGER NOT NULL,
    PRIMARY KEY(attribution, role, "begin", "end")) WITHOUT ROWID;

CREATE TABLE hops(
    attribution INTEGER NOT NULL REFERENCES attributions,
    hop INTEGER NOT NULL,
    appearance INTEGER NOT NULL REFERENCES appearances,
    rule TEXT NOT NULL, naming TEXT NOT NULL, "begin" INTEGER NOT NULL, "end" INTEGER NOT NULL,
    text TEXT NOT NULL, sentence TEXT NOT NULL,
    PRIMARY KEY(attribution, hop)) WITHOUT ROWID;

CREATE TABLE statements(
    statement INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents,
    attribution INTEGER REFERENCES attributions,
    text TEXT NOT NULL, sentence TEXT, spans TEXT, hedged INTEGER NOT NULL);

CREATE VIRTUAL TABLE statement_search USING fts5(
    text, content='statements', content_rowid='statement', tokenize='porter unicode61', columnsize=0);

CREATE TABLE facts(
    document INTEGER PRIMARY KEY REFERENCES documents,
    version INTEGER NOT NULL,
    first_appearance INTEGER NOT NULL, first_attribution INTEGER NOT NULL, first_statement INTEGER NOT NULL,
    bytes BLOB NOT NULL);

CREATE TABLE memory(
    part TEXT NOT NULL, block INTEGER NOT NULL, bytes BLOB NOT NULL,
    PRIMARY KEY(part, block));

CREATE TABLE errors(
    error INTEGER PRIMARY KEY,
    place TEXT NOT NULL, cause TEXT NOT NULL, uuid BLOB,
    UNIQUE(place, cause));

CREATE INDEX appearances_by_document ON appearances(document);
CREATE INDEX attributions_by_document ON attributions(document);
CREATE INDEX statements_by_document ON statements(document);

-- What all documents together gave. Brought up to date as a whole, in one transaction.

CREATE TABLE placements(
    document INTEGER PRIMARY KEY REFERENCES documents,
    position INTEGER NOT NULL, attributions_before INTEGER NOT NULL,
    publisher INTEGER NOT NULL REFERENCES sources, teller INTEGER NOT NULL REFERENCES sources,
    version_of INTEGER REFERENCES documents, reprint_of INTEGER REFERENCES documents);

CREATE TABLE sources(
    source INTEGER PRIMARY KEY,
    name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT, owner TEXT, role TEXT, office TEXT, unnamed INTEGER NOT NULL,
    reliability REAL, wikidata TEXT);

CREATE TABLE metrics(
    source INTEGER PRIMARY KEY REFERENCES sources,
    pagerank REAL NOT NULL, betweenness REAL NOT NULL, in_degree INTEGER NOT NULL, out_degree INTEGER NOT NULL,
    claims_originated INTEGER NOT NULL, claims_relayed INTEGER NOT NULL, claims_published INTEGER NOT NULL,
    circular INTEGER NOT NULL);

CREATE TABLE aliases(
    source INTEGER NOT NULL REFERENCES sources, alias TEXT NOT NULL,
    PRIMARY KEY(source, alias)) WITHOUT ROWID;

CREATE TABLE merges(
    source INTEGER NOT NULL REFERENCES sources, position INTEGER NOT NULL,
    name TEXT NOT NULL, rule TEXT NOT NULL, document INTEGER NOT NULL REFERENCES documents,
    PRIMARY KEY(source, position)) WITHOUT ROWID;

CREATE TABLE members(
    source INTEGER NOT NULL REFERENCES sources, member INTEGER NOT NULL REFERENCES sources,
    PRIMARY KEY(source, member)) WITHOUT ROWID;

CREATE TABLE identities(
    appearance INTEGER PRIMARY KEY REFERENCES appearances,
    source INTEGER NOT NULL REFERENCES sources);

-- A claim is known by its anchor, the first of the statements that are its own (not in_part), which mostly stays the
-- same when articles are added; which claim it is, ranks tells. So an addition, which moves nearly all ranks, changes
-- few rows. Asked are the views.

CREATE TABLE ranks(
    anchor INTEGER PRIMARY KEY REFERENCES statements, claim INTEGER NOT NULL,
    telling_digest INTEGER NOT NULL, source_digest INTEGER NOT NULL);
CREATE UNIQUE INDEX ranks_by_claim ON ranks(claim);

CREATE TABLE claim_rows(
    anchor INTEGER PRIMARY KEY REFERENCES ranks,
    wording INTEGER NOT NULL REFERENCES statements,
    documents INTEGER NOT NULL, publishers INTEGER NOT NULL, independent_origins INTEGER NOT NULL,
    effective_sources REAL NOT NULL, disjoint_paths INTEGER NOT NULL, belief REAL NOT NULL, uncertainty REAL NOT NULL,
    admiralty TEXT NOT NULL, disputed INTEGER NOT NULL, circular INTEGER NOT NULL, explanation TEXT NOT NULL);

CREATE TABLE bottleneck_rows(
    anchor INTEGER NOT NULL REFERENCES ranks, position INTEGER NOT NULL,
    source INTEGER NOT NULL REFERENCES sources,
    PRIMARY KEY(anchor, position)) WITHOUT ROWID;

CREATE TABLE mention_rows(
    anchor INTEGER NOT NULL REFERENCES ranks, position INTEGER NOT NULL,
    statement INTEGER NOT NULL REFERENCES statements, stance TEXT NOT NULL,
    basis INTEGER REFERENCES statements, restates INTEGER NOT NULL, in_part INTEGER NOT NULL,
    PRIMARY KEY(anchor, position)) WITHOUT ROWID;

CREATE TABLE variant_rows(
    anchor INTEGER NOT NULL REFERENCES ranks, variant INTEGER NOT NULL REFERENCES ranks, exclusive INTEGER NOT NULL,
    PRIMARY KEY(anchor, variant)) WITHOUT ROWID;

CREATE TABLE origin_rows(
    anchor INTEGER NOT NULL REFERENCES ranks, position INTEGER NOT NULL,
    source INTEGER NOT NULL REFERENCES sources, stance TEXT NOT NULL, counted INTEGER NOT NULL, reason TEXT,
    PRIMARY KEY(anchor, position)) WITHOUT ROWID;

CREATE TABLE endorsement_rows(
    anchor INTEGER NOT NULL REFERENCES ranks, stance TEXT NOT NULL, position INTEGER NOT NULL,
    source INTEGER NOT NULL REFERENCES sources,
    PRIMARY KEY(anchor, stance, position)) WITHOUT ROWID;

CREATE VIEW claims AS
    SELECT claim, wording, documents, publishers, independent_origins, effective_sources, disjoint_paths, belief,
           uncertainty, admiralty, disputed, circular, explanation, anchor
    FROM ranks JOIN claim_rows USING(anchor);

CREATE VIEW mentions AS
    SELECT claim, position, statement, stance, basis, restates, in_part FROM ranks JOIN mention_rows USING(anchor);

CREATE VIEW variants AS
    SELECT ranks.claim, others.claim AS variant, exclusive
    FROM ranks JOIN variant_rows USING(anchor) JOIN ranks AS others ON others.anchor = variant_rows.variant;

CREATE VIEW origins AS
    SELECT claim, position, source, stance, counted, reason FROM ranks JOIN origin_rows USING(anchor);

CREATE VIEW bottlenecks AS
    SELECT claim, position, source FROM ranks JOIN bottleneck_rows USING(anchor);

CREATE VIEW endorsements AS
    SELECT claim, stance, position, source FROM ranks JOIN endorsement_rows USING(anchor);

CREATE TABLE citations(
    citing INTEGER NOT NULL REFERENCES sources, cited INTEGER NOT NULL REFERENCES sources,
    stance TEXT NOT NULL, mentions INTEGER NOT NULL, claim INTEGER REFERENCES ranks(claim),
    PRIMARY KEY(citing, cited, stance)) WITHOUT ROWID;

CREATE TABLE changes(
    change INTEGER PRIMARY KEY,
    kind TEXT NOT NULL, claim INTEGER NOT NULL REFERENCES ranks(claim), was INTEGER NOT NULL, now INTEGER NOT NULL);

-- What is asked most often.

CREATE VIEW ranking AS
    SELECT claim, independent_origins, documents, publishers, effective_sources, disjoint_paths, belief, uncertainty,
           admiralty, disputed, circular,
           CASE WHEN substr(text, 1, 5) = 'that ' THEN substr(text, 6) ELSE text END AS text, explanation
    FROM claims JOIN statements ON statement = wording;

CREATE VIEW chains AS
    SELECT attribution, hop, sources.source, sources.name, sources.kind, rule, naming, text, sentence
    FROM hops JOIN identities USING(appearance) JOIN sources ON sources.source = identities.source;

CREATE VIEW chain_texts AS
    SELECT attribution, group_concat(name, ' → ') AS chain
    FROM (SELECT attribution, name FROM chains ORDER BY attribution, hop) GROUP BY attribution;

CREATE VIEW claim_mentions AS
    SELECT mentions.claim, mentions.position, mentions.stance, statements.text, statements.statement,
           statements.attribution, documents.document, documents.id, documents.published, sources.name AS publisher
    FROM mentions JOIN statements USING(statement) JOIN documents ON documents.document = statements.document
         JOIN placements ON placements.document = documents.document
         JOIN sources ON sources.source = placements.publisher;

CREATE VIEW copies AS
    SELECT document, coalesce(version_of, reprint_of) AS original,
           CASE WHEN version_of IS NULL THEN 'reprint' ELSE 'version' END AS kind
    FROM placements WHERE version_of IS NOT NULL OR reprint_of IS NOT NULL;

-- The citation graph: from who has it to whom he has it from.
CREATE VIEW edges AS
    SELECT 'cites' AS relation, 'source' AS from_kind, citing AS "from", 'source' AS to_kind, cited AS "to", stance,
           mentions, claim FROM citations
    UNION ALL
    SELECT 'publishes', 'document', document, 'source', publisher, 'asserts', 1, NULL FROM placements
    UNION ALL
    SELECT kind || '_of', 'document', document, 'document', original, 'asserts', 1, NULL FROM copies
    UNION ALL
    SELECT 'states', 'document', document, 'claim', claim, mentions.stance, count(*), claim
    FROM mentions JOIN statements ON statements.statement = coalesce(basis, mentions.statement)
         JOIN placements USING(document)
         LEFT JOIN hops ON hops.attribution = statements.attribution AND hop = 1
    WHERE hop IS NULL AND (statements.attribution IS NOT NULL OR teller = publisher)
    GROUP BY document, claim, mentions.stance
    UNION ALL
    SELECT 'originates', 'claim', claim, 'source', source, stance, count(*), claim
    FROM (SELECT claim, source, mentions.stance AS stance
          FROM mentions JOIN statements ON statements.statement = coalesce(basis, mentions.statement)
               JOIN hops AS second ON second.attribution = statements.attribution AND second.hop = 1
               JOIN hops ON hops.attribution = statements.attribution AND hops.hop = 0
               JOIN identities ON identities.appearance = hops.appearance
          UNION ALL
          SELECT claim, teller, mentions.stance
          FROM mentions JOIN statements ON statements.statement = coalesce(basis, mentions.statement)
               JOIN placements USING(document)
          WHERE statements.attribution IS NULL AND teller <> publisher)
    GROUP BY claim, source, stance;
