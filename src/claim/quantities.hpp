// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <compare>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/text/string_map.hpp"
#include "hearsay/text/tokenizer.hpp"

namespace hearsay {

/// An amount, as the interval that its wording leaves open, in the base unit of its dimension: "around 1,100" is 935 to
/// 1265.
struct Quantity {
    double low = 0, high = 0;
    std::uint32_t dimension = 0;  ///< 0: a plain count
    /// "At least 100" is not said of 1,100, but would be true of it.
    bool open_below = false, open_above = false;
    auto operator<=>(const Quantity&) const = default;
};

bool agree(const Quantity& a, const Quantity& b);

/// How the amounts of two statements compare, dimension by dimension; one that agrees settles its dimension.
enum class Amounts : std::uint8_t { none, agree, conflict };
Amounts compare_amounts(const std::vector<Quantity>& a, const std::vector<Quantity>& b);
/// Whether amounts of one thing that do not agree can be true together: "at least 100" and "around 1,100".
bool can_both_hold(const std::vector<Quantity>& a, const std::vector<Quantity>& b);

/// What is known of the wording of amounts: data/lexicons/quantities.tsv.
class QuantityLexicon {
  public:
    enum class Kind : std::uint8_t { number, multiplier, at_least, at_most, about, unit, month, clock, scale, definite };
    struct Entry {
        Kind kind;
        double value = 0;
        std::uint32_t dimension = 0;
    };
    explicit QuantityLexicon(const std::filesystem::path& file);
    const Entry* find(std::string_view phrase) const;
    const Entry* find(std::string_view phrase, Kind kind) const;

  private:
    StringMap<Entry> entries_;
};

/// What a number in a text turned out to be, and the tokens that it takes. Dates, years, ages and times of day are no
/// amounts; dates and years have a name.
struct NumberReading {
    std::optional<Quantity> quantity;
    std::string date;  ///< "10-03", "2022" or empty
    std::size_t end = 0;
};

/// Reads the number that begins at `token`, if one does.
std::optional<NumberReading> read_number(const TokenizedText& text, std::size_t token, const QuantityLexicon& lexicon);

}  // namespace hearsay
