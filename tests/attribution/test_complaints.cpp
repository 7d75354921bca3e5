// SPDX-License-Identifier: Apache-2.0
// Texts of which users of quotation extractors complain (complaints.jsonl, of our own writing). How many of each kind
// must come out right only ever rises: when the extractor gets better, raise the number here.
#include <gmock/gmock.h>

#include <algorithm>
#include <iostream>
#include <map>

#include "attribution/complaint_cases.hpp"
#include "attribution/read.hpp"

namespace hearsay::test {
namespace {

using ::testing::IsEmpty;

struct Floor {
    std::string complaint;
    int least;
};

const std::vector<Floor> kFloors{
    {"apposition", 3},         {"paragraph break", 4},     {"odd quotation marks", 4},
    {"several paragraphs", 4}, {"dash and name", 3},       {"several speakers", 3},
    {"unusual verb", 4},       {"partial quotation", 5},   {"tweet or block quotation", 3},
    {"headline", 4},           {"agentless passive", 4},   {"cue noun", 5},
    {"negated cue", 3},        {"only looks like one", 6},
};

const std::vector<ComplaintCase>& cases() {
    static const auto list =
        complaint_cases(std::filesystem::path(HEARSAY_SOURCE_DIR) / "tests/attribution/complaints.jsonl");
    return list;
}

/// What came out instead, for whoever reads the log.
void print_miss(const ComplaintCase& missed, const Document& document, const std::vector<Attribution>& found) {
    std::cout << "missed (" << missed.complaint << "): " << missed.text << '\n';
    for (const Attribution& a : found)
        std::cout << "    found: " << show(document, a) << " (" << to_string(a.stance) << ")\n";
}

int count_right(const Extractor& extractor, const std::string& complaint) {
    int right = 0;
    for (const ComplaintCase& one : cases()) {
        if (one.complaint != complaint) continue;
        const Document read = document(one.text);
        const auto found = extractor.extract(read);
        if (is_right(one, read, found))
            ++right;
        else
            print_miss(one, read, found);
    }
    return right;
}

class Complaints : public testing::TestWithParam<Floor> {};

TEST_P(Complaints, AreMetAtLeastAsOftenAsBefore) {
    EXPECT_GE(count_right(trained_extractor(), GetParam().complaint), GetParam().least);
}

std::string name_of(const testing::TestParamInfo<Floor>& tested) {
    std::string name = tested.param.complaint;
    std::ranges::replace(name, ' ', '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(Of, Complaints, testing::ValuesIn(kFloors), name_of);

TEST(ComplaintCases, AreAllCounted) {
    std::map<std::string, int> left;
    for (const ComplaintCase& one : cases()) ++left[one.complaint];
    for (const Floor& floor : kFloors) {
        EXPECT_GE(left[floor.complaint], std::max(floor.least, 3)) << floor.complaint;
        left.erase(floor.complaint);
    }
    EXPECT_THAT(left, IsEmpty());
}

/// The judgement itself: nothing found is never right where something is expected.
TEST(ComplaintCases, AreNotRightByFindingNothing) {
    for (const ComplaintCase& one : cases()) EXPECT_EQ(is_right(one, document(one.text), {}), one.expected.empty());
}

TEST(ComplaintCases, AreNotRightForTheWrongSpeakerOrAWiderContent) {
    const std::string text = "“It rained,” said Ann. Bob left for the harbour at once.";
    const ComplaintCase wanted{"", text, {{"Ann", "said", {"“It rained,”"}, {}}}, {}};
    const Document read = document(text);
    Attribution right;
    right.source = {{18, 21}};
    right.cue = {{13, 17}};
    right.content = {{0, 12}};
    EXPECT_TRUE(is_right(wanted, read, {right}));
    Attribution other = right, wide = right;
    other.source = {{23, 26}};
    wide.content = {{0, 12}, {23, 56}};
    EXPECT_FALSE(is_right(wanted, read, {other}));
    EXPECT_FALSE(is_right(wanted, read, {wide}));
}

}  // namespace
}  // namespace hearsay::test
