// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <zlib.h>

#include <memory>

#include "document/bytes/byte_stream.hpp"
#include "hearsay/document/input_options.hpp"

namespace hearsay {

/// Undoes DEFLATE (RFC 1950–1952) with zlib, which checks lengths and sums; of gzip data all members, as web archives
/// have one for each record.
class InflateSource final : public ByteSource {
  public:
    enum class Wrapping : int { raw = -MAX_WBITS, zlib = MAX_WBITS, gzip = MAX_WBITS + 16 };
    InflateSource(std::unique_ptr<ByteStream> packed, Wrapping wrapping, const InputLimits& limits);
    ~InflateSource() override { inflateEnd(&state_); }
    InflateSource(const InflateSource&) = delete;
    InflateSource& operator=(const InflateSource&) = delete;

    std::size_t read(char* to, std::size_t most) override;

  private:
    bool begin_member();
    void inflate_some();

    std::unique_ptr<ByteStream> packed_;
    Wrapping wrapping_;
    InputLimits limits_;
    z_stream state_{};
    std::uint64_t given_ = 0;
    bool in_member_ = false, any_member_ = false, damaged_ = false;
};

}  // namespace hearsay
