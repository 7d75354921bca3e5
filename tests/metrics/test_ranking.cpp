// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "metrics/terse_corpus.hpp"

using namespace hearsay;
using namespace hearsay::testing;
using ::testing::ElementsAre;

namespace {

std::vector<std::uint32_t> ranking(const TerseCorpus& corpus) {
    std::vector<std::uint32_t> order;
    for (const ClaimId id : rank_claims(corpus.claims, corpus.corroboration()))
        order.push_back(static_cast<std::uint32_t>(id));
    return order;
}

}  // namespace

TEST(Ranking, PutsMoreIndependentOriginsFirst) {
    TerseCorpus corpus;
    corpus.says({"Kim", "Wire"});
    corpus.says({"Kim", "Gazette"});
    corpus.says({"Kim", "Herald"});
    corpus.next_claim();
    corpus.says({"Kim", "Wire"});
    corpus.says({"Lee", "Gazette"});
    EXPECT_THAT(ranking(corpus), ElementsAre(1, 0));
}

TEST(Ranking, DoesNotBuryTheNewsUnderBackgroundThatEverybodyRepeats) {
    TerseCorpus corpus;
    for (const char* outlet : {"Wire", "Gazette", "Herald", "Monitor"}) corpus.says({outlet});
    corpus.next_claim();
    corpus.says({"Lee", "Wire"});
    corpus.next_claim();
    corpus.says({"Kim", "Wire"});
    corpus.says({"Kim", "Gazette"});
    corpus.next_claim();
    corpus.says({"Wire"});
    EXPECT_THAT(ranking(corpus), ElementsAre(2, 0, 1, 3));
}

TEST(Ranking, BreaksTiesByPublishersThenDocumentsThenDispute) {
    TerseCorpus corpus;
    corpus.says({"Kim", "Wire"});
    corpus.says({"Kim", "Wire"});
    corpus.next_claim();
    corpus.says({"Kim", "Wire"}, {.document = "one"});
    corpus.says({"Kim", "Wire"}, {.document = "two"});
    corpus.says({"Lee", "Wire"}, {.stance = Stance::denies, .document = "two"});
    corpus.next_claim();
    for (int i = 0; i < 3; ++i) corpus.says({"Kim", "Wire"});
    corpus.next_claim();
    corpus.says({"Kim", "Wire"});
    corpus.says({"Kim", "Gazette"});
    EXPECT_THAT(ranking(corpus), ElementsAre(3, 2, 1, 0));
}

TEST(Ranking, KeepsEqualClaimsInOrder) {
    TerseCorpus corpus;
    for (int i = 0; i < 50; ++i) {
        corpus.next_claim();
        corpus.says({"Kim", "Wire"});
    }
    const auto order = ranking(corpus);
    EXPECT_TRUE(std::is_sorted(order.begin(), order.end()));
    EXPECT_EQ(order.size(), 50);
}
