// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <sstream>

#include "hearsay/error.hpp"
#include "hearsay/render/ranking.hpp"
#include "render/fixture.hpp"
#include "render/golden.hpp"
#include "render/legible.hpp"

namespace hearsay {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string ranking_of(const Analysis& analysis, const RankingOptions& options = {}) {
    std::ostringstream out;
    print_ranking(analysis, out, options);
    return out.str();
}

/// Without "\x1b[...m".
std::string without_colors(const std::string& text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\x1b')
            i = text.find('m', i);
        else
            plain += text[i];
    }
    return plain;
}

TEST(Ranking, ShowsRankCountsChainsAndReason) { expect_golden("ranking.txt", ranking_of(fixture::dam())); }

TEST(Ranking, SaysTheSameWithColorsAsWithout) {
    const std::string colored = ranking_of(fixture::dam(), {.color = true});
    EXPECT_THAT(colored, HasSubstr("\x1b[31m"));
    EXPECT_EQ(without_colors(colored), ranking_of(fixture::dam()));
}

TEST(Ranking, SaysHowManyMoreClaimsThereAreAndWhere) {
    const std::string text = ranking_of(fixture::dam(), {.claims = 1, .rest = "out/claims.csv"});
    EXPECT_THAT(text, HasSubstr("and 3 more claims, in out/claims.csv\n"));
    EXPECT_THAT(text, Not(HasSubstr("two cracks")));
}

TEST(Ranking, SaysHowManyMoreChainsThereAre) {
    EXPECT_THAT(ranking_of(fixture::dam(), {.chains = 1}), HasSubstr("and 3 more chains\n"));
}

TEST(Ranking, FitsTheTerminal) {
    for (const unsigned columns : {40u, 60u, 80u, 200u}) {
        std::istringstream lines(ranking_of(fixture::hostile(), {.columns = columns}));
        std::string line;
        std::getline(lines, line);  // the head is not wrapped
        while (std::getline(lines, line)) EXPECT_LE(display_width(legible(line)), columns) << line;
    }
}

TEST(Ranking, LetsNoControlCharacterReachTheTerminal) {
    for (const char c : ranking_of(fixture::hostile())) {
        const bool control = (c >= 0 && c < 0x20 && c != '\n') || c == 0x7F;
        EXPECT_FALSE(control) << static_cast<int>(c);
    }
    EXPECT_THAT(ranking_of(fixture::hostile()), Not(HasSubstr("\u202E")));
}

TEST(Ranking, PrintsAnEmptyRun) { EXPECT_THAT(ranking_of({}), HasSubstr("0 claims in 0 articles")); }

TEST(Ranking, ReportsAStreamThatFails) {
    std::ostringstream out;
    out.setstate(std::ios::badbit);
    EXPECT_THROW(print_ranking(fixture::dam(), out), OutputError);
}

}  // namespace
}  // namespace hearsay
