// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

#include "document/html/page_metadata.hpp"

namespace hearsay {

/// Takes from a page's JSON-LD (W3C JSON-LD 1.1, schema.org) what its article's object says and `found` lacks. What is
/// no JSON is passed over.
void read_json_ld(std::string_view script, std::size_t depth, PageMetadata& found);

}  // namespace hearsay
