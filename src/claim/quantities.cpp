// SPDX-License-Identifier: Apache-2.0
#include "claim/quantities.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

#include "hearsay/error.hpp"
#include "hearsay/resources.hpp"

namespace hearsay {
namespace {

using Kind = QuantityLexicon::Kind;

// "At least 100" is not said of 1,100: a speaker gives the strongest bound that he can (Grice's maxim of quantity).
constexpr double kBoundReach = 1.25;
constexpr double kAboutReach = 1.15;
constexpr double kRounded = 1.02;  // large numbers are rounded even where nothing says so
constexpr double kRoundedFrom = 1000;
constexpr double kFirstYear = 1800, kLastYear = 2100;

Kind kind_of(std::string_view name) {
    constexpr std::pair<std::string_view, Kind> kNames[] = {
        {"number", Kind::number},    {"multiplier", Kind::multiplier}, {"at_least", Kind::at_least},
        {"at_most", Kind::at_most},  {"about", Kind::about},           {"unit", Kind::unit},
        {"month", Kind::month},      {"clock", Kind::clock},           {"scale", Kind::scale},
        {"definite", Kind::definite}};
    const auto* found = std::find_if(std::begin(kNames), std::end(kNames), [&](auto& n) { return n.first == name; });
    if (found == std::end(kNames)) throw ResourceError("quantities.tsv: unknown kind " + std::string(name));
    return found->second;
}

double value_of(std::string_view field) {
    double value = 0;
    std::from_chars(field.data(), field.data() + field.size(), value);
    return value;
}

/// Digits with grouping commas at the front of a token, and what follows them: "1,100" or "50" + "ft".
struct Digits {
    double value = 0;
    bool grouped = false;
    std::string_view rest;
};

std::optional<Digits> leading_digits(std::string_view word) {
    std::string plain;
    std::size_t at = 0;
    const auto digit = [&](std::size_t i) { return i < word.size() && word[i] >= '0' && word[i] <= '9'; };
    for (; at < word.size() && at < 24; ++at) {
        if (digit(at) || (word[at] == '.' && digit(at + 1)))
            plain += word[at];
        else if (word[at] != ',' || !digit(at + 1))
            break;
    }
    if (plain.empty() || !digit(0)) return std::nullopt;
    return Digits{value_of(plain), word.substr(0, at).find(',') != std::string_view::npos, word.substr(at)};
}

/// One number being read: the tokens around it are looked at as it grows.
class NumberReader {
  public:
    NumberReader(const TokenizedText& text, std::size_t token, const QuantityLexicon& lexicon)
        : text_(text), lexicon_(lexicon), begin_(token), at_(token) {}

    std::optional<NumberReading> read() {
        read_currency();
        if (!read_value()) return std::nullopt;
        if (is_date()) return dated();
        read_multipliers();
        read_scale();
        read_unit();
        NumberReading reading;
        reading.end = at_;
        if (counts_something()) reading.quantity = bounded();
        if (reading.quantity && is_part()) reading.quantity->open_above = true;
        return reading;
    }

  private:
    std::string_view norm(std::size_t i) const {
        return i < text_.tokens().size() ? text_.norm(i) : std::string_view{};
    }
    std::string_view before(std::size_t back) const {
        return begin_ >= back ? norm(begin_ - back) : std::string_view{};
    }

    void read_currency() {
        const auto* unit = lexicon_.find(norm(at_), Kind::unit);
        if (!unit || !leading_digits(norm(at_ + 1))) return;
        dimension_ = unit->dimension;
        ++at_;
    }

    bool read_value() {
        std::string_view word = norm(at_);
        if (const auto* number = lexicon_.find(word, Kind::number)) {
            value_ = number->value;
            worded_ = true;
            ++at_;
            return true;
        }
        if (const auto* dozen = lexicon_.find(word, Kind::multiplier); dozen && before(1) == "a" && word.size() > 2) {
            value_ = 1;  // "a dozen", "a million": the multiplier itself is read next
            return true;
        }
        if (const std::size_t hyphen = word.find('-'); hyphen != std::string_view::npos)
            if (const auto* number = lexicon_.find(word.substr(0, hyphen), Kind::number)) {  // "five-million-euro"
                rest_ = word.substr(hyphen);
                if (const auto* ones = lexicon_.find(word.substr(hyphen + 1), Kind::number);
                    ones && ones->value < 10 && number->value >= 20 && number->value < 100) {  // "forty-five"
                    value_ = number->value + ones->value;
                    rest_ = {};
                    worded_ = true;
                    ++at_;
                    return true;
                }
                const bool known =
                    lexicon_.find(next_part(), Kind::multiplier) || lexicon_.find(next_part(), Kind::unit);
                value_ = number->value;
                worded_ = true;
                at_ += known;
                return known;
            }
        const std::size_t symbol = word.find_first_of("0123456789");
        if (symbol == std::string_view::npos || symbol > 3) return false;
        if (symbol > 0 && !attach_symbol(word.substr(0, symbol))) return false;
        const auto digits = leading_digits(word.substr(symbol));
        if (!digits) return false;
        value_ = digits->value;
        grouped_ = digits->grouped;
        rest_ = digits->rest;
        ++at_;
        return true;
    }

