// SPDX-License-Identifier: Apache-2.0
#include "render/dot.hpp"

#include <algorithm>
#include <ostream>

#include "hearsay/error.hpp"
#include "render/dot_syntax.hpp"
#include "render/key.hpp"

namespace hearsay {
namespace {

void append_lines(std::string& label, const std::vector<std::string>& lines, bool bold, std::string_view end) {
    for (const std::string& line : lines) {
        if (!label.empty()) label += end;
        label += bold ? "<B>" + html_text(line) + "</B>" : html_text(line);
    }
}

std::string label_of(const Picture::Vertex& vertex) {
    const bool left = vertex.kind == "claim";
    const std::string_view end = left ? "<BR ALIGN=\"LEFT\"/>" : "<BR/>";
    std::string label;
    append_lines(label, vertex.heading, left || vertex.origin, end);
    append_lines(label, vertex.text, false, end);
    return '<' + label + (left ? std::string(end) : "") + '>';
}

/// "denies", "denies ×3", "×3", or nothing.
std::string label_of(const Picture::Arc& arc, std::string_view words, bool with_count) {
    std::string label = arc.labelled ? std::string(words) : "";
    if (with_count && arc.mentions > 1) label += (label.empty() ? "×" : " ×") + std::to_string(arc.mentions);
    return label;
}

/// Attributes for an arrow that is laid out from its end to its beginning, but still points the same way.
Attributes reversed(Attributes attributes) {
    const auto head =
        std::find_if(attributes.begin(), attributes.end(), [](const auto& a) { return a.first == "arrowhead"; });
    if (head != attributes.end()) head->first = "arrowtail";
    attributes.emplace_back("dir", "back");
    return attributes;
}

std::string vertex_statement(const Picture::Vertex& vertex, const Theme& theme) {
    std::string text = "  " + vertex.name + " [label=" + label_of(vertex) + ' ' +
                       attribute_list(theme.attributes("node", vertex.kind));
    if (vertex.origin) text += ' ' + attribute_list(theme.attributes("node", "origin"));
    return text + " tooltip=" + dot_string(vertex.tooltip) + " id=" + dot_string(vertex.name) +
           " class=" + dot_string(vertex.kind + (vertex.origin ? " origin" : "")) + "];\n";
}

/// All vertices of one kind in one column; `rank` is "same", or "min" for the first column.
std::string column(const Picture& picture, std::string_view kind, std::string_view rank) {
    std::string names;
    for (const Picture::Vertex& vertex : picture.vertices)
        if (vertex.kind == kind) names += ' ' + vertex.name + ';';
    return names.empty() ? "" : "  {rank=" + std::string(rank) + ';' + names + "}\n";
}

std::string tooltip_of(const Picture::Arc& arc) {
    return arc.tooltip + (arc.mentions > 1 ? " (and " + std::to_string(arc.mentions - 1) + " more)" : "");
}

std::string arc_statement(const Picture& picture, const Picture::Arc& arc, const Theme& theme) {
    std::string from = picture.vertices[arc.from].name, to = picture.vertices[arc.to].name;
    Attributes attributes = theme.attributes("edge", arc.kind);
    if (picture.claims_first && picture.vertices[arc.to].kind == "claim") {
        std::swap(from, to);
        attributes = reversed(std::move(attributes));
    }
    std::string text = "  " + from + " -> " + to + " [" + attribute_list(attributes);
    const std::string label = label_of(arc, theme.legend("edge", arc.kind), !picture.claims_first);
    // Graphviz 2.42 frees memory twice for a `label` on an arrow inside a column, hence `xlabel`.
    if (!label.empty()) text += (arc.free ? " xlabel=" : " label=") + dot_string(label);
    if (arc.free) text += " constraint=false";
    return text + " edgetooltip=" + dot_string(tooltip_of(arc)) + " class=" + dot_string(arc.kind) + "];\n";
}

}  // namespace

std::string dot_of(const Picture& picture, const Theme& theme, DotParts parts) {
    std::string text = "digraph hearsay {\n" + default_statements(theme);
    if (parts == DotParts::all) text += "  label=" + title_label(picture.title, picture.notes) + ";\n";
    for (const Picture::Vertex& vertex : picture.vertices) text += vertex_statement(vertex, theme);
    text += column(picture, "article", "same") + column(picture, "claim", picture.claims_first ? "min" : "max");
    for (const Picture::Arc& arc : picture.arcs) text += arc_statement(picture, arc, theme);
    if (parts == DotParts::all) text += key_cluster(picture, theme);
    return text + "}\n";
}

void write_dot(const Analysis& analysis, std::ostream& out, const DrawingOptions& options) {
    out << dot_of(picture_of(analysis, options), default_theme(), DotParts::all);
    if (!out) throw OutputError("the graph could not be written: the disk may be full");
}

}  // namespace hearsay
