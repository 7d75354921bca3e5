// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "findings.hpp"
#include "store/database.hpp"
#include "store/run_results.hpp"

namespace hearsay {

/// By date of publication, id and UUID: an order that is the same however and in how many runs the documents came. Or,
/// where documents are added to results, in the order that these have, and the new ones so behind them.
enum class FactsOrder : std::uint8_t { by_date, added };

/// Reads what the steps over all documents need, one document at a time.
///
///   for (FactsReader facts(database); auto found = facts.next();) builder.add(std::move(*found));
class FactsReader {
  public:
    /// The first `known` documents come without the texts of their statements.
    explicit FactsReader(Database& database, FactsOrder order = FactsOrder::by_date, std::size_t known = 0);
    /// Nothing after the last one, however often it is asked.
    std::optional<DocumentFindings> next();
    std::vector<StoredPlace> take_places() { return std::move(places_); }

  private:
    void read_texts(DocumentFindings& found, std::int64_t first);

    Query order_, facts_, texts_;
    std::size_t known_;
    bool ended_ = false;
    std::vector<StoredPlace> places_;
};

}  // namespace hearsay
