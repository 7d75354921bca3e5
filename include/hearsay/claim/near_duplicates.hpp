// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/document/document.hpp"

namespace hearsay {

/// What is left of a document for comparing it with others: hashed shingles of its content words, without boilerplate and
/// without quoted speech (which many outlets rightly share).
struct DocumentSketch {
    std::vector<std::uint64_t> shingles;  ///< sorted, distinct
    std::vector<std::uint32_t> minhash;
    std::string publisher;   ///< normalised, empty where unknown
    std::string published;   ///< ISO 8601 prefix, empty where unknown
    bool updated = false;    ///< carries "(Updates with …)" or the like: a later version
};

/// How a document relates to an earlier or fuller one; absent where it stands alone. At most one of the two is set.
struct CopyOf {
    std::optional<DocumentId> version_of;  ///< the same publisher's story, in another version
    std::optional<DocumentId> reprint_of;  ///< another publisher's story
};

/// Finds versions and reprints among many documents.
///
///   NearDuplicates copies;
///   for (const Document& d : documents) copies.add(sketch(d));   // in input order
///   const std::vector<CopyOf> found = copies.finish();
///
/// MinHash signatures (Broder 1997) in LSH bands propose pairs; resemblance or containment of the exact shingle sets decides.
/// Near-linear: only pairs that share a band are compared. The original is the earlier by date, else the one without an
/// update mark, else the first in input order; every copy of one story points to the same original.
DocumentSketch sketch(const Document& document);

class NearDuplicates {
  public:
    void add(DocumentSketch sketch);
    std::vector<CopyOf> finish() const;

  private:
    std::vector<DocumentSketch> sketches_;
};

}  // namespace hearsay
