// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "hearsay/pipeline.hpp"
#include "support/temporary_folder.hpp"

namespace hearsay {
namespace {

using testing::HasSubstr;

/// The attributions of one article.
std::vector<AnalyzedAttribution> attributions_of(std::string_view text) {
    const test::TemporaryFolder folder;
    folder.write("a.txt", text);
    folder.write("corpus.csv", "path,publisher\na.txt,Arlen Herald\n");
    return analyze({folder.path()}, {}).attributions;
}

TEST(HopTexts, QuoteEveryHopAndItsSentence) {
    const auto found = attributions_of(
        "Transport Minister Ann Lee told Reuters that the old bridge at Arlen will be closed in May.\n\n"
        "\"It is no longer safe,\" she was quoted as saying.\n");
    ASSERT_EQ(found.size(), 2U);
    ASSERT_EQ(found[0].hops.size(), 3U);
    EXPECT_EQ(found[0].sentence,
              "Transport Minister Ann Lee told Reuters that the old bridge at Arlen will be closed in May.");
    EXPECT_EQ(found[0].hops[0].text, "Transport Minister Ann Lee");
    EXPECT_EQ(found[0].hops[1].text, "told Reuters");
    EXPECT_EQ(found[0].hops[1].sentence, "") << "it is the attribution's";
    EXPECT_EQ(found[0].hops[2].text, "");
    EXPECT_EQ(found[1].sentence, "\"It is no longer safe,\" she was quoted as saying.");
    EXPECT_EQ(found[1].hops[1].text, "told Reuters");
    EXPECT_EQ(found[1].hops[1].sentence, found[0].sentence);
}

TEST(HopTexts, CutALongSentenceAroundItsCue) {
    std::string text = "Over";
    for (int i = 0; i < 200; ++i) text += " the hills";
    const auto found =
        attributions_of(text + ", Transport Minister Ann Lee said that the bridge at Arlen is closed.\n");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_LE(found[0].sentence.size(), 400U);
    EXPECT_THAT(found[0].sentence, HasSubstr("Ann Lee said that the bridge"));
}

}  // namespace
}  // namespace hearsay
