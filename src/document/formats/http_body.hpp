// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <string_view>

#include "hearsay/document/input_options.hpp"

namespace hearsay {

/// Header fields by name in lower case.
using HeaderFields = std::map<std::string, std::string>;

/// Reads "Name: value" lines up to an empty one; `bytes` is then what follows.
HeaderFields read_header_fields(std::string_view& bytes);

/// Whether an answer (RFC 9112), from its status line on, is a page that was found.
bool is_page(std::string_view status_line, const HeaderFields& fields);
/// "utf-8" of "text/html; charset=utf-8".
std::string charset_of(const HeaderFields& fields);

/// The body as the server meant it, without chunks and unpacked. Archives often keep the header fields of a body that
/// was undone before, so what does not look chunked or packed is taken as it is. Throws BrokenInput for other encodings
/// and beyond the limits.
std::string decoded_body(std::string_view body, const HeaderFields& fields, const InputLimits& limits);

}  // namespace hearsay
