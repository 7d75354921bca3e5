// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <iosfwd>
#include <optional>

#include "hearsay/analysis.hpp"

namespace hearsay {

/// What to draw of an analysis.
struct DrawingOptions {
    std::optional<ClaimId> claim = std::nullopt;  ///< only this claim's provenance, article by article; else all claims
    /// Nodes drawn at most, 1 or more; `dot` may need half a minute for 1,000, and nobody reads so many. The best-ranked claims come
    /// first, and the picture says how many were left out.
    std::size_t max_nodes = 400;
    bool own_voice_only = false;  ///< whether claims that a single article makes on its own authority are drawn as well
};

/// Writes the provenance graph in the DOT language.
///
///   write_dot(analysis, file, {});                             // who stands behind which claims
///   write_svg(analysis, file, {.claim = ClaimId{0}});          // every hop behind the first claim
///
/// Arrows follow the information, from the origin over the relays to the publisher. Shape tells a node's kind, line
/// style and label what an arrow says; colours (Okabe and Ito 2008) repeat that and never say more. Names "s1", "c1"
/// are those of analysis.json. Text from articles is escaped, and control and direction-override characters are taken
/// out. Equal input gives equal bytes. Throws std::out_of_range for an unknown claim and OutputError when the stream
/// fails.
void write_dot(const Analysis& analysis, std::ostream& out, const DrawingOptions& options = {});

/// Draws the same graph through Graphviz, in process. The SVG is well-formed, has a title and a description for screen
/// readers, and tooltips with the sentences. May be called from any thread: calls take turns, since Graphviz can't run
/// two at once. Throws OutputError when Graphviz fails.
void write_svg(const Analysis& analysis, std::ostream& out, const DrawingOptions& options = {});

}  // namespace hearsay
