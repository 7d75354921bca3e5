// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "document/dates.hpp"

namespace hearsay {
namespace {

std::string iso(std::string_view text) { return find_date(text).iso(); }

TEST(Dates, AreReadInManyForms) {
    for (const std::string_view text :
         {"2024-10-09", "2024-10-09T23:30:00Z", "9 October 2024", "October 9, 2024", "Oct. 9, 2024",
          "9th of October 2024", "Wed, 09 Oct 2024 12:00:00 GMT", "Updated: 2024-10-09 12:44", "9-OCT-2024 15:01:01.79",
          "9-OCT-24", "20241009", "2024/10/09", "Wednesday Oct 9th, 2024 3:00 p.m. EDT"})
        EXPECT_EQ(iso(text), "2024-10-09") << text;
    EXPECT_EQ(iso("26-FEB-1987 15:01:01.79"), "1987-02-26");
}

TEST(Dates, KeepWhatIsKnown) {
    EXPECT_EQ(iso("October 2024"), "2024-10");
    EXPECT_EQ(iso("2024-10"), "2024-10");
    EXPECT_EQ(iso("2024"), "2024");
}

TEST(Dates, LeaveTheYearOpenWhereItIsMissing) {
    const CalendarDate date = find_date("LONDON, Oct 8");
    EXPECT_FALSE(date);
    EXPECT_EQ(date.month, 10);
    EXPECT_EQ(date.day, 8);
    EXPECT_EQ(date.iso(), "");
}

TEST(Dates, DecideDayAndMonthOnlyWhereThatIsSure) {
    EXPECT_EQ(iso("10/19/2024"), "2024-10-19");
    EXPECT_EQ(iso("19/10/2024"), "2024-10-19");
    EXPECT_EQ(iso("10/9/2024"), "");
}

TEST(Dates, RefuseWhatIsNone) {
    for (const std::string_view text :
         {"", "yesterday", "2024-13-01", "2024-02-30", "1,100 men", "12 May be", "the 2024 vote"})
        EXPECT_EQ(iso(text), "") << text;
}

TEST(Dates, KnowMonthsAndWeekdays) {
    EXPECT_EQ(month_number("Sept."), 9);
    EXPECT_EQ(month_number("DECEMBER"), 12);
    EXPECT_EQ(month_number("Marching"), 0);
    EXPECT_TRUE(is_weekday("Tue"));
    EXPECT_FALSE(is_weekday("Tuesdays"));
}

}  // namespace
}  // namespace hearsay
