// SPDX-License-Identifier: Apache-2.0
#include "document/bytes/utf16.hpp"

#include "document/bytes/charset.hpp"

namespace hearsay {

namespace {

bool is_high(char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low(char32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

}  // namespace

bool is_utf16(std::string_view bytes) { return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"); }

Utf16Source::Utf16Source(std::unique_ptr<ByteStream> wide)
    : wide_(std::move(wide)), big_endian_(wide_->peek(2).starts_with("\xFE")) {}

char32_t Utf16Source::unit_at(std::string_view bytes, std::size_t at) const {
    const auto first = static_cast<unsigned char>(bytes[at]), second = static_cast<unsigned char>(bytes[at + 1]);
    return big_endian_ ? first * 256U + second : second * 256U + first;
}

std::size_t Utf16Source::read(char* to, std::size_t most) {
    std::string out;
    while (out.size() + 4 <= most) {
        const std::string_view bytes = wide_->peek(4);
        if (bytes.size() < 2) {
            wide_->skip(bytes.size());
            break;
        }
        const char32_t unit = unit_at(bytes, 0), next = bytes.size() >= 4 ? unit_at(bytes, 2) : 0;
        const bool pair = is_high(unit) && is_low(next);
        const bool lone = !pair && (is_high(unit) || is_low(unit));
        append_utf8(out, lone ? 0xFFFD : pair ? 0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00) : unit);
        wide_->skip(pair ? 4 : 2);
    }
    out.copy(to, out.size());
    return out.size();
}

}  // namespace hearsay
