// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "metrics/paths.hpp"
#include "metrics/testimony.hpp"

namespace hearsay {

/// What becomes of somebody at the start of a chain.
enum class Standing : std::uint8_t {
    origin,        ///< an independent origin
    relay,         ///< has it from somebody (rules b, e)
    group,         ///< contains somebody who speaks (rule c)
    echo,          ///< is quoted with somebody else's words (rule h)
    circle,        ///< has it only from those who have it from him (rule d)
    unattributed,  ///< nobody (rule f)
    inferred       ///< nobody quotes them as saying it, and others are (rule f)
};

struct Witness {
    Speaker speaker;
    SourceId described{};  ///< the speaker, or how unnamed people were first described
    Standing standing = Standing::origin;
    bool confirms = true;  ///< all that begins with it are confirmations
    bool hedged = true;    ///< all that begins with it is told as hearsay
    /// Up to kReasons of those whom a relay has it from, whom a group contains, whose words an echo has, or who are in
    /// the same circle.
    std::vector<Speaker> because;
    /// The outermost speaker that everything from this witness has passed through; the witness itself where there is
    /// none.
    Speaker gatekeeper;

    static constexpr std::size_t kReasons = 4;
};

/// Who is heard for one stance of one claim.
struct Hearing {
    std::vector<Witness> witnesses;              ///< everybody at the start of a chain, once, in order of appearance
    std::vector<std::vector<SourceId>> circles;  ///< circular reporting: those who have it from each other
    Paths paths;                                 ///< from the origins to the publishers
};

/// Applies rules (b) to (h). O(n log n) in the total length of the testimonies, and what find_paths costs.
Hearing hear(const std::vector<Testimony>& testimonies, const TestimonyReader& reader);

}  // namespace hearsay
