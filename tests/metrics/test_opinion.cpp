// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "metrics/admiralty.hpp"
#include "metrics/opinion.hpp"
#include "metrics/terse_corpus.hpp"

using namespace hearsay;
using namespace hearsay::testing;

namespace {

/// Jøsang's cumulative fusion as he gives it for opinions, with equal base rates.
Opinion cumulative(const Opinion& a, const Opinion& b) {
    const double k = a.uncertainty + b.uncertainty - a.uncertainty * b.uncertainty;
    return {(a.belief * b.uncertainty + b.belief * a.uncertainty) / k,
            (a.disbelief * b.uncertainty + b.disbelief * a.uncertainty) / k, a.uncertainty * b.uncertainty / k};
}

/// And his averaging fusion.
Opinion averaging(const Opinion& a, const Opinion& b) {
    const double k = a.uncertainty + b.uncertainty;
    return {(a.belief * b.uncertainty + b.belief * a.uncertainty) / k,
            (a.disbelief * b.uncertainty + b.disbelief * a.uncertainty) / k, 2 * a.uncertainty * b.uncertainty / k};
}

void expect_near(const Opinion& found, const Opinion& expected) {
    EXPECT_NEAR(found.belief, expected.belief, 1e-12);
    EXPECT_NEAR(found.disbelief, expected.disbelief, 1e-12);
    EXPECT_NEAR(found.uncertainty, expected.uncertainty, 1e-12);
}

const std::vector<OpinionEvidence> kSome{{0.5, 0}, {0, 0.9}, {3, 1}, {0.01, 7}, {0, 0}};

}  // namespace

TEST(Opinion, HasMassesThatSumToOne) {
    for (const OpinionEvidence& evidence : kSome) {
        const Opinion opinion = opinion_of(evidence);
        EXPECT_NEAR(opinion.belief + opinion.disbelief + opinion.uncertainty, 1, 1e-12);
        EXPECT_GE(opinion.expectation(), 0);
        EXPECT_LE(opinion.expectation(), 1);
    }
}

TEST(Opinion, IsVacuousWithoutEvidence) {
    EXPECT_DOUBLE_EQ(opinion_of({}).uncertainty, 1);
    EXPECT_DOUBLE_EQ(opinion_of({}).expectation(), 0.5);
}

TEST(Fusion, OfIndependentOpinionsIsCumulative) {
    for (const OpinionEvidence& a : kSome)
        for (const OpinionEvidence& b : kSome)
            expect_near(opinion_of(fused({a, b}, 2)), cumulative(opinion_of(a), opinion_of(b)));
}

TEST(Fusion, OfDependentOpinionsIsAveraging) {
    for (const OpinionEvidence& a : kSome)
        for (const OpinionEvidence& b : kSome)
            expect_near(opinion_of(fused({a, b}, 1)), averaging(opinion_of(a), opinion_of(b)));
}

TEST(Belief, IsWeakerAndLessCertainForWhatIsToldAsHearsay) {
    TerseCorpus plain, hedged;
    plain.says({"Kim", "Herald"});
    hedged.says({"Kim", "Herald"});
    hedged.claims.front().mentions.front().hedged = true;
    EXPECT_LT(hedged.figures().belief, plain.figures().belief);
    EXPECT_GT(hedged.figures().uncertainty, plain.figures().uncertainty);
    hedged.says({"Kim", "Monitor"});
    EXPECT_DOUBLE_EQ(hedged.figures().belief, plain.figures().belief) << "elsewhere Kim says it plainly";
}

TEST(Uncertainty, ShrinksWithEvidenceForEitherSide) {
    TerseCorpus corpus;
    corpus.says({"Kim", "Herald"});
    const double one = corpus.figures().uncertainty;
    corpus.says({"Lee", "Herald"}, {.stance = Stance::denies});
    EXPECT_LT(corpus.figures().uncertainty, one);
    EXPECT_DOUBLE_EQ(corpus.figures().belief, 0.5);
}

TEST(Admiralty, RatesTheSourceByItsBestOrigin) {
    TerseCorpus corpus;
    corpus.says({"Kim", "Herald"});
    EXPECT_EQ(corpus.figures().admiralty, "F3");
    corpus.edit("Kim").reliability = 0.95;
    EXPECT_EQ(corpus.figures().admiralty, "A3");
    for (const auto& [reliability, letter] :
         std::vector<std::pair<double, char>>{{0.7, 'B'}, {0.5, 'C'}, {0.3, 'D'}, {0, 'E'}}) {
        corpus.edit("Kim").reliability = reliability;
        EXPECT_EQ(corpus.figures().admiralty.front(), letter);
    }
}

TEST(Admiralty, RatesTheInformationByCorroborationAndDispute) {
    TerseCorpus corpus;
    corpus.next_claim();
    corpus.source("rumours", SourceKind::anonymous);
    corpus.says({"rumours", "Herald"});
    EXPECT_EQ(corpus.figures().admiralty, "F6");
    corpus.says({"Kim", "Herald"});
    EXPECT_EQ(corpus.figures().admiralty, "F3");
    corpus.says({"Lee", "Herald"});
    EXPECT_EQ(corpus.figures().admiralty, "F2") << "two origins, but all through one publisher";
    corpus.says({"Lee", "Monitor"});
    EXPECT_EQ(corpus.figures().admiralty, "F1");
    for (const char* name : {"Park", "Choi"}) corpus.says({name, "Gazette"}, {.stance = Stance::denies});
    EXPECT_EQ(corpus.figures().admiralty, "F4");
    for (const char* name : {"Han", "Yoo", "Ma"}) corpus.says({name, name}, {.stance = Stance::denies});
    EXPECT_EQ(corpus.figures().admiralty, "F5");
}
