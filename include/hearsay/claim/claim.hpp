// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "hearsay/attribution/attribution.hpp"
#include "hearsay/source/source.hpp"

namespace hearsay {

enum class ClaimId : std::uint32_t {};
/// Index of an attribution in the run's list, documents in input order.
enum class AttributionId : std::uint32_t {};

/// One statement of a claim in one document.
struct Mention {
    DocumentId document{};
    Spans spans;       ///< of the content, in the document
    std::string text;  ///< those spans' text
    /// The sentence (or sentences) around it, cut to 400 code points; for tooltips and `explain`.
    std::string sentence;
    std::optional<AttributionId> attribution;  ///< absent where the article says it on its own authority
    Stance stance = Stance::asserts;
    Chain chain;  ///< [publisher] on its own authority
    /// Said in the article's own voice or ascribed to nobody, but the article attributes the like elsewhere: there, and
    /// `chain` is that one's.
    std::optional<AttributionId> basis;
    bool judges = false;       ///< its words judge a statement told before it ("it is a hoax"); until matched
    bool judges_last = false;  ///< and that is its article's statement before it; until matched
    /// The article says it elsewhere more like the others do, or nothing like what the claim is shown by: shown, not weighed.
    bool restates = false;
    bool in_part = false;      ///< states this among other things, and belongs to the claim that states those
    bool hedged = false;       ///< told as hearsay ("reportedly", "unconfirmed")
    bool quoted = false;       ///< somebody's own words: in quotation marks, or with "I" or "we"; until matched
    /// Of what it quotes: mentions of one claim with the same number quote the same words.
    std::optional<std::uint32_t> utterance;
    bool unattributed = false;           ///< ascribed to nobody who could be asked ("it is said"); until matched
    std::optional<AttributionId> about;  ///< the attribution whose report it confirms, denies or doubts
};

/// A fact stated by one or more mentions, in one or more documents.
struct Claim {
    /// Another claim that says the like with another amount: "six were killed" and "nine were killed".
    struct Variant {
        ClaimId claim;
        bool exclusive;  ///< both cannot be true; "at least five" and "nine" can
    };
    std::string text;                 ///< the clearest mention's text: the canonical wording
    std::vector<Mention> mentions;    ///< in document order, then text order; never empty
    std::vector<Variant> variants{};  ///< by ClaimId
};

}  // namespace hearsay
