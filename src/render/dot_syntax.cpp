// SPDX-License-Identifier: Apache-2.0
#include "render/dot_syntax.hpp"

#include "render/legible.hpp"

namespace hearsay {
namespace {

constexpr unsigned kNoteColumns = 110;

}  // namespace

std::string html_text(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        switch (c) {
            case '&':
                escaped += "&amp;";
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
            case '\\':
                escaped += "\\\\";
                break;
            default:
                escaped += c;
        }
    }
    return escaped;
}

std::string dot_string(std::string_view text) {
    std::string escaped = "\"";
    for (const char c : text) {
        switch (c) {
            case '"':
                escaped += "\\\"";
                break;
            case '\\':
                escaped += "\\\\";
                break;
            case '&':
                escaped += "&amp;";
                break;
            default:
                escaped += c;
        }
    }
    return escaped + '"';
}

std::string attribute_list(const Attributes& attributes) {
    std::string joined;
    for (const auto& [name, value] : attributes) joined += (joined.empty() ? "" : " ") + name + '=' + dot_string(value);
    return joined;
}

std::string default_statements(const Theme& theme) {
    std::string statements;
    for (const char* element : {"graph", "node", "edge"})
        statements.append("  ")
            .append(element)
            .append(" [")
            .append(attribute_list(theme.attributes(element, "default")))
            .append("];\n");
    return statements;
}

std::string title_label(std::string_view title, const std::vector<std::string>& notes) {
    std::string label = "<<B>" + html_text(title) + "</B><BR ALIGN=\"LEFT\"/>";
    for (const std::string& note : notes)
        for (const std::string& line : wrap(legible(note), kNoteColumns))
            label += "<FONT POINT-SIZE=\"11\">" + html_text(line) + "</FONT><BR ALIGN=\"LEFT\"/>";
    return label + " <BR ALIGN=\"LEFT\"/>>";
}

}  // namespace hearsay
