// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

/// A half-open range of Unicode code points in a document's text as given, as in the W3C Web Annotation
/// TextPositionSelector. Every offset that leaves the program is one of these.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    auto operator<=>(const Span&) const = default;
    std::uint32_t size() const { return end - begin; }
    bool empty() const { return begin >= end; }
    bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
    bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
};

/// The spans of one role, in text order, not overlapping; more than one where the role is interrupted ("…," he said, "…").
using Spans = std::vector<Span>;

/// The smallest span that covers all of them; empty for none.
Span hull(const Spans& spans);

/// Valid UTF-8 that can be cut by code points.
///
///   const Text text = Text::decode(bytes);
///   std::cout << text.slice({0, 5});
///
/// Nothing is normalised: a byte order mark, carriage returns and odd spaces stay, so that offsets hold in the file as
/// given. Invalid UTF-8 becomes U+FFFD, one for each maximal subpart (Unicode 15, 3.9, U+FFFD substitution, what
/// Python's errors="replace" does). Cutting costs O(1) in ASCII text and at most a 64-code-point scan otherwise.
class Text {
  public:
    Text() = default;
    static Text decode(std::string_view bytes);

    std::string_view utf8() const { return bytes_; }
    std::uint32_t size() const { return size_; }                    ///< code points
    std::uint32_t replacements() const { return replacements_; }    ///< U+FFFD put in for invalid bytes
    bool ascii() const { return bytes_.size() == size_; }

    /// The bytes of `span`, which is clamped to the text.
    std::string_view slice(Span span) const;
    /// Concatenates the slices, a blank between two.
    std::string slice(const Spans& spans) const;
    std::size_t byte_offset(std::uint32_t code_point) const;

  private:
    std::string bytes_;
    std::vector<std::uint32_t> every_64th_;  // byte offset of each 64th code point; empty for ASCII
    std::uint32_t size_ = 0;
    std::uint32_t replacements_ = 0;
};

}  // namespace hearsay
