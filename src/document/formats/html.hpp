// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "hearsay/document/reader.hpp"

namespace hearsay {

/// The article in a page (UTF-8), without id and path; nothing where there is none. Throws BrokenInput beyond the
/// limits.
std::optional<RawDocument> page_document(const std::string& page, const InputLimits& limits);

}  // namespace hearsay
