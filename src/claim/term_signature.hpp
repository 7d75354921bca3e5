// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "claim/content.hpp"

namespace hearsay {

/// One bit for each term of a set (Bloom, "Space/time trade-offs in hash coding", 1970): most terms that the set does
/// not hold are told without a search in it.
template <std::size_t kBits>
class TermSignature {
  public:
    void add(TermId term) { word(term) |= bit(term); }
    bool may_hold(TermId term) const { return (words_[bit_of(term) / 64] & bit(term)) != 0; }
    bool may_meet(const TermSignature& other) const {
        std::uint64_t common = 0;
        for (std::size_t i = 0; i < words_.size(); ++i) common |= words_[i] & other.words_[i];
        return common != 0;
    }

  private:
    static_assert(std::has_single_bit(kBits) && kBits >= 64);
    static std::size_t bit_of(TermId term) {
        constexpr std::uint64_t kSpread = 0x9E3779B97F4A7C15U;
        return (static_cast<std::uint64_t>(term) * kSpread) >> (64 - std::countr_zero(kBits));
    }
    static std::uint64_t bit(TermId term) { return std::uint64_t{1} << (bit_of(term) % 64); }
    std::uint64_t& word(TermId term) { return words_[bit_of(term) / 64]; }

    std::array<std::uint64_t, kBits / 64> words_{};
};

}  // namespace hearsay
