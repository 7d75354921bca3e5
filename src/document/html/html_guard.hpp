// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

#include "hearsay/document/input_options.hpp"

namespace hearsay {

/// Throws BrokenInput where a page would cost an HTML parser more than linear time: elements nested beyond the limit,
/// very many formatting elements left open (each is opened anew in every paragraph), or thousands of attributes on one
/// element. Follows tags roughly, as they are written; linear.
void check_html(std::string_view html, const InputLimits& limits);

}  // namespace hearsay
