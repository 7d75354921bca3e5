// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "document/formats/news_xml.hpp"

namespace hearsay {

namespace {

std::string letters_of(std::string_view text) {
    std::string out;
    for (const char c : text)
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'))
            out += static_cast<char>(c | 32);
    return out;
}

/// Whether a name can be that of a host: "BBC News" of www.bbc.co.uk, "The Guardian" of theguardian.com.
bool names_host(std::string_view name, std::string_view url) {
    std::string_view host = url.substr(std::min(url.find("//") + 2, url.size()));
    host = host.substr(0, host.find_first_of("/:?#"));
    const std::string letters = letters_of(name);
    while (!host.empty() && letters.size() > 2) {
        const std::size_t dot = std::min(host.find('.'), host.size());
        const std::string label = letters_of(host.substr(0, dot));
        if (label.size() > 2 && (label.starts_with(letters) || letters.starts_with(label))) return true;
        host.remove_prefix(std::min(dot + 1, host.size()));
    }
    return false;
}

/// A feed's title is its outlet's name, often beside a section's: "World | The Arlen Lamp". The part that names the
/// host is the outlet; where none does, all of it.
std::string outlet_in(const std::string& title, std::string_view url) {
    constexpr std::array<std::string_view, 7> kBetween = {" - ", " | ", " – ", " — ", ": ", " » ", " > "};
    std::string_view rest = title;
    while (!rest.empty()) {
        std::size_t end = rest.size(), width = 0;
        for (const std::string_view mark : kBetween)
            if (const std::size_t found = rest.find(mark); found < end) {
                end = found;
                width = mark.size();
            }
        if (names_host(rest.substr(0, end), url)) return std::string(rest.substr(0, end));
        rest.remove_prefix(end + width);
    }
    return title;
}

/// RSS has the address as text, Atom as an attribute of the link without a relation or with "alternate".
std::string link_of(const pugi::xml_node& item) {
    for (const pugi::xml_node& child : item.children()) {
        if (local_name(child) != "link") continue;
        const std::string_view relation = child.attribute("rel").value();
        if (!relation.empty() && relation != "alternate") continue;
        const std::string_view address = child.attribute("href").value();
        return address.empty() ? plain_text(child) : std::string(address);
    }
    return {};
}

std::string first_of(const pugi::xml_node& item, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names)
        if (std::string text = plain_text(child_of(item, name)); !text.empty()) return text;
    return {};
}

/// The full text where the item has it, else its summary.
std::string text_of(const pugi::xml_node& item, const InputLimits& limits) {
    for (const std::string_view name : {"encoded", "content", "description", "summary"}) {
        const pugi::xml_node node = child_of(item, name);
        if (!node) continue;
        if (std::string text = marked_text(node, limits); !text.empty()) return text;
    }
    return {};
}

std::string publisher_of(const pugi::xml_node& item, const pugi::xml_node& feed, std::string_view url) {
    const pugi::xml_node source = child_of(item, "source");
    const pugi::xml_node title = child_of(source, "title");
    if (std::string name = plain_text(title ? title : source); !name.empty()) return name;
    if (std::string name = plain_text(child_of(item, "publisher")); !name.empty()) return name;
    const pugi::xml_node channel = child_of(feed, "channel");
    return outlet_in(plain_text(child_of(channel ? channel : feed, "title")), url);
}

}  // namespace

RawDocument feed_document(const pugi::xml_node& item, const pugi::xml_node& feed, const InputLimits& limits) {
    RawDocument document;
    const std::string url = link_of(item);
    document.id = first_of(item, {"guid", "id"});
    if (document.id.empty()) document.id = url;
    document.text = text_of(item, limits);
    document.title = field(marked_text(child_of(item, "title"), limits));
    document.published = field(first_of(item, {"pubDate", "published", "date", "issued", "updated"}));
    document.publisher = field(publisher_of(item, feed, url));
    document.url = field(url);
    return document;
}

}  // namespace hearsay
