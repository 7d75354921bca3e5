// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>

#include "document/bytes/byte_stream.hpp"

namespace hearsay {

/// Whether a stream that begins so is UTF-16 with a byte order mark.
bool is_utf16(std::string_view first_bytes);

/// UTF-16 with a byte order mark as UTF-8, the mark included, so that offsets in code points hold in the file as given.
/// A surrogate without its other half becomes U+FFFD.
class Utf16Source final : public ByteSource {
  public:
    explicit Utf16Source(std::unique_ptr<ByteStream> wide);
    std::size_t read(char* to, std::size_t most) override;

  private:
    char32_t unit_at(std::string_view bytes, std::size_t at) const;

    std::unique_ptr<ByteStream> wide_;
    bool big_endian_;
};

}  // namespace hearsay
