// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <concepts>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/error.hpp"

namespace hearsay {

/// Appends values to a byte string: whole numbers as LEB128, lists and texts after their length.
class ByteWriter {
  public:
    void number(std::uint64_t value) {
        for (; value >= 0x80; value >>= 7) bytes_ += static_cast<char>(value | 0x80);
        bytes_ += static_cast<char>(value);
    }
    void fixed(std::unsigned_integral auto value) {
        for (std::size_t i = 0; i < sizeof value; ++i) bytes_ += static_cast<char>(value >> (8 * i));
    }
    void text(std::string_view value) {
        number(value.size());
        bytes_ += value;
    }
    /// 0 for none.
    void optional(std::optional<std::uint32_t> value) { number(value ? std::uint64_t{*value} + 1 : 0); }
    template <class List, class Write>
    void list(const List& items, const Write& write) {
        number(items.size());
        for (const auto& item : items) write(item);
    }
    std::string take() { return std::move(bytes_); }

  private:
    std::string bytes_;
};

/// Reads what a ByteWriter wrote. Throws ResultError for bytes that end too early or don't fit, whatever they are.
class ByteReader {
  public:
    explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

    std::uint64_t number() {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const auto byte = static_cast<unsigned char>(take(1).front());
            value |= std::uint64_t{byte & 0x7fU} << shift;
            if (byte < 0x80) return value;
        }
        fail();
    }
    /// A number below `limit`.
    std::uint32_t index(std::uint64_t limit) {
        const std::uint64_t value = number();
        if (value >= limit) fail();
        return static_cast<std::uint32_t>(value);
    }
    template <std::unsigned_integral Integer>
    Integer fixed() {
        Integer value = 0;
        const std::string_view bytes = take(sizeof value);
        for (std::size_t i = 0; i < sizeof value; ++i)
            value |= Integer{static_cast<unsigned char>(bytes[i])} << (8 * i);
        return value;
    }
    std::string text() { return std::string(take(number())); }
    std::optional<std::uint32_t> optional(std::uint64_t limit) {
        const std::uint64_t value = number();
        if (value > limit) fail();
        return value == 0 ? std::nullopt : std::optional(static_cast<std::uint32_t>(value - 1));
    }
    /// The items, each of at least one byte, so that a wrong length can't ask for much memory.
    template <class Read>
    auto list(const Read& read) {
        const std::uint64_t size = number();
        if (size > rest_.size()) fail();
        std::vector<decltype(read())> items;
        items.reserve(size);
        for (std::uint64_t i = 0; i < size; ++i) items.push_back(read());
        return items;
    }
    bool empty() const { return rest_.empty(); }
    [[noreturn]] static void fail() { throw ResultError("what was kept of a document is damaged"); }

  private:
    std::string_view take(std::uint64_t size) {
        if (size > rest_.size()) fail();
        const std::string_view taken = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return taken;
    }
    std::string_view rest_;
};

}  // namespace hearsay
