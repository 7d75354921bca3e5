// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/bytes/byte_stream.hpp"
#include "hearsay/document/input_options.hpp"

namespace hearsay {

/// The outermost element's name without prefix, by the first bytes of an XML text; empty where it is none.
std::string_view root_name(std::string_view bytes);

/// Cuts an XML stream of any length into the elements that hold an article each: a feed's items, say. Follows tags,
/// comments, CDATA and the document type; declared entities are not expanded, nor is anything fetched.
class XmlRecords {
  public:
    struct Record {
        std::string xml;         ///< empty where it is beyond the limits
        std::uint64_t line = 0;  ///< where it begins
        bool too_long = false, too_deep = false;
    };
    /// `names`: of the elements to cut out, without prefix.
    XmlRecords(ByteStream& bytes, std::vector<std::string_view> names, const InputLimits& limits)
        : bytes_(bytes), names_(std::move(names)), limits_(limits) {}

    /// Throws BrokenInput where the text ends within an element.
    std::optional<Record> next();
    /// What stands before the first record: the feed's own title. At most 1 MiB.
    const std::string& head() const { return head_; }
    std::uint64_t line() const { return line_; }

  private:
    void pass_text();
    void pass(std::string_view end);
    void pass_doctype();
    bool read_tag();
    bool close(std::string_view name);
    void open(std::string_view name);
    void keep(std::string_view part);
    void take(std::size_t bytes);

    ByteStream& bytes_;
    std::vector<std::string_view> names_;
    const InputLimits& limits_;
    std::string head_;
    Record record_{};
    bool in_record_ = false, any_record_ = false;
    std::size_t depth_ = 0, record_depth_ = 0;
    std::uint64_t line_ = 1, size_ = 0;
};

}  // namespace hearsay
