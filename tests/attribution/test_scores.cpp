// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "attribution/annotated.hpp"
#include "hearsay/attribution/scores.hpp"

namespace hearsay::test {
namespace {

constexpr std::string_view kText = "Ann Lee said that it had rained all night. Bob added: the road is closed.";

Attribution ann() { return attribution(kText, "Ann Lee", "said", "that it had rained all night"); }
Attribution bob() { return attribution(kText, "Bob", "added", "the road is closed"); }

AttributionScores scores(const std::vector<Attribution>& gold, const std::vector<Attribution>& predicted,
                         std::string_view text = kText) {
    AttributionScores result;
    result.add(Text::decode(text), gold, predicted);
    return result;
}

bool linked_leniently(const Attribution& gold, const Attribution& predicted) {
    return scores({gold}, {predicted}).linked_lenient.right == 1;
}

TEST(Scores, AreFullForThePerfectPrediction) {
    const auto perfect = scores({ann(), bob()}, {bob(), ann()});
    for (const RoleScores& role : perfect.roles) {
        EXPECT_EQ(role.exact.f1(), 1);
        EXPECT_EQ(role.begin.f1(), 1);
        EXPECT_EQ(role.jaccard(), 1);
    }
    EXPECT_EQ(perfect.linked.f1(), 1);
    EXPECT_EQ(perfect.linked_lenient.f1(), 1);
    EXPECT_EQ(perfect.documents, 1U);
    EXPECT_EQ(perfect.missing, 0U);
}

TEST(Scores, AreZeroWhereNothingWasPredictedOrWanted) {
    for (const auto& none : {scores({ann()}, {}), scores({}, {ann()}), scores({}, {})}) {
        EXPECT_EQ(none.of(Role::source).exact.f1(), 0);
        EXPECT_EQ(none.of(Role::source).jaccard(), 0);
        EXPECT_EQ(none.linked.f1(), 0);
    }
}

TEST(Scores, TellPrecisionFromRecall) {
    const Tally tally = scores({ann(), bob()}, {ann()}).of(Role::cue).exact;
    EXPECT_EQ(tally.precision(), 1);
    EXPECT_EQ(tally.recall(), 0.5);
    EXPECT_DOUBLE_EQ(tally.f1(), 2.0 / 3);
}

TEST(Scores, CreditASpanWithTheRightBeginAlone) {
    Attribution cut = ann();
    cut.source = span_of(kText, "Ann");
    const auto half = scores({ann()}, {cut});
    EXPECT_EQ(half.of(Role::source).exact.right, 0U);
    EXPECT_EQ(half.of(Role::source).begin.right, 1U);
    EXPECT_EQ(half.of(Role::source).jaccard(), 0.5);
}

TEST(Scores, LowerJaccardForSpansThatTouchNoGoldOne) {
    EXPECT_EQ(scores({ann()}, {ann(), bob()}).of(Role::cue).jaccard(), 0.5);
    EXPECT_EQ(scores({ann(), bob()}, {ann()}).of(Role::cue).jaccard(), 0.5);
}

TEST(Scores, PassOverWhiteSpaceAtTheEndsOfSpans) {
    Attribution wide = ann();
    for (Spans* spans : {&wide.cue, &wide.content}) {
        --spans->front().begin;
        spans->front().end += spans == &wide.cue;
    }
    EXPECT_EQ(scores({ann()}, {wide}).linked.right, 1U);
}

TEST(Scores, CutSpansToTheTextAndDropEmptyOnes) {
    Attribution odd = bob();
    odd.content = {{72, 71}, {54, 4'000'000'000}, {500, 600}, {3, 3}};
    Attribution gold = bob();
    gold.content = {{54, 73}};
    EXPECT_EQ(scores({gold}, {odd}).linked.right, 1U);
}

TEST(Scores, CountEveryFragmentOfADiscontinuousRole) {
    Attribution split = ann();
    split.content = {span_of(kText, "that it had")[0], span_of(kText, "all night")[0]};
    const Tally tally = scores({split}, {ann()}).of(Role::content).exact;
    EXPECT_EQ(tally.gold, 2U);
    EXPECT_EQ(tally.predicted, 1U);
}

TEST(Scores, CountASpanOnceThoughTwoAttributionsShareIt) {
    Attribution shared = bob();
    shared.source = ann().source;
    EXPECT_EQ(scores({ann(), shared}, {}).of(Role::source).exact.gold, 1U);
}

TEST(Scores, LeaveOutGoldWithNeitherCueNorContent) {
    const auto result = scores({attribution(kText, "Ann Lee", "", "")}, {});
    EXPECT_EQ(result.linked.gold, 0U);
    EXPECT_EQ(result.of(Role::source).exact.gold, 0U);
}

TEST(LinkedLenient, WantsHalfOfTheTokensOfBothContents) {
    const auto with = [](std::string_view content) { return attribution(kText, "Ann Lee", "said", content); };
    EXPECT_TRUE(linked_leniently(with("that it had rained"), with("that it")));
    EXPECT_FALSE(linked_leniently(with("that it had rained all"), with("that it")));
    EXPECT_FALSE(linked_leniently(with(""), with("")));
}

TEST(LinkedLenient, WantsOverlappingSourcesOrNone) {
    const auto with = [](std::string_view source) { return attribution(kText, source, "said", "it had rained"); };
    EXPECT_TRUE(linked_leniently(with("Ann Lee"), with("Lee")));
    EXPECT_FALSE(linked_leniently(with("Ann"), with("Lee")));
    EXPECT_FALSE(linked_leniently(with("Ann Lee"), with("")));
    EXPECT_TRUE(linked_leniently(with(""), with("")));
}

TEST(LinkedLenient, WantsOverlappingCues) {
    const auto with = [](std::string_view cue) { return attribution(kText, "Ann Lee", cue, "it had rained"); };
    EXPECT_TRUE(linked_leniently(with("said that"), with("that")));
    EXPECT_FALSE(linked_leniently(with("said"), with("that")));
    EXPECT_FALSE(linked_leniently(with(""), with("")));
}

TEST(Linked, WantsTheSameSpansOfSourceAndContent) {
    Attribution split = ann();
    split.content = {span_of(kText, "that it had")[0], span_of(kText, "rained all night")[0]};
    EXPECT_EQ(scores({ann()}, {split}).linked.right, 0U);
    EXPECT_EQ(scores({ann()}, {split}).linked_lenient.right, 1U);
    Attribution wider = ann();
    wider.cue = span_of(kText, "said that");
    EXPECT_EQ(scores({ann()}, {wider}).linked.right, 1U);
}

TEST(Linked, TakesEveryGoldAttributionOnce) {
    EXPECT_EQ(scores({ann()}, {ann(), ann()}).linked.right, 1U);
    EXPECT_EQ(scores({ann(), ann()}, {ann(), ann(), ann()}).linked.right, 2U);
}

TEST(Scores, CountADocumentWithoutPredictionAsMissed) {
    AttributionScores result = scores({ann()}, {ann()});
    result.add_missing(Text::decode(kText), {ann(), bob()});
    EXPECT_EQ(result.documents, 2U);
    EXPECT_EQ(result.missing, 1U);
    EXPECT_DOUBLE_EQ(result.linked.recall(), 1.0 / 3);
    EXPECT_EQ(result.linked.precision(), 1);
}

TEST(Scores, AreAddedUpOverDocuments) {
    AttributionScores result = scores({ann()}, {ann()});
    result.add(Text::decode(kText), {ann(), bob()}, {bob()});
    EXPECT_EQ(result.of(Role::content).exact.right, 2U);
    EXPECT_EQ(result.of(Role::content).exact.gold, 3U);
    EXPECT_EQ(result.calibration.count(), 2U);
}

// With a comparison of all pairs this would take minutes.
TEST(Scores, TakeALongDocumentWithManyAttributions) {
    std::string text;
    std::vector<Attribution> all;
    for (std::uint32_t i = 0; i < 100'000; ++i) {
        const auto at = static_cast<std::uint32_t>(text.size());
        text += "Ann said it rained. ";
        Attribution a;
        a.source = {{at, at + 3}};
        a.cue = {{at + 4, at + 8}};
        a.content = {{at + 9, at + 18}};
        all.push_back(a);
    }
    Attribution whole = all.front();
    whole.content = {{9, static_cast<std::uint32_t>(text.size())}};
    std::vector<Attribution> gold = all;
    gold.push_back(whole);
    const auto result = scores(gold, all, text);
    EXPECT_EQ(result.linked.right, 100'000U);
    EXPECT_EQ(result.of(Role::content).exact.gold, 100'001U);
}

TEST(Calibration, KnowsWhatIsRightByTheLenientMatch) {
    Attribution sure = ann(), unsure = bob();
    sure.confidence = 0.95;
    unsure.confidence = 0.15;
    const auto bins = scores({ann()}, {sure, unsure}).calibration.bins();
    EXPECT_EQ(bins[9].count, 1U);
    EXPECT_EQ(bins[9].right, 1U);
    EXPECT_EQ(bins[1].count, 1U);
    EXPECT_EQ(bins[1].right, 0U);
}

TEST(Calibration, SortsConfidenceIntoTenBins) {
    Calibration calibration;
    for (const double confidence : {0.0, 0.09, 0.1, 0.5, 0.99, 1.0, 7.0, -1.0}) calibration.add(confidence, true);
    EXPECT_EQ(calibration.bins()[0].count, 3U);
    EXPECT_EQ(calibration.bins()[1].count, 1U);
    EXPECT_EQ(calibration.bins()[5].count, 1U);
    EXPECT_EQ(calibration.bins()[9].count, 3U);
    EXPECT_EQ(calibration.count(), 8U);
}

TEST(Calibration, WeighsTheDistanceFromAccuracyByCount) {
    Calibration calibration;
    for (int i = 0; i < 4; ++i) calibration.add(0.75, i < 3);  // as it should be
    for (int i = 0; i < 4; ++i) calibration.add(0.95, i < 2);  // 0.45 too sure
    EXPECT_DOUBLE_EQ(calibration.expected_error(), 0.45 / 2);
    EXPECT_DOUBLE_EQ(calibration.bins()[9].mean_confidence(), 0.95);
    EXPECT_DOUBLE_EQ(calibration.bins()[9].accuracy(), 0.5);
}

TEST(Calibration, HasTheMeanSquaredErrorAsBrierScore) {
    Calibration calibration;
    calibration.add(0.8, true);
    calibration.add(0.6, false);
    EXPECT_DOUBLE_EQ(calibration.brier(), (0.2 * 0.2 + 0.6 * 0.6) / 2);
    EXPECT_EQ(Calibration{}.brier(), 0);
    EXPECT_EQ(Calibration{}.expected_error(), 0);
}

}  // namespace
}  // namespace hearsay::test
