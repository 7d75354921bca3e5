// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "document/prepare.hpp"

namespace hearsay {
namespace {

using test::article;
using test::prepared;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

RawDocument from(std::string publisher, std::string url = "", std::string published = "") {
    RawDocument raw;
    if (!publisher.empty()) raw.publisher = {std::move(publisher), Evidence::field};
    if (!url.empty()) raw.url = {std::move(url), Evidence::field};
    if (!published.empty()) raw.published = {std::move(published), Evidence::field};
    return raw;
}

/// "value (evidence)".
std::string shown(const Metadatum& metadatum) {
    return metadatum.value + " (" + std::string(to_string(metadatum.evidence)) + ")";
}

TEST(Publisher, IsReadFromTheDateline) {
    EXPECT_EQ(shown(prepared("LONDON, Oct 8 (Reuters) - The bank rose.").publisher), "Reuters (dateline)");
    EXPECT_EQ(shown(prepared("WASHINGTON (AP/CNN) — The bank rose.").publisher), "AP (dateline)");
}

TEST(Publisher, IsReadFromACredit) {
    EXPECT_EQ(shown(prepared(article("By Ann Lee, Associated Press\n", "")).publisher), "Associated Press (credit)");
    EXPECT_EQ(shown(prepared(article("", "(Reuters)")).publisher), "Reuters (credit)");
    EXPECT_EQ(shown(prepared(article("", "This article originally appeared in Daily Gazette.")).publisher),
              "Daily Gazette (credit)");
}

TEST(Publisher, IsReadFromACopyrightNotice) {
    EXPECT_EQ(shown(prepared(article("", "© 2024 Bloomberg L.P.")).publisher), "Bloomberg (copyright)");
    EXPECT_EQ(shown(prepared(article("", "Copyright 2014 The Associated Press. All rights reserved.")).publisher),
              "The Associated Press (copyright)");
    EXPECT_EQ(shown(prepared(article("", "(c) 2015 Village Herald Ltd. All rights reserved")).publisher),
              "Village Herald (copyright)");
}

TEST(Publisher, IsTheHostWhereNothingBetterIsKnown) {
    EXPECT_EQ(shown(prepared("The bank rose.", from("", "https://www.example.com:80/a/b?c")).publisher),
              "example.com (url)");
    EXPECT_EQ(shown(prepared("(CNN) The bank rose.", from("", "https://www.example.com/")).publisher),
              "CNN (dateline)");
}

TEST(Publisher, IsTheOutletThatTheTextSpeaksOfAsItself) {
    EXPECT_EQ(shown(prepared(article("CNN has learned that the bank rose.\n", "")).publisher), "CNN (credit)");
    EXPECT_EQ(shown(prepared(article("", "The bank rose, The Associated Press understands.")).publisher),
              "The Associated Press (credit)");
    EXPECT_EQ(shown(prepared(article("Ann Lee has learned that CNN knows.\n", "")).publisher), " (none)");
    EXPECT_EQ(shown(prepared(article("Vicente CNN has learned that the bank rose.\n", "")).publisher), " (none)");
    EXPECT_EQ(shown(prepared(article("CNN has learned nothing from it.\n", "")).publisher), " (none)");
    EXPECT_EQ(shown(prepared("CNN has learned that.", from("", "https://www.example.com/")).publisher),
              "example.com (url)");
}

TEST(Publisher, IsUnknownWhereNothingNamesIt) {
    EXPECT_EQ(shown(prepared(article("", "With inputs from agencies")).publisher), " (none)");
    EXPECT_EQ(shown(prepared(article("The mayor on stage. Reuters File\n", "(Agencies)")).publisher), " (none)");
}

TEST(Publisher, OfTheFieldStandsOverTheText) {
    EXPECT_EQ(shown(prepared("(CNN) The bank rose.", from("Village Herald")).publisher), "Village Herald (field)");
}

TEST(Credited, HoldsAnotherOutletThanThePublisher) {
    EXPECT_THAT(prepared("LONDON (Reuters) - The bank rose.", from("Village Herald")).credited, ElementsAre("Reuters"));
    EXPECT_THAT(prepared(article("", "Source: Reuters"), from("www.example.com")).credited, ElementsAre("Reuters"));
}

TEST(Credited, HoldsTheSourceOfAStoryWhosePublisherIsUnknown) {
    const Document document = prepared(article("", "Source: Reuters"));
    EXPECT_FALSE(document.publisher);
    EXPECT_THAT(document.credited, ElementsAre("Reuters"));
}

TEST(Credited, LeavesPlatformsOut) {
    EXPECT_THAT(prepared(article("", "Source: YouTube")).credited, IsEmpty());
    EXPECT_FALSE(prepared(article("", "(Facebook)")).publisher);
}

TEST(Credited, LeavesThePublisherItselfOut) {
    EXPECT_THAT(prepared("ATLANTA (CNN) -- The bank rose.", from("www.cnn.com")).credited, IsEmpty());
    EXPECT_THAT(prepared(article("By Ann Lee, The Guardian\n", ""), from("society.guardian.co.uk")).credited,
                IsEmpty());
    EXPECT_THAT(prepared("LONDON (Reuters) - The bank rose.").credited, IsEmpty());
    EXPECT_THAT(prepared("BEIJING (Xinhua) -- The bank rose.", from("news.xinhuanet.com")).credited, IsEmpty());
}

TEST(Credited, LeavesAgenciesHelpersPhotographersAndCopyrightOut) {
    for (const std::string line : {"With inputs from agencies", "(Agencies)", "Contributing: The Associated Press",
                                   "The mayor on stage (Reuters)", "© 2014 The Associated Press",
                                   "The Associated Press contributed to this report."})
        EXPECT_THAT(prepared(article("", line), from("Village Herald")).credited, IsEmpty()) << line;
}

TEST(Published, PrefersFieldThenDatelineThenAddressThenHeaderThenCopyright) {
    const std::string header = "date 2024-10-09 LONDON, Oct 8 (Reuters) - The bank rose.";
    EXPECT_EQ(shown(prepared(header, from("", "", "2024-10-07")).published), "2024-10-07 (field)");
    EXPECT_EQ(shown(prepared(header).published), "2024-10-08 (dateline)");
    EXPECT_EQ(shown(prepared("The bank rose.", from("", "http://example.com/2024/10/06/a.html")).published),
              "2024-10-06 (url)");
    EXPECT_EQ(shown(prepared("date 2024-10-09 The bank rose.\n© 2024 Bloomberg").published), "2024-10-09 (header)");
    EXPECT_EQ(shown(prepared("The bank rose.\n© 2024 Bloomberg").published), "2024 (copyright)");
}

TEST(Published, IsReadFromALineOfItsOwn) {
    EXPECT_EQ(shown(prepared(article("Ministry sends letter\nUpdated Dec. 31, 2014 11:30 a.m. EST\n", "")).published),
              "2014-12-31 (header)");
    EXPECT_EQ(shown(prepared(article("Thursday, January 6, 2005\n", "")).published), "2005-01-06 (header)");
}

TEST(Published, IsNotReadFromASentence) {
    EXPECT_EQ(shown(prepared("On October 9, 2024 the bank rose by a third, and nobody knew why.").published),
              " (none)");
}

TEST(Published, KeepsWhatItCannotReadAmongTheFields) {
    const Document document = prepared("The bank rose.", from("", "", "some day"));
    EXPECT_EQ(shown(document.published), " (none)");
    EXPECT_EQ(document.fields.at("published").as_string(), "some day");
}

}  // namespace
}  // namespace hearsay
