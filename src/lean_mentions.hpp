// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <vector>

#include "hearsay/claim/claim.hpp"

namespace hearsay {

/// Mentions without their words in a fifth of the memory: a run has millions of them to hold while claims are matched.
///
///   LeanMentions lean;
///   lean.add(mention);
///   const std::vector<Mention> mentions = lean.take();
class LeanMentions {
  public:
    void add(const Mention& mention) {
        hops_.insert(hops_.end(), mention.chain.begin(), mention.chain.end());
        mentions_.push_back({mention.document, number(mention.attribution), number(mention.about),
                             static_cast<std::uint32_t>(mention.chain.size()), mention.stance, mention.hedged});
    }
    /// Of all chains, one after the other.
    Chain& hops() { return hops_; }

    std::vector<Mention> take() {
        std::vector<Mention> mentions(mentions_.size());
        auto hop = hops_.begin();
        for (std::size_t i = 0; i < mentions.size(); ++i) {
            const Lean& lean = mentions_[i];
            mentions[i].document = lean.document;
            mentions[i].attribution = id(lean.attribution);
            mentions[i].about = id(lean.about);
            mentions[i].stance = lean.stance;
            mentions[i].hedged = lean.hedged;
            mentions[i].chain.assign(hop, hop + lean.hops);
            hop += lean.hops;
        }
        *this = {};
        return mentions;
    }

  private:
    struct Lean {
        DocumentId document;
        std::uint32_t attribution, about;  // ids from 1; 0: none
        std::uint32_t hops;
        Stance stance;
        bool hedged;
    };
    static std::uint32_t number(std::optional<AttributionId> id) {
        return id ? static_cast<std::uint32_t>(*id) + 1 : 0;
    }
    static std::optional<AttributionId> id(std::uint32_t number) {
        return number ? std::optional(AttributionId{number - 1}) : std::nullopt;
    }

    std::vector<Lean> mentions_;
    Chain hops_;
};

}  // namespace hearsay
