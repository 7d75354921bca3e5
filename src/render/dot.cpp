// SPDX-License-Identifier: Apache-2.0
#include "render/dot.hpp"

#include <algorithm>
#include <ostream>
#include <set>

#include "hearsay/error.hpp"
#include "render/theme.hpp"

namespace hearsay {
namespace {

/// Whether Graphviz would take the "&" at `at` for the begin of a character reference such as "&lt;" or "&#60;".
bool begins_reference(std::string_view text, std::size_t at) {
    const auto end = text.find_first_not_of("#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", at + 1);
    return end != std::string_view::npos && end > at + 1 && text[end] == ';';
}

/// Graphviz resolves character references in its own output once more: what reads as one has to be escaped twice.
std::string_view ampersand(std::string_view text, std::size_t at) {
    return begins_reference(text, at) ? "&amp;amp;" : "&amp;";
}

/// For HTML-like labels.
std::string html(std::string_view text) {
    std::string escaped;
    for (std::size_t i = 0; i < text.size(); ++i) {
        switch (text[i]) {
            case '&':
                escaped += ampersand(text, i);
                break;
            case '<':
                escaped += "&lt;";
                break;
            case '>':
                escaped += "&gt;";
                break;
            case '"':
                escaped += "&quot;";
                break;
            default:
                escaped += text[i];
        }
    }
    return escaped;
}

/// A quoted string of the DOT language in which nothing is a Graphviz escape such as \N or \G.
std::string dot_string(std::string_view text) {
    std::string escaped = "\"";
    for (std::size_t i = 0; i < text.size(); ++i) {
        switch (text[i]) {
            case '"':
                escaped += "\\\"";
                break;
            case '\\':
                escaped += "\\\\";
                break;
            case '&':
                escaped += ampersand(text, i);
                break;
            default:
                escaped += text[i];
        }
    }
    return escaped + '"';
}

void append_lines(std::string& label, const std::vector<std::string>& lines, bool bold, std::string_view end) {
    for (const std::string& line : lines) {
        if (!label.empty()) label += end;
        label += bold ? "<B>" + html(line) + "</B>" : html(line);
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
std::string label_of(const Picture::Arc& arc, std::string_view legend) {
    std::string label = arc.labelled ? std::string(legend) : "";
    if (arc.mentions > 1) label += (label.empty() ? "×" : " ×") + std::to_string(arc.mentions);
    return label;
}

class DotWriter {
  public:
    DotWriter(const Picture& picture, const Theme& theme, std::ostream& out)
        : picture_(picture), theme_(theme), out_(out) {}

    void write() {
        out_ << "digraph hearsay {\n";
        for (const std::string_view element : {"graph", "node", "edge"})
            out_ << "  " << element << " [" << list(theme_.attributes(element, "default")) << "];\n";
        out_ << "  label=" << title() << ";\n\n";
        for (const Picture::Vertex& vertex : picture_.vertices) write_vertex(vertex);
        write_rank("article");
        out_ << '\n';
        for (const Picture::Arc& arc : picture_.arcs) write_arc(arc);
        write_legend();
        out_ << "}\n";
    }

  private:
    static std::string list(const Attributes& attributes) {
        std::string joined;
        for (const auto& [name, value] : attributes)
            joined += (joined.empty() ? "" : " ") + name + '=' + dot_string(value);
        return joined;
    }

    std::string title() const {
        std::string label = "<<B>" + html(picture_.title) + "</B><BR ALIGN=\"LEFT\"/>";
        for (const std::string& note : picture_.notes)
            label += "<FONT POINT-SIZE=\"11\">" + html(note) + "</FONT><BR ALIGN=\"LEFT\"/>";
        return label + " <BR ALIGN=\"LEFT\"/>>";
    }

    void write_vertex(const Picture::Vertex& vertex) {
        out_ << "  " << vertex.name << " [label=" << label_of(vertex) << ' '
             << list(theme_.attributes("node", vertex.kind));
        if (vertex.origin) out_ << ' ' << list(theme_.attributes("node", "origin"));
        out_ << " tooltip=" << dot_string(vertex.tooltip) << " id=" << dot_string(vertex.name)
             << " class=" << dot_string(vertex.kind + (vertex.origin ? " origin" : "")) << "];\n";
    }

    /// Puts all vertices of a kind in one column.
    void write_rank(std::string_view kind) {
        std::string names;
        for (const Picture::Vertex& vertex : picture_.vertices)
            if (vertex.kind == kind) names += ' ' + vertex.name + ';';
        if (!names.empty()) out_ << "  {rank=same;" << names << "}\n";
    }

    void write_arc(const Picture::Arc& arc) {
        const std::string& from = picture_.vertices[arc.from].name;
        const std::string& to = picture_.vertices[arc.to].name;
        out_ << "  " << from << " -> " << to << " [" << list(theme_.attributes("edge", arc.kind));
        if (const std::string label = label_of(arc, arc.kind); !label.empty()) out_ << " label=" << dot_string(label);
        out_ << " edgetooltip=" << dot_string(arc.tooltip) << " class=" << dot_string(arc.kind);
        if (arc.kind == "version_of" || arc.kind == "reprint_of") out_ << " constraint=false";
        out_ << "];\n";
    }

    void write_legend() {
        std::set<std::string> used;
        for (const Picture::Vertex& vertex : picture_.vertices) {
            used.insert("node " + vertex.kind);
            if (vertex.origin) used.insert("node origin");
        }
        for (const Picture::Arc& arc : picture_.arcs) used.insert("edge " + arc.kind);
        out_ << "\n  subgraph cluster_legend {\n    label=\"Key\"; labeljust=l; fontsize=11; color=\"#BBBBBB\"; "
                "style=rounded;\n";
        for (const Theme::Entry& entry : theme_.entries())
            if (used.contains(entry.element + ' ' + entry.name)) write_key(entry);
        out_ << "  }\n";
    }

    void write_key(const Theme::Entry& entry) {
        const std::string name = "key_" + entry.name;
        if (entry.element == "node") {
            out_ << "    " << name << " [label=" << dot_string(entry.legend) << ' ' << list(entry.attributes)
                 << " fontsize=9 height=0.3 tooltip=\"\"];\n";
            return;
        }
        out_ << "    " << name << " [shape=point width=0.05 label=\"\" tooltip=\"\"];\n    " << name
             << "_end [shape=plaintext style=\"\" label=" << dot_string(entry.legend)
             << " fontsize=9 height=0.3 tooltip=\"\"];\n    " << name << " -> " << name << "_end ["
             << list(entry.attributes) << "];\n";
    }

    const Picture& picture_;
    const Theme& theme_;
    std::ostream& out_;
};

}  // namespace

void write_dot(const Picture& picture, std::ostream& out) {
    DotWriter(picture, default_theme(), out).write();
    if (!out) throw OutputError("the graph could not be written: the disk may be full");
}

void write_dot(const Analysis& analysis, std::ostream& out, const DrawingOptions& options) {
    write_dot(picture_of(analysis, options), out);
}

}  // namespace hearsay
