// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "hearsay/document/document.hpp"

namespace hearsay {

using KnownOutlet = std::function<bool(std::string_view)>;

/// Where a pattern stands, and what it marks.
enum class PatternPlace : std::uint8_t {
    line,       ///< is the whole paragraph
    paragraph,  ///< begins a short paragraph, which is marked whole
    sentence,   ///< begins a sentence, which is marked
    end,        ///< ends a paragraph; only its own words are marked
    caption,    ///< ends a paragraph that is not a sentence, which is marked whole
    fragment,   ///< stands in a paragraph without final punctuation, which is marked whole
    heading     ///< is a paragraph that heads a list of titles, marked with them
};

/// What a credit says of the outlet in it.
enum class OutletRole : std::uint8_t { none, publisher, source };

struct BoilerplatePattern {
    BoilerplateKind kind;
    PatternPlace place;
    OutletRole outlet;
    std::vector<std::string> elements;
};

/// Where a pattern matched, and the outlet that it named.
struct PatternMatch {
    const BoilerplatePattern* pattern = nullptr;
    TokenRange tokens;
    TokenRange outlet;
};

/// data/lexicons/boilerplate.tsv: patterns over normalised tokens. Matching looks at a bounded number of tokens.
class BoilerplatePatterns {
  public:
    /// Loaded on first use. Throws ResourceError.
    static const BoilerplatePatterns& get();

    /// The first pattern of `place` that matches within `range`: from its first token for line, paragraph, sentence and
    /// heading, up to its last for line, end, caption and heading.
    std::optional<PatternMatch> find(PatternPlace place, const TokenizedText& text, TokenRange range,
                                     const KnownOutlet& known_outlet) const;

  private:
    BoilerplatePatterns();
    std::vector<BoilerplatePattern> patterns_;
    /// By place and first word; patterns that begin with no plain word are under "".
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_start_;
};

/// Whether a name is that of a platform on which others publish (data/lexicons/platforms.tsv).
bool is_platform(std::string_view name);

/// The words of some tokens as they stand in the text.
std::string_view words(const TokenizedText& text, TokenRange range);

}  // namespace hearsay
