// SPDX-License-Identifier: Apache-2.0
// Bytes of model files, as src/learn/MODEL_FORMAT.md has them, and what is refused.
#include <gmock/gmock.h>

#include <cstring>

#include "hearsay/error.hpp"
#include "learn/linear_model.hpp"
#include "support/temporary_folder.hpp"

namespace hearsay::learn {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::ElementsAreArray;
using testing::HasSubstr;
using testing::StartsWith;

constexpr std::size_t kVersionAt = 8, kChecksumAt = 12, kBodyAt = 24, kIndexAt = 128;

LinearModel model() {
    return {"test/1",
            {"O", "B", "I"},
            {{feature(1), {1, -2, 0.5F}}, {feature(2), {0, 0, 3}}},
            {0.5F, 1, -1e30F, 0, 0, 2, 0, -1, 0}};
}

std::uint32_t checksum(std::string body) {
    std::uint64_t sums[4] = {body.size(), 1, 2, 3}, all = 0;
    body.resize((body.size() + 7) / 8 * 8);
    for (std::size_t at = 0; at != body.size(); at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, body.data() + at, sizeof word);
        sums[at / 8 % 4] = mix(sums[at / 8 % 4] ^ word);
    }
    for (const std::uint64_t sum : sums) all = mix(all ^ sum);
    return static_cast<std::uint32_t>(all >> 32);
}

class ModelFile : public testing::Test {
  protected:
    std::string saved() const {
        model().save(folder_.path() / "saved.model");
        return folder_.read("saved.model");
    }
    /// How a file of these bytes is refused.
    std::string refusal(const std::string& bytes, const std::string& feature_set = "test/1") const {
        return refusal(folder_.write("given.model", bytes), feature_set);
    }
    static std::string refusal(const fs::path& file, const std::string& feature_set) {
        try {
            LinearModel::load(file, feature_set);
        } catch (const ResourceError& error) {
            return error.what();
        }
        return "none";
    }
    std::string name() const { return (folder_.path() / "given.model").string(); }
    test::TemporaryFolder folder_;
};

TEST_F(ModelFile, HoldsAllThereIsToAModel) {
    const fs::path file = folder_.path() / "a.model";
    const LinearModel before = model();
    before.save(file);
    const LinearModel after = LinearModel::load(file, "test/1");
    EXPECT_EQ(after.feature_set(), "test/1");
    EXPECT_EQ(after.labels(), before.labels());
    EXPECT_EQ(after.size(), 2U);
    EXPECT_EQ(after.scale(), before.scale());
    EXPECT_EQ(after.stride(), before.stride());
    EXPECT_THAT(after.transitions(), ElementsAreArray(before.transitions()));
    for (const Feature f : {feature(1), feature(2), feature(3)}) {
        std::vector<std::int32_t> a(before.stride()), b(before.stride());
        before.add({&f, 1}, a);
        after.add({&f, 1}, b);
        EXPECT_EQ(a, b);
    }
    after.save(folder_.path() / "b.model");
    EXPECT_EQ(folder_.read("a.model"), folder_.read("b.model"));
}

TEST_F(ModelFile, HoldsAModelWithoutRows) {
    LinearModel("test/1", {"a"}, {}).save(folder_.path() / "a.model");
    EXPECT_EQ(LinearModel::load(folder_.path() / "a.model", "test/1").size(), 0U);
}

TEST_F(ModelFile, IsLaidOutAsDescribed) {
    const std::string bytes = saved();
    EXPECT_THAT(bytes, StartsWith(std::string("HEARSAYM\x02\0\0\0", 12)));
    const std::string body = bytes.substr(kBodyAt);
    std::uint32_t sum = 0;
    std::uint64_t size = 0;
    std::memcpy(&sum, bytes.data() + kChecksumAt, sizeof sum);
    std::memcpy(&size, bytes.data() + kChecksumAt + sizeof sum, sizeof size);
    EXPECT_EQ(sum, checksum(body));
    EXPECT_EQ(size, body.size());
    EXPECT_THAT(body, StartsWith(std::string("\x06\0\0\0test/1\x03\0\0\0\x01\0\0\0O\x01\0\0\0B\x01\0\0\0I", 29)));
    EXPECT_EQ(bytes.size(), kIndexAt + 2 * 16 * 4 + 8 + (2 * 3 + 3 + 4) * 2);
}

