// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <stdexcept>

#include "hearsay/render/selection.hpp"
#include "render/fixture.hpp"

namespace hearsay {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Ranks, from 1.
std::vector<std::uint32_t> selected(const ClaimSelection& selection) {
    std::vector<std::uint32_t> ranks;
    for (const ClaimId id : select_claims(fixture::dam(), selection))
        ranks.push_back(static_cast<std::uint32_t>(id) + 1);
    return ranks;
}

TEST(Selection, IsAllClaimsByRankUnlessTold) { EXPECT_THAT(selected({}), ElementsAre(1, 2, 3, 4)); }

TEST(Selection, SortsByAFigureHighestFirstAndKeepsRanksAmongEquals) {
    EXPECT_THAT(selected({.by = Figure::independent_origins}), ElementsAre(2, 1, 3, 4));
    EXPECT_THAT(selected({.by = Figure::belief}), ElementsAre(2, 1, 3, 4));
    EXPECT_THAT(selected({.by = Figure::documents}), ElementsAre(1, 2, 4, 3));
}

TEST(Selection, TurnsTheOrderRound) {
    EXPECT_THAT(selected({.by = Figure::belief, .order = SortOrder::ascending}), ElementsAre(4, 3, 1, 2));
    EXPECT_THAT(selected({.order = SortOrder::descending}), ElementsAre(4, 3, 2, 1));
}

TEST(Selection, SortsTheAdmiraltyGridFromA1ToF6) {
    Analysis analysis = fixture::dam();
    const std::vector<std::string> ratings{"A2", "F1", "A1", ""};
    for (std::size_t i = 0; i < ratings.size(); ++i) analysis.corroboration[i].admiralty = ratings[i];
    const auto claims = select_claims(analysis, {.by = Figure::admiralty, .order = SortOrder::descending});
    EXPECT_THAT(claims, ElementsAre(ClaimId{0}, ClaimId{1}, ClaimId{2}, ClaimId{3}));
}

TEST(Selection, FiltersByAttributionDisputeAndArticles) {
    EXPECT_THAT(selected({.attributed_only = true}), ElementsAre(1, 2, 4));
    EXPECT_THAT(selected({.disputed_only = true}), ElementsAre(1, 4));
    EXPECT_THAT(selected({.min_documents = 3}), ElementsAre(1));
}

TEST(Selection, FindsWordsInAnyFormAndCase) {
    EXPECT_THAT(selected({.about = "OPENING"}), ElementsAre(1));
    EXPECT_THAT(selected({.about = "crack walls"}), ElementsAre(2));
    EXPECT_THAT(selected({.about = "crack lake"}), IsEmpty()) << "all words must occur";
}

TEST(Selection, FindsTheNamesOfOrigins) { EXPECT_THAT(selected({.about = "brandt"}), ElementsAre(1, 4)); }

TEST(Selection, TakesWordsOfNoLettersForNone) { EXPECT_THAT(selected({.about = " -- ?"}), ElementsAre(1, 2, 3, 4)); }

TEST(Selection, SurvivesAnyBytes) {
    EXPECT_EQ(select_claims(fixture::hostile(), {.about = "script"}).size(), 1U);
    EXPECT_THAT(select_claims(fixture::hostile(), {.about = "\xFF\xC0 zeppelin"}), IsEmpty());
}

TEST(Selection, SaysItsOrder) {
    EXPECT_EQ(in_words(ClaimSelection{}), "best corroborated first");
    EXPECT_EQ(in_words(ClaimSelection{.by = Figure::effective_sources}), "by effective sources, highest first");
    EXPECT_EQ(in_words(ClaimSelection{.by = Figure::uncertainty, .order = SortOrder::ascending}),
              "by uncertainty, lowest first");
}

TEST(Figure, IsKnownByItsNameAlone) {
    EXPECT_EQ(figure_named("paths"), Figure::disjoint_paths);
    EXPECT_THROW(figure_named("Belief"), std::invalid_argument);
}

}  // namespace
}  // namespace hearsay
