// SPDX-License-Identifier: Apache-2.0
#include "claim/bonds.hpp"

#include <algorithm>
#include <optional>

#include "claim/likeness.hpp"

namespace hearsay {
namespace {

constexpr double kTelling = 3;         // weight of a word that few articles share
constexpr double kSameMatter = 0.25;   // likeness; of the same subject, something else may be said
constexpr std::uint32_t kOpening = 2;  // attributed mentions: a lead and what may back it up
constexpr std::uint32_t kNear = 8;     // mentions from a denial on in which it may be put in other words

/// ... that both affirm, or, of contraries, the one affirms and the other negates.
bool shares_telling_word(const Content& a, const Content& b, bool contraries, const TermWeights& weights) {
    return std::any_of(a.terms.begin(), a.terms.end(), [&](const Term& x) {
        return !weights.is_name(x.form) && weights[x.form] >= kTelling &&
               std::any_of(b.terms.begin(), b.terms.end(),
                           [&](const Term& y) { return x.id == y.id && (x.contrary != y.contrary) == contraries; });
    });
}

bool same_origin(const MentionFacts& a, const MentionFacts& b) { return a.origin && a.origin == b.origin; }

/// The ties among one run's mentions.
class Ties {
  public:
    Ties(const std::vector<Proposition>& propositions, const std::vector<MentionFacts>& mentions,
         const TermWeights& weights, const LikenessMeasure& likeness, const DeathTerms& deaths)
        : propositions_(propositions),
          mentions_(mentions),
          weights_(weights),
          likeness_(likeness),
          deaths_(deaths),
          proposition_(proposition_of_each(propositions, mentions.size())) {}

    std::vector<Bond> find() {
        for (std::uint32_t m = 0; m < mentions_.size(); ++m)
            if (mentions_[m].attribution) note_attribution(m);
        for (std::uint32_t m = 0; m < mentions_.size(); ++m) {
            if (mentions_[m].about) tie_endorsement(m);
            if (mentions_[m].attribution) tie_to_lead(m), tie_to_denial(m);
            tie_to_death(m);
        }
        return std::move(bonds_);
    }

  private:
    const Proposition& stated(std::uint32_t mention) const { return propositions_[proposition_[mention]]; }

    void note_attribution(std::uint32_t m) {
        const auto attribution = static_cast<std::size_t>(*mentions_[m].attribution);
        if (attribution >= by_attribution_.size()) by_attribution_.resize(attribution + 1);
        if (!by_attribution_[attribution]) by_attribution_[attribution] = m;
    }

    void tie(std::uint32_t m, std::uint32_t n, bool contraries = false) {
        if (proposition_[m] != proposition_[n]) bonds_.push_back({proposition_[m], proposition_[n], m, contraries});
    }

    /// "The minister denied the report of a redeployment": whatever he calls it, unless his figures are others.
    void tie_endorsement(std::uint32_t m) {
        const auto about_attribution = static_cast<std::size_t>(*mentions_[m].about);
        if (about_attribution >= by_attribution_.size() || !by_attribution_[about_attribution]) return;
        const std::uint32_t target = *by_attribution_[about_attribution];
        const Content &own = stated(m).content, &about = stated(target).content;
        if (compare_amounts(own.quantities, about.quantities) != Amounts::conflict) tie(m, target);
    }

    /// "Troops are likely to go, the minister said. 'Deployment is highly likely given the treaty,' he told lawmakers."
    void tie_to_lead(std::uint32_t m) {
        if (opening_.document != mentions_[m].document) opening_ = {mentions_[m].document, 0, m};
        if (opening_.mentions++ >= kOpening) return;
        const std::uint32_t lead = opening_.lead;
        const Proposition &own = stated(m), &led = stated(lead);
        const bool other_fact = compare_amounts(own.content.quantities, led.content.quantities) == Amounts::conflict ||
                                exclude_each_other(own, led);
        if (same_origin(mentions_[lead], mentions_[m]) && !other_fact &&
            shares_telling_word(led.content, own.content, false, weights_) && likeness_(led, own).score >= kSameMatter)
            tie(m, lead);
    }

    /// "Lee denied that he had threatened anybody. 'I threatened no one,' he said."
    void tie_to_denial(std::uint32_t m) {
        if (mentions_[m].stance == Stance::denies) denial_ = m;
        if (!denial_ || m - *denial_ > kNear || mentions_[*denial_].document != mentions_[m].document) return;
        const bool his = same_origin(mentions_[*denial_], mentions_[m]) || m == *denial_ + 1;  // or his spokesman's
        const bool instead = his && mentions_[m].stance == Stance::asserts;
        if (instead && shares_telling_word(stated(*denial_).content, stated(m).content, true, weights_))
            tie(m, *denial_, true);
    }

    /// "A site reported that the actor had died. He is alive and well": who names nobody else, and tells nothing more.
    void tie_to_death(std::uint32_t m) {
        const auto& terms = stated(m).content.terms;
        const auto lives = [this](const Term& term) { return deaths_.tells_life(term); };
        const auto dies = [this](const Term& term) { return deaths_.tells_death(term); };
        if (std::ranges::any_of(terms, dies) && stated(m).content.quantities.empty()) death_ = m;
        if (!death_ || mentions_[*death_].document != mentions_[m].document || std::ranges::none_of(terms, lives))
            return;
        const auto& dead = stated(*death_).content.terms;
        const bool of_him = std::ranges::all_of(terms, [&](const Term& term) {
            const bool when_or_where = term.id == term.form;  // a date or a state
            return lives(term) || when_or_where ||
                   (weights_.is_name(term.form) && std::ranges::binary_search(dead, term.id, {}, &Term::id));
        });
        if (of_him && stated(m).content.quantities.empty()) tie(m, *death_, true);
    }

    struct Opening {
        std::optional<DocumentId> document;
        std::uint32_t mentions = 0, lead = 0;
    };
    const std::vector<Proposition>& propositions_;
    const std::vector<MentionFacts>& mentions_;
    const TermWeights& weights_;
    const LikenessMeasure& likeness_;
    const DeathTerms& deaths_;
    std::vector<std::uint32_t> proposition_;                    // by mention
    std::vector<std::optional<std::uint32_t>> by_attribution_;  // its first mention
    Opening opening_;                                           // of the document at hand
    std::optional<std::uint32_t> denial_;                       // the last mention that denies
    std::optional<std::uint32_t> death_;                        // ... and that tells of a death
    std::vector<Bond> bonds_;
};

}  // namespace

std::vector<Bond> bonds_of(const std::vector<Proposition>& propositions, const std::vector<MentionFacts>& mentions,
                           const TermWeights& weights, const LikenessMeasure& likeness, const DeathTerms& deaths) {
    return Ties(propositions, mentions, weights, likeness, deaths).find();
}

}  // namespace hearsay
