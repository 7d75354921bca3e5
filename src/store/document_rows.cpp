// SPDX-License-Identifier: Apache-2.0
#include "store/document_rows.hpp"

#include <boost/json/serialize.hpp>
#include <vector>

#include "store/facts.hpp"
#include "store/span_text.hpp"

namespace hearsay {

namespace {

/// The first id after those that `table` has, whose key bears the table's name without its last letter.
std::int64_t next_id(Database& database, const std::string& table) {
    const std::string key = table.substr(0, table.size() - 1);
    return database.integer("SELECT coalesce(max(" + key + "), 0) + 1 FROM " + table);
}

std::optional<std::string_view> text_or_null(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional<std::string_view>(text);
}

std::optional<std::string> fields_of(const DocumentRecord& record) {
    return record.fields.empty() ? std::nullopt : std::optional(boost::json::serialize(record.fields));
}

}  // namespace

DocumentRows::DocumentRows(Database& database)
    : document_(database, "INSERT INTO documents VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"),
      appearance_(database, "INSERT INTO appearances VALUES(?,?,?,?,?,?)"),
      attribution_(database, "INSERT INTO attributions VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?)"),
      span_(database, "INSERT OR IGNORE INTO spans VALUES(?,?,?,?)"),
      hop_(database, "INSERT INTO hops VALUES(?,?,?,?,?,?,?,?,?)"),
      statement_(database, "INSERT INTO statements VALUES(?,?,?,?,?,?,?)"),
      search_(database, "INSERT INTO statement_search(rowid, text) VALUES(?,?)"),
      facts_(database, "INSERT INTO facts VALUES(?,?,?,?,?,?)"),
      next_document_(next_id(database, "documents")),
      next_appearance_(next_id(database, "appearances")),
      next_attribution_(next_id(database, "attributions")),
      next_statement_(next_id(database, "statements")) {}

void DocumentRows::add(const StoredFindings& document) {
    const DocumentFindings& found = document.found;
    add_record(document);
    facts_.execute(next_document_, kFactsVersion, next_appearance_, next_attribution_, next_statement_,
                   Blob{document.facts});
    add_appearances(found);
    add_attributions(found);
    add_statements(found);
    ++next_document_;
    next_appearance_ += static_cast<std::int64_t>(found.sources.sources.size());
    next_attribution_ += static_cast<std::int64_t>(found.attributions.size());
    next_statement_ += static_cast<std::int64_t>(found.statements.size());
}

void DocumentRows::add_record(const StoredFindings& document) {
    const DocumentRecord& record = document.found.record;
    document_.execute(
        next_document_, Blob{bytes_of(document.uuid)}, record.id, record.path, text_or_null(record.publisher.value),
        to_string(record.publisher.evidence), text_or_null(record.published.value),
        to_string(record.published.evidence), text_or_null(record.url.value), to_string(record.url.evidence),
        text_or_null(record.title.value), to_string(record.title.evidence), record.language, record.replacements,
        to_json(record.boilerplate), fields_of(record), next_appearance_ + document.found.sources.publisher);
}

void DocumentRows::add_appearances(const DocumentFindings& found) {
    std::int64_t id = next_appearance_;
    for (const Source& source : found.sources.sources)
        appearance_.execute(id++, next_document_, source.name, to_string(source.kind), text_or_null(source.role),
                            source.unnamed);
}

void DocumentRows::add_attributions(const DocumentFindings& found) {
    std::vector<const ResolvedAttribution*> resolved(found.attributions.size());
    for (const ResolvedAttribution& r : found.sources.attributions) resolved.at(r.attribution) = &r;
    const auto run_id = [&](std::optional<std::uint32_t> local) {
        return local ? std::optional(next_attribution_ + *local) : std::nullopt;
    };
    for (std::uint32_t i = 0; i < found.attributions.size(); ++i) {
        const AnalyzedAttribution& a = found.attributions[i];
        const ResolvedAttribution* const r = resolved[i];
        const Stance cue_stance = a.attribution.stance;
        attribution_.execute(*run_id(i), next_document_, run_id(a.attribution.parent),
                             r ? run_id(r->about) : std::nullopt, r == nullptr, to_string(r ? r->stance : cue_stance),
                             to_string(cue_stance), to_string(a.attribution.voice), a.attribution.hedged,
                             a.attribution.confidence, a.source_text, a.cue_text, a.content_text, a.sentence);
        for (const Span span : a.attribution.content) span_.execute(*run_id(i), "content", span.begin, span.end);
        for (const Span span : a.attribution.cue) span_.execute(*run_id(i), "cue", span.begin, span.end);
        for (const Span span : a.attribution.source) span_.execute(*run_id(i), "source", span.begin, span.end);
        if (r) add_hops(*r, a);
    }
}

void DocumentRows::add_hops(const ResolvedAttribution& resolved, const AnalyzedAttribution& attribution) {
    static const AnalyzedHop kNone{};
    for (std::size_t i = 0; i < resolved.chain.size(); ++i) {
        const AnalyzedHop& hop = i < attribution.hops.size() ? attribution.hops[i] : kNone;
        hop_.execute(next_attribution_ + resolved.attribution, i, next_appearance_ + resolved.chain[i],
                     to_string(hop.evidence.rule), to_string(hop.evidence.naming), hop.evidence.span.begin,
                     hop.evidence.span.end, hop.text, hop.sentence);
    }
}

/// Spans and sentence are left out where they are the attribution's.
void DocumentRows::add_statements(const DocumentFindings& found) {
    static const AnalyzedAttribution kNone{};
    std::int64_t id = next_statement_;
    for (const Statement& statement : found.statements) {
        std::optional<std::uint32_t> local;
        if (statement.resolved) local = found.sources.attributions.at(*statement.resolved).attribution;
        const AnalyzedAttribution& whose = local ? found.attributions.at(*local) : kNone;
        const bool as_content = local && whose.attribution.content == statement.spans;
        const std::string spans = as_content ? std::string() : to_json(statement.spans);
        const bool same_sentence = local && whose.sentence == statement.sentence;
        statement_.execute(
            id, next_document_, local ? std::optional(next_attribution_ + *local) : std::nullopt, statement.text,
            same_sentence ? std::nullopt : std::optional<std::string_view>(statement.sentence), text_or_null(spans),
            statement.hedged);
        search_.execute(id++, statement.text);
    }
}

}  // namespace hearsay
