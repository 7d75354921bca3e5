// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "render/theme.hpp"

namespace hearsay {

/// Text for an HTML-like label, with nothing left in it that Graphviz reads as markup or as an escape such as \N.
std::string html_text(std::string_view text);

/// A quoted string of the DOT language that Graphviz shows as it is.
std::string dot_string(std::string_view text);

/// `a="1" b="2"`.
std::string attribute_list(const Attributes& attributes);

/// The statements that set a graph's, its nodes' and its edges' defaults.
std::string default_statements(const Theme& theme);

/// A title in bold with notes below, as an HTML-like label.
std::string title_label(std::string_view title, const std::vector<std::string>& notes);

}  // namespace hearsay
