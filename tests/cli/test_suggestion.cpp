// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "cli/suggestion.hpp"

namespace hearsay::cli {
namespace {

const std::vector<std::string> kKnown{"--strict", "--threads", "--top"};

TEST(DidYouMean, FindsTheNearestWord) {
    EXPECT_EQ(did_you_mean("--stict", kKnown), " Did you mean '--strict'?");
    EXPECT_EQ(did_you_mean("--thraeds", kKnown), " Did you mean '--threads'?");
    EXPECT_EQ(did_you_mean("--tops", kKnown), " Did you mean '--top'?");
}

TEST(DidYouMean, SaysNothingWhereNothingIsNear) {
    EXPECT_EQ(did_you_mean("--colour", kKnown), "");
    EXPECT_EQ(did_you_mean("--strict", {}), "");
    EXPECT_EQ(did_you_mean(std::string(1 << 20, 'x'), {"analyze"}), "");
}

}  // namespace
}  // namespace hearsay::cli
