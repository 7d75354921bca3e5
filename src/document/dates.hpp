// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

namespace hearsay {

/// A calendar date of which the less certain parts may be missing (0).
struct CalendarDate {
    int year = 0, month = 0, day = 0;
    explicit operator bool() const { return year != 0; }
    /// "2024-10-09", "2024-10" or "2024"; empty without a year.
    std::string iso() const;
};

/// The first date in a text: "2024-10-09T12:00Z", "9 October 2024", "Oct. 8, 2024", "26-FEB-1987 15:01", "20241009",
/// "October 2024", "Oct 8" (no year). A bare "2024" counts only where it is the whole text; "10/9/2024" is left alone,
/// since nobody can say whether October or September is meant, "10/19/2024" is not.
CalendarDate find_date(std::string_view text);

/// 1..12 for "Oct", "Oct.", "October", in any case; 0 for other words.
int month_number(std::string_view word);
bool is_weekday(std::string_view word);
/// "yesterday", "today", "tonight", "tomorrow"; in lower case.
bool is_relative_day(std::string_view word);

}  // namespace hearsay
