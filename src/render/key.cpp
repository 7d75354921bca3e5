// SPDX-License-Identifier: Apache-2.0
#include "render/key.hpp"

#include <set>

#include "render/dot_syntax.hpp"

namespace hearsay {
namespace {

constexpr std::string_view kSmall = " fontsize=\"9\" height=\"0.26\" margin=\"0.1,0.03\" tooltip=\" \"";

/// The theme's entries that the picture uses, in the theme's order.
std::vector<const Theme::Entry*> used_entries(const Picture& picture, const Theme& theme) {
    std::set<std::string> used;
    for (const Picture::Vertex& vertex : picture.vertices) {
        used.insert("node " + vertex.kind);
        if (vertex.origin) used.insert("node origin");
    }
    for (const Picture::Arc& arc : picture.arcs) used.insert("edge " + arc.kind);
    std::vector<const Theme::Entry*> entries;
    for (const Theme::Entry& entry : theme.entries())
        if (used.contains(entry.element + ' ' + entry.name)) entries.push_back(&entry);
    return entries;
}

std::string begin_of(const Theme::Entry& entry) { return "key_" + entry.name; }
std::string end_of(const Theme::Entry& entry) { return begin_of(entry) + (entry.element == "edge" ? "_text" : ""); }

/// A small node, or a small arrow with a word beside it.
std::string statements(const Theme::Entry& entry) {
    const std::string words = "label=" + dot_string(entry.legend), looks = attribute_list(entry.attributes);
    if (entry.element == "node")
        return "  " + begin_of(entry) + " [" + words + ' ' + looks + std::string(kSmall) + "];\n";
    return "  " + begin_of(entry) + " [shape=point width=\"0.03\" color=\"#6B6B6B\" label=\"\" tooltip=\" \"];\n  " +
           end_of(entry) + " [" + words + " shape=plaintext style=\"\"" + std::string(kSmall) + "];\n  " +
           begin_of(entry) + " -> " + end_of(entry) + " [" + looks + " tooltip=\" \"];\n";
}

double width_of(const Theme::Entry& entry) {
    const double text = 6.0 * static_cast<double>(entry.legend.size());
    return text + (entry.element == "edge" ? 80.0 : 60.0);
}

/// Entries in rows of about `points` width; arrows begin a row of their own.
std::vector<std::vector<const Theme::Entry*>> rows_of(const std::vector<const Theme::Entry*>& entries, double points) {
    std::vector<std::vector<const Theme::Entry*>> rows;
    double used = 0;
    for (const Theme::Entry* entry : entries) {
        const bool other = !rows.empty() && rows.back().back()->element != entry->element;
        if (rows.empty() || other || used + width_of(*entry) > points) {
            rows.emplace_back();
            used = 0;
        }
        rows.back().push_back(entry);
        used += width_of(*entry);
    }
    return rows;
}

std::string row_statements(const std::vector<const Theme::Entry*>& row) {
    std::string text = "  {rank=same;";
    for (const Theme::Entry* entry : row)
        text += ' ' + begin_of(*entry) + (entry->element == "edge" ? "; " + end_of(*entry) : "") + ';';
    text += "}\n";
    for (std::size_t i = 0; i + 1 < row.size(); ++i)
        text += "  " + end_of(*row[i]) + " -> " + begin_of(*row[i + 1]) + " [style=invis];\n";
    return text;
}

}  // namespace

std::string key_cluster(const Picture& picture, const Theme& theme) {
    std::string text =
        "  subgraph cluster_key {\n  label=\"Key\"; labeljust=l; fontsize=11; color=\"#BBBBBB\"; style=rounded;\n";
    for (const Theme::Entry* entry : used_entries(picture, theme)) text += statements(*entry);
    return text + "  }\n";
}

std::string head_graph(const Picture& picture, const Theme& theme, double points) {
    std::string text =
        "digraph head {\n" + default_statements(theme) +
        "  rankdir=TB; nodesep=\"0.4\"; ranksep=\"0.12\"; label=" + title_label(picture.title, picture.notes) + ";\n";
    const auto rows = rows_of(used_entries(picture, theme), points);
    for (const auto& row : rows) {
        for (const Theme::Entry* entry : row) text += statements(*entry);
        text += row_statements(row);
    }
    for (std::size_t i = 0; i + 1 < rows.size(); ++i)
        text += "  " + begin_of(*rows[i].front()) + " -> " + begin_of(*rows[i + 1].front()) +
                " [style=invis weight=100];\n";
    return text + "}\n";
}

}  // namespace hearsay
