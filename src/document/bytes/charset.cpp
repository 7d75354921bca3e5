// SPDX-License-Identifier: Apache-2.0
#include "document/bytes/charset.hpp"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <memory>

#include "hearsay/text/text.hpp"

namespace hearsay {

namespace {

constexpr std::size_t kDeclaration = 1024;  // bytes in which HTML wants its charset
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// WHATWG index windows-1252, 0x80 to 0x9F; the others are Latin-1.
constexpr std::array<char16_t, 32> kWindows = {0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021,
                                               0x2C6,  0x2030, 0x160,  0x2039, 0x152,  0x8D,   0x17D,  0x8F,
                                               0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                               0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

std::string from_windows_1252(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        append_utf8(out, byte >= 0x80 && byte < 0xA0 ? kWindows[byte - 0x80] : byte);
    }
    return out;
}

bool is_latin(const std::string& label) {
    constexpr std::string_view kLabels[] = {"",       "windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1",
                                            "latin1", "latin-1",      "l1",     "ascii",    "us-ascii",   "iso_8859-1"};
    return std::find(std::begin(kLabels), std::end(kLabels), label) != std::end(kLabels);
}

class Converter {
  public:
    explicit Converter(const std::string& label) : state_(iconv_open("UTF-8", label.c_str())) {}
    ~Converter() {
        if (known()) iconv_close(state_);
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;
    bool known() const { return state_ != reinterpret_cast<iconv_t>(-1); }

    /// Bytes that mean nothing become U+FFFD.
    std::string convert(std::string bytes) {
        std::string out;
        char* from = bytes.data();
        for (std::size_t left = bytes.size(); left > 0;) {
            std::array<char, 4096> buffer;
            char* to = buffer.data();
            std::size_t room = buffer.size();
            const bool failed = iconv(state_, &from, &left, &to, &room) == static_cast<std::size_t>(-1);
            out.append(buffer.data(), to);
            if (!failed || room < buffer.size()) continue;
            out.append(kReplacement);
            ++from;
            --left;
        }
        return out;
    }

  private:
    iconv_t state_;
};

}  // namespace

void append_utf8(std::string& out, char32_t c) {
    const auto tail = [&](int shift) { out += static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
    if (c < 0x80) return void(out += static_cast<char>(c));
    if (c < 0x800) {
        out += static_cast<char>(0xC0 | (c >> 6));
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0 | (c >> 12));
        tail(6);
    } else {
        out += static_cast<char>(0xF0 | (c >> 18));
        tail(12);
        tail(6);
    }
    tail(0);
}

std::string to_utf8(std::string bytes, std::string_view label) {
    const std::uint32_t broken = Text::decode(bytes).replacements();
    if (broken == 0) return bytes;
    const std::string name = lower(label);
    // A page that says it is UTF-8, and but for a few bytes is, keeps its other letters.
    if (name == "utf-8" || name == "utf8") return bytes;
    if (is_latin(name)) return from_windows_1252(bytes);
    Converter converter(name);
    return converter.known() ? converter.convert(std::move(bytes)) : from_windows_1252(bytes);
}

std::string_view declared_charset(std::string_view bytes) {
    bytes = bytes.substr(0, kDeclaration);
    const bool xml = bytes.starts_with("<?xml");
    const std::string_view head = xml ? bytes.substr(0, bytes.find("?>")) : bytes;
    const std::string_view word = xml ? "encoding" : "charset";
    std::size_t at = lower(head).find(word);
    if (at == head.npos) return {};
    at = head.find_first_not_of(" \t\r\n=\"'", at + word.size());
    if (at == head.npos) return {};
    return head.substr(at, head.find_first_of(" \t\r\n\"'/;?>", at) - at);
}

}  // namespace hearsay
