// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "learn/chains.hpp"
#include "learn/forward_backward.hpp"

namespace hearsay::learn {
namespace {

using test::Chain;
using test::Dice;

/// The same by summing over every labelling.
struct BruteForce {
    double log_partition = 0;
    std::vector<double> marginals, expected_transitions;

    explicit BruteForce(const Chain& chain) {
        double sum = 0;
        marginals.assign(chain.length * chain.labels, 0);
        expected_transitions.assign(chain.labels * chain.labels, 0);
        test::for_each_labelling(chain.labels, chain.length, [&](std::span<const Label> labels) {
            const double weight = std::exp(chain.score(labels));
            sum += weight;
            for (std::size_t i = 0; i != labels.size(); ++i) {
                marginals[i * chain.labels + labels[i]] += weight;
                if (i) expected_transitions[labels[i - 1] * chain.labels + labels[i]] += weight;
            }
        });
        log_partition = std::log(sum);
        for (auto* values : {&marginals, &expected_transitions})
            for (double& v : *values) v /= sum;
    }
};

TEST(ForwardBackward, AgreesWithTheSumOverAllLabellings) {
    Dice dice(1);
    for (int round = 0; round != 200; ++round) {
        const Chain chain = test::random_chain(dice);
        const BruteForce truth(chain);
        ForwardBackward pass(chain.labels);
        pass.run(chain.scores, chain.transitions);
        EXPECT_NEAR(pass.log_partition(), truth.log_partition, 1e-4);
        ASSERT_EQ(pass.marginals().size(), truth.marginals.size());
        for (std::size_t i = 0; i != truth.marginals.size(); ++i)
            ASSERT_NEAR(pass.marginals()[i], truth.marginals[i], 1e-5) << "round " << round;
        for (std::size_t t = 0; t != truth.expected_transitions.size(); ++t)
            ASSERT_NEAR(pass.expected_transitions()[t], truth.expected_transitions[t], 1e-4) << "round " << round;
    }
}

TEST(ForwardBackward, GivesMarginalsThatSumToOneHoweverLongTheChain) {
    Dice dice(2);
    Chain chain{3, 20'000, {}, {}};
    for (std::size_t i = 0; i != chain.labels * chain.length; ++i) chain.scores.push_back(dice.between(-60, 60));
    for (std::size_t t = 0; t != 9; ++t) chain.transitions.push_back(dice.between(-5, 5));
    ForwardBackward pass(chain.labels);
    pass.run(chain.scores, chain.transitions);
    for (std::size_t i = 0; i != chain.length; ++i) {
        const auto at = pass.marginals().subspan(i * chain.labels, chain.labels);
        ASSERT_NEAR(std::accumulate(at.begin(), at.end(), 0.0F), 1, 1e-5) << "position " << i;
    }
    const auto all = pass.expected_transitions();
    EXPECT_NEAR(std::accumulate(all.begin(), all.end(), 0.0), static_cast<double>(chain.length - 1), 1);
}

TEST(ForwardBackward, GivesNoProbabilityToWhatIsForbidden) {
    ForwardBackward pass(2);
    pass.run(std::vector<float>{5, 0, 0, 5}, std::vector<float>{0, kImpossible, 0, 0});  // favours label 0, then 1
    EXPECT_EQ(pass.expected_transitions()[1], 0);
    EXPECT_LE(pass.marginals()[0] + pass.marginals()[3], 1.0F) << "both at once need what is forbidden";
}

TEST(ForwardBackward, TakesAnEmptyChainAfterAnother) {
    ForwardBackward pass(2);
    pass.run(std::vector<float>{1, 2, 3, 4}, std::vector<float>(4, 0.5F));
    pass.run({}, std::vector<float>(4, 0.5F));
    EXPECT_EQ(pass.log_partition(), 0);
    EXPECT_TRUE(pass.marginals().empty());
    for (const float e : pass.expected_transitions()) EXPECT_EQ(e, 0);
}

}  // namespace
}  // namespace hearsay::learn
