// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>

#include "document/patterns.hpp"

namespace hearsay {

/// Whether a pattern of this place must reach the end of what it is looked for in.
bool reaches_end(PatternPlace place);

/// Matches one pattern against a stretch of tokens, with bounded backtracking.
class PatternMatcher {
  public:
    PatternMatcher(const TokenizedText& text, TokenRange range, const BoilerplatePattern& pattern,
                   const KnownOutlet& known_outlet)
        : text_(text), range_(range), pattern_(pattern), known_outlet_(known_outlet) {}

    /// The match that begins with token `begin`.
    std::optional<PatternMatch> at(std::uint32_t begin);

  private:
    using End = std::optional<std::uint32_t>;
    End match(std::uint32_t at, std::size_t element);
    End stretch(std::uint32_t at, std::size_t element);
    End outlet(std::uint32_t at, std::size_t element);
    End finish(std::uint32_t at) const;
    bool is(std::uint32_t token, const PatternElement& element) const;
    bool may_name(std::uint32_t token) const;

    const TokenizedText& text_;
    TokenRange range_;
    const BoilerplatePattern& pattern_;
    const KnownOutlet& known_outlet_;
    TokenRange outlet_;
};

}  // namespace hearsay
