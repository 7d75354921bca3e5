// SPDX-License-Identifier: Apache-2.0
#include "encoder/windows.hpp"

#include <algorithm>

namespace hearsay::encoder {

std::vector<Window> windows(const std::vector<Piece>& pieces, std::size_t room, std::size_t context) {
    std::vector<Window> found;
    for (std::size_t own = 0; own < pieces.size(); own = found.back().end) {
        std::size_t begin = own - std::min(own, context);
        if (own != 0 && pieces[own].begins_line())
            while (!pieces[begin].begins_line()) ++begin;
        std::size_t end = std::min(pieces.size(), begin + room);
        if (end < pieces.size()) {
            std::size_t line = end;
            while (line > own && !pieces[line].begins_line()) --line;
            if (line > own && line - begin > room / 2) end = line;
        }
        found.push_back({begin, end, own});
    }
    return found;
}

}  // namespace hearsay::encoder
