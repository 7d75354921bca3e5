// SPDX-License-Identifier: Apache-2.0
// A megabyte of what no newspaper prints: the extractor returns, and what it returns is sound. No time is asserted, but
// a step that is quadratic in the tokens makes minutes of these seconds.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "attribution/read.hpp"

namespace hearsay::test {
namespace {

constexpr std::size_t kBytes = 1'000'000;

std::string repeat(std::string_view piece, std::size_t bytes = kBytes) {
    std::string text;
    while (text.size() < bytes) text += piece;
    return text;
}

std::string nested_quotations() {
    return repeat("“he said ‘she said ", kBytes / 2) + repeat("so’ it is” ", kBytes / 2);
}

std::string random_characters(std::string_view alphabet) {
    std::mt19937 random(20241009);
    std::string text(kBytes, ' ');
    for (char& c : text) c = alphabet[random() % alphabet.size()];
    return text;
}

std::string every_byte() {
    std::string bytes;
    for (int byte = 0; byte < 256; ++byte) bytes += static_cast<char>(byte);
    return bytes;
}

struct Shape {
    std::string name;
    std::string (*text)();
};

const std::vector<Shape> kShapes{
    {"QuotationMarks", [] { return repeat("\""); }},
    {"OpeningMarks", [] { return repeat("“"); }},
    {"ClosingMarks", [] { return repeat("”"); }},
    {"PairsOfMarks", [] { return repeat("“”"); }},
    {"SpacedMarks", [] { return repeat("\" "); }},
    {"Apostrophes", [] { return repeat("'"); }},
    {"OneLetter", [] { return repeat("x"); }},
    {"OneCue", [] { return repeat("said "); }},
    {"OneCueWithoutSpaces", [] { return repeat("said,"); }},
    {"OneLongCue", [] { return repeat("according to "); }},
    {"CuesAndMarks", [] { return repeat("said \""); }},
    {"EndlessThat", [] { return repeat("that he said that she said "); }},
    {"EndlessNesting", [] { return repeat("Ann said that "); }},
    {"NestedQuotations", nested_quotations},
    {"NestedStraightMarks", [] { return repeat("\"he said 'she said "); }},
    {"ShortQuotations", [] { return repeat("“Yes,” he said. "); }},
    {"QuotationsThatGoOn", [] { return "“Yes,” he said. " + repeat("“Go home now.” "); }},
    {"ParagraphsThatGoOn", [] { return "“Yes, it rained,” he said.\n\n" + repeat("“Go home now, all of you.”\n\n"); }},
    {"ParagraphsNeverClosed", [] { return repeat("“It rained.\n\n"); }},
    {"QuotationsWithNames", [] { return repeat("“Go home now, all of you.” – Ann Lee\n\n"); }},
    {"Names", [] { return repeat("Ann Lee, Bob Moe and "); }},
    {"Labels", [] { return repeat("Mayor: "); }},
    {"Brackets", [] { return repeat("("); }},
    {"FullStops", [] { return repeat("."); }},
    {"LineBreaks", [] { return repeat("\n") + "said."; }},
    {"CombiningMarks", [] { return repeat("e\u0301\u0301"); }},
    {"InvalidBytes", [] { return repeat("\xff\xfe"); }},
    {"RandomBytes", [] { return random_characters(every_byte()); }},
    {"RandomLetters", [] { return random_characters("abcde \n.,\"'():"); }},
};

bool is_sound(const Spans& spans, std::uint32_t size) {
    return std::ranges::all_of(spans, [&](Span span) { return span.begin < span.end && span.end <= size; }) &&
           std::ranges::is_sorted(spans);
}

class HostileText : public testing::TestWithParam<Shape> {};

void expect_sound(const Extractor& extractor, const Document& read) {
    const auto found = extractor.extract(read);
    for (const Attribution& attribution : found) {
        ASSERT_TRUE(is_sound(attribution.source, read.text().size()));
        ASSERT_TRUE(is_sound(attribution.cue, read.text().size()));
        ASSERT_TRUE(is_sound(attribution.content, read.text().size()));
        ASSERT_FALSE(attribution.content.empty());
        ASSERT_GE(attribution.confidence, 0);
        ASSERT_LE(attribution.confidence, 1);
        if (attribution.parent) {
            ASSERT_LT(*attribution.parent, found.size());
        }
    }
}

TEST_P(HostileText, IsReadToItsEnd) {
    constexpr std::size_t kForModels = 100'000;  // bytes; they are slower than the rules, and no less linear
    const std::string text = GetParam().text();
    expect_sound(extractor(), document(text));
    expect_sound(trained_extractor(), document(text.substr(0, kForModels)));
}

INSTANTIATE_TEST_SUITE_P(Of, HostileText, testing::ValuesIn(kShapes),
                         [](const auto& tested) { return tested.param.name; });

}  // namespace
}  // namespace hearsay::test
