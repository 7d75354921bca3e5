// SPDX-License-Identifier: Apache-2.0
// What the corpora in examples/ are there to show.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "hearsay/pipeline.hpp"

namespace hearsay {
namespace {

/// Independent origins of the example's claim whose text has these words.
std::uint32_t origins(const char* example, std::string_view words) {
    const auto analysis = analyze({std::filesystem::path(HEARSAY_SOURCE_DIR) / "examples" / example}, {});
    const auto found = std::ranges::find_if(
        analysis.claims, [&](const Claim& claim) { return claim.text.find(words) != std::string::npos; });
    if (found == analysis.claims.end()) {
        ADD_FAILURE() << example << " has no such claim: " << words;
        return 0;
    }
    return analysis.corroboration[static_cast<std::size_t>(found - analysis.claims.begin())].independent_origins;
}

TEST(Examples, HaveTheOriginsThatTheyAreThereToShow) {
    EXPECT_EQ(origins("1-one-chain", "closed for nine weeks"), 1u);
    EXPECT_EQ(origins("2-four-outlets-one-minister", "2031"), 1u);
    EXPECT_EQ(origins("4-circular-reporting", "no charging port"), 0u) << "in few words, but half alike";
}

TEST(Examples, CountNobodyWhoOnlyTellsSomethingElseOfTheMatter) {
    EXPECT_EQ(origins("1-one-chain", "six of its forty piles"), 1u) << "not who only tells that they are replaced";
    EXPECT_EQ(origins("1-one-chain", "harbour board meets again"), 1u) << "not who tells what it approved";
}

}  // namespace
}  // namespace hearsay
