// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "metrics/terse_corpus.hpp"

using namespace hearsay;
using namespace hearsay::testing;

namespace {

/// Two outlets that state the first claim, each on its own authority.
TerseCorpus two_outlets() {
    TerseCorpus corpus;
    corpus.says({"Herald"});
    corpus.says({"Monitor"});
    return corpus;
}

}  // namespace

TEST(PastCopying, MakesTwoOutletsLessThanTwoSources) {
    TerseCorpus corpus = two_outlets();
    EXPECT_DOUBLE_EQ(corpus.figures().effective_sources, 2);
    for (int i = 0; i < 7; ++i) {
        corpus.next_claim();
        corpus.says({"Kim", "Herald", "Monitor"});
    }
    // 7 of the Monitor's 8 articles, and two more: a dependence of 0.5 * 7 / 10
    EXPECT_DOUBLE_EQ(corpus.figures().effective_sources, 2 / 1.35);
}

TEST(PastCopying, CountsReprintsToo) {
    TerseCorpus corpus = two_outlets();
    corpus.next_claim();
    corpus.says({"Herald"}, {.document = "original"});
    corpus.says({"Monitor"}, {.document = "reprint"});
    corpus.copies("reprint", "original");
    EXPECT_DOUBLE_EQ(corpus.figures().effective_sources, 2 / 1.125);
}

TEST(PastCopying, OfOthersChangesNothing) {
    TerseCorpus corpus = two_outlets();
    corpus.next_claim();
    corpus.says({"Kim", "Agency", "Monitor"});
    EXPECT_DOUBLE_EQ(corpus.figures().effective_sources, 2);
}

TEST(UnnamedPeople, OfOneStateMayBeTheSame) {
    TerseCorpus corpus;
    for (const char* name : {"officials", "an aide"}) corpus.source(name, SourceKind::anonymous);
    corpus.says({"officials", "Herald"});
    corpus.says({"an aide", "Monitor"});
    EXPECT_DOUBLE_EQ(corpus.figures().effective_sources, 2 / 1.25);
    corpus.edit("officials").country = corpus.edit("an aide").country = "KR";
    EXPECT_DOUBLE_EQ(corpus.figures().effective_sources, 2 / 1.5);
}

TEST(EffectiveSources, AreHardlyMoreThanOneWhereNearlyAllIsShared) {
    TerseCorpus corpus = two_outlets();
    corpus.edit("Herald").owner = corpus.edit("Monitor").owner = "Group";
    corpus.next_claim();
    for (int i = 0; i < 997; ++i) corpus.says({"Herald", "Monitor"});
    EXPECT_DOUBLE_EQ(corpus.figures().effective_sources, 2 / (1 + 0.5 + 0.5 * 0.997));
}
