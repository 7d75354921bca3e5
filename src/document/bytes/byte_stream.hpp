// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <exception>
#include <filesystem>
#include <fstream>
#include <istream>
#include <memory>
#include <string>
#include <string_view>

#include "hearsay/error.hpp"

namespace hearsay {

/// The bytes of an input end before they should, or can't be unpacked. What came before is whole.
class BrokenInput : public InputError {
  public:
    using InputError::InputError;
};

/// Where bytes come from: a file, memory, an unpacker.
class ByteSource {
  public:
    virtual ~ByteSource() = default;
    /// Puts 1 to `most` bytes at `to`; 0 only at the end. Throws BrokenInput.
    virtual std::size_t read(char* to, std::size_t most) = 0;
};

/// A source that can be looked at before it is consumed.
///
///   while (!stream.at_end()) stream.skip(use(stream.peek(1)));
///
/// Where the source breaks, everything that it gave before can still be had; only then the stream throws BrokenInput.
/// Memory: a chunk, or what is peeked at.
class ByteStream {
  public:
    explicit ByteStream(std::unique_ptr<ByteSource> source) : source_(std::move(source)) {}

    /// At least `wanted` of the next bytes, and all that are at hand; fewer only near the end. Valid until the next
    /// call.
    std::string_view peek(std::size_t wanted);
    /// Consumes bytes that were peeked at.
    void skip(std::size_t bytes);
    bool at_end() { return peek(1).empty(); }
    /// Bytes consumed so far.
    std::uint64_t position() const { return position_; }

  private:
    void fill();
    std::string_view rest() const { return std::string_view(buffer_).substr(begin_, end_ - begin_); }

    std::unique_ptr<ByteSource> source_;
    std::string buffer_;
    std::size_t begin_ = 0, end_ = 0;
    std::uint64_t position_ = 0;
    bool ended_ = false;
    std::exception_ptr failure_;
};

enum class Line { whole, too_long, none };
/// The next line without its end. One of more than `limit` bytes is passed over without being held.
Line read_line(ByteStream& stream, std::string& line, std::uint64_t limit);
/// All that is left; false, with the rest passed over unread, where that is more than `limit` bytes.
bool read_all(ByteStream& stream, std::string& bytes, std::uint64_t limit);

/// A file; adds what it read to `*read`.
class FileSource final : public ByteSource {
  public:
    FileSource(const std::filesystem::path& file, std::uint64_t* read);
    std::size_t read(char* to, std::size_t most) override;

  private:
    std::ifstream file_;
    std::uint64_t* read_;
};

/// A stream that somebody else owns.
class IstreamSource final : public ByteSource {
  public:
    explicit IstreamSource(std::istream& stream) : stream_(&stream) {}
    std::size_t read(char* to, std::size_t most) override;

  private:
    std::istream* stream_;
};

class MemorySource final : public ByteSource {
  public:
    explicit MemorySource(std::string bytes) : bytes_(std::move(bytes)) {}
    std::size_t read(char* to, std::size_t most) override;

  private:
    std::string bytes_;
    std::size_t at_ = 0;
};

}  // namespace hearsay
