// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <concepts>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

/// Fewest digits that read back to the same value; "null" for what JSON can't hold (not a number, infinite).
std::string to_text(double value);

/// Writes JSON piece by piece, with the commas.
///
///   JsonStream json{out};
///   json.open('{').key("id").value("c1").key("spans").open('[').value(3u).close().close();   // {"id": "c1", "spans":
///   [3]}
class JsonStream {
  public:
    explicit JsonStream(std::ostream& out) : out_(out) {}

    JsonStream& open(char bracket);
    JsonStream& close();
    /// A line break before the next element, or before the closing bracket.
    JsonStream& line();
    JsonStream& key(std::string_view name);
    JsonStream& value(std::string_view text);
    JsonStream& value(const char* text) { return value(std::string_view(text)); }
    JsonStream& value(double number) { return raw(to_text(number)); }
    JsonStream& value(std::same_as<bool> auto truth) { return raw(truth ? "true" : "false"); }
    JsonStream& value(std::unsigned_integral auto number) requires(!std::same_as<decltype(number), bool>) {
        return raw(std::to_string(number));
    }
    JsonStream& null() { return raw("null"); }
    /// JSON made elsewhere.
    JsonStream& raw(std::string_view json);

  private:
    void separate();

    struct Level {
        char bracket;
        bool empty = true;
    };
    std::ostream& out_;
    std::vector<Level> levels_;
    bool after_key_ = false, line_ = false;
};

}  // namespace hearsay
