// SPDX-License-Identifier: Apache-2.0
#include "document/formats/news_xml.hpp"

namespace hearsay {

namespace {

std::string attribute_at(const pugi::xml_node& node, const char* name) { return node.attribute(name).value(); }

std::string first_of(std::initializer_list<std::string> values) {
    for (const std::string& value : values)
        if (!value.empty()) return value;
    return {};
}

/// Archives repeat the lead in a block of its own before the full text.
pugi::xml_node text_node(const pugi::xml_node& content) {
    const pugi::xml_node full = content.find_child_by_attribute("block", "class", "full_text");
    return full ? full : content;
}

/// Pictures come with their captions.
pugi::xml_document without_media(const pugi::xml_node& content) {
    pugi::xml_document copy;
    copy.append_copy(content);
    for (pugi::xpath_node found : copy.select_nodes("//*[local-name()='media']"))
        found.node().parent().remove_child(found.node());
    return copy;
}

}  // namespace

RawDocument nitf_document(const pugi::xml_node& nitf, const InputLimits& limits) {
    const pugi::xml_node head = child_of(nitf, "head"), body = child_of(nitf, "body");
    const pugi::xml_node data = child_of(head, "docdata"), publication = child_of(head, "pubdata");
    const pugi::xml_node body_head = child_of(body, "body.head");
    RawDocument document;
    document.text = marked_text(without_media(text_node(child_of(body, "body.content"))).first_child(), limits);
    const std::string byline = plain_text(child_of(body_head, "byline"));
    if (!byline.empty() && !document.text.empty()) document.text = byline + "\n\n" + document.text;
    document.id = attribute_at(child_of(data, "doc-id"), "id-string");
    document.title = field(first_of({plain_text(descend(body_head, {"hedline", "hl1"})),
                                     plain_text(child_of(body_head, "hedline")), plain_text(child_of(head, "title"))}));
    document.publisher =
        field(first_of({attribute_at(publication, "name"), attribute_at(child_of(data, "doc.copyright"), "holder"),
                        plain_text(child_of(body_head, "distributor"))}));
    document.published = field(
        first_of({attribute_at(child_of(data, "date.issue"), "norm"), attribute_at(publication, "date.publication"),
                  attribute_at(descend(body_head, {"dateline", "story.date"}), "norm")}));
    document.url = field(attribute_at(publication, "ex-ref"));
    return document;
}

}  // namespace hearsay
