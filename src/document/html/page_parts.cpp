// SPDX-License-Identifier: Apache-2.0
#include "document/html/page_parts.hpp"

#include <algorithm>

#include "hearsay/error.hpp"
#include "hearsay/resources.hpp"

namespace hearsay {

namespace {

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), text) != names.end();
}

/// Calls `use` with each word of "relatedLinks", "c-related__links"; lower case.
void for_each_word(std::string_view name, const auto& use) {
    std::string word;
    for (std::size_t i = 0; i <= name.size(); ++i) {
        const char c = i < name.size() ? name[i] : '-';
        const bool capital = c >= 'A' && c <= 'Z', small = c >= 'a' && c <= 'z';
        const bool inner = capital && i > 0 && name[i - 1] >= 'a' && name[i - 1] <= 'z';
        if ((inner || !(capital || small)) && !word.empty()) {
            use(word);
            word.clear();
        }
        if (capital || small) word += static_cast<char>(c | 32);
    }
}

bool is_hidden(const GumboNode& element) {
    const std::string_view style = attribute(element, "style");
    return has_attribute(element, "hidden") || style.find("display:none") != style.npos ||
           style.find("display: none") != style.npos;
}

}  // namespace

const PageParts& PageParts::get() {
    static const PageParts parts;
    return parts;
}

PageParts::PageParts() {
    const auto table = resource_directory() / "lexicons" / "page_parts.tsv";
    read_table(table, {"word", "part"}, [&](const std::vector<std::string_view>& row) {
        const Part part = row[1] == "aside"     ? Part::aside
                          : row[1] == "content" ? Part::content
                          : row[1] == "state"   ? Part::state
                                                : Part::none;
        if (part == Part::none) throw ResourceError("page_parts.tsv: unknown part " + std::string(row[1]));
        words_.emplace(row[0], part);
    });
}

bool PageParts::is_never_text(const GumboNode& element) {
    if (element.type == GUMBO_NODE_TEMPLATE) return true;
    switch (element.v.element.tag) {
        case GUMBO_TAG_SCRIPT:
        case GUMBO_TAG_STYLE:
        case GUMBO_TAG_NOSCRIPT:
        case GUMBO_TAG_HEAD:
        case GUMBO_TAG_FORM:
        case GUMBO_TAG_BUTTON:
        case GUMBO_TAG_SELECT:
        case GUMBO_TAG_TEXTAREA:
        case GUMBO_TAG_IFRAME:
        case GUMBO_TAG_OBJECT:
        case GUMBO_TAG_SVG:
        case GUMBO_TAG_MATH:
        case GUMBO_TAG_CANVAS:
        case GUMBO_TAG_VIDEO:
        case GUMBO_TAG_AUDIO:
        case GUMBO_TAG_FIGURE:
            return true;
        default:
            return false;
    }
}

bool PageParts::is_aside(const GumboNode& element) const {
    const GumboTag tag = element.v.element.tag;
    if (tag == GUMBO_TAG_NAV || tag == GUMBO_TAG_ASIDE || tag == GUMBO_TAG_FOOTER || is_hidden(element)) return true;
    if (is_one_of(attribute(element, "role"), {"navigation", "complementary", "banner", "contentinfo", "search",
                                               "dialog", "alertdialog", "menu", "toolbar"}))
        return true;
    if (tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_MAIN || is_body(element)) return false;
    bool aside = part_of(attribute(element, "id")) == Part::aside;
    std::string_view classes = attribute(element, "class");
    while (!classes.empty()) {
        const std::size_t end = std::min(classes.find_first_of(" \t\r\n"), classes.size());
        const Part part = part_of(classes.substr(0, end));
        if (part == Part::content) return false;
        aside = aside || part == Part::aside;
        classes.remove_prefix(std::min(end + 1, classes.size()));
    }
    return aside;
}

bool PageParts::is_body(const GumboNode& element) const {
    if (attribute(element, "itemprop") == "articleBody") return true;
    std::string words;
    for (std::string_view classes = attribute(element, "class"); !classes.empty();) {
        const std::size_t end = std::min(classes.find_first_of(" \t\r\n"), classes.size());
        std::size_t count = 0;
        for_each_word(classes.substr(0, end), [&](const std::string&) { ++count; });
        if (count > 1 && part_of(classes.substr(0, end)) == Part::content) return true;
        classes.remove_prefix(std::min(end + 1, classes.size()));
    }
    return false;
}

/// What one class or id is called after.
PageParts::Part PageParts::part_of(std::string_view name) const {
    Part part = Part::none;
    bool first = true, all_content = true, state = false;
    for_each_word(name, [&](const std::string& word) {
        const auto found = words_.find(word);
        const Part meant = found == words_.end() ? Part::none : found->second;
        state = state || (first && meant == Part::state);
        all_content = all_content && meant == Part::content;
        if (meant == Part::aside) part = Part::aside;
        first = false;
    });
    if (state || first) return Part::none;
    return all_content ? Part::content : part;
}

}  // namespace hearsay
