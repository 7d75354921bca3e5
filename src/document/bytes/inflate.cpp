// SPDX-License-Identifier: Apache-2.0
#include "document/bytes/inflate.hpp"

#include <algorithm>
#include <limits>
#include <new>

#include "document/bytes/unpack.hpp"

namespace hearsay {

namespace {

uInt as_uint(std::size_t size) {
    return static_cast<uInt>(std::min<std::size_t>(size, std::numeric_limits<uInt>::max()));
}

}  // namespace

InflateSource::InflateSource(std::unique_ptr<ByteStream> packed, Wrapping wrapping, const InputLimits& limits)
    : packed_(std::move(packed)), wrapping_(wrapping), limits_(limits) {
    if (inflateInit2(&state_, static_cast<int>(wrapping)) != Z_OK) throw std::bad_alloc();
}

std::size_t InflateSource::read(char* to, std::size_t most) {
    if (damaged_) throw BrokenInput("breaks off here: damaged gzip data; get the file anew for the rest");
    state_.next_out = reinterpret_cast<Bytef*>(to);
    state_.avail_out = as_uint(most);
    while (reinterpret_cast<char*>(state_.next_out) == to && !damaged_) {
        if (!in_member_ && !begin_member()) return 0;
        inflate_some();
    }
    const auto got = static_cast<std::size_t>(reinterpret_cast<char*>(state_.next_out) - to);
    given_ += got;
    check_unpacked(given_, packed_->position(), limits_);
    return got ? got : read(to, most);
}

/// False at the end. Zeros between members are padding.
bool InflateSource::begin_member() {
    if (any_member_ && wrapping_ != Wrapping::gzip) return false;
    while (any_member_ && !packed_->at_end() && packed_->peek(1).front() == '\0') packed_->skip(1);
    if (packed_->at_end()) return false;
    in_member_ = any_member_ = true;
    return inflateReset(&state_) == Z_OK;
}

void InflateSource::inflate_some() {
    const std::string_view bytes = packed_->peek(1);
    if (bytes.empty())
        throw BrokenInput("breaks off here: the gzip data end too early; get the file anew for the rest");
    state_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // zlib only reads it
    state_.avail_in = as_uint(bytes.size());
    const uInt offered = state_.avail_in;
    const int result = inflate(&state_, Z_NO_FLUSH);
    packed_->skip(offered - state_.avail_in);
    if (result == Z_STREAM_END) in_member_ = false;
    damaged_ = result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR;
}

}  // namespace hearsay
