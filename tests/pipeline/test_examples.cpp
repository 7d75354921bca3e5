// SPDX-License-Identifier: Apache-2.0
// What the corpora in examples/ are there to show.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "hearsay/pipeline.hpp"
#include "hearsay/resources.hpp"

namespace hearsay {
namespace {

enum class Model : bool { fast, accurate };

Analysis analysis_of(const char* example, Model model, unsigned threads = 0) {
    PipelineOptions options;
    options.threads = threads;
    if (model == Model::accurate) options.encoder = resource_directory() / "encoder" / "accurate.model";
    return analyze({std::filesystem::path(HEARSAY_SOURCE_DIR) / "examples" / example}, options);
}

/// Independent origins of the example's claim whose text has these words.
std::uint32_t origins(const char* example, std::string_view words, Model model = Model::fast) {
    const Analysis analysis = analysis_of(example, model);
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

TEST(Examples, HaveThemWithAnEncoderToo) {
    EXPECT_EQ(origins("1-one-chain", "closed for nine weeks", Model::accurate), 1u);
    EXPECT_EQ(origins("2-four-outlets-one-minister", "2031", Model::accurate), 1u);
    EXPECT_EQ(origins("4-circular-reporting", "no charging port", Model::accurate), 0u)
        << "no headline is a part of it";
}

TEST(Examples, ComeOutTheSameWithAnEncoderWhateverTheNumberOfThreads) {
    const auto counts = [](unsigned threads) {
        const Analysis analysis = analysis_of("5-claim-and-denial", Model::accurate, threads);
        std::vector<std::string> found;
        for (const Claim& claim : analysis.claims)
            for (const Mention& mention : claim.mentions)
                found.push_back(claim.text + (mention.restates ? " - " : " + ") + mention.text);
        return found;
    };
    EXPECT_EQ(counts(1), counts(4));
}

TEST(Examples, CountNobodyWhoOnlyTellsSomethingElseOfTheMatter) {
    EXPECT_EQ(origins("1-one-chain", "six of its forty piles"), 1u) << "not who only tells that they are replaced";
    EXPECT_EQ(origins("1-one-chain", "harbour board meets again"), 1u) << "not who tells what it approved";
}

}  // namespace
}  // namespace hearsay
