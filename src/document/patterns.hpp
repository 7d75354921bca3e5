// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/document/document.hpp"
#include "hearsay/text/string_map.hpp"

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

/// One word of a pattern.
struct PatternElement {
    enum class Kind : std::uint8_t { word, number, gap, name, outlet, start };
    Kind kind = Kind::word;
    bool optional = false;
    std::vector<std::string> words;  ///< of kind word: the alternatives

    explicit PatternElement(std::string_view written);
    std::uint32_t longest() const;  ///< in tokens
};

struct BoilerplatePattern {
    BoilerplateKind kind;
    PatternPlace place;
    OutletRole outlet;
    std::vector<PatternElement> elements;
    std::uint32_t longest;  ///< in tokens
};

/// Where a pattern matched, and the outlet that it named.
struct PatternMatch {
    const BoilerplatePattern* pattern = nullptr;
    TokenRange tokens;
    TokenRange outlet;
};

/// data/lexicons/boilerplate.tsv: patterns over normalised tokens. A search looks at a bounded number of tokens, and
/// only at those patterns one of whose words is there.
class BoilerplatePatterns {
  public:
    /// Loaded on first use. Throws ResourceError.
    static const BoilerplatePatterns& get();

    /// The leftmost match of a pattern of `place` within `range`: from its first token for line, paragraph, sentence
    /// and heading, up to its last for line, end, caption and heading. Of several there, the first in the table.
    std::optional<PatternMatch> find(PatternPlace place, const TokenizedText& text, TokenRange range,
                                     const KnownOutlet& known_outlet) const;

  private:
    struct Index {
        StringMap<std::vector<std::uint32_t>> by_word;
        std::vector<std::uint32_t> wordless;
    };
    BoilerplatePatterns();
    void index(std::uint32_t pattern);
    std::vector<std::uint32_t> candidates(PatternPlace place, const TokenizedText& text, TokenRange window) const;

    std::vector<BoilerplatePattern> patterns_;
    std::array<Index, 7> indices_;  ///< by place
};

/// Whether a name is that of a platform on which others publish (data/lexicons/platforms.tsv).
bool is_platform(std::string_view name);

/// The words of some tokens as they stand in the text.
std::string_view words(const TokenizedText& text, TokenRange range);

}  // namespace hearsay
