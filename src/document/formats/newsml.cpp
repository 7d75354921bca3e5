// SPDX-License-Identifier: Apache-2.0
#include "document/formats/news_xml.hpp"

namespace hearsay {

namespace {

/// "Reuters" of <provider literal="Reuters"/>, <provider qcode="prov:Reuters"/> or
/// <provider><name>Reuters</name></provider>.
std::string party_of(const pugi::xml_node& node) {
    if (std::string name = plain_text(child_of(node, "name")); !name.empty()) return name;
    if (std::string literal = node.attribute("literal").value(); !literal.empty()) return literal;
    const std::string_view code = node.attribute("qcode").value();
    return std::string(code.substr(code.find(':') + 1));
}

std::string first_of(std::initializer_list<std::string> values) {
    for (const std::string& value : values)
        if (!value.empty()) return value;
    return {};
}

void fill(Metadatum& known, Metadatum other) {
    if (!known) known = std::move(other);
}

/// The text, and what a text in NITF says of itself.
void read_content(const pugi::xml_node& content, const InputLimits& limits, RawDocument& document) {
    const pugi::xml_node data = child_of(content, "inlineData"), xml = child_of(content, "inlineXML");
    const pugi::xml_node nitf = child_of(xml, "nitf"), html = child_of(xml, "html");
    if (nitf) {
        RawDocument inner = nitf_document(nitf, limits);
        document.text = std::move(inner.text);
        fill(document.title, std::move(inner.title));
        fill(document.publisher, std::move(inner.publisher));
        fill(document.published, std::move(inner.published));
        fill(document.url, std::move(inner.url));
    } else {
        document.text = marked_text(html ? child_of(html, "body") : xml ? xml : data, limits);
    }
}

}  // namespace

RawDocument newsml_document(const pugi::xml_node& item, const InputLimits& limits) {
    const pugi::xml_node meta = child_of(item, "itemMeta"), about = child_of(item, "contentMeta");
    RawDocument document;
    document.id = item.attribute("guid").value();
    document.title = field(first_of({plain_text(child_of(about, "headline")), plain_text(child_of(meta, "title"))}));
    document.publisher =
        field(first_of({party_of(child_of(meta, "provider")), party_of(child_of(about, "infoSource"))}));
    document.published =
        field(first_of({plain_text(child_of(about, "contentCreated")), plain_text(child_of(meta, "firstCreated")),
                        plain_text(child_of(meta, "versionCreated"))}));
    read_content(child_of(item, "contentSet"), limits, document);
    return document;
}

}  // namespace hearsay
