// SPDX-License-Identifier: Apache-2.0
#include "document/formats/json_scan.hpp"

#include <algorithm>

namespace hearsay {

namespace {

constexpr std::size_t kLongestKey = 200;  // bytes; nothing that is asked for is longer

}  // namespace

ObjectScan::Step ObjectScan::feed(char c) {
    if (in_string_) {
        feed_string(c);
        return Step::more;
    }
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n') return Step::more;
    if (begins_list(c)) return Step::list;
    if (c == '"') begin_string();
    if (c == '{' || c == '[') open(c);
    if (c == ':' && depth_ == 1) expect_ = Expect::value;
    if (c == ',' && depth_ == 1) expect_ = Expect::key;
    if (c != '}' && c != ']') return Step::more;
    return --depth_ == 0 ? Step::closed : Step::more;
}

void ObjectScan::feed_string(char c) {
    if (escaped_) {
        escaped_ = false;
    } else if (c == '\\') {
        escaped_ = true;
    } else if (c == '"') {
        in_string_ = false;
    } else if (depth_ == 1 && expect_ == Expect::key && key_.size() < kLongestKey) {
        key_ += c;
    }
}

/// "articles": [{ or "response": {, where no text came before: then the object is an article with such a field.
bool ObjectScan::begins_list(char c) {
    if (list_opened_) {
        list_opened_ = false;
        return c == '{';
    }
    return c == '{' && names_ && depth_ == 1 && expect_ == Expect::value && !text_seen_ && names_->is_list(key_);
}

void ObjectScan::begin_string() {
    in_string_ = true;
    if (depth_ != 1) return;
    if (expect_ == Expect::key) key_.clear();
    if (expect_ == Expect::value && names_) text_seen_ = text_seen_ || names_->is_text(key_);
}

void ObjectScan::open(char c) {
    const bool value = depth_ == 1 && expect_ == Expect::value;
    list_opened_ = c == '[' && value && names_ && !text_seen_ && names_->is_list(key_);
    deepest_ = std::max(deepest_, ++depth_);
}

}  // namespace hearsay
