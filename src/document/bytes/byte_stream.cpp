// SPDX-License-Identifier: Apache-2.0
#include "document/bytes/byte_stream.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace hearsay {

namespace {

constexpr std::size_t kChunk = std::size_t{1} << 16;

}  // namespace

std::string_view ByteStream::peek(std::size_t wanted) {
    while (end_ - begin_ < wanted && !ended_) fill();
    if (begin_ == end_ && wanted > 0 && failure_) std::rethrow_exception(failure_);
    return rest();
}

void ByteStream::skip(std::size_t bytes) {
    bytes = std::min(bytes, end_ - begin_);
    begin_ += bytes;
    position_ += bytes;
}

void ByteStream::fill() {
    if (begin_ > 0) {
        std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
        end_ -= begin_;
        begin_ = 0;
    }
    if (buffer_.size() - end_ < kChunk) buffer_.resize(std::max(end_ + kChunk, end_ * 2));
    try {
        const std::size_t read = source_->read(buffer_.data() + end_, buffer_.size() - end_);
        end_ += read;
        ended_ = read == 0;
    } catch (const BrokenInput&) {
        failure_ = std::current_exception();
        ended_ = true;
    }
}

Line read_line(ByteStream& stream, std::string& line, std::uint64_t limit) {
    line.clear();
    if (stream.at_end()) return Line::none;
    bool too_long = false;
    for (bool ended = false; !ended;) {
        const std::string_view bytes = stream.peek(1);
        const std::size_t end = bytes.find('\n');
        const std::size_t size = std::min(end, bytes.size());
        too_long = too_long || line.size() + size > limit;
        if (!too_long) line.append(bytes, 0, size);
        stream.skip(end == bytes.npos ? size : size + 1);
        ended = end != bytes.npos || stream.at_end();
    }
    return too_long ? Line::too_long : Line::whole;
}

bool read_all(ByteStream& stream, std::string& bytes, std::uint64_t limit) {
    bytes.clear();
    for (std::string_view part = stream.peek(1); !part.empty(); part = stream.peek(1)) {
        if (bytes.size() + part.size() > limit) return false;
        bytes.append(part);
        stream.skip(part.size());
    }
    return true;
}

FileSource::FileSource(const std::filesystem::path& file, std::uint64_t* read)
    : file_(file, std::ios::binary), read_(read) {
    if (!file_) throw BrokenInput(std::string("can't be read: ") + std::strerror(errno));
}

std::size_t FileSource::read(char* to, std::size_t most) {
    file_.read(to, static_cast<std::streamsize>(most));
    if (file_.bad()) throw BrokenInput("can't be read on: the disk or network failed");
    const auto got = static_cast<std::size_t>(file_.gcount());
    *read_ += got;
    return got;
}

std::size_t IstreamSource::read(char* to, std::size_t most) {
    stream_->read(to, static_cast<std::streamsize>(most));
    if (stream_->bad()) throw BrokenInput("can't be read on: the stream failed");
    return static_cast<std::size_t>(stream_->gcount());
}

std::size_t MemorySource::read(char* to, std::size_t most) {
    const std::size_t size = std::min(most, bytes_.size() - at_);
    std::memcpy(to, bytes_.data() + at_, size);
    at_ += size;
    return size;
}

}  // namespace hearsay
