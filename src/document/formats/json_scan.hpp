// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>

#include "document/formats/record.hpp"

namespace hearsay {

/// Finds the end of a JSON object or array that comes byte by byte, without holding it, and in an object a list of
/// articles, so that the list can be read one by one.
///
///   ObjectScan scan(&names);
///   while (scan.feed(next()) == ObjectScan::Step::more) {}
class ObjectScan {
  public:
    enum class Step : std::uint8_t {
        more,
        closed,  ///< the byte was the last one
        list     ///< the byte, not taken, begins the first object of a list, or the object around one
    };
    /// Without names no list is looked for.
    explicit ObjectScan(const FieldNames* names) : names_(names) {}

    Step feed(char c);
    std::size_t deepest() const { return deepest_; }
    /// Where a list was found: whether its bracket was taken.
    bool in_list() const { return depth_ == 2; }

  private:
    enum class Expect : std::uint8_t { key, value };
    void feed_string(char c);
    bool begins_list(char c);
    void begin_string();
    void open(char c);

    const FieldNames* names_;
    std::size_t depth_ = 0, deepest_ = 0;
    Expect expect_ = Expect::key;
    bool in_string_ = false, escaped_ = false, text_seen_ = false, list_opened_ = false;
    std::string key_;  // the last one of the outermost object
};

}  // namespace hearsay
