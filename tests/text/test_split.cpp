// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "text/split.hpp"

namespace hearsay::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Split, KeepsEveryPart) {
    EXPECT_THAT(split("a||b|", '|'), ElementsAre("a", "", "b", ""));
    EXPECT_THAT(split("", '|'), ElementsAre(""));
}

TEST(Items, AreThePartsThatAreNotEmpty) {
    EXPECT_THAT(items("a||b|", '|'), ElementsAre("a", "b"));
    EXPECT_THAT(items("||", '|'), IsEmpty());
    EXPECT_THAT(items("", '|'), IsEmpty());
}

}  // namespace
}  // namespace hearsay::testing
