// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <set>

#include "learn/random.hpp"
#include "syntax/parser.hpp"

namespace hearsay {
namespace {

using testing::ElementsAre;
using testing::ElementsAreArray;
using Heads = std::vector<std::uint32_t>;

constexpr std::array kMoves{Move::shift, Move::left, Move::right};

class Dice {
  public:
    std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(learn::next_random(state_) % n); }

  private:
    std::uint64_t state_ = 1;
};

/// A sentence of `n` words that are all different.
struct Input {
    explicit Input(std::uint32_t n) : words(n), tags(n), sentence{0, n} {
        for (std::uint32_t i = 0; i != n; ++i) words[i].norm = 100 + i, tags[i] = static_cast<std::uint8_t>(i % 5);
    }
    ParseState start() const { return {words, tags, sentence}; }

    std::vector<Word> words;
    std::vector<std::uint8_t> tags;
    TokenRange sentence;
};

/// Gives the words of [begin, end) trees whose roots hang from `head`.
void plant(Heads& heads, std::uint32_t begin, std::uint32_t end, std::uint32_t head, Dice& dice) {
    while (begin != end) {
        const std::uint32_t after = begin + 1 + dice.below(end - begin);
        const std::uint32_t root = begin + dice.below(after - begin);
        heads[root] = head;
        plant(heads, begin, root, root, dice);
        plant(heads, root + 1, after, root, dice);
        begin = after;
    }
}

Heads random_tree(std::uint32_t n, Dice& dice) {
    Heads heads(n);
    plant(heads, 0, n, n, dice);
    return heads;
}

std::vector<Move> possible(const ParseState& state) {
    std::vector<Move> moves;
    std::ranges::copy_if(kMoves, std::back_inserter(moves), [&](Move m) { return state.can(m); });
    return moves;
}

ParseState after(ParseState state, Move move) {
    state.make(move);
    return state;
}

/// How many gold arcs are missed at the end, whatever is done from here.
std::uint32_t least_missed(const ParseState& state, const Heads& gold) {
    std::uint32_t least = UINT32_MAX;
    if (state.done()) {
        least = 0;
        for (std::uint32_t i = 0; i != gold.size(); ++i) least += state.heads()[i] != gold[i];
    }
    for (const Move move : possible(state)) least = std::min(least, least_missed(after(state, move), gold));
    return least;
}

/// The gold arcs that some way on from here still makes or has made.
void reachable(const ParseState& state, const Heads& gold, std::set<std::uint32_t>& found) {
    if (state.done())
        for (std::uint32_t i = 0; i != gold.size(); ++i)
            if (state.heads()[i] == gold[i]) found.insert(i);
    for (const Move move : possible(state)) reachable(after(state, move), gold, found);
}

std::size_t reachable(const ParseState& state, const Heads& gold) {
    std::set<std::uint32_t> found;
    reachable(state, gold, found);
    return found.size();
}

TEST(ParseState, StartsWithAllWordsAheadAndEndsWithNone) {
    const Input input(2);
    ParseState state = input.start();
    EXPECT_EQ(state.size(), 2U);
    EXPECT_FALSE(state.done());
    EXPECT_THAT(possible(state), ElementsAre(Move::shift));
    state.make(Move::shift);
    EXPECT_THAT(possible(state), ElementsAre(Move::shift, Move::left));
    state.make(Move::shift);
    EXPECT_THAT(possible(state), ElementsAre(Move::left, Move::right));
    state.make(Move::right, 7);
    EXPECT_THAT(possible(state), ElementsAre(Move::left));
    state.make(Move::left, 9);
    EXPECT_TRUE(state.done());
    EXPECT_THAT(possible(state), ElementsAre());
    EXPECT_THAT(state.heads(), ElementsAre(2, 0)) << "the root is numbered after the words";
    EXPECT_THAT(state.relations(), ElementsAre(9, 7));
}

TEST(ParseState, IsDoneAtOnceWithoutWords) {
    const Input input(0);
    EXPECT_TRUE(input.start().done());
    EXPECT_THAT(possible(input.start()), ElementsAre());
}

TEST(ParseState, NamesTheWordsThatAnArcWouldJoin) {
    const Input input(3);
    ParseState state = input.start();
    EXPECT_EQ(state.top(), ParseState::kNone);
    state.make(Move::shift);
    state.make(Move::shift);
    EXPECT_EQ(state.top(), 1U);
    EXPECT_EQ(state.next(), 2U);
    EXPECT_EQ(state.head_of(Move::left), 2U);
    EXPECT_EQ(state.head_of(Move::right), 0U);
    EXPECT_THAT(state.stack(), ElementsAre(0, 1));
}

TEST(ParseState, CountsWordsFromTheSentencesFirst) {
    const Input input(5);
    ParseState state(input.words, input.tags, {2, 4});
    for (const Move move : {Move::shift, Move::left, Move::shift, Move::left}) state.make(move);
    EXPECT_TRUE(state.done());
    EXPECT_THAT(state.heads(), ElementsAre(1, 2));
}

TEST(ParseState, ComesToAnEndOfTreesWhateverMovesAreMade) {
    Dice dice;
    for (int round = 0; round != 300; ++round) {
        const Input input(1 + dice.below(12));
        ParseState state = input.start();
        std::size_t moves = 0;
        for (; !state.done(); ++moves) {
            const auto choice = possible(state);
            ASSERT_FALSE(choice.empty());
            state.make(choice[dice.below(static_cast<std::uint32_t>(choice.size()))]);
        }
        EXPECT_EQ(moves, 2 * state.size()) << "every word is shifted once and joined once";
        for (std::uint32_t i = 0; i != state.size(); ++i) {
            std::uint32_t steps = 0, at = i;
            for (; at != state.size() && steps <= state.size(); ++steps) at = state.heads()[at];
            ASSERT_EQ(at, state.size()) << "word " << i << " hangs in a circle";
        }
    }
}

TEST(Oracle, LeadsToEveryProjectiveTreeByMovesOfNoCost) {
    Dice dice;
    for (int round = 0; round != 500; ++round) {
        const Input input(1 + dice.below(20));
        const Heads gold = random_tree(input.sentence.end, dice);
        ParseState state = input.start();
        while (!state.done()) {
            std::vector<Move> free = possible(state);
            std::erase_if(free, [&](Move m) { return cost(state, m, gold) != 0; });
            ASSERT_FALSE(free.empty()) << "every move costs an arc, round " << round;
            state.make(free[dice.below(static_cast<std::uint32_t>(free.size()))]);
        }
        EXPECT_THAT(state.heads(), ElementsAreArray(gold));
    }
}

// From any state, gone astray or not (Goldberg and Nivre 2013: arc-hybrid is arc-decomposable).
TEST(Oracle, CountsTheArcsOfAProjectiveTreeThatAMoveMakesImpossible) {
    Dice dice;
    for (int round = 0; round != 150; ++round) {
        const Input input(1 + dice.below(5));
        const Heads gold = random_tree(input.sentence.end, dice);
        for (ParseState state = input.start(); !state.done();) {
            const std::uint32_t missed = least_missed(state, gold);
            std::uint32_t least = UINT32_MAX;
            for (const Move move : possible(state)) {
                EXPECT_EQ(cost(state, move, gold), least_missed(after(state, move), gold) - missed);
                least = std::min(least, cost(state, move, gold));
            }
            EXPECT_EQ(least, 0U);
            const auto choice = possible(state);
            state.make(choice[dice.below(static_cast<std::uint32_t>(choice.size()))]);
        }
    }
}

TEST(Oracle, CountsArcsOneByOneWhereTheyCross) {
    Dice dice;
    for (int round = 0; round != 150; ++round) {
        const Input input(2 + dice.below(4));
        const std::uint32_t n = input.sentence.end;
        Heads gold(n);
        for (std::uint32_t i = 0; i != n; ++i) do
                gold[i] = dice.below(n + 1);
            while (gold[i] == i);
        for (ParseState state = input.start(); !state.done();) {
            const std::size_t before = reachable(state, gold);
            for (const Move move : possible(state))
                EXPECT_EQ(cost(state, move, gold), before - reachable(after(state, move), gold));
            const auto choice = possible(state);
            state.make(choice[dice.below(static_cast<std::uint32_t>(choice.size()))]);
        }
    }
}

class ParserFeatures : public testing::Test {
  protected:
    static std::vector<learn::Feature> of(const ParseState& state) {
        std::vector<learn::Feature> features{1, 2, 3};
        state.move_features(features);
        return features;
    }
    static std::vector<learn::Feature> of(const ParseState& state, Move move) {
        std::vector<learn::Feature> features{1, 2, 3};
        state.relation_features(move, features);
        return features;
    }
};

TEST_F(ParserFeatures, HaveAFixedNumberInEveryState) {
    Dice dice;
    const Input input(6);
    const std::size_t moves = of(input.start()).size();
    for (int round = 0; round != 20; ++round)
        for (ParseState state = input.start(); !state.done();) {
            EXPECT_EQ(of(state).size(), moves);
            const auto choice = possible(state);
            const Move move = choice[dice.below(static_cast<std::uint32_t>(choice.size()))];
            if (move != Move::shift) {
                const auto features = of(state, move);
                EXPECT_EQ(std::set(features.begin(), features.end()).size(), features.size()) << "templates collide";
            }
            state.make(move);
        }
}

TEST_F(ParserFeatures, SeeWordsTagsAndEarlierArcs) {
    Input input(4), other_word(4), other_tag(4);
    other_word.words[1].norm = 999;
    other_tag.tags[1] = 99;
    std::vector<std::vector<learn::Feature>> seen;
    for (const Input* i : {&input, &other_word, &other_tag}) {
        ParseState state = i->start();
        state.make(Move::shift);
        seen.push_back(of(state));
    }
    EXPECT_NE(seen[0], seen[1]);
    EXPECT_NE(seen[0], seen[2]);
    ParseState one = input.start(), two = input.start();
    for (ParseState* state : {&one, &two}) state->make(Move::shift);
    one.make(Move::left, 3);
    two.make(Move::left, 4);
    EXPECT_NE(of(one), of(two)) << "the relation of the last arc is not seen";
}

TEST_F(ParserFeatures, TellTheTwoDirectionsOfAnArcApart) {
    Input input(3);
    for (Word& w : input.words) w.norm = 5;
    std::ranges::fill(input.tags, std::uint8_t{5});
    ParseState state = input.start();
    state.make(Move::shift);
    state.make(Move::shift);
    const auto left = of(state, Move::left), right = of(state, Move::right);
    ASSERT_EQ(left.size(), right.size());
    for (std::size_t i = 0; i != left.size(); ++i) EXPECT_NE(left[i], right[i]);
}

}  // namespace
}  // namespace hearsay
