// SPDX-License-Identifier: Apache-2.0
#include "document/formats/xml_text.hpp"

#include <algorithm>
#include <sstream>

#include "document/html/page_metadata.hpp"
#include "document/html/page_text.hpp"

namespace hearsay {

namespace {

class TextWalker final : public pugi::xml_tree_walker {
  public:
    bool for_each(pugi::xml_node& node) override {
        if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) text_.append(node.value()).append(" ");
        return true;
    }
    std::string text_;
};

std::string text_in(pugi::xml_node node) {
    TextWalker walker;
    node.traverse(walker);
    return std::move(walker.text_);
}

}  // namespace

std::string_view local_name(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    return name.substr(name.find(':') + 1);
}

pugi::xml_node child_of(const pugi::xml_node& node, std::string_view local) {
    const auto children = node.children();
    const auto found = std::find_if(children.begin(), children.end(), [&](const pugi::xml_node& child) {
        const std::string_view name = child.name();
        return local_name(child) == local && !name.starts_with("media:") && !name.starts_with("itunes:");
    });
    return found == children.end() ? pugi::xml_node() : *found;
}

pugi::xml_node descend(pugi::xml_node node, std::initializer_list<std::string_view> way) {
    for (const std::string_view name : way) node = child_of(node, name);
    return node;
}

std::string plain_text(const pugi::xml_node& node) { return squeezed(text_in(node)); }

std::string marked_text(const pugi::xml_node& node, const InputLimits& limits) {
    const auto children = node.children();
    const bool elements = std::any_of(children.begin(), children.end(),
                                      [](const auto& child) { return child.type() == pugi::node_element; });
    std::ostringstream html;
    if (elements)
        for (const pugi::xml_node& child : children)
            child.print(html, "", pugi::format_raw | pugi::format_no_empty_element_tags, pugi::encoding_utf8);
    const std::string text = elements ? html.str() : text_in(node);
    const bool plain = !elements && text.find_first_of("<&") == text.npos;
    if (!plain) return fragment_text(text, limits);
    const std::size_t begin = text.find_first_not_of(" \t\r\n"), end = text.find_last_not_of(" \t\r\n");
    return begin == text.npos ? std::string() : text.substr(begin, end + 1 - begin);
}

Metadatum field(std::string value) {
    return value.empty() ? Metadatum{} : Metadatum{std::move(value), Evidence::field};
}

}  // namespace hearsay
