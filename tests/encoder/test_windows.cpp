// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "encoder/windows.hpp"

namespace hearsay::encoder::test {
namespace {

/// `size` pieces, in lines of `line`.
std::vector<Piece> pieces(std::size_t size, std::size_t line) {
    std::vector<Piece> result(size);
    for (std::size_t i = 0; i != size; ++i) result[i].shape = i % line == 0 ? Piece::kLine : 0;
    return result;
}

TEST(Windows, TakeAShortTextWhole) {
    const auto found = windows(pieces(40, 10), 100, 20);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].end, 40U);
}

TEST(Windows, EndWhereALineDoes) {
    const auto found = windows(pieces(100, 30), 70, 20);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].end, 60U);
    EXPECT_EQ(found[1].own, 60U);
    EXPECT_EQ(found[1].begin, 60U) << "no line begins within reach, but this one";
}

TEST(Windows, BeginWithLinesOfTheOneBefore) {
    const auto found = windows(pieces(100, 10), 70, 25);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[1].begin, 50U);
    EXPECT_EQ(found[1].own, 70U);
}

TEST(Windows, OwnEveryPieceOnce) {
    for (const std::size_t size : {0U, 1U, 69U, 70U, 71U, 500U, 1001U})
        for (const std::size_t line : {1U, 7U, 64U, 3000U}) {
            std::size_t own = 0;
            for (const Window& window : windows(pieces(size, line), 70, 20)) {
                EXPECT_EQ(window.own, own);
                EXPECT_LE(window.begin, window.own);
                EXPECT_LE(window.own - window.begin, 20U);
                EXPECT_LT(window.own, window.end);
                EXPECT_LE(window.end - window.begin, 70U);
                own = window.end;
            }
            EXPECT_EQ(own, size);
        }
}

}  // namespace
}  // namespace hearsay::encoder::test
