// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <chrono>
#include <random>

#include "text/tokens.hpp"

namespace hearsay {
namespace {

using test::tokenized;

bool is_white(std::string_view text) { return text.find_first_not_of(" \t\n\r\v\f") == std::string_view::npos; }

/// Checks all that TokenizedText promises of its spans.
void expect_sound(const TokenizedText& text) {
    const auto tokens = text.tokens();
    std::uint32_t at = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        ASSERT_LT(tokens[i].span.begin, tokens[i].span.end);
        ASSERT_GE(tokens[i].span.begin, at);
        ASSERT_EQ(text.text().slice(tokens[i].span), text.word(i));
        ASSERT_FALSE(text.norm(i).empty() && text.word(i).size() == 1);
        ASSERT_EQ(tokens[i].space_before, i == 0 || tokens[i].span.begin > at);
        const Sentence& sentence = text.sentences()[tokens[i].sentence];
        ASSERT_TRUE(sentence.tokens.begin <= i && i < sentence.tokens.end);
        at = tokens[i].span.end;
    }
    std::uint32_t token = 0, sentence = 0;
    for (std::size_t p = 0; p < text.paragraphs().size(); ++p) {
        const Paragraph& paragraph = text.paragraphs()[p];
        ASSERT_EQ(paragraph.first_sentence, sentence);
        ASSERT_LT(paragraph.first_sentence, paragraph.last_sentence);
        ASSERT_EQ(paragraph.tokens.begin, token);
        for (; sentence < paragraph.last_sentence; ++sentence) {
            const Sentence& s = text.sentences()[sentence];
            ASSERT_EQ(s.paragraph, p);
            ASSERT_EQ(s.tokens.begin, token);
            ASSERT_FALSE(s.tokens.empty());
            ASSERT_EQ(s.span, text.span(s.tokens));
            token = s.tokens.end;
        }
        ASSERT_EQ(paragraph.tokens.end, token);
    }
    ASSERT_EQ(token, tokens.size());
    ASSERT_EQ(sentence, text.sentences().size());
}

TEST(TokenizerProperties, HoldForAnyBytes) {
    std::mt19937 random(11);
    for (int round = 0; round < 3000; ++round) {
        std::string bytes(random() % 200, ' ');
        for (char& c : bytes) c = static_cast<char>(random());
        ASSERT_NO_FATAL_FAILURE(expect_sound(tokenized(bytes))) << "round " << round;
    }
}

TEST(TokenizerProperties, HoldForNewsLikePieces) {
    const std::string pieces[] = {"Mr.",
                                  "U.S.",
                                  "said",
                                  " ",
                                  "\n",
                                  "\n\n",
                                  "\"",
                                  "'",
                                  "’",
                                  "“",
                                  "”",
                                  "‘",
                                  "''",
                                  "``",
                                  ".",
                                  "...",
                                  "…",
                                  "?",
                                  "!",
                                  "-",
                                  "--",
                                  "—",
                                  "(",
                                  ")",
                                  ",",
                                  "3",
                                  "1,100",
                                  "$",
                                  "%",
                                  "Oct",
                                  "a.m",
                                  "'s",
                                  "n't",
                                  "www.",
                                  "http://",
                                  "@",
                                  "#",
                                  "x.com",
                                  "/",
                                  "é",
                                  "Ж",
                                  "\xC2\xAD",
                                  "\xE2\x80\x8B",
                                  "\xEF\xBF\xBD",
                                  "\r\n",
                                  "\xFF"};
    std::mt19937 random(13);
    for (int round = 0; round < 6000; ++round) {
        std::string bytes;
        for (auto left = random() % 40; left > 0; --left) bytes += pieces[random() % std::size(pieces)];
        ASSERT_NO_FATAL_FAILURE(expect_sound(tokenized(bytes))) << testing::PrintToString(bytes);
    }
}

TEST(TokenizerProperties, LeaveOnlyWhiteSpaceOutOfAsciiText) {
    std::mt19937 random(17);
    for (int round = 0; round < 2000; ++round) {
        std::string bytes(random() % 120, ' ');
        for (char& c : bytes) c = static_cast<char>(' ' + random() % 95);
        const TokenizedText text = tokenized(bytes);
        std::uint32_t at = 0;
        for (const Token& token : text.tokens()) {
            ASSERT_TRUE(is_white(text.text().slice({at, token.span.begin}))) << bytes;
            at = token.span.end;
        }
        ASSERT_TRUE(is_white(text.text().slice({at, text.text().size()}))) << bytes;
    }
}

std::string repeated(std::string_view piece, std::size_t bytes) {
    std::string out;
    out.reserve(bytes + piece.size());
    while (out.size() < bytes) out += piece;
    return out;
}

double seconds_for(const std::string& bytes) {
    const auto start = std::chrono::steady_clock::now();
    const TokenizedText text = tokenized(bytes);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// A step that is quadratic in one of these takes hours, not seconds.
TEST(TokenizerProperties, TakeLinearTimeOnHostileText) {
    constexpr std::size_t kBytes = 1'000'000;
    for (const std::string_view piece :
         {"\"",           "\" ",   "'",      "'a ", "a' ", "a",    "a-", "a.", "a.b",         "x@",
          "www.",         "U.S. ", "'n",     "(",   ". ",  "a\n",  "\n", "“",  "\"Why?\" A ", "\xFF",
          "\xE2\x80\x8B", "a/",    "x.com/", "é’",  "1,",  "\n \n"})
        EXPECT_LT(seconds_for(repeated(piece, kBytes)), 20.0) << testing::PrintToString(piece);
}

}  // namespace
}  // namespace hearsay
