// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "hearsay/document/document.hpp"

namespace hearsay {

/// What is left of a document for comparing it with others: hashed shingles of its longer words, without boilerplate
/// and without quoted speech (which many outlets rightly share).
struct DocumentSketch {
    std::vector<std::uint32_t> shingles;  ///< sorted, distinct
    std::string publisher;                ///< normalised, empty where unknown
    std::vector<std::string> credited;    ///< normalised: outlets that the header credits with the story
    std::string published;                ///< ISO 8601 prefix, empty where unknown
    bool updated = false;                 ///< carries "(Updates with …)" or the like: a later version
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
/// The smallest shingle hashes of a document are its min-wise sketch (Broder, "On the resemblance and containment of
/// documents", 1997); documents that share one of them are compared by how much of the shorter one's exact shingle set
/// the longer contains. Near-linear: where many documents share a hash, each is compared with the few before it only.
/// The original is the one whose publisher the others credit, else the earlier by date, else the one without an update
/// mark, else the first in input order; every copy of one story points to the same original.
DocumentSketch sketch(const Document& document);

class NearDuplicates {
  public:
    /// What was found of the documents so far, by DocumentId; it stays true of those that no later one is like.
    struct Memory {
        std::vector<DocumentId> stories;  ///< the first document that each hangs together with
        std::vector<CopyOf> copies;
    };
    void add(DocumentSketch sketch);
    /// By DocumentId.
    std::vector<CopyOf> finish() const;
    /// The same in less time where some of the first documents are known, and brings the memory up to date.
    std::vector<CopyOf> finish(Memory& memory) const;

  private:
    std::vector<DocumentSketch> sketches_;
};

}  // namespace hearsay
