// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "encoder/expected.hpp"
#include "encoder/word_pieces.hpp"
#include "support/any_bytes.hpp"

namespace hearsay::encoder::test {
namespace {

constexpr std::string_view kVocabulary = "[UNK]\nthe\nbridge\n##s\nclos\n##ing\n,\n";

std::vector<std::uint32_t> ids(const std::vector<Piece>& pieces) {
    std::vector<std::uint32_t> result;
    for (const Piece& piece : pieces) result.push_back(piece.id);
    return result;
}

TEST(WordPieces, EqualTheReferenceTokenizers) {
    const std::string vocabulary = content_of(fixture("vocabulary.txt"));
    const std::size_t unknown = vocabulary.find("[UNK]\n");
    const WordPieces pieces(
        vocabulary, static_cast<std::uint32_t>(std::count(vocabulary.begin(), vocabulary.begin() + unknown, '\n')));
    const auto wanted_of = expected();
    for (const auto& given : wanted_of.at("pieces").as_array()) {
        const Text text = Text::decode(given.at("text").as_string());
        const std::vector<Piece> found = pieces.read(text);
        const auto& wanted = given.at("pieces").as_array();
        ASSERT_EQ(found.size(), wanted.size()) << text.utf8();
        for (std::size_t i = 0; i != found.size(); ++i) {
            const boost::json::array piece{found[i].id, found[i].span.begin, found[i].span.end, found[i].shape};
            EXPECT_EQ(boost::json::serialize(piece), boost::json::serialize(wanted[i]))
                << text.utf8() << ", piece " << i;
        }
    }
}

TEST(WordPieces, TakeTheLongestPieceFirst) {
    const WordPieces pieces(kVocabulary, 0);
    EXPECT_EQ(ids(pieces.read(Text::decode("The bridges, closing"))), (std::vector<std::uint32_t>{1, 2, 3, 6, 4, 5}));
}

TEST(WordPieces, GiveUpOnTheWholeWordWhereAPartIsUnknown) {
    const auto found = WordPieces(kVocabulary, 0).read(Text::decode("bridgeheads"));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].id, 0U);
    EXPECT_EQ(found[0].span, (Span{0, 11}));
}

TEST(WordPieces, TellWhereALineBegins) {
    const auto found = WordPieces(kVocabulary, 0).read(Text::decode("the bridge\n\n the"));
    ASSERT_EQ(found.size(), 3U);
    EXPECT_TRUE(found[0].begins_line());
    EXPECT_FALSE(found[1].begins_line());
    EXPECT_TRUE(found[2].begins_line());
}

TEST(WordPieces, KeepTheirSpansWithinTheText) {
    const Text text = Text::decode(hearsay::test::any_bytes(2000));
    std::uint32_t before = 0;
    for (const Piece& piece : WordPieces(kVocabulary, 0).read(text)) {
        EXPECT_LE(before, piece.span.begin);
        EXPECT_LT(piece.span.begin, piece.span.end);
        EXPECT_LE(piece.span.end, text.size());
        EXPECT_LT(piece.shape, Piece::kShapes);
        before = piece.span.end;
    }
}

}  // namespace
}  // namespace hearsay::encoder::test
