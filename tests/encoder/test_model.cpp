// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "encoder/expected.hpp"
#include "encoder/model.hpp"
#include "hearsay/error.hpp"
#include "support/temporary_folder.hpp"

namespace hearsay::encoder::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Throws;
using ::testing::ThrowsMessage;

class EncoderModel : public ::testing::Test {
  protected:
    std::filesystem::path file(const std::string& bytes) {
        const auto path = folder_.path() / "some.model";
        std::ofstream(path, std::ios::binary) << bytes;
        return path;
    }
    static auto loading(const std::filesystem::path& path) {
        return [path] { AttributionModel::load(path, Precision::whole); };
    }
    hearsay::test::TemporaryFolder folder_;
    std::string tiny_ = content_of(fixture("tiny.model"));
};

TEST_F(EncoderModel, HoldsWhatItWasGiven) {
    const auto model = AttributionModel::load(fixture("tiny.model"), Precision::whole);
    EXPECT_EQ(model.encoder.width, 64U);
    EXPECT_EQ(model.encoder.layers.size(), 2U);
    EXPECT_EQ(model.reader.layers.size(), 1U);
    EXPECT_EQ(model.window, 320U);
}

TEST_F(EncoderModel, IsRefusedWhenDamaged) {
    std::string damaged = tiny_;
    damaged[damaged.size() / 2] ^= 1;
    EXPECT_THAT(loading(file(damaged)), ThrowsMessage<ResourceError>(HasSubstr("checksum")));
}

TEST_F(EncoderModel, IsRefusedWhenCutShort) {
    for (const std::size_t size : {0U, 5U, 12U, 100U, 200'000U})
        EXPECT_THAT(loading(file(tiny_.substr(0, size))), Throws<ResourceError>()) << size;
}

TEST_F(EncoderModel, IsRefusedWhenOfAnotherKind) {
    EXPECT_THAT(loading(file("HEARSAYM" + tiny_.substr(8))), ThrowsMessage<ResourceError>(HasSubstr("HEARSAYE")));
}

TEST_F(EncoderModel, IsRefusedWhenMissing) {
    EXPECT_THAT(loading(folder_.path() / "none.model"), ThrowsMessage<ResourceError>(HasSubstr("can't be opened")));
}

}  // namespace
}  // namespace hearsay::encoder::test
