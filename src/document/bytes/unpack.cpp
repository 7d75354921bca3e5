// SPDX-License-Identifier: Apache-2.0
#include "document/bytes/unpack.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "document/bytes/inflate.hpp"
#include "document/bytes/libarchive_reader.hpp"

namespace hearsay {

namespace {

class UnpackSource final : public ByteSource {
  public:
    UnpackSource(std::unique_ptr<ByteStream> packed, const InputLimits& limits)
        : reader_(std::move(packed), Packed::stream), limits_(limits) {}

    std::size_t read(char* to, std::size_t most) override {
        if (!begun_ && !reader_.next()) return 0;
        begun_ = true;
        const std::size_t got = reader_.read(to, most);
        given_ += got;
        check_unpacked(given_, reader_.position(), limits_);
        return got;
    }

  private:
    LibarchiveReader reader_;
    InputLimits limits_;
    std::uint64_t given_ = 0;
    bool begun_ = false;
};

}  // namespace

Packing packing_of(std::string_view bytes) {
    using namespace std::string_view_literals;
    constexpr std::pair<std::string_view, Packing> kMagic[] = {{"\x1F\x8B"sv, Packing::gzip},
                                                               {"\x28\xB5\x2F\xFD"sv, Packing::zstd},
                                                               {"BZh"sv, Packing::bzip2},
                                                               {"\xFD"
                                                                "7zXZ\0"sv,
                                                                Packing::xz}};
    const auto* found = std::find_if(std::begin(kMagic), std::end(kMagic),
                                     [&](const auto& magic) { return bytes.starts_with(magic.first); });
    return found == std::end(kMagic) ? Packing::none : found->second;
}

std::unique_ptr<ByteSource> unpacked(std::unique_ptr<ByteStream> packed, Packing packing, const InputLimits& limits) {
    if (packing == Packing::gzip)
        return std::make_unique<InflateSource>(std::move(packed), InflateSource::Wrapping::gzip, limits);
    return std::make_unique<UnpackSource>(std::move(packed), limits);
}

std::unique_ptr<ByteSource> inflated(std::unique_ptr<ByteStream> packed, const InputLimits& limits) {
    const std::string_view first = packed->peek(2);
    // RFC 1950: the method is 8 and the two bytes, as one number, divide by 31.
    const bool header = first.size() >= 2 && (first[0] & 0x0F) == 8 &&
                        (static_cast<unsigned char>(first[0]) * 256 + static_cast<unsigned char>(first[1])) % 31 == 0;
    const auto wrapping = header ? InflateSource::Wrapping::zlib : InflateSource::Wrapping::raw;
    return std::make_unique<InflateSource>(std::move(packed), wrapping, limits);
}

void check_unpacked(std::uint64_t out, std::uint64_t in, const InputLimits& limits) {
    if (out > limits.unpacked_bytes)
        throw BrokenInput("unpacks to more than " + written_size(limits.unpacked_bytes) +
                          "; raise --max-unpacked to read on");
    if (out > limits.document_bytes && out / limits.ratio > in)
        throw BrokenInput("unpacks to more than " + std::to_string(limits.ratio) +
                          " times its size, as a compression bomb does; raise --max-ratio to read on");
}

std::string written_size(std::uint64_t bytes) {
    constexpr std::array<std::string_view, 5> kUnits = {" bytes", " KiB", " MiB", " GiB", " TiB"};
    std::size_t unit = 0;
    for (; unit + 1 < kUnits.size() && bytes >= 1024 && bytes % 1024 == 0; ++unit) bytes /= 1024;
    return std::to_string(bytes).append(kUnits[unit]);
}

}  // namespace hearsay
