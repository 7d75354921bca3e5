// SPDX-License-Identifier: Apache-2.0
#include "syntax/parser.hpp"

#include <algorithm>

namespace hearsay {

using learn::feature;

ParseState::ParseState(const std::vector<Word>& words, const std::vector<std::uint8_t>& tags, TokenRange sentence)
    : words_(&words), tags_(&tags), first_(sentence.begin), size_(sentence.size()) {
    heads_.assign(size_, size_);
    relations_.assign(size_, 0);
    for (auto* children : {&left_, &right_, &left2_}) children->assign(size_ + 1, kNone);
    left_count_.assign(size_ + 1, 0);
    right_count_.assign(size_ + 1, 0);
}

bool ParseState::can(Move move) const {
    switch (move) {
        case Move::shift: return next_ < size_;
        case Move::left: return !stack_.empty();
        case Move::right: return stack_.size() >= 2;
    }
    return false;
}

void ParseState::make(Move move, std::uint8_t relation) {
    if (move == Move::shift) return stack_.push_back(next_++);
    const std::uint32_t child = stack_.back(), head = head_of(move);
    heads_[child] = head;
    relations_[child] = relation;
    stack_.pop_back();
    if (move == Move::left) {
        left2_[head] = left_[head];
        left_[head] = child;
        if (left_count_[head] < 3) ++left_count_[head];
    } else {
        right_[head] = child;
        if (right_count_[head] < 3) ++right_count_[head];
    }
}

std::uint64_t ParseState::word(std::uint32_t i) const {
    if (i < size_) return (*words_)[first_ + i].norm;
    return i == size_ ? 1 : 2;
}

std::uint64_t ParseState::tag(std::uint32_t i) const {
    if (i < size_) return (*tags_)[first_ + i];
    return i == size_ ? 253 : 254;
}

void ParseState::move_features(std::vector<learn::Feature>& out) const {
    const std::uint32_t s0 = stacked(0), s1 = stacked(1), s2 = stacked(2), n0 = next_;
    const std::uint32_t n1 = n0 < size_ ? n0 + 1 : kNone, n2 = n0 + 1 < size_ ? n0 + 2 : kNone;
    const auto child = [&](const std::vector<std::uint32_t>& side, std::uint32_t i) {
        return i <= size_ ? side[i] : kNone;
    };
    const std::uint32_t s0l = child(left_, s0), s0r = child(right_, s0), s0l2 = child(left2_, s0),
                        s1l = child(left_, s1), s1r = child(right_, s1),
                        n0l = child(left_, n0);
    const std::uint64_t ws0 = word(s0), ws1 = word(s1), wn0 = word(n0), wn1 = word(n1), ws2 = word(s2);
    const std::uint64_t ts0 = tag(s0), ts1 = tag(s1), ts2 = tag(s2), tn0 = tag(n0), tn1 = tag(n1), tn2 = tag(n2);
    const std::uint64_t distance = s0 == kNone ? 0 : std::min<std::uint32_t>(n0 - s0, 6);
    const std::uint64_t gap = s1 == kNone ? 0 : std::min<std::uint32_t>(s0 - s1, 6);
    const std::uint64_t rs0 = s0 <= size_ ? right_count_[s0] : 0, ls0 = s0 <= size_ ? left_count_[s0] : 0,
                        ln0 = left_count_[n0];
    out.clear();
    std::uint64_t t = 300;
    const auto add = [&](auto... values) { out.push_back(feature(t++, values...)); };
    add(ws0, ts0);
    add(ws1, ts1);
    add(wn0, tn0);
    add(wn1, tn1);
    add(ws2, ts2);
    add(ts0, tn0, tn1);
    add(ts0, tn0, tn1, tn2);
    add(ts1, ts0, tn0);
    add(ts1, ts0, tn0, tn1);
    add(ts2, ts1, ts0, tn0);
    add(ws0, wn0);
    add(ws0, tn0, ts0);
    add(ts0, wn0, tn0);
    add(ws1, ws0);
    add(ws1, ts0, ts1);
    add(ts1, ws0, ts0);
    add(ws0, tn0, tn1);
    add(wn0, ts0, ts1);
    add(ts1, ts0, wn0);
    add(ws1, tn0, ts0);
    add(ts0, tn0, distance);
    add(ws0, wn0, distance);
    add(ts0, ts1, gap);
    add(ts0, tn0, rs0, ls0);
    add(ts1, ts0, rs0, ls0);
    add(ws0, rs0, ls0, tn0);
    add(wn0, ln0, ts0);
    add(ts0, relation(s0l), relation(s0r), tn0);
    add(ws0, relation(s0r), tn0);
    add(ts1, ts0, tag(s0l), tag(s0r));
    add(ts1, tag(s1l), ts0, relation(s1l));
    add(ts0, tn0, tag(n0l), relation(n0l));
    add(ts0, relation(s0l), relation(s0l2), ts1);
    add(word(s0r), ws0, tn0);
    add(ws1, relation(s1r), ts0, tn0);
    add(ws1, relation(s1l), ts0);
}

void ParseState::relation_features(Move move, std::vector<learn::Feature>& out) const {
    const std::uint32_t child = top(), head = head_of(move);
    const std::uint64_t d = move == Move::left ? 1 : 2;
    const std::uint64_t wc = word(child), wh = word(head), tc = tag(child), th = tag(head);
    const auto beside = [&](std::uint32_t i, int by) { return i < size_ && i + by < size_ ? i + by : kNone; };
    const std::uint64_t distance = std::min<std::uint32_t>(head > child ? head - child : child - head, 5);
    out.clear();
    std::uint64_t t = 400;
    const auto add = [&](auto... values) { out.push_back(feature(t++, d, values...)); };
    add(tc, th);
    add(wc, tc);
    add(wh, th);
    add(wc, wh);
    add(wc, th);
    add(tc, wh);
    add(tc, th, distance);
    add(tc, th, tag(beside(child, -1)), tag(beside(child, 1)));
    add(tc, th, tag(beside(head, -1)), tag(beside(head, 1)));
    add(tc, th, tag(left_[child]), relation(left_[child]));
    add(tc, th, tag(right_[child]), relation(right_[child]));
    add(tc, th, word(left_[child]));
    add(tc, th, relation(left_[head]), relation(right_[head]));
    add(wh, relation(left_[head]), relation(right_[head]), tc);
    add(tc, th, left_count_[child], right_count_[child]);
    add(wc, word(beside(child, 1)));
}

std::uint32_t cost(const ParseState& state, Move move, const std::vector<std::uint32_t>& gold) {
    const auto& stack = state.stack();
    const std::uint32_t n = state.size(), next = state.next();
    const auto head = [&](std::uint32_t i) { return i < n ? gold[i] : ParseState::kNone; };
    std::uint32_t lost = 0;
    if (move == Move::shift) {
        for (std::size_t k = 0; k != stack.size(); ++k) {
            lost += head(stack[k]) == next;
            lost += k + 1 != stack.size() && head(next) == stack[k];
        }
        return lost;
    }
    const std::uint32_t s0 = stack.back();
    const std::uint32_t first = move == Move::left ? next + 1 : next;
    const std::uint32_t h = head(s0);
    lost += h >= first && h <= n;
    if (move == Move::left && stack.size() >= 2) lost += h == stack[stack.size() - 2];
    for (std::uint32_t i = next; i < n; ++i) lost += head(i) == s0;
    return lost;
}

}  // namespace hearsay
