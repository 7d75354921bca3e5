// SPDX-License-Identifier: Apache-2.0
// What must hold of any corpus, tried on random ones.
#include <gmock/gmock.h>

#include <random>
#include <set>

#include "metrics/terse_corpus.hpp"

using namespace hearsay;
using namespace hearsay::testing;

namespace {

/// One mention of a random claim, and how it is written down: which names and documents stand for which numbers.
struct RandomMention {
    std::vector<std::size_t> chain;
    Stance stance;
    std::string document;
    std::optional<std::uint32_t> utterance;
};

struct RandomCorpus {
    std::vector<RandomMention> mentions;
    std::vector<std::pair<std::string, std::string>> copies;  // copy, original
    std::vector<SourceKind> kinds;

    static RandomCorpus draw(std::uint64_t seed);
    TerseCorpus write(const std::vector<std::size_t>& order, bool reversed_ids = false) const;
    TerseCorpus write() const { return write(in_order()); }
    std::vector<std::size_t> in_order() const {
        std::vector<std::size_t> order(mentions.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        return order;
    }
};

RandomCorpus RandomCorpus::draw(std::uint64_t seed) {
    constexpr std::size_t kOutlets = 5, kOthers = 6, kDocuments = 8;
    std::mt19937_64 random(seed);
    RandomCorpus corpus;
    for (std::size_t i = 0; i < kOutlets; ++i) corpus.kinds.push_back(SourceKind::outlet);
    for (const auto kind : {SourceKind::person, SourceKind::anonymous, SourceKind::government, SourceKind::group,
                            SourceKind::group, SourceKind::anonymous})
        corpus.kinds.push_back(kind);
    for (std::size_t n = 1 + random() % 12; n > 0; --n) {
        const std::size_t document = random() % kDocuments;
        RandomMention mention{{}, Stance::asserts, std::to_string(document), {}};
        for (std::size_t hops = random() % 4; hops > 0; --hops)
            mention.chain.push_back(random() % (kOutlets + kOthers));
        mention.chain.push_back(document % kOutlets);
        if (random() % 3 == 0) mention.stance = static_cast<Stance>(random() % 4);
        if (random() % 3 == 0) mention.utterance = static_cast<std::uint32_t>(random() % 2);
        corpus.mentions.push_back(mention);
    }
    const auto any = [&] { return corpus.mentions[random() % corpus.mentions.size()].document; };
    if (random() % 2 == 0) corpus.copies.emplace_back(any(), any());
    return corpus;
}

std::string name_of(std::size_t source) {
    if (source == 9) return "F and H";
    return source == 10 ? "rumours" : std::string(1, static_cast<char>('A' + source));
}

TerseCorpus RandomCorpus::write(const std::vector<std::size_t>& order, bool reversed_ids) const {
    TerseCorpus corpus;
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        const std::size_t source = reversed_ids ? kinds.size() - 1 - i : i;
        corpus.source(name_of(source), kinds[source]);
    }
    corpus.group(name_of(8), {name_of(0), name_of(1)});
    corpus.group(name_of(9), {name_of(5), name_of(7)});
    corpus.edit(name_of(9)).kind = SourceKind::organization;
    for (const std::size_t i : order) {
        std::vector<std::string> chain;
        for (const std::size_t hop : mentions[i].chain) chain.push_back(name_of(hop));
        corpus.says(
            chain,
            {.stance = mentions[i].stance, .document = mentions[i].document, .utterance = mentions[i].utterance});
    }
    for (const auto& [copy, original] : copies)
        if (copy != original) corpus.copies(copy, original);
    return corpus;
}

constexpr std::uint64_t kTrials = 2000;

std::vector<std::string> sorted_origins(const TerseCorpus& corpus) {
    auto names = corpus.origins();
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

TEST(AnyCorpus, KeepsItsFiguresInRange) {
    for (std::uint64_t seed = 0; seed < kTrials; ++seed) {
        const auto corpus = RandomCorpus::draw(seed).write();
        const auto figures = corpus.figures();
        const auto counted =
            std::count_if(figures.origins.begin(), figures.origins.end(), [](const Origin& o) { return o.counted; });
        const auto asserting = std::count_if(figures.origins.begin(), figures.origins.end(), [](const Origin& o) {
            return o.stance == Stance::asserts || o.stance == Stance::confirms;
        });
        EXPECT_EQ(figures.independent_origins, counted) << "seed " << seed;
        EXPECT_LE(counted, asserting);
        EXPECT_LE(figures.effective_sources, counted);
        EXPECT_GE(figures.effective_sources, std::min<double>(1, static_cast<double>(counted)));
        EXPECT_LE(figures.disjoint_paths, figures.independent_origins) << "seed " << seed;
        EXPECT_EQ(figures.disjoint_paths == 0, figures.independent_origins == 0) << "seed " << seed;
        EXPECT_EQ(figures.disjoint_paths == 1, !figures.bottlenecks.empty()) << "seed " << seed;
        EXPECT_LE(figures.disjoint_paths, figures.publishers) << "seed " << seed;
        EXPECT_GT(figures.uncertainty, 0);
        EXPECT_LE(figures.uncertainty, 1);
        EXPECT_LE(std::abs(figures.belief - 0.5), 0.5 - figures.uncertainty / 2 + 1e-12);
        EXPECT_GT(figures.belief, 0);
        EXPECT_LT(figures.belief, 1);
        EXPECT_LE(figures.publishers, figures.documents);
        EXPECT_TRUE(figures.explanation.ends_with('.'));
        for (const Origin& origin : figures.origins) EXPECT_EQ(origin.reason.empty(), origin.counted);
    }
}

TEST(AnyCorpus, GainsNoOriginByAReprint) {
    for (std::uint64_t seed = 0; seed < kTrials; ++seed) {
        const auto random = RandomCorpus::draw(seed);
        auto corpus = random.write();
        const auto before = independent_origins(corpus);
        const auto original = random.mentions[seed % random.mentions.size()].document;
        for (const auto& mention : random.mentions) {
            if (mention.document != original) continue;
            std::vector<std::string> chain;
            for (const std::size_t hop : mention.chain) chain.push_back(name_of(hop));
            chain.back() = "Reprinter";
            corpus.says(chain, {.stance = mention.stance, .document = "reprint", .utterance = mention.utterance});
        }
        corpus.copies("reprint", original);
        EXPECT_LE(independent_origins(corpus), before) << "seed " << seed;
    }
}

TEST(AnyCorpus, HasNoMoreOriginsThanFirstHopsWhereAllAreNamed) {
    int tried = 0;
    for (std::uint64_t seed = 0; seed < kTrials; ++seed) {
        const auto random = RandomCorpus::draw(seed);
        std::set<std::size_t> first;
        bool named = true;
        for (const auto& mention : random.mentions)
            for (const std::size_t hop : mention.chain) {
                const bool begins = mention.stance == Stance::asserts || mention.stance == Stance::confirms;
                first.insert(begins ? mention.chain.front() : hop);
                named = named && hop != 6 && hop != 9 && hop != 10;  // two unnamed ones and a joint source
            }
        if (!named) continue;
        ++tried;
        EXPECT_LE(independent_origins(random.write()), first.size()) << "seed " << seed;
    }
    EXPECT_GT(tried, 100);
}

TEST(AnyCorpus, DoesNotDependOnTheOrderOfItsMentions) {
    for (std::uint64_t seed = 0; seed < kTrials; ++seed) {
        const auto random = RandomCorpus::draw(seed);
        auto order = random.in_order();
        std::reverse(order.begin(), order.end());
        const auto forward = random.write(), backward = random.write(order);
        const auto a = forward.figures(), b = backward.figures();
        EXPECT_EQ(sorted_origins(forward), sorted_origins(backward)) << "seed " << seed;
        EXPECT_DOUBLE_EQ(a.effective_sources, b.effective_sources) << "seed " << seed;
        EXPECT_DOUBLE_EQ(a.belief, b.belief) << "seed " << seed;
        EXPECT_DOUBLE_EQ(a.uncertainty, b.uncertainty) << "seed " << seed;
        EXPECT_EQ(a.disjoint_paths, b.disjoint_paths) << "seed " << seed;
        EXPECT_EQ(a.admiralty, b.admiralty) << "seed " << seed;
        EXPECT_EQ(a.disputed, b.disputed);
        EXPECT_EQ(a.circular, b.circular);
        EXPECT_EQ(a.documents, b.documents);
    }
}

TEST(AnyCorpus, DoesNotDependOnTheNumbersOfItsSources) {
    for (std::uint64_t seed = 0; seed < kTrials; ++seed) {
        const auto random = RandomCorpus::draw(seed);
        const auto a = random.write().figures(), b = random.write(random.in_order(), true).figures();
        EXPECT_EQ(a.independent_origins, b.independent_origins) << "seed " << seed;
        EXPECT_EQ(a.disputed, b.disputed) << "seed " << seed;
        EXPECT_EQ(a.circular, b.circular) << "seed " << seed;
    }
}

TEST(AnyCorpus, HasAnOriginWhereSomebodyNamedSpeaksAndNothingIsCircular) {
    for (std::uint64_t seed = 0; seed < kTrials; ++seed) {
        const auto corpus = RandomCorpus::draw(seed).write();
        const auto figures = corpus.figures();
        const auto has_stance = [](const Origin& o) { return o.stance == Stance::asserts; };
        const auto is_nobody = [](const Origin& o) { return o.reason.starts_with("nobody"); };
        if (std::none_of(figures.origins.begin(), figures.origins.end(), has_stance) || figures.circular ||
            std::any_of(figures.origins.begin(), figures.origins.end(), is_nobody))
            continue;
        EXPECT_GE(figures.independent_origins, 1) << "seed " << seed;
    }
}
