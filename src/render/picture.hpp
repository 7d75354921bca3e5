// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/render/drawing.hpp"

namespace hearsay {

/// What a drawing shows, before any format: shapes, arrows and words. All text is legible() already.
struct Picture {
    struct Vertex {
        std::string name;                  ///< "s1", "d1", "c1"
        std::string kind;                  ///< the theme's name for it: "person", "article", "claim"
        bool origin = false;               ///< an independent origin of what is drawn
        std::vector<std::string> heading;  ///< lines in bold
        std::vector<std::string> text;     ///< lines below
        std::string tooltip;
    };
    struct Arc {
        std::uint32_t from = 0, to = 0;  ///< indices of vertices, the way that information flows
        std::string kind;                ///< the theme's name for it: "denies", "publishes"
        std::uint32_t mentions = 0;
        bool labelled = false;  ///< whether its kind is written on it
        bool free = false;      ///< does not move its ends
        std::string tooltip;
    };
    std::string title;
    std::vector<std::string> notes;  ///< below the title
    std::vector<Vertex> vertices;
    std::vector<Arc> arcs;
    /// Claims stand in front of their origins, which keeps many of them readable; else last.
    bool claims_first = false;

    void add_note(std::string_view text);
};

/// Every hop from the origins of one claim over relays, publishers and articles to the claim.
Picture picture_of_claim(const Analysis& analysis, const DrawingOptions& options);

/// Who stands behind which claim, and who has it from whom.
Picture picture_of_all(const Analysis& analysis, const DrawingOptions& options);

/// Either of the two, as the options say. Throws std::out_of_range for an unknown claim.
Picture picture_of(const Analysis& analysis, const DrawingOptions& options);

}  // namespace hearsay
