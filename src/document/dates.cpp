// SPDX-License-Identifier: Apache-2.0
#include "document/dates.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

#include "text/ascii.hpp"

namespace hearsay {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_name(std::string_view word, std::string_view name) {
    if (!word.empty() && word.back() == '.') word.remove_suffix(1);
    const bool abbreviated = word.size() == 3 || (word.size() == 4 && (name == "september" || name == "thursday")) ||
                             (word.size() == 4 && name == "tuesday");
    if (!abbreviated && word.size() != name.size()) return false;
    return std::equal(word.begin(), word.end(), name.begin(), [](char a, char b) { return ascii_lower(a) == b; });
}

constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                       "friday", "saturday", "sunday"};

/// A run of digits or letters, and the character before it.
struct Field {
    std::string_view text;
    char before = 0;
    int number = -1;  ///< value of up to 8 digits, or -1
    int month = 0;
};

int value_of(std::string_view digits) {
    if (digits.empty() || digits.size() > 8 || !std::all_of(digits.begin(), digits.end(), is_digit)) return -1;
    int value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return value;
}

/// Enough fields for any date with its label; a longer text is no date line.
std::vector<Field> fields_of(std::string_view text) {
    constexpr std::size_t kMost = 24;
    std::vector<Field> fields;
    for (std::size_t i = 0; i < text.size() && fields.size() < kMost;) {
        const auto same = [&](char c) { return is_digit(text[i]) ? is_digit(c) : is_alpha(c); };
        if (!is_digit(text[i]) && !is_alpha(text[i])) {
            ++i;
            continue;
        }
        const auto* end = std::find_if_not(text.begin() + i, text.end(), same);
        Field field{text.substr(i, end - text.begin() - i), i == 0 ? '\0' : text[i - 1]};
        field.number = value_of(field.text);
        field.month = month_number(field.text);
        fields.push_back(field);
        i = end - text.begin();
    }
    return fields;
}

bool is_year(const Field& f) { return f.text.size() == 4 && f.number >= 1800 && f.number <= 2100; }
bool is_day(const Field& f) { return f.text.size() <= 2 && f.number >= 1 && f.number <= 31; }
bool is_ordinal(const Field& f) { return f.text == "st" || f.text == "nd" || f.text == "rd" || f.text == "th"; }

CalendarDate checked(int year, int month, int day) {
    constexpr std::array<int, 13> kDays = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool valid = month >= 1 && month <= 12 && day >= 0 && day <= kDays[month];
    return valid ? CalendarDate{year, month, day} : CalendarDate{};
}

/// Reads one date that begins with a given field.
class Reader {
  public:
    Reader(const std::vector<Field>& fields, std::size_t at) : fields_(fields), at_(at) {}

    CalendarDate read() const {
        if (const CalendarDate date = numeric()) return date;
        if (const CalendarDate date = day_first(); date.month) return date;
        return month_first();
    }

  private:
    const Field& field(std::size_t i) const {
        static const Field none;
        return at_ + i < fields_.size() ? fields_[at_ + i] : none;
    }
    /// 2024-10-09, 2024/10/09, 20241009, 10/19/2024, 19.10.2024
    CalendarDate numeric() const {
        const Field &a = field(0), &b = field(1), &c = field(2);
        if (a.text.size() == 8 && a.number >= 18000101 && a.number <= 21001231)
            return checked(a.number / 10000, a.number / 100 % 100, a.number % 100);
        const bool joined = b.before == c.before && (b.before == '-' || b.before == '/' || b.before == '.');
        if (!joined) return {};
        if (is_year(a) && is_day(b) && is_day(c)) return checked(a.number, b.number, c.number);
        if (!is_year(c) || !is_day(a) || !is_day(b)) return {};
        if (a.number == b.number || b.number > 12) return checked(c.number, a.number, b.number);
        return a.number > 12 ? checked(c.number, b.number, a.number) : CalendarDate{};
    }
    /// 9 October 2024, 9th of Oct 2024, 26-FEB-1987, 26-FEB-87
    CalendarDate day_first() const {
        if (!is_day(field(0))) return {};
        std::size_t i = is_ordinal(field(1)) ? 2 : 1;
        i += field(i).text == "of";
        if (!field(i).month) return {};
        return checked(year_at(i + 1), field(i).month, field(0).number);
    }
    /// October 9, 2024; Oct. 9th; October 2024
    CalendarDate month_first() const {
        if (!field(0).month) return {};
        if (is_year(field(1))) return checked(field(1).number, field(0).month, 0);
        if (!is_day(field(1))) return {};
        return checked(year_at(is_ordinal(field(2)) ? 3 : 2), field(0).month, field(1).number);
    }
    int year_at(std::size_t i) const {
        if (is_year(field(i))) return field(i).number;
        const bool short_year = field(i).before == '-' && field(i).text.size() == 2 && field(i).number >= 0;
        return short_year ? field(i).number + (field(i).number < 70 ? 2000 : 1900) : 0;
    }

    const std::vector<Field>& fields_;
    std::size_t at_;
};

}  // namespace

int month_number(std::string_view word) {
    const auto* found = std::find_if(kMonths.begin(), kMonths.end(), [&](auto name) { return is_name(word, name); });
    return found == kMonths.end() ? 0 : static_cast<int>(found - kMonths.begin()) + 1;
}

bool is_weekday(std::string_view word) {
    return std::any_of(kWeekdays.begin(), kWeekdays.end(), [&](auto name) { return is_name(word, name); });
}

bool is_relative_day(std::string_view word) {
    return word == "yesterday" || word == "today" || word == "tonight" || word == "tomorrow";
}

std::string CalendarDate::iso() const {
    if (!year) return {};
    std::array<char, 40> text{};
    const int size = day     ? std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", year, month, day)
                     : month ? std::snprintf(text.data(), text.size(), "%04d-%02d", year, month)
                             : std::snprintf(text.data(), text.size(), "%04d", year);
    return {text.data(), static_cast<std::size_t>(size)};
}

CalendarDate find_date(std::string_view text) {
    const std::vector<Field> fields = fields_of(text);
    if (fields.size() == 1 && is_year(fields[0])) return {fields[0].number, 0, 0};
    if (fields.size() == 2 && is_year(fields[0]) && fields[1].before == '-' && is_day(fields[1]))
        return checked(fields[0].number, fields[1].number, 0);
    CalendarDate without_year;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const CalendarDate date = Reader(fields, i).read();
        if (date) return date;
        if (date.month && !without_year.month) without_year = date;
    }
    return without_year;
}

}  // namespace hearsay
