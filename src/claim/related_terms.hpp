// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

#include "claim/content.hpp"
#include "claim/term_signature.hpp"

namespace hearsay {

/// Which terms of a run may stand for each other, and how well: data/lexicons/related_words.tsv.
class RelatedTerms {
  public:
    struct Relation {
        TermId other;
        float strength;  ///< 0..1
    };
    using Signature = TermSignature<64>;
    /// Knows the terms that the reader has met.
    RelatedTerms(const std::filesystem::path& lexicons, ContentReader& reader);
    std::span<const Relation> of(TermId term) const {
        const auto i = static_cast<std::size_t>(term);
        return std::span(relations_).subspan(begins_[i], begins_[i + 1] - begins_[i]);
    }

    /// Whether any of the set may stand for the term.
    bool may_relate(TermId term, const Signature& set) const {
        return signatures_[static_cast<std::size_t>(term)].may_meet(set);
    }

  private:
    std::vector<Relation> relations_;
    std::vector<std::uint32_t> begins_;   // by TermId, and one past
    std::vector<Signature> signatures_;  // of each term's relations
};

}  // namespace hearsay
