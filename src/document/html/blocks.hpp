// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "document/html/html_tree.hpp"

namespace hearsay {

/// A stretch of a page's text between two block-level breaks: a paragraph, a heading, a list item.
struct PageBlock {
    std::string text;
    std::size_t linked = 0;     ///< bytes of it in links
    bool heading = false;       ///< <h1> to <h6>
    bool paragraph = false;     ///< <p>, <li> or <blockquote>
    bool in_body = false;       ///< in an element that is marked as the article's body
    bool in_main = false;       ///< in <main>
    std::uint32_t article = 0;  ///< the innermost <article> around it, numbered from 1; 0: none

    /// Running text, rather than a label, a headline or a list of links.
    bool is_prose() const;
    /// Running text, or a paragraph of any length that is no list of links.
    bool is_content() const { return is_prose() || (paragraph && linked == 0); }
};

/// What of a page is left out: scripts, forms, figures and the like always; with `asides` also what its class, id or
/// role says is no article content (navigation, comments, related links; data/lexicons/page_parts.tsv).
enum class Leave { scripts, asides };

std::vector<PageBlock> blocks_of(const HtmlTree& page, Leave leave);

}  // namespace hearsay
