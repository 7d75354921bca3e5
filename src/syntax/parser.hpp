// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <vector>

#include "hearsay/text/tokenizer.hpp"
#include "learn/features.hpp"
#include "syntax/annotation.hpp"
#include "syntax/words.hpp"

namespace hearsay {

inline constexpr char kArcFeatures[] = "arcs/1";
inline constexpr char kRelationFeatures[] = "relations/1";

enum class Move : std::uint8_t { shift, left, right };

/// The state of an arc-hybrid parse of one sentence (Kuhlmann et al. 2011): a stack, the next word, arcs so far. Words
/// are numbered from 0 in the sentence; size() stands for the root, after the last word.
class ParseState {
  public:
    static constexpr std::uint32_t kNone = UINT32_MAX;

    ParseState(const std::vector<Word>& words, const std::vector<std::uint8_t>& tags, TokenRange sentence);
    std::uint32_t size() const { return size_; }
    bool done() const { return stack_.empty() && next_ == size_; }
    bool can(Move move) const;
    /// Makes the move; left and right arcs get `relation`.
    void make(Move move, std::uint8_t relation = 0);
    /// The head and the dependent that the arc move would join.
    std::uint32_t head_of(Move move) const { return move == Move::left ? next_ : stack_[stack_.size() - 2]; }
    std::uint32_t top() const { return stack_.empty() ? kNone : stack_.back(); }
    std::uint32_t next() const { return next_; }
    const std::vector<std::uint32_t>& stack() const { return stack_; }
    const std::vector<std::uint32_t>& heads() const { return heads_; }
    const std::vector<std::uint8_t>& relations() const { return relations_; }

    /// Features of the next move.
    void move_features(std::vector<learn::Feature>& out) const;
    /// Features of the relation that the arc move would get.
    void relation_features(Move move, std::vector<learn::Feature>& out) const;

  private:
    std::uint64_t word(std::uint32_t i) const;
    std::uint64_t tag(std::uint32_t i) const;
    std::uint64_t relation(std::uint32_t i) const { return i < size_ ? relations_[i] : 251; }
    std::uint32_t stacked(std::size_t depth) const {
        return depth < stack_.size() ? stack_[stack_.size() - 1 - depth] : kNone;
    }

    const std::vector<Word>* words_;
    const std::vector<std::uint8_t>* tags_;
    std::uint32_t first_, size_, next_ = 0;
    std::vector<std::uint32_t> stack_, heads_, left_, right_, left2_;
    std::vector<std::uint8_t> relations_, left_count_, right_count_;
};

/// How many gold arcs the move puts out of reach (Goldberg and Nivre 2013). `gold` as in ParseState::heads().
std::uint32_t cost(const ParseState& state, Move move, const std::vector<std::uint32_t>& gold);

}  // namespace hearsay
