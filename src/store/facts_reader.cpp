// SPDX-License-Identifier: Apache-2.0
#include "store/facts_reader.hpp"

#include "hearsay/error.hpp"
#include "store/facts.hpp"

namespace hearsay {

FactsReader::FactsReader(Database& database, FactsOrder order, std::size_t known)
    : order_(database, order == FactsOrder::by_date
                           ? "SELECT document FROM documents ORDER BY coalesce(published, ''), uuid"
                           : "SELECT document FROM documents LEFT JOIN placements USING(document) "
                             "ORDER BY position IS NULL, position, coalesce(published, ''), uuid"),
      facts_(database,
             "SELECT version, bytes, first_appearance, first_attribution, first_statement FROM facts "
             "WHERE document = ?"),
      texts_(database, "SELECT text FROM statements WHERE statement >= ? ORDER BY statement LIMIT ?"),
      known_(known) {}

std::optional<DocumentFindings> FactsReader::next() {
    if (ended_ || (ended_ = !order_.next())) return std::nullopt;
    const std::int64_t document = order_.integer(0);
    if (!facts_.bind(document).next()) throw ResultError("document " + std::to_string(document) + " has no facts");
    if (facts_.integer(0) != kFactsVersion)
        throw RunError("document " + std::to_string(document) + " was stored by another version of hearsay");
    DocumentFindings found = decode_facts(facts_.text(1));
    places_.push_back({document, facts_.integer(2), facts_.integer(3), facts_.integer(4),
                       static_cast<std::uint32_t>(found.sources.sources.size()),
                       static_cast<std::uint32_t>(found.statements.size()),
                       static_cast<std::uint32_t>(found.sources.attributions.size())});
    found.known = places_.size() <= known_;
    if (!found.known) read_texts(found, facts_.integer(4));
    return found;
}

void FactsReader::read_texts(DocumentFindings& found, std::int64_t first) {
    texts_.bind(first, found.statements.size());
    for (Statement& statement : found.statements) {
        if (!texts_.next()) throw ResultError("the statements of a document are missing");
        statement.text = texts_.text(0);
    }
}

}  // namespace hearsay
