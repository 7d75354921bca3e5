// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hearsay {

/// Graphviz attributes in the order of the theme's file.
using Attributes = std::vector<std::pair<std::string, std::string>>;

/// How the provenance graph looks: graphs/themes/default.tsv, compiled in.
///
///   for (const auto& [name, value] : default_theme().attributes("edge", "denies")) ...
class Theme {
  public:
    struct Entry {
        std::string element, name, legend;
        Attributes attributes;
    };
    /// Reads the format of graphs/themes/default.tsv. Throws ResourceError with the line's number where it is broken.
    static Theme parse(std::string_view table);

    /// Empty for an unknown name: then it looks like the element's default.
    const Attributes& attributes(std::string_view element, std::string_view name) const;
    /// What the key says of it; empty for an unknown name.
    std::string_view legend(std::string_view element, std::string_view name) const;
    const std::vector<Entry>& entries() const { return entries_; }

  private:
    const Entry* find(std::string_view element, std::string_view name) const;
    std::vector<Entry> entries_;
};

const Theme& default_theme();

}  // namespace hearsay
