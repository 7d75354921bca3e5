// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <vector>

#include "claim/content.hpp"

namespace hearsay {

/// How much a form of a word tells, by TermId: the logarithm of its rarity over background news and the run together
/// (inverse document frequency).
class TermWeights {
  public:
    /// `articles`: by TermId of a form, how many of the run's documents hold it.
    TermWeights(const ContentReader& reader, const std::vector<std::uint32_t>& articles, std::size_t documents);
    double operator[](TermId id) const { return weights_[static_cast<std::size_t>(id)]; }
    /// The same without the discount for names: in telling stories apart, names count most.
    double rarity(TermId id) const { return (*this)[id] / (is_name(id) ? name_discount() : 1); }
    static double name_discount();
    bool is_name(TermId id) const { return names_[static_cast<std::size_t>(id)]; }
    std::size_t size() const { return weights_.size(); }

  private:
    std::vector<float> weights_;
    std::vector<bool> names_;
};

/// What each document speaks of as a whole. What one statement leaves out, because its article has said it before, is
/// no difference to another statement that says it.
class Stories {
  public:
    /// Adds a statement's terms to its document's. Documents come in any order.
    void add(std::uint32_t document, const Content& content);
    void finish();

    bool holds(std::uint32_t document, TermId term) const;
    /// Share of the less wordy document's weight that both hold: 0..1.
    double overlap(std::uint32_t a, std::uint32_t b, const TermWeights& weights) const;
    std::vector<std::uint32_t> articles_by_form(std::size_t terms) const;
    std::size_t size() const { return terms_.size(); }

  private:
    std::vector<std::vector<TermId>> terms_, forms_;  // by document; sorted after finish
};

}  // namespace hearsay
