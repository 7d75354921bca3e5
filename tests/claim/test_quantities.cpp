// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "claim/articles.hpp"
#include "claim/quantities.hpp"

namespace hearsay {
namespace {

/// Every amount in a sentence.
std::vector<Quantity> amounts(std::string_view sentence) {
    static const QuantityLexicon lexicon(lexicons() / "quantities.tsv");
    const TokenizedText text = tokenize(Text::decode(sentence));
    std::vector<Quantity> found;
    for (std::size_t i = 0; i < text.tokens().size();) {
        const auto number = read_number(text, i, lexicon);
        if (number && number->quantity) found.push_back(*number->quantity);
        i = number ? std::max(number->end, i + 1) : i + 1;
    }
    return found;
}

bool same_amount(std::string_view a, std::string_view b) {
    const auto x = amounts(a), y = amounts(b);
    EXPECT_EQ(x.size(), 1u) << a;
    EXPECT_EQ(y.size(), 1u) << b;
    return x.size() == 1 && y.size() == 1 && agree(x[0], y[0]);
}

TEST(Quantities, ReadDigitsAndWordsAlike) {
    EXPECT_TRUE(same_amount("six sailors drowned", "6 sailors drowned"));
    EXPECT_TRUE(same_amount("a dozen sailors", "12 sailors"));
    EXPECT_TRUE(same_amount("forty-five sailors drowned", "45 sailors drowned"));
    EXPECT_FALSE(same_amount("forty-five sailors drowned", "46 sailors drowned"));
    EXPECT_TRUE(same_amount("1,500 homes", "1500 homes of brick"));
    EXPECT_TRUE(same_amount("2.5 million votes", "2,500,000 votes"));
    EXPECT_FALSE(same_amount("six sailors drowned", "seven sailors drowned"));
}

TEST(Quantities, TakeBoundsAtTheirWord) {
    EXPECT_TRUE(same_amount("around 1,100 casualties", "1,050 casualties"));
    EXPECT_TRUE(same_amount("more than 1,000 casualties", "around 1,100 casualties"));
    EXPECT_TRUE(same_amount("as many as 110,000 jobs", "about 108,000 jobs"));
    EXPECT_TRUE(same_amount("at least 100 dead", "120 dead"));
    EXPECT_FALSE(same_amount("at least 31 dead", "45 dead"));
    EXPECT_FALSE(same_amount("at least 100 dead", "around 1,100 dead"));
    EXPECT_FALSE(same_amount("at least 100 dead", "90 dead"));
    EXPECT_FALSE(same_amount("fewer than 40 arrests", "50 arrests"));
}

TEST(Quantities, OfAPartHoldBesideMoreOfTheWhole) {
    const auto hold = [](std::string_view a, std::string_view b) { return can_both_hold(amounts(a), amounts(b)); };
    EXPECT_FALSE(same_amount("two of the injured died", "six died"));
    EXPECT_TRUE(hold("two of the injured died", "six died"));
    EXPECT_FALSE(hold("eight of them died", "six died"));
    EXPECT_FALSE(hold("two died", "six died"));
}

TEST(Quantities, ConvertUnitsOfOneDimension) {
    EXPECT_TRUE(same_amount("a crater 10 feet deep", "a crater 3.048 metres deep"));
    EXPECT_TRUE(same_amount("it lasted two weeks", "it lasted 14 days"));
    EXPECT_TRUE(same_amount("26 percent of them", "26 per cent of them"));
    EXPECT_TRUE(same_amount("a 50ft wave", "a 50-foot wave"));
}

TEST(Quantities, KeepDimensionsApart) {
    EXPECT_FALSE(same_amount("40 percent", "40 homes"));
    EXPECT_FALSE(same_amount("$5 million", "5 million voters"));
    EXPECT_TRUE(same_amount("$5 million", "5 million dollars"));
    EXPECT_FALSE(same_amount("£5 million", "$5 million"));
    EXPECT_TRUE(same_amount("a 35-million-euro offer", "an offer of 35 million euros"));
    EXPECT_TRUE(same_amount("a five-million-dollar fine", "a fine of $5m"));
    EXPECT_TRUE(amounts("a one-sided treaty").empty());
    EXPECT_TRUE(same_amount("a magnitude of 6.8", "a 6.8-magnitude quake"));
    EXPECT_FALSE(same_amount("a magnitude 7 quake", "7 dead"));
}

TEST(Quantities, LeaveDatesYearsAgesAndTimesAlone) {
    EXPECT_TRUE(amounts("The dam broke on Oct. 3.").empty());
    EXPECT_TRUE(amounts("The dam broke on 14 March.").empty());
    EXPECT_TRUE(amounts("The dam was built in 1987.").empty());
    EXPECT_TRUE(amounts("Anna Berg, 45, was elected.").empty());
    EXPECT_TRUE(amounts("The doors close at 9 a.m. sharp.").empty());
}

TEST(Quantities, LeavePointingNumbersAlone) {
    EXPECT_TRUE(amounts("if one of them is attacked").empty());
    EXPECT_TRUE(amounts("between the two countries").empty());
}

TEST(Quantities, SurviveOddNumbers) {
    amounts("1,,2 3.4.5 $ $$ 999999999999999999999999999999999999999999 -- % 7%% 1e9 \xef\xbc\x91");
    EXPECT_TRUE(amounts("").empty());
}

}  // namespace
}  // namespace hearsay
