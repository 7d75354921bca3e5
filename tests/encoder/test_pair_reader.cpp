// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <array>
#include <cstring>

#include "encoder/expected.hpp"
#include "encoder/pair_reader.hpp"
#include "hearsay/error.hpp"
#include "learn/model_bytes.hpp"
#include "support/any_bytes.hpp"
#include "support/temporary_folder.hpp"

namespace hearsay::encoder::test {
namespace {

using ::testing::HasSubstr;
using ::testing::ThrowsMessage;

// Random weights spread what rounding changes over all four chances.
constexpr double kWholeError = 0.08;

struct Pairs : ::testing::Test {
    boost::json::object wanted = expected();

    /// Of the first two statements, of these the other way round, and of the second and the last.
    std::vector<Relation> relate(Precision precision) const {
        const PairReader reader(fixture("tiny.model"), fixture("tiny_pairs.model"), precision);
        PairReader::Worker worker(reader);
        std::vector<PairReader::Statement> read;
        for (const auto& statement : wanted.at("statements").as_array())
            read.push_back(worker.read(statement.as_string()));
        const std::vector<PairReader::Pair> pairs{{&read[0], &read[1]}, {&read[1], &read[0]}, {&read[1], &read[2]}};
        return worker.relate(pairs);
    }
    void expect_near(const std::vector<Relation>& found, double error) const {
        const auto& relations = wanted.at("relations").as_array();
        ASSERT_EQ(found.size(), relations.size());
        for (std::size_t i = 0; i != found.size(); ++i) {
            EXPECT_NEAR(found[i].same, relations[i].at(0).to_number<double>(), error) << i;
            EXPECT_NEAR(found[i].part, relations[i].at(1).to_number<double>(), error) << i;
            EXPECT_NEAR(found[i].contrary, relations[i].at(2).to_number<double>(), error) << i;
        }
    }
};

TEST_F(Pairs, AreCloseToTheReferenceInSinglePrecision) { expect_near(relate(Precision::single), 1e-4); }

TEST_F(Pairs, AreNearItInWholeNumbers) { expect_near(relate(Precision::whole), kWholeError); }

TEST_F(Pairs, AreWhatTheyAreWhateverIsAskedBeside) {
    const PairReader reader(fixture("tiny.model"), fixture("tiny_pairs.model"));
    PairReader::Worker worker(reader), fresh(reader);
    const auto a = worker.read("The bridge will close"), b = worker.read("the bridge is safe");
    const PairReader::Pair pair{&a, &b};
    const Relation alone = fresh.relate({&pair, 1}).front();
    const std::vector<PairReader::Pair> many(20, pair);
    for (const Relation& beside : worker.relate(many)) {
        EXPECT_EQ(beside.same, alone.same);
        EXPECT_EQ(beside.part, alone.part);
    }
    EXPECT_TRUE(worker.relate({}).empty());
}

TEST_F(Pairs, ReadAnyBytes) {
    const PairReader reader(fixture("tiny.model"), fixture("tiny_pairs.model"));
    PairReader::Worker worker(reader);
    const auto nothing = worker.read(""), anything = worker.read(hearsay::test::any_bytes(3000));
    const PairReader::Pair pair{&nothing, &anything};
    const Relation found = worker.relate({&pair, 1}).front();
    EXPECT_GE(found.same, 0);
    EXPECT_LE(found.same + found.part + found.contrary, 1.0001);
}

TEST_F(Pairs, AreRefusedWhereSizesDoNotFit) {
    const std::string tiny = content_of(fixture("tiny.model"));
    std::uint32_t encoder = 0;
    std::memcpy(&encoder, tiny.data() + 12, sizeof encoder);
    const hearsay::test::TemporaryFolder folder;
    const auto refusal = [&](std::uint32_t longest, std::array<std::uint32_t, 4> layers) -> std::string {
        learn::ModelWriter pairs;
        pairs.put(std::string("statement-pairs/1"));
        for (const std::uint32_t number : {encoder, 1U, longest}) pairs.put(number);
        for (const std::uint32_t number : layers) pairs.put(number);
        pairs.put(1e-5F);
        pairs.save(folder.path() / "pairs.model", "HEARSAYE", 1);
        try {
            PairReader(fixture("tiny.model"), folder.path() / "pairs.model");
        } catch (const ResourceError& error) {
            return error.what();
        }
        return {};
    };
    EXPECT_THAT(refusal(72, {0, 4, 128, 1}), HasSubstr("its layers are 0 wide"));
    EXPECT_THAT(refusal(72, {64, 4, 0, 1}), HasSubstr("damaged"));
    EXPECT_THAT(refusal(200, {64, 4, 128, 1}), HasSubstr("don't fit the encoder's"));
    EXPECT_THAT(refusal(72, {96, 4, 128, 1}), HasSubstr("don't fit the encoder's"));
    EXPECT_THAT(refusal(72, {64, 4, 128, 1}), HasSubstr("cut short"));
}

TEST_F(Pairs, AreRefusedWhereTheFilesDoNotBelongTogether) {
    const auto shipped = std::filesystem::path(HEARSAY_SOURCE_DIR) / "data" / "encoder" / "accurate.model";
    EXPECT_THAT([&] { PairReader(shipped, fixture("tiny_pairs.model")); },
                ThrowsMessage<ResourceError>(HasSubstr("was made for another encoder than")));
    EXPECT_THAT([] { PairReader(fixture("tiny.model"), fixture("tiny.model")); },
                ThrowsMessage<ResourceError>(HasSubstr("expected \"statement-pairs/1\"")));
    EXPECT_THAT([] { PairReader(fixture("tiny.model"), "none.model"); },
                ThrowsMessage<ResourceError>(HasSubstr("none.model: the model can't be opened")));
}

}  // namespace
}  // namespace hearsay::encoder::test
