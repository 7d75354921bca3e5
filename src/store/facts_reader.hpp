// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <vector>

#include "findings.hpp"
#include "store/database.hpp"
#include "store/run_results.hpp"

namespace hearsay {

/// Reads what the steps over all documents need, one document at a time, by date of publication, id and UUID: an order
/// that is the same however and in how many runs the documents came.
///
///   for (FactsReader facts(database); auto found = facts.next();) builder.add(std::move(*found));
class FactsReader {
  public:
    explicit FactsReader(Database& database);
    /// Nothing after the last one, however often it is asked.
    std::optional<DocumentFindings> next();
    std::vector<StoredPlace> take_places() { return std::move(places_); }

  private:
    void read_texts(DocumentFindings& found, std::int64_t first);

    Query order_, facts_, texts_;
    bool ended_ = false;
    std::vector<StoredPlace> places_;
};

}  // namespace hearsay
