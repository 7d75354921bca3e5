// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "hearsay/graph/citation_graph.hpp"
#include "hearsay/metrics/loose_sources.hpp"

namespace hearsay {

/// Whether such a source is one for a claim though it has no name: "the interior ministry", "police".
inline bool is_body(SourceKind kind) { return kind == SourceKind::organization || kind == SourceKind::government; }

/// Who is heard at one place of a chain: a source, or the unnamed people that only this source can vouch for.
struct Speaker {
    SourceId source{};
    bool unnamed = false;
    auto operator<=>(const Speaker&) const = default;
};

/// One mention as testimony for one stance: who has it from whom, earliest first.
struct Testimony {
    std::vector<Speaker> hops;  ///< never empty; no speaker follows itself
    SourceId first{};           ///< whom the text names or describes at the start
    DocumentId document{};
    DocumentId story{};      ///< the original of which the document is a version or reprint, else itself
    bool own_voice = false;  ///< the publisher, or the agency that it credits, says it on its own authority
    bool confirms = false;
    bool hedged = false;                       ///< told as hearsay
    bool inferred = false;                     ///< the article says it in its own voice, and quotes them of the like
    bool jointly = false;                      ///< with others whom the article names together
    std::optional<std::uint32_t> utterance{};  ///< what is quoted: testimonies with one number quote the same words
};

/// Somebody vouches for what somebody else says.
struct Confirmation {
    Speaker by;
    std::optional<SourceId> whose;
};

/// All that is said for and against one claim.
struct ClaimTestimony {
    std::vector<Testimony> asserting, denying, doubting;
    std::vector<Confirmation> confirmations;  ///< in the mentions' order
};

/// What the counting needs to know of each source, looked up once.
struct Trait {
    bool named = true;
    bool unattributed = false;  ///< rule (f)
    bool joint = false;         ///< rule (c): stands for its members, each by name
    bool media = false;         ///< reports, so that others may speak of its report
};

/// Reads the mentions of a claim as testimony: copies speak with their original's voice (rule a), joint sources with
/// each member's (c), unnamed people with that of whoever vouches for them (g); people whom several vouch for in the
/// same telling words ("a person with knowledge of the matter") may be the same, and speak with one voice.
class TestimonyReader {
  public:
    TestimonyReader(const GraphInput& input, const LooseSources& loose);
    ClaimTestimony read(const Claim& claim) const;

    const GraphInput& input() const { return input_; }
    const Source& source(SourceId id) const { return input_.sources[static_cast<std::size_t>(id)]; }
    const Trait& trait(SourceId id) const { return traits_[static_cast<std::size_t>(id)]; }
    /// The original of a document's story.
    DocumentId story(DocumentId document) const { return stories_[static_cast<std::size_t>(document)]; }

  private:
    /// By story, who tells a claim first of its copies: the original, or where it says nothing of the claim the first
    /// copy that does.
    using FirstTellers = std::map<DocumentId, DocumentId>;
    FirstTellers first_tellers(const Claim& claim) const;
    void read_mention(const Mention& mention, const FirstTellers& tellers, ClaimTestimony& testimony) const;
    const Chain* report_endorsed(const Mention& mention) const;
    Confirmation confirmation(const Mention& mention) const;
    std::ptrdiff_t endorser(const Mention& mention) const;
    std::vector<Testimony> testimonies(const Mention& mention, const FirstTellers& tellers, Chain chain) const;
    static void drop_contradicted(ClaimTestimony& testimony);
    void lead_to_outlet(std::vector<Testimony>& testimonies) const;
    void join_unnamed(std::vector<Testimony>& testimonies) const;
    std::vector<Speaker> speakers(const Chain& chain) const;
    Chain through(DocumentId teller, Chain chain) const;

    GraphInput input_;
    std::vector<Trait> traits_;         // by SourceId
    std::vector<DocumentId> stories_;   // by DocumentId
    std::vector<const Chain*> chains_;  // by AttributionId; null where no claim has it
};

}  // namespace hearsay
