// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

#include "hearsay/document/input_options.hpp"

namespace hearsay {

/// Whether a string that should be text is HTML: it has paragraphs or breaks marked up.
bool holds_markup(std::string_view text);

/// The text of a piece of HTML that is all content, a feed's item for one: paragraphs, with a blank line between two.
/// Throws BrokenInput beyond the limits.
std::string fragment_text(std::string_view html, const InputLimits& limits);

}  // namespace hearsay
