// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <boost/json/value.hpp>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "hearsay/text/text.hpp"

namespace hearsay {

/// A JSON object and where it stands, so that whatever is wrong in it can be named.
///
///   const JsonRecord claim(value, "claims[3]");
///   const std::string text = claim.text("text");   // throws ResultError: claims[3]: "text" is missing or no text
class JsonRecord {
  public:
    JsonRecord(const boost::json::value& value, std::string where);

    /// Null where the field is absent or null.
    const boost::json::value* find(std::string_view key) const;
    std::string text(std::string_view key) const;
    std::string text_or_empty(std::string_view key) const;
    /// Not a number where the file has null.
    double number(std::string_view key) const;
    std::uint32_t count(std::string_view key) const;
    /// False where it is absent.
    bool truth(std::string_view key) const;
    Spans spans(std::string_view key) const;
    Span span(std::string_view key) const;
    JsonRecord record(std::string_view key) const;
    /// Calls `each` with the elements of a list, and with where each stands; an absent list is empty.
    void for_each(std::string_view key,
                  const std::function<void(const boost::json::value&, const std::string&)>& each) const;
    /// The index behind an id such as "s12": 11. Less than `size`.
    std::size_t index(const boost::json::value& id, char letter, std::size_t size) const;

    /// The value of the enum, up to `last`, whose name stands there.
    template <class Enum>
    Enum named(std::string_view key, Enum last) const {
        const std::string name = text(key);
        for (int i = 0; i <= static_cast<int>(last); ++i)
            if (to_string(static_cast<Enum>(i)) == name) return static_cast<Enum>(i);
        fail_on_value(key, name);
    }
    [[noreturn]] void fail(std::string_view key, std::string_view cause) const;

  private:
    [[noreturn]] void fail_on_value(std::string_view key, std::string_view value) const;
    Span span_of(const boost::json::value& value, std::string_view key) const;

    const boost::json::object* object_;
    std::string where_;
};

}  // namespace hearsay
