// SPDX-License-Identifier: Apache-2.0
#include "attribution/voice.hpp"

#include <algorithm>

namespace hearsay {

Voice voice_of(const TokenizedText& text, std::span<const TokenRange> quotations,
               const std::vector<TokenRange>& content) {
    std::uint32_t quoted = 0, all = 0;
    for (const TokenRange range : content) {
        auto q = std::ranges::upper_bound(quotations, range.begin, {}, &TokenRange::end);
        for (auto i = range.begin; i < range.end; ++i) {
            while (q != quotations.end() && q->end <= i) ++q;
            const TokenKind kind = text.tokens()[i].kind;
            if ((kind != TokenKind::word && kind != TokenKind::number) || text.norm(i) == "that") continue;
            ++all;
            quoted += q != quotations.end() && q->begin <= i;
        }
    }
    if (quoted == 0) return Voice::indirect;
    return quoted == all ? Voice::direct : Voice::mixed;
}

}  // namespace hearsay
