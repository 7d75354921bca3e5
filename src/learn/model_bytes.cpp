// SPDX-License-Identifier: Apache-2.0
#include "learn/model_bytes.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <new>

#include "hearsay/error.hpp"
#include "learn/features.hpp"

namespace hearsay::learn {

namespace {

constexpr std::size_t kHugePage = std::size_t{2} << 20;

/// Four sums side by side, since each step waits for the one before.
std::uint32_t checksum(std::string_view bytes) {
    std::array<std::uint64_t, 4> sums{bytes.size(), 1, 2, 3};
    for (std::size_t k = 0; !bytes.empty(); k = (k + 1) % sums.size()) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data(), std::min<std::size_t>(8, bytes.size()));
        sums[k] = mix(sums[k] ^ word);
        bytes.remove_prefix(std::min<std::size_t>(8, bytes.size()));
    }
    std::uint64_t all = 0;
    for (const std::uint64_t sum : sums) all = mix(all ^ sum);
    return static_cast<std::uint32_t>(all >> 32);
}

/// In huge pages where the system has them. Lookups are all over a model: with small pages most would have to wait
/// until the processor has found out where the page is.
std::shared_ptr<char> room_for(std::size_t size) {
    const std::size_t whole = (size / kHugePage + 1) * kHugePage;
    std::shared_ptr<char> bytes(static_cast<char*>(std::aligned_alloc(kHugePage, whole)), std::free);
    if (!bytes) throw std::bad_alloc();
#ifdef MADV_HUGEPAGE
    madvise(bytes.get(), whole, MADV_HUGEPAGE);  // refused, it does no harm
#endif
    return bytes;
}

}  // namespace

void ModelWriter::save(const std::filesystem::path& file, std::string_view magic, std::uint32_t version) const {
    ModelWriter head;
    head.bytes_ = magic;
    head.put(version);
    head.put(checksum(bytes_));
    head.put(static_cast<std::uint64_t>(bytes_.size()));
    std::filesystem::path unfinished = file;
    unfinished += ".part";
    std::ofstream out(unfinished, std::ios::binary);
    out << head.bytes_ << bytes_;
    out.close();
    std::error_code failure;
    if (out) std::filesystem::rename(unfinished, file, failure);
    if (!out || failure) throw OutputError(file.string() + ": the model can't be written");
}

ModelReader::ModelReader(const std::filesystem::path& file, std::string_view magic, std::uint32_t version)
    : file_(file) {
    std::error_code failure;
    const std::size_t size = std::filesystem::file_size(file, failure);
    std::ifstream in(file, std::ios::binary);
    if (failure || !in) refuse("the model can't be opened");
    std::string begin(magic.size(), '\0');  // of a file that may be large and no model
    require(in.read(begin.data(), static_cast<std::streamsize>(begin.size())) && begin == magic,
            "is no hearsay model of this kind: it doesn't begin with \"" + std::string(magic) + '"');
    const std::shared_ptr<char> bytes = room_for(size);
    if (!in.seekg(0).read(bytes.get(), static_cast<std::streamsize>(size))) refuse("the model can't be read");
    bytes_ = bytes;
    all_ = rest_ = std::string_view(bytes.get(), size);
    take(magic.size());
    const auto found_version = value<std::uint32_t>();
    require(found_version == version,
            "is a model of format " + std::to_string(found_version) + ", expected " + std::to_string(version));
    const auto expected = checksum_ = value<std::uint32_t>();
    ModelReader after = *this;
    const std::string_view body = after.take(after.value<std::uint64_t>());
    const std::uint32_t found = learn::checksum(body);
    require(found == expected && after.at_end(), "the model is damaged: its checksum is " + std::to_string(found) +
                                                     (after.at_end() ? "" : ", with more behind it") + ", expected " +
                                                     std::to_string(expected));
    take(sizeof(std::uint64_t));
}

std::string_view ModelReader::take(std::size_t n) {
    if (n > rest_.size())
        refuse("the model was cut short: " + std::to_string(rest_.size()) + " bytes are left, expected " +
               std::to_string(n));
    const std::string_view taken = rest_.substr(0, n);
    rest_.remove_prefix(n);
    return taken;
}

void ModelReader::require(bool holds, const std::string& what) const {
    if (!holds) refuse(what);
}

void ModelReader::refuse(const std::string& what) const { throw ResourceError(file_.string() + ": " + what); }

}  // namespace hearsay::learn
