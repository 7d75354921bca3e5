// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "hearsay/render/explain.hpp"

namespace hearsay {

/// One statement of a claim with all that leads back to its origin: what both forms of an explanation show.
struct ExplainedStatement {
    const DocumentRecord* document = nullptr;
    const Mention* mention = nullptr;                  ///< absent where no claim has it
    const AnalyzedAttribution* attribution = nullptr;  ///< absent on the article's own authority
    std::optional<AttributionId> id;
    Stance stance = Stance::asserts;  ///< to the claim; of an attribution explained alone its own
    const Chain* chain = nullptr;
    std::vector<AnalyzedHop> hops;  ///< by hop of the chain; empty where the file is too old to have any

    /// What a circumstance or provenance tells is more than the attribution's content: "X died. The news came from Y".
    const std::string& text() const {
        return mention && (!attribution || !mention->text.empty()) ? mention->text : attribution->content_text;
    }
    const std::string& sentence() const { return attribution ? attribution->sentence : mention->sentence; }
};

ExplainedStatement explained(const Analysis& analysis, const Mention& mention);
/// Looks for the claim's mention of it.
ExplainedStatement explained(const Analysis& analysis, AttributionId id);
/// The sources on the chains of the statements, each once, in the order in which they are met.
std::vector<SourceId> sources_of(const std::vector<ExplainedStatement>& statements);
/// The claim with this mention.
std::optional<ClaimId> claim_of(const Analysis& analysis, const Mention* mention);
/// A claim that an attribution states among other things, and with which stance.
struct StatedInPart {
    ClaimId claim;
    Stance stance;
};
std::vector<StatedInPart> stated_in_part(const Analysis& analysis, AttributionId id);

}  // namespace hearsay
