// SPDX-License-Identifier: Apache-2.0
#include "source/name_walk.hpp"

#include <algorithm>
#include <array>

namespace hearsay {

namespace {

constexpr std::array<std::string_view, 6> kInsideNames = {"&", "-", "!", "+", "'", "/"};

bool shouted(const TokenizedText& text, std::uint32_t token) {
    if (token >= text.tokens().size() || text.tokens()[token].kind != TokenKind::word) return false;
    const std::string_view word = text.word(token);
    return word.size() > 1 && std::ranges::none_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

NameWalk::NameWalk(const NameIndex& names, const TokenizedText& text, std::uint32_t token, std::uint32_t limit)
    : names_(names), text_(text), begin_(token), first_(token), next_(token), limit_(limit) {
    limit_ = std::min(limit, static_cast<std::uint32_t>(text.tokens().size()));
    if (begin_ < limit_ && text.norm(begin_) == "the") ++first_;
    key_ = NameKey::begun(first_ > begin_);
    next_ = first_;
}

bool NameWalk::step() {
    if (!may_go_on() || !may_take(next_)) return false;
    const std::size_t before = key_.text().size();
    key_.append(text_.word(next_), next_ > first_ && text_.tokens()[next_].space_before);
    ++next_;
    node_ = names_.find(key_.text());
    const bool whole = node_ && key_.text().size() > before && !cut_in_word();
    use_ = whole ? node_->written_in(key_) : nullptr;
    return true;
}

bool NameWalk::may_go_on() const {
    if (next_ >= limit_ || key_.text().size() > names_.longest_key()) return false;
    return next_ == first_ || !text_.tokens()[next_].space_before || (node_ && node_->prefix);
}

bool NameWalk::may_take(std::uint32_t token) const {
    const Token& t = text_.tokens()[token];
    if (t.byte_end - t.byte_begin > 4 * names_.longest_key()) return false;
    if (t.kind == TokenKind::word || t.kind == TokenKind::number) return true;
    return token > first_ && std::ranges::find(kInsideNames, text_.norm(token)) != kInsideNames.end();
}

// "Time-honoured" does not hold "Time".
bool NameWalk::cut_in_word() const {
    const auto tokens = text_.tokens();
    if (next_ >= tokens.size() || tokens[next_].space_before) return false;
    if (tokens[next_].kind == TokenKind::word) return !text_.norm(next_).starts_with('\'');
    return text_.word(next_) == "-" && next_ + 1 < tokens.size() && !tokens[next_ + 1].space_before;
}

bool NameWalk::common_word() const {
    if (!use_->common_word || !use_->acronyms) return use_->common_word;
    if (text_.word(first_).find('.') != std::string_view::npos) return false;
    return (first_ > 0 && shouted(text_, first_ - 1)) || shouted(text_, next_);
}

}  // namespace hearsay
