// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <memory>
#include <string_view>

#include "document/bytes/byte_stream.hpp"
#include "hearsay/document/input_options.hpp"

namespace hearsay {

/// How bytes are packed, by their first ones.
enum class Packing : std::uint8_t { none, gzip, zstd, bzip2, xz };
Packing packing_of(std::string_view first_bytes);

/// Unpacks a stream of any packing but `none`, of one member or several. Throws BrokenInput, when read, for data that
/// are damaged or end too early, and beyond the limits.
std::unique_ptr<ByteSource> unpacked(std::unique_ptr<ByteStream> packed, Packing packing, const InputLimits& limits);

/// DEFLATE data as HTTP has them: with a zlib header or, against the standard but often met, without.
std::unique_ptr<ByteSource> inflated(std::unique_ptr<ByteStream> packed, const InputLimits& limits);

/// Throws BrokenInput where `out` bytes are more than the limits let `in` packed bytes unpack to.
void check_unpacked(std::uint64_t out, std::uint64_t in, const InputLimits& limits);

/// "64 MiB", for messages.
std::string written_size(std::uint64_t bytes);

}  // namespace hearsay