    bool attach_symbol(std::string_view symbol) {
        const auto* unit = lexicon_.find(symbol, Kind::unit);
        if (unit) dimension_ = unit->dimension;
        return unit != nullptr;
    }

    bool day_of_month() const { return value_ >= 1 && value_ <= 31 && value_ == std::floor(value_) && !worded_; }
    const QuantityLexicon::Entry* month(std::string_view word) const {
        if (word.ends_with('.')) word.remove_suffix(1);
        return lexicon_.find(word, Kind::month);
    }
    bool is_year() const {
        return !grouped_ && !worded_ && rest_.empty() && dimension_ == 0 && value_ >= kFirstYear &&
               value_ <= kLastYear && value_ == std::floor(value_) && !lexicon_.find(norm(at_), Kind::multiplier) &&
               !lexicon_.find(norm(at_), Kind::unit);
    }
    bool is_date() const { return is_year() || (day_of_month() && (month(before(1)) || month(norm(at_)))); }

    NumberReading dated() const {
        NumberReading reading;
        reading.end = at_;
        if (is_year()) {
            reading.date = std::to_string(static_cast<int>(value_));
            return reading;
        }
        const auto* entry = month(before(1)) ? month(before(1)) : month(norm(at_));
        reading.date = std::to_string(static_cast<int>(entry->value)) + "-" + std::to_string(static_cast<int>(value_));
        return reading;
    }

    /// The next part of what is glued to the digits: "million" of "-million-euro".
    std::string_view next_part() const {
        const std::size_t begin = std::min(rest_.find_first_not_of('-'), rest_.size());
        return rest_.substr(begin, rest_.find('-', begin) - begin);
    }

    void read_multipliers() {
        while (const auto* entry = lexicon_.find(rest_.empty() ? norm(at_) : next_part(), Kind::multiplier)) {
            value_ *= entry->value;
            if (rest_.empty())
                ++at_;
            else
                rest_.remove_prefix(static_cast<std::size_t>(next_part().end() - rest_.begin()));
        }
    }

    /// "magnitude 6.8", "a magnitude of 6.8"; behind the number it is a unit as any other.
    void read_scale() {
        const std::string_view word = before(1) == "of" ? before(2) : before(1);
        if (const auto* unit = dimension_ == 0 ? lexicon_.find(word, Kind::scale) : nullptr)
            dimension_ = unit->dimension;
    }

    void read_unit() {
        while (rest_.starts_with('-')) rest_.remove_prefix(1);
        const std::string two = std::string(norm(at_)) + " " + std::string(norm(at_ + 1));
        const auto* unit = rest_.empty() ? lexicon_.find(two, Kind::unit) : lexicon_.find(rest_, Kind::unit);
        std::size_t length = rest_.empty() ? 2 : 0;
        if (!unit && rest_.empty()) unit = lexicon_.find(norm(at_), Kind::unit), length = 1;
        if (!unit && !rest_.empty()) unit = lexicon_.find(rest_, Kind::scale);  // "6.8-magnitude"
        if (!unit) return;
        rest_ = {};
        value_ *= dimension_ == 0 ? unit->value : 1;
        if (dimension_ == 0) dimension_ = unit->dimension;
        at_ += length;
    }

    /// Not an age ("Smith, 45, said"; "45-year-old"), a time of day, an ordinal, a definite "the two leaders" or a
    /// pronoun "one".
    bool counts_something() const {
        if (!rest_.empty() || lexicon_.find(norm(at_), Kind::clock)) return false;
        if (before(1) == "," && norm(at_) == ",") return false;
        if (norm(at_).starts_with("year-old") || (norm(at_) == "-" && norm(at_ + 1) == "year")) return false;
        if (worded_ && value_ <= 2 && lexicon_.find(before(1), Kind::definite)) return false;
        return !(worded_ && value_ == 1 && (norm(at_) == "of" || norm(at_) == "more" || at_ >= text_.tokens().size()));
    }

