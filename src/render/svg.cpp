// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <ostream>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "hearsay/error.hpp"
#include "render/dot.hpp"
#include "render/graphviz.hpp"
#include "render/json_stream.hpp"
#include "render/key.hpp"

namespace hearsay {
namespace {

/// One of Graphviz's SVGs: a size in points and the group that holds everything.
struct Drawn {
    pugi::xml_document document;
    double width = 0, height = 0;
    double x = 0, y = 0;  ///< where Graphviz's origin lies
    pugi::xml_node group;
};

/// The number that `text` begins with, whatever the locale.
double number(std::string_view text) {
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

Drawn draw(const std::string& dot) {
    Drawn drawn;
    const std::string svg = svg_of(dot);
    const auto parsed = drawn.document.load_buffer(svg.data(), svg.size());
    const pugi::xml_node root = drawn.document.child("svg");
    drawn.group = root.child("g");
    if (!parsed || !drawn.group) throw OutputError(std::string("Graphviz wrote broken SVG: ") + parsed.description());
    drawn.width = number(root.attribute("width").value());
    drawn.height = number(root.attribute("height").value());
    const std::string_view transform =
        drawn.group.attribute("transform").value();  // "scale(1 1) rotate(0) translate(4 112)"
    const auto x = std::min(transform.find("translate("), transform.size() - 1) + 10, y = transform.find(' ', x) + 1;
    if (y >= transform.size()) throw OutputError("Graphviz wrote odd SVG: " + std::string(transform));
    drawn.x = number(transform.substr(x));
    drawn.y = number(transform.substr(y));
    return drawn;
}

/// Graphviz wraps what has a tooltip in a link without a target, and gives internal names as titles, which browsers
/// then show as tooltips. The tooltip becomes the title, the link goes.
void mend_tooltip(pugi::xml_node group) {
    pugi::xml_node title = group.child("title"), holder = group.child("g"), link = holder.child("a");
    const std::string tooltip = link.attribute("xlink:title").value();
    if (tooltip.empty() || tooltip == " ")
        group.remove_child(title);
    else
        title.text().set(tooltip.c_str());
    for (pugi::xml_node part = link.first_child(); part;) {
        const pugi::xml_node next = part.next_sibling();
        group.append_move(part);
        part = next;
    }
    group.remove_child(holder);
}

/// Moves a drawing into the picture, its top at `top`.
void place(pugi::xml_node picture, Drawn& drawn, double top, const char* id) {
    pugi::xml_node group = picture.append_copy(drawn.group);
    group.remove_child("title");
    group.remove_child("polygon");
    for (pugi::xml_node part : group.children("g")) mend_tooltip(part);
    group.attribute("id") = id;
    group.attribute("class") = id;
    const std::string move = "translate(" + to_text(drawn.x) + ' ' + to_text(top + drawn.y) + ")";
    group.attribute("transform") = move.c_str();
}

void describe(pugi::xml_node svg, const Picture& picture) {
    svg.append_attribute("role") = "img";
    svg.append_attribute("aria-labelledby") = "picture-title picture-description";
    svg.append_attribute("lang") = "en";
    std::string description;
    for (const std::string& note : picture.notes) description += note + (note.ends_with('.') ? " " : ". ");
    description +=
        std::to_string(picture.vertices.size()) + " nodes and " + std::to_string(picture.arcs.size()) + " arrows.";
    pugi::xml_node title = svg.append_child("title"), text = svg.append_child("desc");
    title.append_attribute("id") = "picture-title";
    title.text().set(picture.title.c_str());
    text.append_attribute("id") = "picture-description";
    text.text().set(description.c_str());
}

pugi::xml_node add_canvas(pugi::xml_document& document, double width, double height, const Picture& picture) {
    pugi::xml_node svg = document.append_child("svg");
    svg.append_attribute("xmlns") = "http://www.w3.org/2000/svg";
    svg.append_attribute("width") = (to_text(width) + "pt").c_str();
    svg.append_attribute("height") = (to_text(height) + "pt").c_str();
    svg.append_attribute("viewBox") = ("0 0 " + to_text(width) + ' ' + to_text(height)).c_str();
    describe(svg, picture);
    pugi::xml_node background = svg.append_child("rect");
    background.append_attribute("width") = "100%";
    background.append_attribute("height") = "100%";
    background.append_attribute("fill") = "white";
    return svg;
}

}  // namespace

void write_svg(const Analysis& analysis, std::ostream& out, const DrawingOptions& options) {
    constexpr double kLeastWidth = 700;
    const Picture picture = picture_of(analysis, options);
    Drawn graph = draw(dot_of(picture, default_theme(), DotParts::graph));
    Drawn head = draw(head_graph(picture, default_theme(), std::max(graph.width, kLeastWidth)));
    pugi::xml_document document;
    const double top = head.height - graph.x;  // one margin between the two, not two
    pugi::xml_node svg = add_canvas(document, std::max(graph.width, head.width), top + graph.height, picture);
    place(svg, head, 0, "head");
    place(svg, graph, top, "graph");
    document.save(out, "", pugi::format_raw, pugi::encoding_utf8);
    out << '\n';
    if (!out) throw OutputError("the picture could not be written: the disk may be full");
}

}  // namespace hearsay
