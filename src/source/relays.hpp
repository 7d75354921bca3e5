// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <unordered_set>
#include <vector>

#include "mentions.hpp"

namespace hearsay {

/// The hops that the text around one attribution names.
struct Relays {
    std::vector<Hop> cited;    ///< before the source: whom an outlet cites
    std::vector<Hop> after;    ///< between the source and the publisher
    bool second_hand = false;  ///< "was quoted as saying", by whom isn't said here
    bool only_cites = false;   ///< ", citing diplomats" after what the same source reports: says nothing of its own
    bool empty() const { return cited.empty() && after.empty(); }
};

/// Reads the relays of every attribution: "told Reuters", "in an interview with CNN", "Politico quoted X as saying",
/// "according to Yonhap", "Y reported, citing Z", "wrote on Facebook", and carries them on to statements that go on
/// with a relayed one or repeat it.
class RelayFinder {
  public:
    RelayFinder(const SourceReading& reading, const std::vector<Attribution>& attributions,
                const std::vector<EntityId>& sources, MentionResolver& mentions);
    std::vector<Relays> find();

  private:
    bool only_cites(std::size_t place) const;
    TokenRange region(std::uint32_t attribution) const;
    void read(std::uint32_t attribution, Relays& relays);
    void read_phrases(std::uint32_t attribution, TokenRange region, Relays& relays);
    void read_platforms(std::uint32_t attribution, TokenRange region, Relays& relays);
    void read_quoted(std::uint32_t attribution, TokenRange region, Relays& relays);
    void read_trailing_credit(std::uint32_t attribution, TokenRange region, Relays& relays);
    void carry_on();
    void carry_second_hand();
    void carry_to_lead();

    bool takes_in_addressee(std::uint32_t attribution, std::uint32_t token) const;
    bool own(std::uint32_t attribution, std::uint32_t token) const;
    bool in_content(std::uint32_t attribution, std::uint32_t token) const;
    /// `inside`: the phrase stands in the attribution's own content.
    Identified outlet_after(std::uint32_t attribution, std::uint32_t token, std::uint32_t limit, bool inside = false);
    Identified cited_after(std::uint32_t token, std::uint32_t limit);
    Identified outlet_before(std::uint32_t token, std::uint32_t begin);
    bool is_media(std::string_view word) const;
    Identified called_outlet(const NameMention& name);
    Identified as_outlet(const NameMention& name);
    void add(std::uint32_t attribution, std::vector<Hop>& hops, const Hop& hop) const;
    const Token& token(std::uint32_t t) const { return in_.text().tokens()[t]; }

    SourceReading in_;
    const std::vector<Attribution>& attributions_;
    const std::vector<EntityId>& sources_;
    MentionResolver& mentions_;
    std::vector<TokenRange> cues_;
    std::vector<std::uint32_t> order_;        // attributions by where their cue stands
    std::vector<std::uint32_t> place_;        // of an attribution in order_
    std::unordered_set<EntityId> reporting_;  // sources that "report"; looked up only
    std::vector<Relays> relays_;
};

}  // namespace hearsay
