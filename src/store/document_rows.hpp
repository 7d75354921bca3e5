// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>

#include "findings.hpp"
#include "store/database.hpp"
#include "store/uuid.hpp"

namespace hearsay {

/// A document ready to be stored.
struct StoredFindings {
    DocumentUuid uuid{};
    std::string facts;  ///< encode_facts of `found`
    DocumentFindings found;
};

/// Writes what single documents gave. Ids go on from the last ones in the file. Inside a Transaction.
class DocumentRows {
  public:
    explicit DocumentRows(Database& database);
    void add(const StoredFindings& document);

  private:
    void add_record(const StoredFindings& document);
    void add_appearances(const DocumentFindings& found);
    void add_attributions(const DocumentFindings& found);
    void add_hops(const ResolvedAttribution& resolved, const AnalyzedAttribution& attribution);
    void add_statements(const DocumentFindings& found);

    Query document_, appearance_, attribution_, span_, hop_, statement_, search_, facts_;
    std::int64_t next_document_, next_appearance_, next_attribution_, next_statement_;
};

}  // namespace hearsay