// Entries are the features' low bits above the number of the row, which two rows leave two bits for.
TEST_F(ModelFile, HoldsAnIndexLineAndTheRowsInTheOrderGiven) {
    const std::string bytes = saved();
    std::uint32_t entries[16];
    std::memcpy(entries, bytes.data() + kIndexAt, sizeof entries);
    EXPECT_EQ(entries[0], static_cast<std::uint32_t>(feature(1) << 2));
    EXPECT_EQ(entries[1], static_cast<std::uint32_t>(feature(2) << 2 | 1));
    EXPECT_EQ(std::count(entries, entries + 16, UINT32_MAX), 14);
    std::int16_t weights[13];
    std::memcpy(weights, bytes.data() + kIndexAt + 2 * sizeof entries + 8, sizeof weights);
    EXPECT_THAT(weights, testing::ElementsAre(10922, -21845, 5461, 0, 0, 32767, 0, 0, 0, 0, 0, 0, 0));
}

TEST_F(ModelFile, LeavesNothingElseBehind) {
    saved();
    EXPECT_EQ(std::distance(fs::directory_iterator(folder_.path()), {}), 1);
}

TEST_F(ModelFile, IsRefusedWhereItIsMissing) {
    EXPECT_THAT(refusal(fs::path("no/such.model"), "test/1"), AllOf(HasSubstr("no/such.model"), HasSubstr("opened")));
}

TEST_F(ModelFile, IsRefusedWhereItIsNoModel) {
    for (const char* bytes : {"", "HEARSAY", "tags\tand\tmore\n", "hearsaym0000"})
        EXPECT_THAT(refusal(bytes), AllOf(StartsWith(name()), HasSubstr("begin with \"HEARSAYM\""))) << bytes;
}

TEST_F(ModelFile, IsRefusedInAnotherVersion) {
    std::string bytes = saved();
    bytes[kVersionAt] = 7;
    EXPECT_THAT(refusal(bytes), AllOf(StartsWith(name()), HasSubstr("format 7, expected 2")));
}

TEST_F(ModelFile, IsRefusedForOtherFeatures) {
    EXPECT_THAT(refusal(saved(), "test/2"),
                AllOf(StartsWith(name()), HasSubstr("\"test/1\""), HasSubstr("expected \"test/2\"")));
}

TEST_F(ModelFile, IsRefusedWhereAnyBitOfItsBodyIsTurned) {
    const std::string bytes = saved();
    for (std::size_t at = kBodyAt; at != bytes.size(); ++at) {
        std::string damaged = bytes;
        damaged[at] = static_cast<char>(damaged[at] ^ 1 << at % 8);
        ASSERT_THAT(refusal(damaged), AllOf(StartsWith(name()), HasSubstr("damaged: its checksum is"),
                                            HasSubstr("expected " + std::to_string(checksum(bytes.substr(kBodyAt))))))
            << "at " << at;
    }
    EXPECT_THAT(refusal(bytes + "x"), HasSubstr("damaged"));
}

TEST_F(ModelFile, IsRefusedWhereverItIsCutShort) {
    const std::string bytes = saved();
    for (std::size_t size = kVersionAt; size != bytes.size(); ++size)
        ASSERT_THAT(refusal(bytes.substr(0, size)),
                    AllOf(StartsWith(name()), HasSubstr("cut short"), HasSubstr("expected")))
            << size;
}

/// A file whose checksum is right, whatever its body.
std::string with_body(const std::string& body) {
    std::string bytes("HEARSAYM\x02\0\0\0", 12);
    const std::uint32_t sum = checksum(body);
    const std::uint64_t size = body.size();
    bytes.append(reinterpret_cast<const char*>(&sum), sizeof sum);
    bytes.append(reinterpret_cast<const char*>(&size), sizeof size);
    return bytes + body;
}

TEST_F(ModelFile, IsRefusedWhereItsPartsDontFitTogether) {
    const std::string body = saved().substr(kBodyAt);
    EXPECT_EQ(refusal(with_body(body)), "none");
    EXPECT_THAT(refusal(with_body(body.substr(0, body.size() - 1))), HasSubstr("cut short"));
    std::string three = body;
    three[33] = 3;  // transitions
    EXPECT_THAT(refusal(with_body(three)), HasSubstr("3 transitions, expected 9"));
    std::string lacking = body;
    std::memset(lacking.data() + kIndexAt - kBodyAt, 0xFF, 4);
    EXPECT_THAT(refusal(with_body(lacking)), HasSubstr("its index has 1 rows, expected 2"));
    EXPECT_THAT(refusal(with_body(body + "ab")), HasSubstr("damaged"));
}

TEST_F(ModelFile, CantBeWrittenWhereThereIsNoFolder) {
    try {
        model().save(folder_.path() / "no" / "such.model");
        FAIL() << "wrote into a folder that doesn't exist";
    } catch (const OutputError& error) {
        EXPECT_THAT(error.what(), HasSubstr("such.model: the model can't be written"));
    }
}

}  // namespace
}  // namespace hearsay::learn
