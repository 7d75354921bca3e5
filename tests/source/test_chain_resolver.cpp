// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <random>

#include "hearsay/source/chain_resolver.hpp"
#include "story.hpp"

namespace hearsay::test {
namespace {

constexpr std::array<std::string_view, 24> kWords = {
    "Kim",  "told",   "Reuters",   "said",    "the", "minister", "according to", ",",
    ".\n",  "\"",     "Norway's",  "he",      "it",  "report",   "Both",         "and",
    "that", "quoted", "as saying", "Ann Lee", "(",   "BBC)",     "was",          "false"};

Spans random_spans(std::mt19937& random, std::uint32_t size) {
    if (random() % 5 == 0) return {};
    const std::uint32_t begin = static_cast<std::uint32_t>(random() % size);
    return {{begin, std::min<std::uint32_t>(size, begin + 1 + static_cast<std::uint32_t>(random() % 30))}};
}

Attribution random_attribution(std::mt19937& random, std::uint32_t size, std::uint32_t count) {
    Attribution a;
    a.source = random_spans(random, size);
    a.cue = random_spans(random, size);
    a.content = random_spans(random, size);
    a.voice = static_cast<Voice>(random() % 3);
    a.stance = static_cast<Stance>(random() % 4);
    if (random() % 3 == 0) a.parent = static_cast<std::uint32_t>(random() % count);
    return a;
}

void expect_sound(const DocumentSources& found) {
    ASSERT_LT(found.publisher, found.sources.size());
    for (const auto& a : found.attributions) {
        ASSERT_FALSE(a.chain.empty());
        EXPECT_EQ(a.chain.back(), found.publisher);
        EXPECT_EQ(std::ranges::adjacent_find(a.chain), a.chain.end());
        for (const auto hop : a.chain) EXPECT_LT(hop, found.sources.size());
        EXPECT_EQ(a.evidence.size(), a.chain.size());
    }
    for (const Source& source : found.sources) {
        EXPECT_FALSE(source.name.empty());
        for (const SourceId member : source.members) EXPECT_LT(static_cast<std::size_t>(member), found.sources.size());
    }
}

TEST(ChainResolver, GivesSoundChainsForAnyAttributionsInAnyText) {
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        std::string text;
        for (int i = 0; i < 60; ++i) text.append(kWords[random() % kWords.size()]).append(" ");
        Story story(round % 2 ? "Reuters" : "", text);
        for (std::uint32_t i = 0; i < 12; ++i)
            story.attributions.push_back(random_attribution(random, story.document.text().size(), 12));
        expect_sound(resolver().resolve(story.document, story.attributions));
    }
}

TEST(ChainResolver, SurvivesAttributionsThatHoldEachOther) {
    Story story("", "Ann Lee said that Kim said that it rains.\n");
    story.said("Ann Lee", "said", "Kim said that it rains").said("Kim", "said", "it rains");
    story.attributions[0].parent = 1;
    story.attributions[1].parent = 0;
    expect_sound(resolver().resolve(story.document, story.attributions));
}

TEST(ChainResolver, GivesAnUnknownPublisherANameOfItsOwn) {
    Story story("", "It rains.\n");
    const auto found = story.resolve();
    EXPECT_EQ(found.sources[found.publisher].name, "unknown publisher of story");
    EXPECT_TRUE(found.sources[found.publisher].unnamed);
}

TEST(ChainResolver, FindsThePublisherByHostName) {
    Story story("news.bbc.co.uk", "It rains.\n");
    const auto found = story.resolve();
    EXPECT_EQ(found.sources[found.publisher].country, "GB");
}

TEST(ChainResolver, ReadsALongTextInCapitals) {
    std::string text;
    for (int i = 0; i < 50000; ++i) text += i % 3 ? "Korea And Board and " : "THE Bank of ";
    Story story("Firstpost", text);
    expect_sound(story.resolve());
}

TEST(ChainResolver, KnowsWhoTellsWhatACreditedArticleTells) {
    const auto voice = [](std::vector<std::string> credited, const std::string& text) {
        Story story("CNN", text);
        story.document.credited = std::move(credited);
        if (const auto end = text.find("--"); end != std::string::npos)
            story.document.boilerplate.push_back({{0, static_cast<std::uint32_t>(end)}, BoilerplateKind::dateline});
        const auto found = resolver().resolve(story.document, {});
        return found.sources[found.voice].name;
    };
    EXPECT_EQ(voice({"AP"}, "LUND, Sweden (AP) -- The harbour was closed.\n"), "Associated Press");
    EXPECT_EQ(voice({}, "LUND, Sweden -- The harbour was closed.\n"), "CNN");
    EXPECT_EQ(voice({"AP", "Reuters"}, "LUND (AP, Reuters) -- The harbour was closed.\n"), "CNN") << "which of them?";
}

TEST(ChainResolver, ReadsAnArticleOfTwentyThousandAttributions) {
    std::string text;
    Story empty("Firstpost", "");
    std::vector<Attribution> attributions;
    for (std::uint32_t i = 0; i < 20000; ++i) {
        const auto begin = static_cast<std::uint32_t>(text.size());
        text += "Minister Kim " + std::string(1, static_cast<char>('A' + i % 26)) + "ol" + std::to_string(i % 97) +
                " told Reuters that it rains.\n";
        const auto end = static_cast<std::uint32_t>(text.size());
        Attribution a;
        a.source = {{begin, begin + 14}};
        a.cue = {{end - 29, end - 25}};
        a.content = {{end - 11, end - 2}};
        attributions.push_back(a);
    }
    Story story("Firstpost", text);
    const auto found = resolver().resolve(story.document, attributions);
    EXPECT_EQ(found.attributions.size(), attributions.size());
    expect_sound(found);
}

}  // namespace
}  // namespace hearsay::test
