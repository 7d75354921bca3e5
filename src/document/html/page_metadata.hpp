// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "document/formats/record.hpp"
#include "document/html/html_tree.hpp"

namespace hearsay {

/// What a page says of its article, most trusted first: JSON-LD (schema.org NewsArticle and its kin, in @graph too),
/// meta elements (Open Graph, Dublin Core ...), microdata, the first heading, <title>. Empty what it does not say.
struct PageMetadata {
    std::string title{}, publisher{}, published{}, url{};
    std::string body{};     ///< "articleBody" of the JSON-LD
    std::string heading{};  ///< the first <h1>
};

PageMetadata read_metadata(const HtmlTree& page, std::size_t depth);

/// White space of any length as one blank, none at the ends.
std::string squeezed(std::string_view text);

}  // namespace hearsay
