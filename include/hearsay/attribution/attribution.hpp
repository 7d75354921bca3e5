// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "hearsay/document/document.hpp"

namespace hearsay {

/// How the content is given: in quotation marks, in the reporter's words, or partly each.
enum class Voice : std::uint8_t { direct, indirect, mixed };
/// What the source does with the content's claim.
enum class Stance : std::uint8_t { asserts, confirms, denies, doubts };
/// Whether the source stands behind the claim.
constexpr bool backs(Stance stance) { return stance == Stance::asserts || stance == Stance::confirms; }
std::string_view to_string(Voice voice);
std::string_view to_string(Stance stance);

/// A passage whose content the article ascribes to somebody (PolNeAR, Newell et al. 2018): who (source), by which words
/// (cue), what (content).
///
/// `source` is empty where nobody is named ("it is said"). `content` may be discontinuous. Attributions nest: in
/// "Kim told lawmakers that X, according to Yonhap", Yonhap's content holds the whole attribution to Kim; `parent` is
/// then the index, in the document's list, of the innermost attribution whose content holds this one.
struct Attribution {
    Spans source;
    Spans cue;
    Spans content;
    Voice voice = Voice::indirect;
    /// By the cue, or by what the content says of something said before: "told CNN it was false" denies.
    Stance stance = Stance::asserts;
    std::optional<std::uint32_t> parent;
    double confidence = 1.0;  ///< 0..1
    /// Told as hearsay: "Kim reportedly told", "is said to", "Kim said they were allegedly shot". Says nothing of the
    /// stance.
    bool hedged = false;
    /// Has a cue that reports, or is very sure. Else it is rather a deed ("hackers stole the records"): shown, but what
    /// it says is the article's own statement. Set by extractors, and not kept.
    bool reports = true;
};

/// Finds the attributions of one document, ordered by where their hull begins. Implementations are const and shared by
/// all threads.
class Extractor {
  public:
    virtual ~Extractor() = default;
    virtual std::vector<Attribution> extract(const Document& document) const = 0;
};

}  // namespace hearsay
