// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "document/bytes/unpack.hpp"
#include "document/pack.hpp"

namespace hearsay {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

std::unique_ptr<ByteStream> memory(std::string bytes) {
    return std::make_unique<ByteStream>(std::make_unique<MemorySource>(std::move(bytes)));
}

/// What comes out, and then why no more.
struct Outcome {
    std::string bytes, cause;
};

Outcome drained(ByteStream stream) {
    Outcome outcome;
    try {
        for (; !stream.at_end(); stream.skip(stream.peek(1).size())) outcome.bytes.append(stream.peek(1));
    } catch (const BrokenInput& error) {
        outcome.cause = error.what();
    }
    return outcome;
}

Outcome unpack(const std::string& packed, const InputLimits& limits = {}) {
    return drained(ByteStream(unpacked(memory(packed), packing_of(packed), limits)));
}

std::string prose(std::size_t size) {
    std::string text;
    for (std::uint64_t i = 1; text.size() < size; i = i * 6364136223846793005U + 1442695040888963407U)
        text += "word" + std::to_string(i >> 40) + ' ';
    return text;
}

class EveryPacking : public ::testing::TestWithParam<const char*> {};

TEST_P(EveryPacking, IsToldByItsFirstBytesAndUndone) {
    const std::string text = prose(300'000), packed = test::packed(text, GetParam());
    EXPECT_NE(packing_of(packed), Packing::none);
    const Outcome outcome = unpack(packed);
    EXPECT_TRUE(outcome.bytes == text);
    EXPECT_EQ(outcome.cause, "");
}

TEST_P(EveryPacking, GivesWhatCameBeforeTheBreak) {
    const std::string text = prose(3'000'000), packed = test::packed(text, GetParam());
    const Outcome outcome = unpack(packed.substr(0, packed.size() * 2 / 3));
    EXPECT_GT(outcome.bytes.size(), 100'000U);
    EXPECT_LT(outcome.bytes.size(), text.size());
    EXPECT_TRUE(text.starts_with(outcome.bytes));
    EXPECT_THAT(outcome.cause, StartsWith("breaks off here: "));
}

TEST_P(EveryPacking, StopsABomb) {
    InputLimits limits;
    limits.document_bytes = 100'000;
    limits.ratio = 20;
    const std::string bomb = test::packed(std::string(20'000'000, '0'), GetParam());
    const Outcome outcome = unpack(bomb, limits);
    EXPECT_LT(outcome.bytes.size(), 20 * bomb.size() + 400'000);
    EXPECT_THAT(outcome.cause, HasSubstr("--max-ratio"));
    limits.ratio = 1'000'000;
    EXPECT_EQ(unpack(bomb, limits).cause, "");
    limits.unpacked_bytes = 1'000'000;
    EXPECT_THAT(unpack(bomb, limits).cause, HasSubstr("more than 1000000 bytes; raise --max-unpacked"));
}

INSTANTIATE_TEST_SUITE_P(Packings, EveryPacking, ::testing::Values("gzip", "zstd", "bzip2", "xz"));

TEST(Gzip, ReadsSeveralMembersAndThePaddingBehindThem) {
    const std::string packed = test::packed("one ", "gzip") + test::packed("two", "gzip") + std::string(512, '\0');
    EXPECT_EQ(unpack(packed).bytes, "one two");
    EXPECT_EQ(unpack(packed).cause, "");
}

TEST(Gzip, NoticesABitThatFell) {
    std::string packed = test::packed(prose(200'000), "gzip");
    packed[packed.size() / 2] = static_cast<char>(packed[packed.size() / 2] ^ 4);
    EXPECT_THAT(unpack(packed).cause, HasSubstr("damaged gzip data"));
    std::string other_sum = test::packed("text", "gzip");
    other_sum[other_sum.size() - 5] = static_cast<char>(other_sum[other_sum.size() - 5] ^ 1);
    EXPECT_THAT(unpack(other_sum).cause, HasSubstr("damaged gzip data"));
}

TEST(Gzip, NoticesForeignDataBehindIt) {
    EXPECT_THAT(unpack(test::packed("text", "gzip") + "more").cause, HasSubstr("damaged gzip data"));
}

TEST(WrittenSize, IsInTheLargestWholeUnit) {
    EXPECT_EQ(written_size(64 << 20), "64 MiB");
    EXPECT_EQ(written_size(1000), "1000 bytes");
    EXPECT_EQ(written_size(std::uint64_t{1} << 40), "1 TiB");
}

}  // namespace
}  // namespace hearsay
