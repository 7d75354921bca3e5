// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

namespace hearsay {

void append_utf8(std::string& out, char32_t code_point);

/// Bytes in the named character set as UTF-8. Whatever the label says, bytes that are valid UTF-8 stay as they are:
/// labels err more often than that happens by chance. Otherwise the Latin-1 family is read as windows-1252, as browsers
/// do (WHATWG Encoding), other sets that the C library knows are converted by it, and the rest, or no label, is read as
/// windows-1252 where that makes it text. Never fails.
std::string to_utf8(std::string bytes, std::string_view label);

/// The character set that a page or XML text declares in its first kilobyte: charset="..." or encoding="..."; or empty.
std::string_view declared_charset(std::string_view bytes);

}  // namespace hearsay
