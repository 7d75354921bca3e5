// SPDX-License-Identifier: Apache-2.0
#include "hearsay/text/text.hpp"

#include <algorithm>
#include <cstring>
#include <limits>
#include <tuple>
#include <utility>

#include "hearsay/error.hpp"
#include "text/utf8.hpp"

namespace hearsay {

Span hull(const Spans& spans) {
    if (spans.empty()) return {};
    return {spans.front().begin, spans.back().end};
}

namespace {

constexpr std::uint32_t kStride = 64;
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

struct Second {
    unsigned char low, high;
};

/// The bytes that may follow `lead` (Unicode 15, table 3-7).
Second second_byte(unsigned char lead) {
    switch (lead) {
        case 0xE0:
            return {0xA0, 0xBF};
        case 0xED:
            return {0x80, 0x9F};
        case 0xF0:
            return {0x90, 0xBF};
        case 0xF4:
            return {0x80, 0x8F};
        default:
            return {0x80, 0xBF};
    }
}

/// How many bytes a sequence with this lead byte has; 0 where none may begin with it.
std::size_t sequence_length(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead < 0xC2) return 0;
    if (lead < 0xE0) return 2;
    if (lead < 0xF0) return 3;
    return lead < 0xF5 ? 4 : 0;
}

struct Sequence {
    std::size_t bytes;  ///< the whole sequence, or its maximal subpart where it is not valid; at least 1
    bool valid;
};

Sequence read_sequence(std::string_view bytes) {
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const std::size_t wanted = sequence_length(at(0));
    if (wanted == 0) return {1, false};
    Second allowed = second_byte(at(0));
    for (std::size_t i = 1; i < wanted; ++i, allowed = {0x80, 0xBF})
        if (i == bytes.size() || at(i) < allowed.low || at(i) > allowed.high) return {i, false};
    return {wanted, true};
}

std::size_t ascii_prefix(std::string_view bytes) {
    std::size_t i = 0;
    for (std::uint64_t eight; i + 8 <= bytes.size(); i += 8) {
        std::memcpy(&eight, bytes.data() + i, 8);
        if (eight & 0x8080808080808080U) break;
    }
    while (i < bytes.size() && static_cast<unsigned char>(bytes[i]) < 0x80) ++i;
    return i;
}

/// The bytes with every invalid sequence replaced, and how many were.
std::pair<std::string, std::uint32_t> repair(std::string_view bytes) {
    std::string repaired;
    repaired.reserve(bytes.size());
    std::uint32_t replaced = 0;
    while (!bytes.empty()) {
        const std::size_t plain = ascii_prefix(bytes);
        repaired.append(bytes.substr(0, plain));
        bytes.remove_prefix(plain);
        if (bytes.empty()) break;
        const Sequence sequence = read_sequence(bytes);
        repaired.append(sequence.valid ? bytes.substr(0, sequence.bytes) : kReplacement);
        replaced += sequence.valid ? 0 : 1;
        bytes.remove_prefix(sequence.bytes);
    }
    return {std::move(repaired), replaced};
}

}  // namespace

Text Text::decode(std::string_view bytes) {
    constexpr std::size_t kLongest = std::numeric_limits<std::uint32_t>::max() / 4;
    if (bytes.size() > kLongest) throw InputError("text of more than " + std::to_string(kLongest) + " bytes");
    Text text;
    std::tie(text.bytes_, text.replacements_) = repair(bytes);
    text.size_ = utf8::count(text.bytes_);
    if (text.ascii()) return text;
    text.every_64th_.reserve(text.size_ / kStride + 1);
    std::uint32_t code_point = 0;
    for (std::size_t i = 0; i < text.bytes_.size(); ++i)
        if (utf8::begins(text.bytes_[i]) && code_point++ % kStride == 0)
            text.every_64th_.push_back(static_cast<std::uint32_t>(i));
    return text;
}

std::size_t Text::byte_offset(std::uint32_t code_point) const {
    if (code_point >= size_) return bytes_.size();
    if (ascii()) return code_point;
    std::size_t byte = every_64th_[code_point / kStride];
    for (std::uint32_t left = code_point % kStride; left > 0; --left) byte += utf8::length(bytes_[byte]);
    return byte;
}

std::string_view Text::slice(Span span) const {
    if (span.empty()) return {};
    const std::size_t begin = byte_offset(span.begin);
    return std::string_view(bytes_).substr(begin, byte_offset(span.end) - begin);
}

std::string Text::slice(const Spans& spans) const {
    std::string joined;
    for (const Span span : spans) {
        if (!joined.empty()) joined += ' ';
        joined += slice(span);
    }
    return joined;
}

}  // namespace hearsay
