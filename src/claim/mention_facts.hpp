// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>

#include "hearsay/claim/claim.hpp"

namespace hearsay {

inline constexpr std::uint32_t kLead = 4;  ///< mentions that an article leads with

/// What is kept of a mention while claims are matched.
struct MentionFacts {
    DocumentId document{};
    std::optional<AttributionId> attribution, about;
    std::optional<SourceId> origin;  ///< first hop of the chain
    Stance stance = Stance::asserts;
    bool hedged = false, quoted = false;
    bool speaker = false;  ///< the article ascribes it, and not only to "reports"
    bool judges = false, judges_last = false;
    Span extent;          ///< in the document
    float obscurity = 0;  ///< of its words: ClaimWording
};

}  // namespace hearsay
