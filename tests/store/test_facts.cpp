// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <random>

#include "hearsay/error.hpp"
#include "store/facts.hpp"

namespace hearsay {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

DocumentFindings sample() {
    DocumentFindings found;
    found.sketch = {{1, ~std::uint32_t{0}, 77}, "herald", {"reuters"}, "2031-04-02", true};
    found.record.published.value = found.sketch.published;
    Source minister;
    minister.name = "Ann Lee";
    minister.aliases = {"Lee", "Minister Lee"};
    minister.reliability = 0.25;
    minister.country = "GB";
    minister.role = "Transport Minister";
    minister.office = "transport minister";
    Source both;
    both.name = "Lee and the Herald";
    both.kind = SourceKind::group;
    both.unnamed = true;
    both.members = {SourceId{0}, SourceId{1}};
    both.merges = {{"the two", MergeRule::members, 0}};
    Source herald;
    herald.name = "Herald";
    herald.kind = SourceKind::outlet;
    herald.owner = "Holding";
    found.sources.sources = {minister, herald, both};
    found.sources.publisher = 1;
    found.sources.attributions = {{2, {0, 1}, Stance::denies, 5, {}}, {7, {2, 1}, Stance::asserts, {}, {}}};
    found.statements.resize(3);
    found.statements[1].resolved = 0;
    found.statements[2].resolved = 1;
    return found;
}

TEST(Facts, ComeBackAsTheyWere) {
    const std::string bytes = encode_facts(sample());
    const DocumentFindings found = decode_facts(bytes);
    EXPECT_EQ(encode_facts(found), bytes);
    EXPECT_EQ(found.record.published.value, "2031-04-02");
    EXPECT_THAT(found.sketch.shingles, ElementsAre(1, ~std::uint32_t{0}, 77));
    ASSERT_THAT(found.sources.sources, SizeIs(3));
    EXPECT_THAT(found.sources.sources[0].aliases, ElementsAre("Lee", "Minister Lee"));
    EXPECT_EQ(found.sources.sources[0].reliability, 0.25);
    EXPECT_EQ(found.sources.sources[1].owner, "Holding");
    EXPECT_THAT(found.sources.sources[2].members, ElementsAre(SourceId{0}, SourceId{1}));
    EXPECT_EQ(found.sources.sources[2].merges.front().rule, MergeRule::members);
    EXPECT_THAT(found.sources.attributions[0].chain, ElementsAre(0, 1));
    EXPECT_EQ(found.sources.attributions[0].about, 5U);
    EXPECT_EQ(found.sources.attributions[1].about, std::nullopt);
    EXPECT_EQ(found.statements[0].resolved, std::nullopt);
    EXPECT_EQ(found.statements[2].resolved, 1U);
}

TEST(Facts, AreRefusedWhereTheyEndTooEarlyOrTooLate) {
    const std::string bytes = encode_facts(sample());
    for (std::size_t size = 0; size < bytes.size(); ++size)
        EXPECT_THROW(decode_facts(bytes.substr(0, size)), ResultError) << size;
    EXPECT_THROW(decode_facts(bytes + '\0'), ResultError);
}

TEST(Facts, GiveValidIndicesOrNoneWhateverTheBytes) {
    const std::string bytes = encode_facts(sample());
    std::mt19937 random(7);
    for (int round = 0; round < 20000; ++round) {
        std::string damaged = bytes;
        for (int i = 0; i < 3; ++i) damaged[random() % damaged.size()] = static_cast<char>(random());
        try {
            const DocumentFindings found = decode_facts(damaged);
            ASSERT_LT(found.sources.publisher, found.sources.sources.size());
            for (const auto& attribution : found.sources.attributions)
                for (const auto hop : attribution.chain) ASSERT_LT(hop, found.sources.sources.size());
            for (const auto& statement : found.statements)
                if (statement.resolved) {
                    ASSERT_LT(*statement.resolved, found.sources.attributions.size());
                }
        } catch (const ResultError&) {
        }
    }
}

}  // namespace
}  // namespace hearsay
