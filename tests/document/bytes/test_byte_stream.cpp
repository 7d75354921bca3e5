// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <limits>

#include "document/bytes/byte_stream.hpp"

namespace hearsay {
namespace {

/// Gives a few bytes at a time, then breaks or ends; counts what was asked of it.
class Dripping final : public ByteSource {
  public:
    Dripping(std::string bytes, bool breaks) : bytes_(std::move(bytes)), breaks_(breaks) {}
    std::size_t read(char* to, std::size_t most) override {
        const std::size_t size = std::min({most, std::size_t{3}, bytes_.size() - at_});
        if (size == 0 && breaks_) throw BrokenInput("broke");
        bytes_.copy(to, size, at_);
        at_ += size;
        return size;
    }

  private:
    std::string bytes_;
    bool breaks_;
    std::size_t at_ = 0;
};

ByteStream stream_of(std::string bytes, bool breaks = false) {
    return ByteStream(std::make_unique<Dripping>(std::move(bytes), breaks));
}

TEST(ByteStream, GivesAllBytesThatWereAskedFor) {
    auto stream = stream_of("abcdefgh");
    EXPECT_EQ(stream.peek(5).substr(0, 5), "abcde");
    stream.skip(4);
    EXPECT_EQ(stream.peek(100), "efgh");
    EXPECT_EQ(stream.position(), 4U);
    stream.skip(100);
    EXPECT_TRUE(stream.at_end());
    EXPECT_EQ(stream.position(), 8U);
}

TEST(ByteStream, BreaksOnlyWhenEverythingBeforeWasUsed) {
    auto stream = stream_of("abcd", true);
    EXPECT_EQ(stream.peek(100), "abcd");
    stream.skip(3);
    EXPECT_EQ(stream.peek(1), "d");
    stream.skip(1);
    EXPECT_THROW(stream.peek(1), BrokenInput);
    EXPECT_THROW(stream.at_end(), BrokenInput);
}

TEST(ReadLine, PassesOverWhatIsTooLong) {
    auto stream = stream_of("ab\nabcdefg\n\nabc");
    std::string line;
    EXPECT_EQ(read_line(stream, line, 3), Line::whole);
    EXPECT_EQ(line, "ab");
    EXPECT_EQ(read_line(stream, line, 3), Line::too_long);
    EXPECT_LE(line.size(), 3U);
    EXPECT_EQ(read_line(stream, line, 3), Line::whole);
    EXPECT_EQ(line, "");
    EXPECT_EQ(read_line(stream, line, 3), Line::whole);
    EXPECT_EQ(line, "abc");
    EXPECT_EQ(read_line(stream, line, 3), Line::none);
}

/// A gigabyte without a line end.
class Endless final : public ByteSource {
  public:
    std::size_t read(char* to, std::size_t most) override {
        const std::size_t size = std::min(most, left_);
        std::fill_n(to, size, 'a');
        left_ -= size;
        largest_ = std::max(largest_, most);
        return size;
    }
    static std::size_t largest() { return largest_; }

  private:
    std::size_t left_ = std::size_t{1} << 30;
    static inline std::size_t largest_ = 0;
};

TEST(ReadLine, HoldsNoMoreOfAGigabyteThanTheLimit) {
    ByteStream stream(std::make_unique<Endless>());
    std::string line;
    EXPECT_EQ(read_line(stream, line, 100'000), Line::too_long);
    EXPECT_LE(line.capacity(), 200'000U);
    EXPECT_LE(Endless::largest(), std::size_t{1} << 17);
    EXPECT_EQ(stream.position(), std::uint64_t{1} << 30);
}

TEST(ReadAll, StopsAtTheLimit) {
    auto stream = stream_of("abcdefgh");
    std::string bytes;
    EXPECT_FALSE(read_all(stream, bytes, 7));
    auto again = stream_of("abcdefgh");
    EXPECT_TRUE(read_all(again, bytes, 8));
    EXPECT_EQ(bytes, "abcdefgh");
}

}  // namespace
}  // namespace hearsay
