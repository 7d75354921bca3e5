// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

#include "document/html/html_tree.hpp"
#include "document/html/page_metadata.hpp"
#include "hearsay/document/input_options.hpp"

namespace hearsay {

/// Whether a string that should be text is HTML: it has paragraphs or breaks marked up.
bool holds_markup(std::string_view text);

/// The text of a piece of HTML that is all content, a feed's item for one: paragraphs, with a blank line between two.
/// Throws BrokenInput beyond the limits.
std::string fragment_text(std::string_view html, const InputLimits& limits);

/// The article in a page, as paragraphs; empty where there is none. The page's own marks are believed where they hold
/// most of its running text: what is marked as an article's body, <article>, <main>. Otherwise it is the run of blocks
/// in which running text outweighs links and labels most (maximum subsequence segmentation, Pasternack and Roth 2009),
/// or the JSON-LD's body where the page shows less than that.
std::string article_text(const HtmlTree& page, const PageMetadata& metadata);

}  // namespace hearsay