    std::optional<Kind> bound() const {
        std::string phrase;
        std::optional<Kind> found;
        for (std::size_t back = 1; back <= 3 && back <= begin_; ++back) {
            phrase = std::string(before(back)) + (phrase.empty() ? "" : " ") + phrase;
            const auto* entry = lexicon_.find(phrase);
            if (entry && entry->kind >= Kind::at_least && entry->kind <= Kind::about) found = entry->kind;
        }
        return found;
    }

    /// "[two] of the injured": a part of what is counted elsewhere, so that more there is no contradiction.
    bool is_part() const {
        static constexpr std::array<std::string_view, 9> kWholes{"the", "them", "those", "these", "whom",
                                                                 "his", "her",  "its",   "their"};
        return dimension_ == 0 && norm(at_) == "of" && std::ranges::find(kWholes, norm(at_ + 1)) != kWholes.end();
    }

    Quantity bounded() const {
        const double rounding = value_ >= kRoundedFrom ? kRounded : 1;
        switch (bound().value_or(Kind::number)) {
            case Kind::at_least:
                return {value_ / rounding, value_ * kBoundReach, dimension_, false, true};
            case Kind::at_most:
                return {value_ / kBoundReach, value_ * rounding, dimension_, true, false};
            case Kind::about:
                return {value_ / kAboutReach, value_ * kAboutReach, dimension_};
            default:
                return {value_ / rounding, value_ * rounding, dimension_};
        }
    }

    const TokenizedText& text_;
    const QuantityLexicon& lexicon_;
    std::size_t begin_, at_;
    double value_ = 0;
    std::uint32_t dimension_ = 0;
    bool grouped_ = false, worded_ = false;
    std::string_view rest_;  // what is glued to the digits: "ft" of "50ft"
};

}  // namespace

bool agree(const Quantity& a, const Quantity& b) {
    return a.dimension == b.dimension && a.low <= b.high && b.low <= a.high;
}

Amounts compare_amounts(const std::vector<Quantity>& a, const std::vector<Quantity>& b) {
    bool agreed = false;
    for (const Quantity& x : a) {
        const auto comparable = [&](const Quantity& y) { return x.dimension == y.dimension; };
        if (std::none_of(b.begin(), b.end(), comparable)) continue;
        const bool settled = std::any_of(a.begin(), a.end(), [&](const Quantity& z) {
            return z.dimension == x.dimension &&
                   std::any_of(b.begin(), b.end(), [&](const Quantity& y) { return agree(z, y); });
        });
        if (!settled) return Amounts::conflict;
        agreed = true;
    }
    return agreed ? Amounts::agree : Amounts::none;
}

bool can_both_hold(const std::vector<Quantity>& a, const std::vector<Quantity>& b) {
    const auto disjoint = [](const Quantity& x, const Quantity& y) {
        return x.high < y.low && !x.open_above && !y.open_below;
    };
    return std::all_of(a.begin(), a.end(), [&](const Quantity& x) {
        return std::all_of(b.begin(), b.end(), [&](const Quantity& y) {
            return x.dimension != y.dimension || !(disjoint(x, y) || disjoint(y, x));
        });
    });
}

QuantityLexicon::QuantityLexicon(const std::filesystem::path& file) {
    std::map<std::string, std::uint32_t> dimensions;
    read_table(file, {"phrase", "kind", "value", "dimension"}, [&](const auto& row) {
        const auto next = static_cast<std::uint32_t>(dimensions.size() + 1);
        const auto dimension = row[3].empty() ? 0 : dimensions.emplace(row[3], next).first->second;
        entries_.emplace(row[0], Entry{kind_of(row[1]), value_of(row[2]), dimension});
    });
}

const QuantityLexicon::Entry* QuantityLexicon::find(std::string_view phrase) const {
    if (phrase.empty()) return nullptr;
    const auto found = entries_.find(phrase);
    return found == entries_.end() ? nullptr : &found->second;
}

const QuantityLexicon::Entry* QuantityLexicon::find(std::string_view phrase, Kind kind) const {
    const Entry* entry = find(phrase);
    return entry && entry->kind == kind ? entry : nullptr;
}

std::optional<NumberReading> read_number(const TokenizedText& text, std::size_t token, const QuantityLexicon& lexicon) {
    return NumberReader(text, token, lexicon).read();
}

}  // namespace hearsay
