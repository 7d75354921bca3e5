// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>

#include "document/html/html_tree.hpp"

namespace hearsay {

/// Tells by tag, role, class and id what an element of a page holds (data/lexicons/page_parts.tsv).
class PageParts {
  public:
    /// Throws ResourceError where the table is missing or damaged.
    static const PageParts& get();

    /// No article content, whatever it is called: scripts, forms, pictures.
    static bool is_never_text(const GumboNode& element);
    /// No article content by what it is called.
    bool is_aside(const GumboNode& element) const;
    /// Marked as the article's body.
    bool is_body(const GumboNode& element) const;

  private:
    enum class Part { none, aside, content, state };
    PageParts();
    Part part_of(std::string_view name) const;

    std::unordered_map<std::string, Part> words_;
};

}  // namespace hearsay
