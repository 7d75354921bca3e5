// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

#include "encoder/attribution_encoder.hpp"
#include "encoder/expected.hpp"
#include "encoder/model.hpp"
#include "support/any_bytes.hpp"

namespace hearsay::encoder::test {
namespace {

// Random weights give chances near the threshold and readings of which many are nearly as likely, so whole numbers may
// find another cue or another reading; what they think of the same cue is close.
constexpr double kWholeError = 0.08;

struct Agreement : ::testing::Test {
    boost::json::object wanted = expected();
    const boost::json::array& attributions = wanted.at("attributions").as_array();

    std::vector<EncodedAttribution> read(Precision precision) const {
        return AttributionEncoder(fixture("tiny.model"), precision)
            .read(Text::decode(wanted.at("article").as_string()));
    }
};

TEST_F(Agreement, IsCloseInSinglePrecision) {
    const auto found = read(Precision::single);
    ASSERT_EQ(found.size(), attributions.size());
    for (std::size_t i = 0; i != found.size(); ++i) {
        const auto& a = attributions[i];
        EXPECT_EQ(Spans{found[i].cue}, spans_in(a.at("cue"))) << i;
        EXPECT_EQ(found[i].source, spans_in(a.at("source"))) << i;
        EXPECT_EQ(found[i].content, spans_in(a.at("content"))) << i;
        EXPECT_NEAR(found[i].cue_chance, a.at("cue_chance").to_number<double>(), 1e-3) << i;
        const double link = a.at("link_chance").to_number<double>();
        EXPECT_NEAR(found[i].link_chance, link, 0.01 * link + 1e-9) << i;
    }
}

TEST_F(Agreement, IsNearInWholeNumbers) {
    std::size_t agreed = 0;
    for (const EncodedAttribution& found : read(Precision::whole))
        for (const auto& a : attributions) {
            if (Spans{found.cue} != spans_in(a.at("cue"))) continue;
            ++agreed;
            EXPECT_NEAR(found.cue_chance, a.at("cue_chance").to_number<double>(), kWholeError);
        }
    EXPECT_GE(agreed + 2, attributions.size());
}

TEST(AttributionEncoder, ReadsTheSameWhateverIsReadBeside) {
    const AttributionEncoder encoder(fixture("tiny.model"));
    const Text text = Text::decode(expected().at("article").as_string());
    const auto alone = encoder.read(text);
    std::vector<std::vector<EncodedAttribution>> beside(4);
    {
        std::vector<std::jthread> threads;
        for (auto& found : beside)
            threads.emplace_back([&] {
                encoder.read(Text::decode("Another text, said nobody."));
                found = encoder.read(text);
            });
    }
    for (const auto& found : beside) {
        ASSERT_EQ(found.size(), alone.size());
        for (std::size_t i = 0; i != alone.size(); ++i) {
            EXPECT_EQ(found[i].content, alone[i].content);
            EXPECT_EQ(found[i].confidence, alone[i].confidence);
        }
    }
}

TEST(AttributionEncoder, ReadsCuesThatAreLongerThanItLooks) {
    auto model = AttributionModel::load(fixture("tiny.model"), Precision::whole);
    model.after = 1;
    std::vector<float> bias(model.cue.bias.begin(), model.cue.bias.end());
    bias.back() += 3;  // that a piece goes on with a cue
    model.cue.bias = bias;
    const Text text = Text::decode(expected().at("article").as_string());
    const std::vector<Piece> pieces = model.pieces.read(text);
    const auto found = AttributionEncoder(std::move(model)).read(text);
    const auto longer = [&](const EncodedAttribution& a) {
        return std::ranges::count_if(pieces, [&](const Piece& piece) { return a.cue.contains(piece.span); }) > 1;
    };
    EXPECT_TRUE(std::ranges::any_of(found, longer));
    for (const EncodedAttribution& a : found) EXPECT_LE(hull(a.content).end, a.cue.begin);
}

TEST(AttributionEncoder, ReadsAnyBytes) {
    const AttributionEncoder encoder(fixture("tiny.model"));
    EXPECT_TRUE(encoder.read(Text::decode("")).empty());
    EXPECT_TRUE(encoder.read(Text::decode(" \n\n\t")).empty());
    const Text text = Text::decode(hearsay::test::any_bytes(3000));
    for (const EncodedAttribution& a : encoder.read(text)) {
        EXPECT_LE(a.cue.end, text.size());
        EXPECT_FALSE(a.content.empty());
        EXPECT_GE(a.confidence, 0);
        EXPECT_LE(a.confidence, 1);
    }
}

}  // namespace
}  // namespace hearsay::encoder::test
