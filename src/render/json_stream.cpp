// SPDX-License-Identifier: Apache-2.0
#include "render/json_stream.hpp"

#include <array>
#include <boost/json/serialize.hpp>
#include <boost/json/string_view.hpp>
#include <charconv>
#include <cmath>
#include <ostream>

#include "render/legible.hpp"

namespace hearsay {

std::string to_text(double value) {
    if (!std::isfinite(value)) return "null";
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    return {digits.data(), end};
}

JsonStream& JsonStream::open(char bracket) {
    separate();
    out_ << bracket;
    levels_.push_back({bracket});
    return *this;
}

JsonStream& JsonStream::close() {
    if (line_) out_ << '\n';
    line_ = false;
    out_ << (levels_.back().bracket == '{' ? '}' : ']');
    levels_.pop_back();
    return *this;
}

JsonStream& JsonStream::line() {
    line_ = true;
    return *this;
}

JsonStream& JsonStream::key(std::string_view name) {
    value(name);
    out_ << ": ";
    after_key_ = true;
    return *this;
}

JsonStream& JsonStream::value(std::string_view text) {
    const std::string valid = valid_utf8(text);
    return raw(boost::json::serialize(boost::json::string_view(valid)));
}

JsonStream& JsonStream::raw(std::string_view json) {
    separate();
    out_ << json;
    return *this;
}

void JsonStream::separate() {
    if (!levels_.empty() && !after_key_) {
        if (!levels_.back().empty) out_ << (line_ ? "," : ", ");
        if (line_) out_ << '\n';
        levels_.back().empty = false;
    }
    after_key_ = line_ = false;
}

}  // namespace hearsay
