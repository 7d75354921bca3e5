// SPDX-License-Identifier: Apache-2.0
#include <cgraph.h>
#include <gvc.h>

#include <memory>
#include <mutex>
#include <ostream>
#include <pugixml.hpp>
#include <sstream>
#include <string>

#include "hearsay/error.hpp"
#include "render/dot.hpp"

namespace hearsay {
namespace {

/// Graphviz keeps its state in globals: one context for the process, one thread at a time.
class Graphviz {
  public:
    static std::string svg_of(const std::string& dot) {
        static Graphviz instance;
        const std::lock_guard lock(instance.mutex_);
        return instance.render(dot);
    }

  private:
    Graphviz() : context_(gvContext(), &gvFreeContext) { agseterr(AGMAX); }

    std::string render(const std::string& dot) {
        const std::unique_ptr<Agraph_t, decltype(&agclose)> graph(agmemread(dot.c_str()), &agclose);
        if (!graph) throw OutputError(std::string("Graphviz can't read the graph: ") + last_error());
        if (gvLayout(context_.get(), graph.get(), "dot") != 0)
            throw OutputError(std::string("Graphviz can't lay out the graph: ") + last_error());
        const std::string svg = render_laid_out(graph.get());
        gvFreeLayout(context_.get(), graph.get());
        return svg;
    }

    std::string render_laid_out(Agraph_t* graph) {
        char* data = nullptr;
        unsigned size = 0;
        if (gvRenderData(context_.get(), graph, "svg", &data, &size) != 0 || data == nullptr)
            throw OutputError(std::string("Graphviz can't draw the graph: ") + last_error());
        std::string svg(data, size);
        gvFreeRenderData(data);
        return svg;
    }

    static const char* last_error() {
        const char* error = aglasterr();
        return error != nullptr ? error : "no cause given";
    }

    std::unique_ptr<GVC_t, decltype(&gvFreeContext)> context_;
    std::mutex mutex_;
};

/// Graphviz wraps what has a tooltip in a link without a target, and gives internal names as titles, which browsers
/// then show as tooltips. The tooltip becomes the title, the link goes.
void mend_tooltip(pugi::xml_node group) {
    pugi::xml_node title = group.child("title");
    const pugi::xml_node holder = group.child("g");
    pugi::xml_node link = holder.child("a");
    if (!link) {
        group.remove_child(title);
        return;
    }
    title.text().set(link.attribute("xlink:title").value());
    for (pugi::xml_node part = link.first_child(); part;) {
        const pugi::xml_node next = part.next_sibling();
        group.append_move(part);
        part = next;
    }
    group.remove_child(holder);
}

void add_description(pugi::xml_node svg, const Picture& picture) {
    svg.append_attribute("role") = "img";
    svg.append_attribute("aria-labelledby") = "hearsay-title hearsay-description";
    svg.append_attribute("lang") = "en";
    std::string description;
    for (const std::string& note : picture.notes) description += (description.empty() ? "" : " ") + note;
    description += (description.empty() ? "" : ". ") + std::to_string(picture.vertices.size()) + " nodes, " +
                   std::to_string(picture.arcs.size()) + " arrows.";
    pugi::xml_node text = svg.prepend_child("desc");
    text.append_attribute("id") = "hearsay-description";
    text.text().set(description.c_str());
    pugi::xml_node title = svg.prepend_child("title");
    title.append_attribute("id") = "hearsay-title";
    title.text().set(picture.title.c_str());
}

void finish(pugi::xml_document& document, const Picture& picture) {
    for (pugi::xml_node node = document.first_child(); node;) {
        const pugi::xml_node next = node.next_sibling();
        if (node.type() == pugi::node_comment) document.remove_child(node);
        node = next;
    }
    pugi::xml_node svg = document.child("svg"), graph = svg.child("g");
    graph.remove_child("title");
    for (pugi::xml_node group : graph.children("g")) mend_tooltip(group);
    add_description(svg, picture);
}

}  // namespace

void write_svg(const Analysis& analysis, std::ostream& out, const DrawingOptions& options) {
    const Picture picture = picture_of(analysis, options);
    std::ostringstream dot;
    write_dot(picture, dot);
    pugi::xml_document document;
    const std::string svg = Graphviz::svg_of(dot.str());
    const auto parsed = document.load_buffer(svg.data(), svg.size(), pugi::parse_full);
    if (!parsed) throw OutputError(std::string("Graphviz wrote broken SVG: ") + parsed.description());
    finish(document, picture);
    document.save(out, "", pugi::format_raw, pugi::encoding_utf8);
    out << '\n';
    if (!out) throw OutputError("the picture could not be written: the disk may be full");
}

}  // namespace hearsay
