// SPDX-License-Identifier: Apache-2.0
#include "render/theme.hpp"

#include <algorithm>
#include <utility>

#include "hearsay/error.hpp"
#include "render/default_theme.hpp"
#include "text/split.hpp"

namespace hearsay {
namespace {

ResourceError broken(std::size_t line, const std::string& cause) {
    return ResourceError("theme, line " + std::to_string(line) + ": " + cause);
}

Attributes parse_attributes(std::string_view text, std::size_t line) {
    Attributes attributes;
    for (const std::string_view pair : items(text, ' ')) {
        const auto equals = pair.find('=');
        if (equals == std::string_view::npos) throw broken(line, "\"" + std::string(pair) + "\" is not NAME=VALUE");
        std::string value(pair.substr(equals + 1));
        std::replace(value.begin(), value.end(), '~', ' ');
        attributes.emplace_back(pair.substr(0, equals), std::move(value));
    }
    return attributes;
}

Theme::Entry parse_entry(std::string_view row, std::size_t line) {
    const auto fields = split(row, '\t');
    if (fields.size() != 4) throw broken(line, std::to_string(fields.size()) + " fields, 4 expected");
    return {std::string(fields[0]), std::string(fields[1]), std::string(fields[2]), parse_attributes(fields[3], line)};
}

}  // namespace

Theme Theme::parse(std::string_view table) {
    Theme theme;
    std::size_t line = 0;
    bool header = true;
    for (const std::string_view row : split(table, '\n')) {
        ++line;
        if (row.empty() || row.front() == '#') continue;
        if (!std::exchange(header, false))
            theme.entries_.push_back(parse_entry(row, line));
        else if (row != "element\tname\tlegend\tattributes")
            throw broken(line, "not the header of a theme");
    }
    return theme;
}

const Theme::Entry* Theme::find(std::string_view element, std::string_view name) const {
    const auto found = std::find_if(entries_.begin(), entries_.end(),
                                    [&](const Entry& entry) { return entry.element == element && entry.name == name; });
    return found == entries_.end() ? nullptr : &*found;
}

const Attributes& Theme::attributes(std::string_view element, std::string_view name) const {
    static const Attributes kNone;
    const Entry* entry = find(element, name);
    return entry == nullptr ? kNone : entry->attributes;
}

std::string_view Theme::legend(std::string_view element, std::string_view name) const {
    const Entry* entry = find(element, name);
    return entry == nullptr ? std::string_view() : entry->legend;
}

const Theme& default_theme() {
    static const Theme kTheme = Theme::parse(kDefaultTheme);
    return kTheme;
}

}  // namespace hearsay
