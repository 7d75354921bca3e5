// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <bit>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace hearsay::learn {

inline constexpr std::size_t kModelAlignment = 64;
inline constexpr std::size_t kModelHeadSize = 24;  // of magic, version, checksum and size

/// The body of a model file as it is put together, in the order of MODEL_FORMAT.md.
class ModelWriter {
  public:
    template <class T>
    void put(T value) {
        static_assert(std::endian::native == std::endian::little, "model files are little-endian");
        bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    void put(const std::string& text) {
        put(static_cast<std::uint32_t>(text.size()));
        bytes_ += text;
    }
    template <class T>
    void put(std::span<const T> values) {
        bytes_.append(reinterpret_cast<const char*>(values.data()), values.size_bytes());
    }
    void align() { bytes_.append(-(kModelHeadSize + bytes_.size()) % kModelAlignment, '\0'); }
    /// Under another name until complete, so that no run reads half a model. Throws OutputError.
    void save(const std::filesystem::path& file, std::string_view magic, std::uint32_t version) const;

  private:
    std::string bytes_;
};

/// Takes values off the front of a model file; throws ResourceError where they end early. Copies share its bytes.
class ModelReader {
  public:
    /// After a look at the head: throws ResourceError for a file that is missing, damaged or of another kind or
    /// version.
    ModelReader(const std::filesystem::path& file, std::string_view magic, std::uint32_t version);

    std::string_view take(std::size_t n);
    template <class T>
    T value() {
        T result;
        std::memcpy(&result, take(sizeof result).data(), sizeof result);
        return result;
    }
    /// A view of the bytes themselves, which must be aligned in the file.
    template <class T>
    std::span<const T> values(std::size_t n) {
        return {reinterpret_cast<const T*>(take(n * sizeof(T)).data()), n};
    }
    std::string text() { return std::string(take(value<std::uint32_t>())); }
    void align() { take(-(all_.size() - rest_.size()) % kModelAlignment); }
    bool at_end() const { return rest_.empty(); }
    /// Throws ResourceError with the file's name unless `holds`.
    void require(bool holds, const std::string& what) const;
    /// Of the body, as the head gives it.
    std::uint32_t checksum() const { return checksum_; }
    /// Keeps the views alive.
    std::shared_ptr<const void> memory() const { return bytes_; }

  private:
    [[noreturn]] void refuse(const std::string& what) const;

    std::filesystem::path file_;
    std::shared_ptr<const char> bytes_;
    std::string_view all_, rest_;
    std::uint32_t checksum_ = 0;
};

}  // namespace hearsay::learn
